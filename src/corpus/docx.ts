import { type AnyNode, type Element, isTag, isText } from "domhandler";
import { strFromU8, unzipSync } from "fflate";
import { parseDocument } from "htmlparser2";
import type { BlockRole, BlockText } from "./block.ts";
import { BlockWriter } from "./block-writer.ts";

/** Bytes of a part once unpacked: of a document of MAX_TEXT_BYTES the markup may be several times the text. */
const MAX_PART_BYTES = 100 * 1024 * 1024;
const MAX_DEPTH = 200;
const BODY = "word/document.xml";
const PROPERTIES = "docProps/core.xml";

/** The text of a Word document: headings, paragraphs, list items and table rows; undefined if it is not one. */
export function docxText(bytes: Uint8Array): BlockText | undefined {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (name === BODY || name === PROPERTIES) && originalSize <= MAX_PART_BYTES,
    });
  } catch {
    return undefined;
  }
  const body = parts[BODY];
  if (!body) return undefined;
  const writer = new BlockWriter();
  write(parse(body), writer, 0);
  const properties = parts[PROPERTIES] && parse(parts[PROPERTIES]);
  const title = properties && named(properties, "dc:title", MAX_DEPTH)[0];
  return writer.done(title?.children.map((child) => (isText(child) ? child.data : "")).join(""));
}

const parse = (xml: Uint8Array): readonly AnyNode[] =>
  parseDocument(strFromU8(xml), { xmlMode: true }).children;

/** The elements of a name, outermost only. */
function named(nodes: readonly AnyNode[], name: string, depth: number): Element[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return [];
    if (node.name === name) return [node];
    return depth > 0 ? named(node.children, name, depth - 1) : [];
  });
}

function write(nodes: readonly AnyNode[], writer: BlockWriter, depth: number): void {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === "w:p") writer.add(markerOf(node) + plain(node.children, MAX_DEPTH), roleOf(node));
    else if (node.name === "w:tr")
      writer.add(
        named(node.children, "w:tc", 3)
          .map((cell) =>
            named(cell.children, "w:p", 20)
              .map((p) => plain(p.children, MAX_DEPTH))
              .join(" ")
              .trim(),
          )
          .filter((cell) => cell !== "")
          .join(" | "),
        "row",
      );
    else if (depth < MAX_DEPTH) write(node.children, writer, depth + 1);
  }
}

/** The text of a paragraph as it is shown: what was deleted, and a field's code, is not. */
function plain(nodes: readonly AnyNode[], depth: number): string {
  let text = "";
  for (const node of nodes) {
    if (!isTag(node) || depth === 0) continue;
    if (node.name === "w:t") text += node.children.map((child) => (isText(child) ? child.data : "")).join("");
    else if (node.name === "w:tab") text += " ";
    else if (node.name === "w:br" || node.name === "w:cr") text += "\n";
    else if (node.name === "w:noBreakHyphen") text += "-";
    else if (!/^(?:w:pPr|w:rPr|w:del|w:moveFrom|w:sectPr|mc:Fallback)$/.test(node.name))
      text += plain(node.children, depth - 1);
  }
  return text;
}

const styleOf = (paragraph: Element) => named(paragraph.children, "w:pStyle", 3)[0]?.attribs["w:val"] ?? "";

function roleOf(paragraph: Element): BlockRole {
  if (/^(?:heading|title|berschrift|titre|заголовок|ba[sş]l[iı]k)/i.test(styleOf(paragraph)))
    return "heading";
  if (named(paragraph.children, "w:outlineLvl", 3).length > 0) return "heading";
  return named(paragraph.children, "w:numPr", 3).length > 0 ? "item" : "paragraph";
}

const markerOf = (paragraph: Element) => (roleOf(paragraph) === "item" ? "- " : "");
