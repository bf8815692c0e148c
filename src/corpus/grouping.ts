import type { Block } from "./block.ts";

/** What a block is to the blocks around it. */
export type Part =
  | "headline"
  | "heading"
  | "article"
  | "question"
  | "introduction"
  | "item"
  | "text"
  | "signature";

export interface TypedBlock extends Block {
  readonly part: Part;
}

/** Blocks that are indexed and quoted together: a heading with its text, a list with its introduction. */
export interface Group {
  readonly blocks: readonly TypedBlock[];
  /** Blocks at its start that only say what the others are about. */
  readonly heads: number;
  /** The heading above it, unless it is part of the group. */
  readonly heading?: TypedBlock;
}

/**
 * Puts blocks together. A question or the number of an article takes all that follows up to the next head; a line that announces takes
 * the list behind it; a heading takes what is under it where that is one piece, and else the first of it unless the text is
 * `lineByLine`. The groups hold every block once, in order.
 */
export function groupBlocks(blocks: readonly TypedBlock[], lineByLine: boolean): Group[] {
  const groups: Group[] = [];
  let section: TypedBlock | undefined;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as TypedBlock;
    if (block.part === "heading") {
      section = block;
      const end = nextHead(blocks, at + 1);
      const under = groupsOf(blocks.slice(at + 1, end), section);
      const [first, ...rest] = under;
      if (first && (rest.length === 0 || !lineByLine))
        groups.push({ blocks: [block, ...first.blocks], heads: 1 + first.heads }, ...rest);
      else groups.push({ blocks: [block], heads: 0 }, ...under);
      at = end;
    } else if (block.part === "question" || block.part === "article") {
      const end = block.part === "question" ? answerEnd(blocks, at + 1) : articleEnd(blocks, at + 1);
      const own = blocks.slice(at, end);
      groups.push({ blocks: own, heads: own.length > 1 ? 1 : 0, ...(section && { heading: section }) });
      at = end;
    } else {
      const end = nextHead(blocks, at + 1);
      groups.push(...groupsOf(blocks.slice(at, end), section));
      at = end;
    }
  }
  return groups;
}

const isHead = ({ part }: TypedBlock) => part === "heading" || part === "article" || part === "question";

function nextHead(blocks: readonly TypedBlock[], from: number): number {
  let at = from;
  while (at < blocks.length && !isHead(blocks[at] as TypedBlock)) at += 1;
  return at;
}

/** An answer may be a word that looks like a heading: the first block behind a question is never anything else. */
function answerEnd(blocks: readonly TypedBlock[], from: number): number {
  const first = blocks[from];
  if (!first || first.part === "question" || first.part === "article" || first.part === "signature")
    return from;
  return bodyEnd(blocks, from + 1);
}

function articleEnd(blocks: readonly TypedBlock[], from: number): number {
  const first = blocks[from];
  // A chapter over its articles, or over a heading
  if (!first || first.part === "article" || first.part === "signature") return from;
  if (first.part === "heading" && blocks[from + 1]?.part === "article") return from + 1;
  return bodyEnd(blocks, from + 1);
}

function bodyEnd(blocks: readonly TypedBlock[], from: number): number {
  let at = from;
  while (at < blocks.length && !isHead(blocks[at] as TypedBlock) && blocks[at]?.part !== "signature") at += 1;
  return at;
}

/** Groups among blocks without a head: lists with what introduces them, and everything else by itself. */
function groupsOf(blocks: readonly TypedBlock[], heading: TypedBlock | undefined): Group[] {
  const groups: Group[] = [];
  const under = heading && { heading };
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as TypedBlock;
    const announced = blocks[at + 1]?.part;
    const announces = block.part === "introduction" && (announced === "item" || announced === "text");
    let end = at + 1;
    if (announces || block.part === "item") while (blocks[end]?.part === "item") end += 1;
    // What a line announces may also be a paragraph
    if (announces && end === at + 1) end += 1;
    groups.push({ blocks: blocks.slice(at, end), heads: announces ? 1 : 0, ...under });
    at = end;
  }
  return groups;
}
