import type { Block, BlockRole, BlockText } from "./block.ts";

/** Builds the text that a document without its markup is: blocks with a blank line between, and what each one is. */
export class BlockWriter {
  private text = "";
  private readonly blocks: Block[] = [];
  private lines = 0;

  /** Appends a block; its lines are trimmed, and white space but for line breaks is one space. Nothing is appended of an empty one. */
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
