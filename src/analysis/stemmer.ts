import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { LightStemmer, VerbAffixes } from "../languages/profile.ts";
import { wordLanguage } from "./script.ts";

type Stem = (folded: string) => string;

/** Items by the UTF-16 unit of a letter: an Arabic letter by itself would be a new string each time that it is looked up. */
function groupBy<T>(items: readonly T[], unit: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(unit(item), [...(groups.get(unit(item)) ?? []), item]);
  return groups;
}

const first = (affix: string) => affix.charCodeAt(0);
const last = (affix: string) => affix.charCodeAt(affix.length - 1);
const NONE: readonly never[] = [];

/** The first of the suffixes that a word ends with and that leaves so many letters of it. */
function suffixOf(word: string, suffixes: ReadonlyMap<number, readonly string[]>, min: number) {
  for (const suffix of suffixes.get(last(word)) ?? NONE)
    if (word.length - suffix.length >= min && word.endsWith(suffix)) return suffix;
  return undefined;
}

/**
 * A light stemmer and not a root finder: رئيسي and رأس must stay apart. One prefix is taken off, then suffixes in rounds; the tables are
 * tried in order, and the first that fits wins. By the letter that an affix begins or ends with: a lexicon of twenty thousand words is
 * stemmed at every start.
 */
function lightStemmer({ prefixes = [], suffixes, rounds, min, spellings }: LightStemmer): Stem {
  const byFirst = groupBy(prefixes, ([prefix]) => first(prefix));
  const byLast = groupBy(suffixes.trim().split(/\s+/), last);
  const letters = spellings?.split("|").map((pair) => pair.split(" ") as [string, string]) ?? [];
  return (typed) => {
    const folded = letters.reduce((word, [from, to]) => word.replaceAll(from, to), typed);
    let word = folded;
    for (const [prefix, remain] of byFirst.get(first(folded)) ?? NONE)
      if (folded.length - prefix.length >= remain && folded.startsWith(prefix)) {
        word = folded.slice(prefix.length);
        break;
      }
    for (let n = 0; n < rounds; n += 1) {
      const suffix = suffixOf(word, byLast, min);
      if (!suffix) break;
      word = word.slice(0, -suffix.length);
    }
    return word;
  };
}

const STEMMERS: ReadonlyMap<Language, Stem> = new Map(
  Object.values(PROFILES).map(({ code, stemmer }) => [
    code,
    typeof stemmer === "function" ? stemmer : lightStemmer(stemmer),
  ]),
);

/** The stem of a folded word. A stemmer is only ever given words in its own language's script. */
export function stem(folded: string, language: Language): string {
  return (STEMMERS.get(wordLanguage(folded, language)) as Stem)(folded);
}

const GLUED = groupBy(
  Object.values(PROFILES).flatMap(({ proclitics }) => proclitics?.glued.split(" ") ?? []),
  first,
);

const CONJUNCTIONS = new Set(
  Object.values(PROFILES).flatMap(({ proclitics }) => [...(proclitics?.conjunctions ?? "")]),
);

/** Whether a word may begin with a conjunction that is glued to it ("and", "so"): one letter. */
export const mayBeJoined = (word: string): boolean => CONJUNCTIONS.has(word.charAt(0));

/** A word with and without each of its proclitics, longest first, so that the bare word can be looked up in the lexicon before it is stemmed. */
export function withoutClitics(folded: string): string[] {
  const forms = [folded];
  for (const prefix of GLUED.get(first(folded)) ?? NONE)
    if (folded.length - prefix.length >= 3 && folded.startsWith(prefix))
      forms.push(folded.slice(prefix.length));
  return forms;
}

const VERBS = PROFILES.ar.verbs as VerbAffixes;
const PRESENT = groupBy(VERBS.present.split(" "), first);
const PERSONS = groupBy(VERBS.persons.split(" "), last);

/**
 * An Arabic verb in the third person, by which forms of one verb are compared: تسلّمت is تسلم, ستتسلمون is يتسلم. Two readings, since
 * only the dictionary can tell a present from a past; keys to compare by, asked for when word and stem are not known.
 */
export function verbKeys(folded: string): string[] {
  const suffix = suffixOf(folded, PERSONS, 3);
  const past = suffix ? folded.slice(0, -suffix.length) : folded;
  for (const prefix of PRESENT.get(first(past)) ?? NONE)
    if (past.length - prefix.length >= 3 && past.startsWith(prefix))
      return [past, `${VERBS.third}${past.slice(prefix.length)}`];
  return [past];
}
