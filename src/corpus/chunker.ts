import { splitSentences } from "../analysis/sentence-splitter.ts";
import type { Passage, PassageKind, Span } from "../model/corpus.ts";
import type { Block, BlockText } from "./block.ts";
import { type Group, groupBlocks, type Part, type TypedBlock } from "./grouping.ts";
import {
  BULLET,
  CLOSED,
  CREDIT,
  INTRODUCTION,
  ITEM,
  isArticleHead,
  isQuestion,
  SOURCE,
  STRAY_MARKUP,
} from "./line-patterns.ts";
import { plainText } from "./plain-text.ts";
import { splitLong } from "./split-long.ts";

/** A passage cut from one text, before it is placed in the corpus. */
export type Paragraph = Pick<
  Passage,
  "paragraph" | "start" | "end" | "text" | "kind" | "heading" | "sentences"
>;

/** UTF-16 units. A longer line is a paragraph even without a full stop. */
const MAX_HEADLINE_LENGTH = 120;
const MAX_SUBHEADING_LENGTH = 80;
/** UTF-16 units of a passage: what fits a message and can still be read as one answer. */
export const MAX_PASSAGE_LENGTH = 1_500;
/** Units of what introduces the rest of a passage. */
const MAX_HEAD_LENGTH = 300;
/** Units of a list that answers as a whole, so that its introduction alone is never pointed at. */
const MAX_WHOLE_LIST = 400;
/** Share of heading-like lines above which none is a heading: a list of names, a poem, a digest of headlines. */
const TOO_MANY_HEADINGS = 0.6;
/** Consecutive heading-like lines up to which each may be a heading; of more, only the first is. */
const MAX_HEADINGS_IN_A_ROW = 2;

/** Cuts a text into passages and says what each one is. Total: any text gives passages, possibly none. */
export function chunk(source: string | BlockText): Paragraph[] {
  const { text, blocks, lineByLine } = typeof source === "string" ? plainText(source) : source;
  const kinds = kindsOf(text, blocks);
  const typed = blocks.map(
    (block, at): TypedBlock => ({ ...block, part: partOf(text, block, kinds[at] as PassageKind) }),
  );
  const parts = withoutFalseHeadings(typed, kinds);
  const contentOf = ({ start, end }: Block) => text.slice(start, end);
  const kindAt = new Map(blocks.map(({ start }, at) => [start, kinds[at] as PassageKind]));

  return groupBlocks(parts, lineByLine).flatMap((group) => {
    const kind = kindOfGroup(group, kindAt);
    const heading =
      kind === "body" || kind === "caption" ? group.heading && contentOf(group.heading) : undefined;
    return piecesOf(group, text).map(({ spans, first }, at): Paragraph => {
      const start = (spans[0] as Span)[0];
      const end = (spans.at(-1) as Span)[1];
      const under =
        at === 0 || group.heads === 0 ? heading : contentOf(group.blocks[group.heads - 1] as Block);
      return {
        paragraph: first,
        start,
        end,
        text: text.slice(start, end),
        kind,
        ...(under === undefined ? {} : { heading: under }),
        sentences: spans,
      };
    });
  });
}

/** A group of several lines is body; a chapter's number is a heading, and a short line that was ruled out as one is not. */
function kindOfGroup({ blocks }: Group, kindAt: ReadonlyMap<number, PassageKind>): PassageKind {
  const [only, second] = blocks as [TypedBlock, TypedBlock?];
  if (second) return "body";
  const kind = kindAt.get(only.start) as PassageKind;
  if (only.part === "heading") return kind === "body" ? "subheading" : kind;
  return kind === "subheading" ? "body" : kind;
}

/** The headline that a text opens with, where it does. */
export function headlineOf({ text, blocks }: Pick<BlockText, "text" | "blocks">): string | undefined {
  const first = blocks[0];
  if (!first) return undefined;
  const line = text.slice(first.start, first.end);
  return blocks.length > 1 && first.role !== "paragraph" && isHeadline(line) ? line : undefined;
}

interface Piece {
  readonly spans: readonly Span[];
  /** Number of the line that it begins in. */
  readonly first: number;
}

/** A group as passages of at most MAX_PASSAGE_LENGTH: its sentences, those that only introduce together with what they introduce. */
function piecesOf({ blocks, heads: all }: Group, text: string): Piece[] {
  // An introduction this long is content of its own
  const length = all > 0 ? (blocks[all - 1] as Block).end - (blocks[0] as Block).start : 0;
  const heads = length > MAX_HEAD_LENGTH ? 0 : all;
  const sentences: { span: Span; line: number }[] = [];
  const bodies = blocks.slice(heads);
  const listed = bodies.length > 1 && bodies.every(({ part }) => part === "item");
  const first = blocks[0] as TypedBlock;
  const last = blocks.at(-1) as TypedBlock;
  if (listed && last.end - first.start <= MAX_WHOLE_LIST)
    return [{ spans: [[first.start, last.end]], first: first.line }];
  let headStart = heads > 0 ? first : undefined;
  for (const block of heads > 0 ? bodies : blocks) {
    const own = splitSentences(text.slice(block.start, block.end), block.start).flatMap((span) =>
      splitLong(text, span, MAX_PASSAGE_LENGTH),
    );
    own.forEach(([start, end], at) => {
      const head = at === 0 ? headStart : undefined;
      sentences.push({ span: [head?.start ?? start, end], line: head?.line ?? block.line });
    });
    headStart = undefined;
  }
  const pieces: { spans: Span[]; first: number }[] = [];
  for (const { span, line } of sentences) {
    const piece = pieces.at(-1);
    if (piece && span[1] - (piece.spans[0] as Span)[0] <= MAX_PASSAGE_LENGTH) piece.spans.push(span);
    else pieces.push({ spans: [span], first: line });
  }
  return pieces;
}

function partOf(text: string, { start, end, role }: Block, kind: PassageKind): Part {
  const line = text.slice(start, end);
  if (kind === "source" || kind === "credit") return "signature";
  if (kind === "headline") return "headline";
  if (isQuestion(line)) return "question";
  if (isArticleHead(line) && role !== "item") return "article";
  if (role === "heading") return "heading";
  if (role === "item" || role === "row" || (role === undefined && ITEM.test(line))) return "item";
  if (INTRODUCTION.test(line)) return "introduction";
  return kind === "subheading" ? "heading" : "text";
}

/** Lines that look like headings only because they are short are text where nearly all are, and where several stand in a row. */
function withoutFalseHeadings(blocks: readonly TypedBlock[], kinds: readonly PassageKind[]): TypedBlock[] {
  const isGuess = ({ part, role }: TypedBlock) => part === "heading" && role === undefined;
  const tooMany = blocks.filter(isGuess).length > blocks.length * TOO_MANY_HEADINGS;
  const text = (block: TypedBlock): TypedBlock => ({ ...block, part: "text" });
  if (tooMany) return blocks.map((block) => (isGuess(block) ? text(block) : block));
  return blocks.map((block, at) => {
    const next = blocks[at + 1]?.part;
    // A chapter over its articles; a title that is only a list's
    if (block.part === "article" && next === "article") return { ...block, part: "heading" };
    if (block.part === "headline" && (next === "introduction" || next === "item"))
      return { ...block, part: "heading" };
    if (!isGuess(block)) return block;
    let from = at;
    while (from > 0 && isGuess(blocks[from - 1] as TypedBlock)) from -= 1;
    let to = at + 1;
    while (to < blocks.length && isGuess(blocks[to] as TypedBlock)) to += 1;
    // The last line of a text is under something and over nothing
    const overNothing = to === blocks.length || kinds[to] === "source" || kinds[to] === "credit";
    return to - from > MAX_HEADINGS_IN_A_ROW || (overNothing && at > from)
      ? at > from
        ? text(block)
        : block
      : block;
  });
}

function kindsOf(text: string, blocks: readonly Block[]): PassageKind[] {
  const lines = blocks.map(({ start, end }) => text.slice(start, end));
  const isFirstHeadline = headlineOf({ text, blocks }) !== undefined;
  const kinds = lines.map((line, at) => kindOf(line, blocks[at] as Block, at, isFirstHeadline));
  // The name of a publisher between the last paragraph and the source lines is part of the sign-off.
  for (let at = lines.length - 1; at > 0; at -= 1) {
    if (kinds[at] === "source" || kinds[at] === "credit") continue;
    if (at < lines.length - 1 && isName(lines[at] as string)) kinds[at] = "source";
    break;
  }
  return kinds;
}

function kindOf(line: string, { role }: Block, at: number, isFirstHeadline: boolean): PassageKind {
  const bare = line.replace(STRAY_MARKUP, "");
  if (SOURCE.test(bare)) return "source";
  if (CREDIT.test(bare)) return "credit";
  if (at === 0 && isFirstHeadline) return "headline";
  if (role === "heading") return "subheading";
  if (role !== undefined) return at === 1 && isFirstHeadline ? "lead" : "body";
  if (BULLET.test(line)) return "caption";
  if (at > 0 && !CLOSED.test(bare) && bare.length <= MAX_SUBHEADING_LENGTH) return "subheading";
  return at === 1 && isFirstHeadline ? "lead" : "body";
}

/** A short line that does not end like a sentence. */
function isName(text: string): boolean {
  return text.length <= MAX_SUBHEADING_LENGTH && !/[.!?؟…]\s*$/u.test(text);
}

function isHeadline(line: string): boolean {
  const bare = line.replace(STRAY_MARKUP, "");
  return (
    !CLOSED.test(bare) &&
    bare.length <= MAX_HEADLINE_LENGTH &&
    !BULLET.test(line) &&
    !SOURCE.test(bare) &&
    !CREDIT.test(bare) &&
    !isArticleHead(line)
  );
}
