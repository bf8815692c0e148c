import type { Block, BlockRole, BlockText } from "./block.ts";

/** Builds a document's text without its markup: blocks separated by blank lines, each with its kind. */
export class BlockWriter {
  private text = "";
  private readonly blocks: Block[] = [];
  private lines = 0;

  /** Appends a block: lines trimmed, runs of white space other than line breaks collapsed. An empty block adds nothing. */
  add(content: string, role: BlockRole): void {
    const lines = content
      .split("\n")
      .map((line) => line.replace(/[^\S\n]+/gu, " ").trim())
      .filter((line) => line !== "");
    if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line))) return;
    if (this.text) this.text += "\n\n";
    const start = this.text.length;
    this.text += lines.join("\n");
    this.blocks.push({ start, end: this.text.length, line: this.lines + 1, role });
    this.lines += lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
  }

  done(title?: string): BlockText {
    const named = title?.replace(/\s+/gu, " ").trim();
    return { text: this.text, blocks: this.blocks, lineByLine: false, ...(named ? { title: named } : {}) };
  }
}
