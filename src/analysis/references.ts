import { SOURCE_LANGUAGES } from "../languages/all.ts";
import type { DateWords } from "../languages/source-language.ts";
import { normalize } from "./normalizer.ts";
import type { Token } from "./tokenizer.ts";

const SOURCE = SOURCE_LANGUAGES.ar as NonNullable<(typeof SOURCE_LANGUAGES)["ar"]>;
const DATES: DateWords = SOURCE.dates;

/** The months in all the names that the texts' press gives them, parted by `/`. */
export const MONTHS: readonly string[] = DATES.months;

const words = (list: string) => list.split(" ").map(normalize);

/** Words that denote a day or a month, folded and bare, except those that are also numbers or common words. */
export const DAY_WORDS: readonly string[] = words(DATES.days);

const YEAR = new Set(words(DATES.year));
const THIS = new Set(words(DATES.this));
const CURRENT = new Set(words(DATES.current));
const LAST = new Set(words(DATES.last));
const NEXT = new Set(words(DATES.next));

const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, at) => names.split("/").map((name): [string, number] => [normalize(name), at + 1])),
);

/** A year that a text gives relative to its publication date, and the tokens that give it. */
export interface SaidYear {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/**
 * "Last year", "this year", "last February", as years: news is written for its day and read for years.
 * @param published the day of publication, as `YYYY-MM-DD`
 */
export function saidYears(tokens: readonly Token[], published: string): SaidYear[] {
  const [year, month] = published.split("-").map(Number) as [number, number];
  const words = tokens.map(({ folded }) => folded.replace(/^[وف](?=ال|ه)/, ""));
  return words.flatMap((word, at) => {
    const before = words[at - 1] ?? "";
    if (YEAR.has(word) && THIS.has(before)) return [{ year, from: at - 1, to: at + 1 }];
    const turn = CURRENT.has(word) ? 0 : LAST.has(word) ? -1 : NEXT.has(word) ? 1 : undefined;
    if (turn === undefined) return [];
    if (YEAR.has(before)) return [{ year: year + turn, from: at - 1, to: at + 1 }];
    const named = monthBefore(words, at);
    if (named === undefined || turn === 0) return [];
    // The nearest such month on that side of the day
    const sameYear = turn < 0 ? named < month : named > month;
    return [{ year: sameYear ? year : year + turn, from: at, to: at + 1 }];
  });
}

/** The month that ends just before a word; its second name may be of two words. */
function monthBefore(words: readonly string[], at: number): number | undefined {
  const one = words[at - 1] ?? "";
  return MONTH_OF.get(one) ?? MONTH_OF.get(`${words[at - 2] ?? ""} ${one}`);
}
