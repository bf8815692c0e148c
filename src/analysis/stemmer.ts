import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { LightStemmer, VerbAffixes } from "../languages/profile.ts";
import { wordLanguage } from "./script.ts";

type Stem = (folded: string) => string;

function groupBy<T>(items: readonly T[], letter: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(letter(item), [...(groups.get(letter(item)) ?? []), item]);
  return groups;
}

/**
 * A light stemmer and not a root finder: رئيسي and رأس must stay apart. One prefix is taken off, then suffixes in rounds; the tables are
 * tried in order, and the first that fits wins. By the letter that an affix begins or ends with: a lexicon of twenty thousand words is
 * stemmed at every start.
 */
function lightStemmer({ prefixes = [], suffixes, rounds, min, spellings }: LightStemmer): Stem {
  const byFirst = groupBy(prefixes, ([prefix]) => prefix.charAt(0));
  const byLast = groupBy(suffixes.trim().split(/\s+/), (suffix) => suffix.slice(-1));
  const letters = spellings?.split("|").map((pair) => pair.split(" ") as [string, string]) ?? [];
  return (typed) => {
    const folded = letters.reduce((word, [from, to]) => word.replaceAll(from, to), typed);
    let word = folded;
    for (const [prefix, remain] of byFirst.get(folded.charAt(0)) ?? [])
      if (folded.length - prefix.length >= remain && folded.startsWith(prefix)) {
        word = folded.slice(prefix.length);
        break;
      }
    for (let n = 0; n < rounds; n += 1) {
      const suffix = byLast
        .get(word.slice(-1))
        ?.find((s) => word.length - s.length >= min && word.endsWith(s));
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
  (prefix) => prefix.charAt(0),
);

const CONJUNCTIONS = new Set(
  Object.values(PROFILES).flatMap(({ proclitics }) => [...(proclitics?.conjunctions ?? "")]),
);

/** Whether a word may begin with a conjunction that is glued to it ("and", "so"): one letter. */
export const mayBeJoined = (word: string): boolean => CONJUNCTIONS.has(word.charAt(0));

/** A word with and without each of its proclitics, longest first, so that the bare word can be looked up in the lexicon before it is stemmed. */
export function withoutClitics(folded: string): string[] {
  const forms = [folded];
  for (const prefix of GLUED.get(folded.charAt(0)) ?? [])
    if (folded.length - prefix.length >= 3 && folded.startsWith(prefix))
      forms.push(folded.slice(prefix.length));
  return forms;
}

const VERBS = PROFILES.ar.verbs as VerbAffixes;
const PRESENT = groupBy(VERBS.present.split(" "), (prefix) => prefix.charAt(0));
const PERSONS = groupBy(VERBS.persons.split(" "), (suffix) => suffix.slice(-1));

/**
 * An Arabic verb in the third person, by which forms of one verb are compared: تسلّمت is تسلم, ستتسلمون is يتسلم. Two readings, since
 * only the dictionary can tell a present from a past; keys to compare by, asked for when word and stem are not known.
 */
export function verbKeys(folded: string): string[] {
  const suffix = PERSONS.get(folded.slice(-1))?.find(
    (s) => folded.endsWith(s) && folded.length - s.length >= 3,
  );
  const past = suffix ? folded.slice(0, -suffix.length) : folded;
  const prefix = PRESENT.get(past.charAt(0))?.find((p) => past.startsWith(p) && past.length - p.length >= 3);
  return prefix ? [past, `${VERBS.third}${past.slice(prefix.length)}`] : [past];
}
