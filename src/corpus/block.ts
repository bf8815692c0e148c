/** A paragraph, heading, list item or table row of a text, before blocks are grouped into passages. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** 1-based number of its first line among the text's lines that have a letter or a digit. */
  readonly line: number;
  /** Its kind according to the markup; plain text has none. */
  readonly role?: BlockRole;
}

export type BlockRole = "heading" | "paragraph" | "item" | "row";

/** A text cut into its blocks. */
export interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Whether every line is a block, as where a text has a paragraph a line: headings over several of them then stay lines too. */
  readonly lineByLine: boolean;
  /** What the file's markup gives as the title. */
  readonly title?: string;
}
