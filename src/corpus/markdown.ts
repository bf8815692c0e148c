import { Marked } from "marked";
import type { BlockText } from "./block.ts";
import { htmlText } from "./html.ts";

/** Front matter: a block of settings between lines of dashes. */
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TITLE = /^title\s*:\s*(["']?)(.+)\1\s*$/im;

const marked = new Marked({ gfm: true, async: false });

/** The text of a Markdown file as its reader sees it, without the marks. */
export function markdownText(markdown: string): BlockText {
  const front = FRONT_MATTER.exec(markdown)?.[1];
  const body = front === undefined ? markdown : markdown.replace(FRONT_MATTER, "");
  const read = htmlText(marked.parse(body) as string);
  const first = read.blocks[0];
  const title =
    (front && TITLE.exec(front)?.[2]?.trim()) ||
    (first?.role === "heading" ? read.text.slice(first.start, first.end) : undefined);
  return { ...read, ...(title ? { title } : {}) };
}
