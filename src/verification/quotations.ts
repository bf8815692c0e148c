import { normalize } from "../analysis/normalizer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import { PROFILES } from "../languages/all.ts";
import { LANGUAGES } from "../languages/codes.ts";
import type { Span } from "../model/corpus.ts";
import { answerTypeOfWord } from "../query/answer-type.ts";

/** The quoted words of a pasted text, and who the text says they are of. */
export interface Quotation {
  /** Without the marks around it. */
  readonly span: Span;
  /** Whether the words before it are told apart by their grammar alone, so that they may be the source's own. */
  readonly loose?: boolean;
  /** Ids; several where a name is shared, none where nobody is named. */
  readonly claimed: readonly string[];
}

export interface QuotationParts {
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
}

/** Marks that open and close a quotation; a straight one does both. */
const CLOSING: Readonly<Record<string, string>> = {
  "«": "»",
  "“": "”",
  "„": "“”",
  '"': '"',
  "”": "”",
  "「": "」",
  "‹": "›",
};
const MARK = new RegExp(`[${Object.entries(CLOSING).flat().join("")}]`, "gu");
/** Words before a quotation without marks that may be who said it. */
const MAX_LEAD = 8;
const MAX_TAIL = 6;
/** Words of one of several quotations; a shorter one is emphasis, or a name. */
const MIN_WORDS = 3;
/** "That", after which reported words begin. */
const THAT = new Set(
  Object.values(PROFILES).flatMap(({ that }) => (that === undefined ? [] : that.split(" ").map(normalize))),
);
/** Openings of "is it true that", beside the words that ask for a yes or a no. */
const IS_IT_TRUE = /^(?:правда|verdad|est)$/u;
const asksYesOrNo = (folded: string) =>
  IS_IT_TRUE.test(folded) || LANGUAGES.some((language) => answerTypeOfWord(folded, language) === "yes-no");

/** The stretches between marks, outermost only, in order; a mark that is never closed opens nothing. */
function marked(text: string): Span[] {
  const closedAt = new Map<number, number>();
  const open = Object.entries(CLOSING).map(([opening, closing]) => ({
    opening,
    closing,
    at: [] as number[],
  }));
  for (const { index, 0: mark } of text.matchAll(MARK))
    for (const { opening, closing, at } of open) {
      const last = closing.includes(mark) ? at.pop() : undefined;
      if (last !== undefined) closedAt.set(last, index);
      if (mark === opening) at.push(index);
    }
  const spans: Span[] = [];
  for (const [start, end] of [...closedAt].sort((a, b) => a[0] - b[0]))
    if (start > (spans.at(-1)?.[1] ?? -1)) spans.push([start + 1, end]);
  return spans;
}

interface Read {
  readonly leaders: Leaders;
  readonly tokens: readonly Token[];
  readonly people: ReturnType<Leaders["find"]>;
  /** Whether a token may stand around a quotation: a name, a verb of saying, a small word. */
  readonly frame: (at: number) => boolean;
  readonly says: (at: number) => boolean;
}

function read(tokens: readonly Token[], { leaders, lexicon }: QuotationParts): Read {
  let people: Read["people"] | undefined;
  const named = () => {
    people ??= leaders.find(tokens);
    return people;
  };
  // Asked for a few words of a long text only
  const says = (at: number) =>
    LANGUAGES.some((language) =>
      lexicon
        .match(tokens.slice(at, at + 1), language)
        .some((m) => m.concepts.some((c) => lexicon.concepts[c]?.kind === "say")),
    );
  const frame = (at: number) => {
    const folded = tokens[at]?.folded ?? "";
    return (
      LANGUAGES.some((l) => isStopword(folded, l) || answerTypeOfWord(folded, l) !== undefined) ||
      IS_IT_TRUE.test(folded) ||
      named().some((m) => m.from <= at && at < m.to) ||
      says(at)
    );
  };
  return {
    leaders,
    tokens,
    frame,
    says,
    // Most of what is pasted has nothing around it
    get people() {
      return named();
    },
  };
}

/** What to check in a pasted text: the whole of it, unless it says by marks, a colon or a verb of saying where the quotation is. */
export function quotationIn(text: string, words: readonly Token[], parts: QuotationParts): Quotation {
  const lines = read(words, parts);
  const { tokens, frame } = lines;
  const spans = marked(text);
  const first = spans[0];
  const last = spans.at(-1);
  if (first && last) {
    const within = (token: Token) => token.start >= first[0] && token.end <= last[1];
    const outside = tokens.map((_, at) => at).filter((at) => !within(tokens[at] as Token));
    const inside = tokens.length - outside.length;
    // Between the marks of most of it, or of all but who said it
    if (inside > 0 && (outside.length < inside || outside.every(frame)))
      return { span: [first[0], last[1]], claimed: claimedBy(lines, outside) };
  }
  return unmarked(text, lines);
}

function unmarked(text: string, lines: Read): Quotation {
  const { tokens, frame, says } = lines;
  let from = 0;
  let start = 0;
  let loose = false;
  const colon = text.search(/:(?!\/\/)/u);
  const before = tokens.filter((token) => token.end <= colon).length;
  const lead = (to: number) => tokens.slice(0, to).map((_, at) => at);
  if (colon >= 0 && before > 0 && before <= MAX_LEAD && before < tokens.length) {
    if (lead(before).every(frame) && lead(before).some((at) => says(at) || named(lines, at))) {
      from = before;
      start = colon + 1;
    }
  } else if (lead(MAX_LEAD).some(says)) {
    const person = lines.people.find((m) => m.to <= MAX_LEAD && lead(m.to).every(frame));
    const verb = person ? lead(person.to + 1).findLastIndex(says) : -1;
    if (person && verb >= 0) {
      loose = true;
      from = Math.max(person.to, verb + 1);
      if (THAT.has(tokens[from]?.folded ?? "")) from += 1;
      start = tokens[from]?.start ?? text.length;
    }
  }
  // Too little is left to be what somebody is said to have said
  if (tokens.length - from < (colon >= 0 ? 1 : MIN_WORDS)) [from, start] = [0, 0];
  let to = tokens.length;
  let end = text.length;
  const tail = /(?:\s[—–-]\s*|\(\s*)(?=[^—–()]*\)?\s*$)/u.exec(text);
  if (tail && tail.index > start) {
    const rest = tokens.findIndex((token) => token.start >= tail.index);
    const short = rest > from && tokens.length - rest <= MAX_TAIL;
    const named_ = short && lines.people.some((m) => m.from >= rest);
    if (named_ && lead(to).slice(rest).every(frame)) [to, end] = [rest, tail.index];
  }
  const outside = tokens.map((_, at) => at).filter((at) => at < from || at >= to);
  return { span: trimmed(text, [start, end]), claimed: claimedBy(lines, outside), loose };
}

const named = ({ people }: Read, at: number) => people.some((m) => m.from <= at && at < m.to);

/** Whom the words around a quotation name first. */
function claimedBy({ tokens, leaders }: Read, outside: readonly number[]): readonly string[] {
  const around = new Set(outside);
  const last = outside.at(-1) ?? -1;
  for (const { from, ids } of leaders.each(tokens)) {
    if (from > last) break;
    if (around.has(from) && ids.length > 0) return ids;
  }
  return [];
}

/** Without white space at the ends, a mark that opens or closes nothing there, or the question mark of who asks. */
function trimmed(text: string, [start, end]: Span): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.replace(/^[\s«“”„"'‹]+/u, "").length;
  const tail = part.length - part.replace(/[\s»”“"'›]+$/u, "").length;
  return lead >= part.length ? [start, end] : [start + lead, Math.max(start + lead, end - tail)];
}

/** Several quotations in one message, each with the words around it; the whole message where it holds one. */
export function quotationsIn(text: string, parts: QuotationParts): Span[] {
  const spans = marked(text).filter(([a, b]) => tokenize(text.slice(a, b)).length >= MIN_WORDS);
  if (spans.length < 2) return [[0, text.length]];
  const { tokens, frame } = read(tokenize(text), parts);
  const outside = tokens
    .map((_, at) => at)
    .filter((at) => !spans.some((s) => isInside(tokens[at] as Token, s)));
  if (!outside.every(frame)) return [[0, text.length]];
  // Each with the text before it, the last with the text after it as well
  return spans.map(([, end], at): Span => {
    const from = at === 0 ? 0 : (spans[at - 1] as Span)[1] + 1;
    return [from, at === spans.length - 1 ? text.length : end + 1];
  });
}

export const isInside = (token: Token, [start, end]: Span) => token.start >= start && token.end <= end;

/**
 * Whether a message is a question after a quotation: little but somebody, a verb of saying, and words between marks. "What did he say
 * about “…”" asks for something else.
 */
export function asksAboutQuotation(text: string, parts: QuotationParts): boolean {
  const spans = marked(text).filter(([a, b]) => tokenize(text.slice(a, b)).length >= MIN_WORDS);
  const first = spans[0];
  if (!first) return false;
  const lines = read(tokenize(text), parts);
  const { tokens, frame, says } = lines;
  const outside = tokens
    .map((_, at) => at)
    .filter((at) => !spans.some((s) => isInside(tokens[at] as Token, s)));
  if (!outside.every(frame)) return false;
  const lead = outside.filter((at) => (tokens[at] as Token).end <= first[0]);
  const asks = lead.some((at) => {
    const { folded } = tokens[at] as Token;
    if (THAT.has(folded) || asksYesOrNo(folded) || says(at) || named(lines, at)) return false;
    return LANGUAGES.some((l) => (answerTypeOfWord(folded, l) ?? "yes-no") !== "yes-no");
  });
  const speaks = outside.some(says) || /:\s*$/u.test(text.slice(0, first[0] - 1));
  if (asks || !speaks || !outside.some((at) => named(lines, at) || asksYesOrNo((tokens[at] as Token).folded)))
    return false;
  const last = lead.at(-1);
  // A preposition before the marks makes them the subject of a question
  return (
    last === undefined ||
    says(last) ||
    named(lines, last) ||
    THAT.has((tokens[last] as Token).folded) ||
    /[:،,]\s*$/u.test(text.slice(0, first[0] - 1))
  );
}
