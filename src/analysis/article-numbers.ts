import { PROFILES } from "../languages/all.ts";
import type { Articles } from "../languages/profile.ts";
import { normalize } from "./normalizer.ts";
import { isNumber, type Token } from "./tokenizer.ts";

/** The numbers of articles, sections and clauses, in digits or in words: "the twelfth article" and المادة الثانية عشرة are article 12. */
export interface ArticleNumber {
  readonly number: number;
  /** Tokens of the number itself, half-open. */
  readonly from: number;
  readonly to: number;
}

const words = (list: string) => list.trim().split(/\s+/).map(normalize);

interface Numbering {
  readonly nouns: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** Number words by value, folded. */
  readonly values: ReadonlyMap<string, number>;
  readonly endings: RegExp | undefined;
}

/** By language: "article on" names no tenth article, although "on" is Turkish for ten. */
const NUMBERINGS: readonly Numbering[] = Object.values(PROFILES).map(({ articles }) => numberingOf(articles));
const ALL_NOUNS = new Set(NUMBERINGS.flatMap(({ nouns }) => [...nouns]));
const TEXT = new Set(
  Object.values(PROFILES).flatMap(({ articles }) => words((articles as Articles).text ?? "")),
);
const MAX_NUMBER_WORDS = 6;

function numberingOf({ nouns, and = "", numbers, endings }: Articles): Numbering {
  const values = new Map<string, number>();
  for (const { from, step, words: list } of numbers)
    list.split("|").forEach((same, at) => {
      for (const word of words(same)) values.set(word, from + at * step);
    });
  return { nouns: new Set(words(nouns)), and: new Set(words(and)), values, endings };
}

function valueOfWord(folded: string, { values, endings }: Numbering): number | undefined {
  const forms = [folded, folded.replace(/^و/, ""), folded.replace(/^و?ال/, "")];
  if (endings) forms.push(folded.replace(endings, ""));
  return forms.map((form) => values.get(form)).find((value) => value !== undefined);
}

/** The number that begins at a token, in digits or in words, and the token after it. */
function numberAt(
  tokens: readonly Token[],
  from: number,
  numbering: Numbering,
): { number: number; to: number } | undefined {
  const first = tokens[from];
  if (!first) return undefined;
  if (isNumber(first.folded))
    return /^\d{1,4}$/.test(first.folded) ? { number: Number(first.folded), to: from + 1 } : undefined;
  let number: number | undefined;
  let to = from;
  for (let at = from; at < tokens.length && at < from + MAX_NUMBER_WORDS; at += 1) {
    const { folded } = tokens[at] as Token;
    if (number !== undefined && numbering.and.has(folded)) continue;
    const value = valueOfWord(folded, numbering);
    if (value === undefined) break;
    // "two hundred", "quatre vingt"; what is smaller is added: twenty-one, الحادية والعشرون
    const times =
      number !== undefined &&
      number < 10 &&
      (value === 100 || (value === 20 && number === 4 && folded.startsWith("vingt")));
    number = times ? (number as number) * value : (number ?? 0) + value;
    to = at + 1;
  }
  return number === undefined ? undefined : { number, to };
}

/** The longest number in words that ends right before a token. */
function numberBefore(
  tokens: readonly Token[],
  to: number,
  numbering: Numbering,
): { number: number; from: number } | undefined {
  for (let from = Math.max(0, to - MAX_NUMBER_WORDS); from < to; from += 1) {
    const found = numberAt(tokens, from, numbering);
    if (found?.to === to) return { number: found.number, from };
  }
  return undefined;
}

/** Whether a word of a question that names an article asks what the article says, rather than about something in it. */
export const asksForText = (folded: string) => TEXT.has(folded);

/** Whether the number is written in words; digits are matched as they stand. */
export const isInWords = (tokens: readonly Token[], { from }: ArticleNumber) =>
  !isNumber((tokens[from] as Token).folded);

/** The articles that a text names, by the noun and the number behind it or before it. */
export function articleNumbers(tokens: readonly Token[]): ArticleNumber[] {
  const found: ArticleNumber[] = [];
  tokens.forEach(({ folded }, at) => {
    if (!ALL_NOUNS.has(folded)) return;
    for (const numbering of NUMBERINGS.filter(({ nouns }) => nouns.has(folded))) {
      const after = numberAt(tokens, at + 1, numbering);
      const before = after ? undefined : numberBefore(tokens, at, numbering);
      if (after) found.push({ number: after.number, from: at + 1, to: after.to });
      else if (before) found.push({ number: before.number, from: before.from, to: at });
      if (after || before) return;
    }
  });
  return found;
}
