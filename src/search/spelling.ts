import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { Language, Reading } from "../model.ts";
import { distance } from "../text/distance.ts";
import { fold, rasm } from "../text/fold.ts";
import { askedBy } from "../text/questions.ts";
import { stemArabic, withoutClitics } from "../text/stem.ts";
import { isStopword } from "../text/stopwords.ts";
import type { Token } from "../text/tokens.ts";
import { fromArabizi, romanise, skeleton } from "../text/transliterate.ts";
import type { PassageIndex } from "./passage-index.ts";
import { Words } from "./words.ts";

/** What an unknown word is taken for. */
export interface WordReading {
  /** A folded word of the corpus or of the lexicon. */
  readonly word: string;
  readonly language: Language;
  /** 1 when only dots or script differ, less with every doubtful letter. */
  readonly likeness: number;
  /** Set when it is a name of this leader. */
  readonly person?: string;
}

/** Distance that a word of each length may be off; below, nothing is corrected. */
const LIMITS: readonly (readonly [length: number, limit: number])[] = [
  [8, 2],
  [6, 1.6],
  [5, 1.3],
  [4, 1],
  [3, 0.6],
];
const limitOf = (length: number) => LIMITS.find(([least]) => length >= least)?.[1] ?? 0;
/** Keys with fewer consonants fit too many words. */
const MIN_SKELETON = 2;
/** Words with the same consonants that are compared. */
const MOST_ALIKE = 400;
/** Romanised words that are kept. */
const MOST_ROMANISED = 20_000;
/** Words of a message in Latin letters that are read as Arabic. */
const MOST_WORDS = 100;

/**
 * Reads words that neither the corpus nor the lexicon has: other letters for the same sound, lost dots, slips of the finger, names in another
 * script. Never a number, and never one known word for another.
 */
export class Speller {
  /** By the drawing without dots, and by the consonants; built when the first unknown word needs them, as most questions have none. */
  private rasms: Map<string, string[]> | undefined;
  private skeletons: Map<string, string[]> | undefined;
  /** Arabic words by length, for slips. */
  private lengths: Map<number, Words> | undefined;
  /** Names of one word by script, with whose they are. */
  private readonly names = new Map<Script, Words>();
  private readonly owners = new Map<string, string>();
  private readonly roman = new Map<string, string>();

  constructor(
    private readonly index: PassageIndex,
    private readonly lexicon: Lexicon,
    leaders: Leaders,
  ) {
    for (const [name, ids] of leaders.names()) {
      if (name.includes(" ") || ids.length !== 1 || name.length < 4) continue;
      this.owners.set(name, ids[0] as string);
      const script = scriptOf(name);
      const list = this.names.get(script) ?? new Words();
      list.add(name);
      this.names.set(script, list);
    }
  }

  private *words(): Iterable<string> {
    for (const word of new Set([...this.index.vocabulary.keys(), ...this.lexicon.arabicWords]))
      if (word.length >= 3) yield word;
  }

  private get byRasm(): ReadonlyMap<string, readonly string[]> {
    if (!this.rasms) {
      this.rasms = new Map();
      for (const word of this.words()) push(this.rasms, rasm(word), word);
    }
    return this.rasms;
  }

  private get bySkeleton(): ReadonlyMap<string, readonly string[]> {
    if (!this.skeletons) {
      this.skeletons = new Map();
      for (const word of this.words()) push(this.skeletons, skeleton(word), word);
      // what fits more words than this is told apart by nothing but how frequent they are
      for (const [key, words] of this.skeletons)
        if (words.length > MOST_ALIKE) this.skeletons.set(key, this.mostFrequent(words, MOST_ALIKE));
    }
    return this.skeletons;
  }

  private get byLength(): ReadonlyMap<number, Words> {
    if (!this.lengths) {
      this.lengths = new Map();
      for (const word of this.words()) {
        const list = this.lengths.get(word.length) ?? new Words();
        list.add(word);
        this.lengths.set(word.length, list);
      }
    }
    return this.lengths;
  }

  private mostFrequent(words: readonly string[], most: number): string[] {
    const { vocabulary } = this.index;
    const chosen = new Set(
      words.toSorted((a, b) => (vocabulary.get(b) ?? 0) - (vocabulary.get(a) ?? 0)).slice(0, most),
    );
    return words.filter((word) => chosen.has(word));
  }

  private romanised(word: string): string {
    let known = this.roman.get(word);
    if (known === undefined) {
      if (this.roman.size >= MOST_ROMANISED) this.roman.clear();
      known = romanise(word);
      this.roman.set(word, known);
    }
    return known;
  }

  /** The likeliest reading of an unknown word, if one is likely enough. */
  read(folded: string, language: Language): WordReading | undefined {
    const arabic = /[\u0600-\u06ff]/.test(folded);
    return this.readName(folded) ?? (arabic ? this.readArabic(folded) : this.readForeign(folded, language));
  }

  private readName(folded: string): WordReading | undefined {
    let best: WordReading | undefined;
    for (const form of /[\u0600-\u06ff]/.test(folded) ? withoutClitics(folded) : [folded]) {
      const limit = Math.min(limitOf(form.length), 1.2);
      if (form.length < 4) continue;
      for (const [name, off] of this.names.get(scriptOf(form))?.near(form, limit) ?? []) {
        const likeness = 1 - off / form.length;
        if (likeness > (best?.likeness ?? 0))
          best = { word: name, language: "ar", likeness, person: this.owners.get(name) as string };
      }
    }
    return best;
  }

  private readArabic(folded: string): WordReading | undefined {
    // an undotted beh may be any of five letters: it takes part in no other comparison
    for (const form of withoutClitics(folded)) {
      const same = this.byRasm.get(rasm(form));
      const word = same && this.likeliest(same, form);
      if (word) return { word, language: "ar", likeness: 0.9 };
    }
    let best: WordReading | undefined;
    let bestFrequency = 0;
    for (const form of withoutClitics(folded)) {
      const limit = limitOf(form.length);
      if (limit === 0) continue;
      for (let length = form.length - 2; length <= form.length + 2; length += 1)
        for (const [word, off] of this.byLength.get(length)?.near(form, limit) ?? []) {
          const likeness = 1 - off / Math.max(form.length, word.length);
          const frequency = this.index.vocabulary.get(word) ?? 0;
          // a word of the corpus before one of the lexicon alone, then the more frequent
          const better = likeness + (frequency > 0 ? 0.08 : 0) + Math.min(frequency, 20) / 1000;
          const standing = best
            ? best.likeness + (bestFrequency > 0 ? 0.08 : 0) + Math.min(bestFrequency, 20) / 1000
            : 0;
          if (better > standing) {
            best = { word, language: "ar", likeness };
            bestFrequency = frequency;
          }
        }
    }
    return best;
  }

  /** A name in another script: same consonants, then the vowels decide. */
  private readForeign(folded: string, _language: Language): WordReading | undefined {
    if (folded.length < 4) return undefined;
    const key = skeleton(folded);
    if (key.length <= MIN_SKELETON) return undefined;
    const own = romanise(folded);
    let best: WordReading | undefined;
    for (const word of this.bySkeleton.get(key) ?? []) {
      if (!this.index.vocabulary.has(word)) continue;
      const other = this.romanised(word);
      const off = distance(own, other, own.length / 2);
      const likeness = 1 - off / Math.max(own.length, other.length, 1);
      if (Number.isFinite(off) && likeness > Math.max(0.6, best?.likeness ?? 0))
        best = { word, language: "ar", likeness };
    }
    return best;
  }

  private likeliest(words: readonly string[], form: string): string | undefined {
    if (words.includes(form)) return form;
    return words.toSorted(
      (a, b) => (this.index.vocabulary.get(b) ?? 0) - (this.index.vocabulary.get(a) ?? 0) || (a < b ? -1 : 1),
    )[0];
  }

  /** Arabic typed in Latin letters, word by word: each as the likeliest Arabic word, or left as it is. */
  fromArabizi(tokens: readonly Token[], readings: Reading[]): Token[] {
    return tokens.map((token, at) => {
      if (at >= MOST_WORDS || !/[a-z]/.test(token.folded)) return token;
      const arabic = this.arabicOf(token.folded);
      if (!arabic) return token;
      if (!isStopword(arabic, "ar") && !askedBy(arabic, "ar"))
        readings.push({ typed: token.text, as: arabic });
      return { ...token, folded: arabic };
    });
  }

  private arabicOf(latin: string): string | undefined {
    const small = ARABIZI_SMALL.get(latin);
    if (small) return small;
    const spelled = fold(fromArabizi(latin));
    if (isStopword(spelled, "ar") || askedBy(spelled, "ar")) return spelled;
    let best: string | undefined;
    let bestScore = 0.55;
    for (const form of arabiziForms(latin)) {
      const guess = fold(fromArabizi(form));
      const own = romanise(guess);
      for (const word of this.bySkeleton.get(skeleton(guess)) ?? []) {
        const other = this.romanised(word);
        const off = distance(own, other, own.length);
        const likeness = 1 - off / Math.max(own.length, other.length, 1);
        const score = likeness + (this.index.vocabulary.has(word) ? 0.1 : 0);
        if (score > bestScore) {
          best = word;
          bestScore = score;
        }
      }
    }
    return best ?? (spelled.length >= 3 ? stemArabic(spelled) && spelled : undefined);
  }
}

function arabiziForms(latin: string): string[] {
  const forms = [latin];
  for (const article of ["el", "al", "il", "wel", "wal", "bel", "fel", "bil", "fil", "w", "b", "l"])
    if (latin.startsWith(article) && latin.length - article.length >= 3)
      forms.push(latin.slice(article.length));
  return forms;
}

/** The small words of Arabizi, whose vowels are all they have. */
const ARABIZI_SMALL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    في: "fi fe fee",
    من: "men min mn",
    على: "ala 3ala 3la 3a",
    عن: "an 3an 3n",
    ما: "ma",
    ماذا: "maza matha mada",
    متى: "meta mata",
    امتى: "emta imta",
    ايه: "eh eih eyh",
    شو: "shu sho shou chou",
    وين: "wein wen wayn",
    فين: "fein fen feen",
    ليه: "leh leih lih",
    ليش: "lesh leish lech",
    كم: "kam",
    كام: "kaam",
    كيف: "kif keef kayf",
    ازاي: "ezay ezzay",
    هل: "hal",
    مين: "meen mien",
    اللي: "elli illi ely eli yalli lli",
    الى: "ila ela",
    مع: "ma3 m3a",
    بين: "ben bein bayn been",
    قبل: "abl abel 2abl qabl qabel",
    بعد: "ba3d",
    هو: "howa huwa",
    هي: "heya hiya",
    يا: "ya",
    و: "w wa we",
    قال: "2al qal gal 9al aal",
    شنو: "shnu shno chnou chno",
    وش: "wesh wsh",
    ايش: "esh aish eish",
    لماذا: "limatha lmaza limaza",
    اي: "ay ayy",
    كل: "kol kul",
    بيقول: "be2ol bi2ol by2ol",
    عند: "3and",
    كان: "kan",
    لا: "la",
    حول: "7awl hawl",
    لما: "lamma lama",
  }).flatMap(([arabic, latin]) => latin.split(" ").map((word): [string, string] => [word, fold(arabic)])),
);

type Script = "arabic" | "cyrillic" | "latin";

function scriptOf(word: string): Script {
  if (/[\u0600-\u06ff]/.test(word)) return "arabic";
  return /[\u0400-\u04ff]/.test(word) ? "cyrillic" : "latin";
}

function push<K>(map: Map<K, string[]>, key: K, word: string): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
