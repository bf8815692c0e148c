import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { LanguageProfile } from "../languages/profile.ts";
import { normalize } from "./normalizer.ts";
import { stem } from "./stemmer.ts";

interface SmallWords {
  readonly words: ReadonlySet<string>;
  /** Their stems, where small words take endings. */
  readonly stems: ReadonlySet<string> | undefined;
  /** "And" and "so", which attach to function words as to any other. */
  readonly conjunctions: string;
  readonly whole: ReadonlySet<string>;
}

const fold = (list: string) => list.trim().split(/\s+/).map(normalize);

function smallWords({ code, stopwords, proclitics }: LanguageProfile): SmallWords {
  const { suffixed, inflected } = stopwords;
  const suffixes = suffixed?.suffixes.split(" ") ?? [];
  const words = new Set([
    ...fold(stopwords.words),
    ...(suffixed?.words.split(" ") ?? []).flatMap((word) =>
      suffixes.map((suffix) => normalize(word + suffix)),
    ),
  ]);
  return {
    words,
    stems: inflected ? new Set([...words].map((word) => stem(word, code))) : undefined,
    conjunctions: proclitics?.conjunctions ?? "",
    whole: new Set(fold(proclitics?.whole ?? "")),
  };
}

const STOPWORDS = new Map(Object.values(PROFILES).map((profile) => [profile.code, smallWords(profile)]));

/** Whether a folded word carries no content in a language. */
export function isStopword(folded: string, language: Language): boolean {
  const { words, stems, conjunctions, whole } = STOPWORDS.get(language) as SmallWords;
  if (words.has(folded)) return true;
  if (folded.length > 3 && conjunctions.includes(folded.charAt(0)))
    return !whole.has(folded) && words.has(folded.slice(1));
  return stems !== undefined && folded.length > 4 && stems.has(stem(folded, language));
}
