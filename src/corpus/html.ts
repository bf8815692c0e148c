import { type AnyNode, type Element, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import type { BlockRole, BlockText } from "./block.ts";
import { BlockWriter } from "./block-writer.ts";

/** Elements that are not part of the page's content. */
const SKIPPED = new Set(
  "script style title noscript template head nav svg math canvas iframe object audio video map form button select input textarea dialog".split(
    " ",
  ),
);
const BLOCKS = new Set(
  `html body p div section article main header footer aside address blockquote figure figcaption hgroup ul ol dl dd pre table caption
  thead tbody tfoot tr li dt details summary fieldset legend hr h1 h2 h3 h4 h5 h6`.split(/\s+/),
);
const HEADING = /^(?:h[1-6]|dt|summary|caption|legend)$/;
/** Nesting depth. Anything deeper is left out: no real page has it, and each level costs a stack frame. */
const MAX_DEPTH = 400;

/** The text of an HTML page with its headings, paragraphs, list items and table rows. Total: broken markup is read as browsers read it. */
export function htmlText(html: string): BlockText {
  const document = parseDocument(html);
  const writer = new BlockWriter();
  const title = find(document.children, "title", MAX_DEPTH);
  new Walk(writer).blocks(document.children, "paragraph", 0);
  return writer.done(title && textOf(title.children, 0));
}

class Walk {
  private inline = "";
  private marker = "";

  constructor(private readonly writer: BlockWriter) {}

  blocks(nodes: readonly AnyNode[], role: BlockRole, depth: number): void {
    for (const node of nodes) {
      if (isText(node)) this.inline += collapsed(node.data);
      else if (isTag(node) && !isHidden(node)) this.element(node, role, depth);
    }
    if (depth === 0) this.flush(role);
  }

  private element(node: Element, role: BlockRole, depth: number): void {
    const { name, children } = node;
    if (name === "br") this.inline += "\n";
    else if (depth >= MAX_DEPTH || (!BLOCKS.has(name) && !hasBlock(children, depth)))
      this.inline += textOf([node], depth);
    else {
      this.flush(role);
      const own: BlockRole = HEADING.test(name)
        ? "heading"
        : name === "li"
          ? "item"
          : name === "tr"
            ? "row"
            : role === "item"
              ? "item"
              : "paragraph";
      if (name === "li") this.marker = markerOf(node);
      if (name === "tr") this.inline = cellsOf(node, depth);
      else if (name === "pre") this.inline = textOf(children, depth, true);
      else this.blocks(children, own, depth + 1);
      this.flush(own);
    }
  }

  private flush(role: BlockRole): void {
    const content = this.inline;
    this.inline = "";
    if (content.trim() === "") return;
    this.writer.add(this.marker + content.trim(), role);
    this.marker = "";
  }
}

const collapsed = (text: string) => text.replace(/\s+/gu, " ");
const isHidden = ({ name, attribs }: Element) =>
  SKIPPED.has(name) ||
  "hidden" in attribs ||
  attribs["aria-hidden"] === "true" ||
  /display\s*:\s*none/i.test(attribs["style"] ?? "");

function hasBlock(nodes: readonly AnyNode[], depth: number): boolean {
  if (depth >= MAX_DEPTH) return false;
  return nodes.some((node) => isTag(node) && (BLOCKS.has(node.name) || hasBlock(node.children, depth + 1)));
}

function textOf(nodes: readonly AnyNode[], depth: number, pre = false): string {
  let text = "";
  for (const node of nodes) {
    if (isText(node)) text += pre ? node.data : collapsed(node.data);
    else if (isTag(node) && !isHidden(node) && depth < MAX_DEPTH)
      text += node.name === "br" ? "\n" : textOf(node.children, depth + 1, pre);
  }
  return text;
}

/** A row's cells in one line. */
function cellsOf({ children }: Element, depth: number): string {
  return children
    .filter((node): node is Element => isTag(node) && !isHidden(node))
    .map((cell) => collapsed(textOf(cell.children, depth)).trim())
    .filter((cell) => cell !== "")
    .join(" | ");
}

/** What stands before a list item: its number where the list has numbers, else a dash. */
function markerOf(item: Element): string {
  const list = item.parent;
  if (!list || !isTag(list) || list.name !== "ol") return "- ";
  const before = list.children.filter((node) => isTag(node) && node.name === "li").indexOf(item);
  return `${Number(list.attribs["start"] ?? 1) + before}. `;
}

function find(nodes: readonly AnyNode[], name: string, depth: number): Element | undefined {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === name) return node;
    const found =
      depth > 0 && (node.name === "html" || node.name === "head")
        ? find(node.children, name, depth - 1)
        : undefined;
    if (found) return found;
  }
  return undefined;
}
