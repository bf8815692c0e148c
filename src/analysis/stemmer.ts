import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as russian } from "@orama/stemmers/russian";
import type { Language } from "../model.ts";
import { wordLanguage } from "./script.ts";

/**
 * Light stemming for Arabic: light10 (Larkey, Ballesteros, Connell 2007), widened by the clitics that news and chat glue on.
 * A light stemmer and not a root finder: رئيسي and رأس must stay apart. Tables are tried in order; the first that fits wins.
 */

/** Prefix, and the letters that must remain behind it. */
const PREFIXES: readonly (readonly [prefix: string, remain: number])[] = [
  ["وبال", 3],
  ["وال", 3],
  ["فال", 3],
  ["بال", 3],
  ["كال", 3],
  ["هال", 3],
  ["عال", 3],
  ["ولل", 3],
  ["فلل", 3],
  ["لل", 3],
  ["ال", 3],
  ["وب", 4],
  ["ول", 4],
  ["وس", 4],
  ["فس", 4],
];
/** Single letters are often of the word itself, so more must remain. */
const CLITICS: readonly (readonly [prefix: string, remain: number])[] = [
  ["و", 3],
  ["ف", 4],
  ["ل", 4],
  ["ب", 4],
];
const SUFFIXES: readonly string[] = [
  "هما",
  "تين",
  "تان",
  "تهم",
  "تها",
  "تنا",
  "تكم",
  "هم",
  "هن",
  "كم",
  "نا",
  "ها",
  "ان",
  "ات",
  "ون",
  "ين",
  "يه",
  "ته",
  "ه",
  "ي",
  "ا",
];
const MAX_SUFFIXES = 3;
const MIN_STEM = 3;

/** By the letter that an affix begins or ends with: a lexicon of twenty thousand words is stemmed at every start. */
const PREFIXES_BY_FIRST = groupBy([...PREFIXES, ...CLITICS], ([prefix]) => prefix.charAt(0));
const SUFFIXES_BY_LAST = groupBy(SUFFIXES, (suffix) => suffix.slice(-1));

function groupBy<T>(items: readonly T[], letter: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(letter(item), [...(groups.get(letter(item)) ?? []), item]);
  return groups;
}

export function stemArabic(folded: string): string {
  for (const [prefix, remain] of PREFIXES_BY_FIRST.get(folded.charAt(0)) ?? [])
    if (folded.length - prefix.length >= remain && folded.startsWith(prefix))
      return stripSuffixes(folded.slice(prefix.length));
  return stripSuffixes(folded);
}

function stripSuffixes(word: string): string {
  let stem = word;
  for (let n = 0; n < MAX_SUFFIXES; n += 1) {
    const suffix = SUFFIXES_BY_LAST.get(stem.slice(-1))?.find(
      (s) => stem.length - s.length >= MIN_STEM && stem.endsWith(s),
    );
    if (!suffix) break;
    stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

const GLUED = groupBy(
  "افبال افال ابال اوال وبال وكال فبال وهال بهال عهال لهال فهال وعال وال فال بال كال هال عال ولل فلل لل ال وب ول فب فل و ف ب ل ك ع".split(
    " ",
  ),
  (prefix) => prefix.charAt(0),
);

/** What may stand glued before an Arabic word, longest first: to look the bare word up in the lexicon before it is stemmed. */
export function withoutClitics(folded: string): string[] {
  const forms = [folded];
  for (const prefix of GLUED.get(folded.charAt(0)) ?? [])
    if (folded.length - prefix.length >= 3 && folded.startsWith(prefix))
      forms.push(folded.slice(prefix.length));
  return forms;
}

/** Present tense: whoever acts, in whatever dialect, one spelling; longest first. */
const PRESENT = groupBy("سي ست سن سا بي بت بن حي حت هي هت كي كت ت ن ا".split(" "), (p) => p.charAt(0));
const PERSONS = groupBy("وها وه تها ته تم نا ها هم وا ون و ت ه".split(" "), (s) => s.slice(-1));

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
  return prefix ? [past, `ي${past.slice(prefix.length)}`] : [past];
}

const PERSIAN_SUFFIXES = ["هايي", "هاي", "ها", "تر", "ترين", "ان", "ام", "اش", "ي"];

function stemPersian(folded: string): string {
  let word = folded.startsWith("مي") && folded.length > 5 ? folded.slice(2) : folded;
  const suffix = PERSIAN_SUFFIXES.find((s) => word.length - s.length >= 3 && word.endsWith(s));
  if (suffix) word = word.slice(0, -suffix.length);
  return word;
}

/**
 * Turkish over folded letters, since people type it without its dots; Snowball's needs them, and turns `denizi` into `de`.
 * Case, possessive and plural endings, the copula, then the commonest of the verb; four letters must remain. The consonants that join
 * an ending to a vowel come off too: only a dictionary knows whether `savasi` is savas-i or sava-si, so both must come to one stem.
 */
const TURKISH_SUFFIXES = (
  "maktadir mektedir maktaydi mekteydi acaktir ecektir mistir mustur " +
  "larindan lerinden larinin lerinin larinda lerinde larina lerine larini lerini lardan lerden larin lerin " +
  "larda lerde lara lere lari leri lar ler sindan sinden sundan sinda sinde sunda sinin sunun sina sine suna sini sunu " +
  "indan inden undan inda inde unda daki deki taki teki acak ecek iyor uyor mis mus nin nun dan den tan ten " +
  "ina ine una ini unu dir dur tir tur da de ta te di du ti tu si su in un im um ya ye yi yu na ne ni nu mak mek ma me i u a e n s t y"
).split(" ");
const TURKISH_ROUNDS = 3;
const TURKISH_MIN = 4;

function stemTurkish(folded: string): string {
  let word = folded;
  for (let n = 0; n < TURKISH_ROUNDS; n += 1) {
    const suffix = TURKISH_SUFFIXES.find((s) => word.length - s.length >= TURKISH_MIN && word.endsWith(s));
    if (!suffix) break;
    word = word.slice(0, -suffix.length);
  }
  return word;
}

const STEMMERS: Readonly<Record<Language, (folded: string) => string>> = {
  ar: stemArabic,
  fa: stemPersian,
  en: english,
  fr: french,
  ru: russian,
  tr: stemTurkish,
};

/** The stem of a folded word. A word in Arabic letters is never given to a stemmer for Latin or Cyrillic, nor the reverse. */
export function stem(folded: string, language: Language): string {
  return STEMMERS[wordLanguage(folded, language)](folded);
}
