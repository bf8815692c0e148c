/** A paragraph, heading, list item or table row as it stands in a text, before blocks are put together to passages. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** 1-based number of its first line among the text's lines that have a letter or a digit. */
  readonly line: number;
  /** What its markup says that it is; plain text says nothing. */
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
