import { editDistance } from "../analysis/edit-distance.ts";
import { rasm } from "../analysis/normalizer.ts";
import { scriptOf } from "../analysis/script.ts";
import { withoutClitics } from "../analysis/stemmer.ts";
import { romanise, skeleton } from "../analysis/transliteration.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Script } from "../languages/script.ts";
import { FuzzyDictionary } from "./fuzzy-dictionary.ts";

/** What an unknown word is read as. */
export interface WordCorrection {
  /** A folded word of the corpus or of the lexicon. */
  readonly word: string;
  /** 1 when only dots or script differ, less with every doubtful letter. */
  readonly likeness: number;
  /** Set when it is a name of this leader. */
  readonly person?: string;
}

/** Maximum distance by word length; shorter words are not corrected. */
const LIMITS: readonly (readonly [length: number, limit: number])[] = [
  [9, 1.8],
  [7, 1.4],
  [6, 1.1],
  [4, 0.9],
  [3, 0.4],
];
const limitOf = (length: number) => LIMITS.find(([least]) => length >= least)?.[1] ?? 0;
/** Words whose readings are kept while one message is taken in its parts and as a whole; later hardly one comes back misspelt alike. */
const MAX_CORRECTED = 10;
/** Skeletons with fewer consonants fit too many words. */
const MIN_SKELETON = 2;
/** Of a name in another script; of one of so few consonants more. */
const MIN_LIKENESS = 0.6;
const MIN_SHORT_LIKENESS = 0.7;

/**
 * Reads words that neither the corpus nor the lexicon has: other letters for the same sound, lost dots, slips of the finger, names in another
 * script. Never a number, and never one known word for another.
 */
export class SpellChecker {
  /** By the drawing without dots; built, as the next, when the first unknown word needs it, since most questions have none. */
  private rasms: Map<string, string[]> | undefined;
  /** Arabic words by length, for slips. */
  private lengths: Map<number, FuzzyDictionary> | undefined;
  /** Names of one word by script, and whose they are. */
  private readonly names = new Map<Script, FuzzyDictionary>();
  private readonly owners = new Map<string, string>();
  private readonly corrected = new Map<string, WordCorrection | undefined>();

  constructor(
    private readonly index: PassageIndex,
    private readonly lexicon: Lexicon,
    leaders: Leaders,
  ) {
    for (const [name, ids] of leaders.names()) {
      if (name.includes(" ") || ids.length !== 1 || name.length < 4) continue;
      this.owners.set(name, ids[0] as string);
      wordsAt(this.names, scriptOf(name)).add(name);
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

  private get byLength(): ReadonlyMap<number, FuzzyDictionary> {
    if (!this.lengths) {
      this.lengths = new Map();
      for (const word of this.words()) wordsAt(this.lengths, word.length).add(word);
    }
    return this.lengths;
  }

  /**
   * The likeliest reading of an unknown word, if one is likely enough. `undotted`: the text it comes from is written without dots,
   * so that every letter may be one of several.
   */
  correct(folded: string, undotted = false): WordCorrection | undefined {
    const key = `${folded} ${undotted}`;
    if (!this.corrected.has(key)) {
      if (this.corrected.size >= MAX_CORRECTED) this.corrected.clear();
      this.corrected.set(key, this.read(folded, undotted));
    }
    return this.corrected.get(key);
  }

  private read(folded: string, undotted: boolean): WordCorrection | undefined {
    const arabic = /[\u0600-\u06ff]/.test(folded);
    if (undotted && arabic) {
      const word = this.readUndotted(folded);
      if (word) return word;
    }
    const named = this.readName(folded);
    if (named) return named;
    if (!arabic) return this.readForeign(folded);
    // Over texts of another script an Arabic word may be a name of theirs
    return this.isOverArabic ? this.readArabic(folded) : this.readForeign(folded);
  }

  private get isOverArabic(): boolean {
    return this.index.languages.has("ar") || this.index.languages.has("fa");
  }

  private readUndotted(folded: string): WordCorrection | undefined {
    for (const form of withoutClitics(folded)) {
      const same = this.byRasm.get(rasm(form));
      const word = same && this.likeliest(same, form);
      if (word) return { word, likeness: 0.9 };
    }
    return undefined;
  }

  private readName(folded: string): WordCorrection | undefined {
    let best: WordCorrection | undefined;
    for (const form of /[\u0600-\u06ff]/.test(folded) ? withoutClitics(folded) : [folded]) {
      const limit = Math.min(limitOf(form.length), 1.2);
      if (form.length < 4) continue;
      for (const [name, off] of this.names.get(scriptOf(form))?.near(form, limit) ?? []) {
        const likeness = 1 - off / form.length;
        if (likeness > (best?.likeness ?? 0))
          best = { word: name, likeness, person: this.owners.get(name) as string };
      }
    }
    return best;
  }

  private readArabic(folded: string): WordCorrection | undefined {
    let best: WordCorrection | undefined;
    let bestFrequency = 0;
    for (const form of bareForms(folded)) {
      const limit = limitOf(form.length);
      if (limit === 0) continue;
      for (let length = form.length - 2; length <= form.length + 2; length += 1)
        for (const [word, off] of this.byLength.get(length)?.near(form, limit) ?? []) {
          const likeness = 1 - off / Math.max(form.length, word.length);
          const frequency = this.index.vocabulary.get(word);
          // Corpus words before lexicon-only words, then the more frequent
          const better = likeness + (frequency > 0 ? 0.08 : 0) + Math.min(frequency, 20) / 1000;
          const standing = best
            ? best.likeness + (bestFrequency > 0 ? 0.08 : 0) + Math.min(bestFrequency, 20) / 1000
            : 0;
          if (better > standing) {
            best = { word, likeness };
            bestFrequency = frequency;
          }
        }
    }
    return best;
  }

  /** A name in another script: same consonants, then the vowels decide. */
  private readForeign(folded: string): WordCorrection | undefined {
    if (folded.length < 4) return undefined;
    const key = skeleton(folded);
    // Written vowels distinguish more words than the ones that Arabic leaves out
    const isShort = key.length <= MIN_SKELETON;
    if (isShort && (key.length < MIN_SKELETON || this.isOverArabic)) return undefined;
    const least = isShort ? MIN_SHORT_LIKENESS : MIN_LIKENESS;
    const script = scriptOf(folded);
    const own = romanise(folded);
    let best: WordCorrection | undefined;
    for (const { word, roman: other } of this.index.phonetics.of(key)) {
      const off = editDistance(own, other, own.length / 2);
      const likeness = 1 - off / Math.max(own.length, other.length, 1);
      if (isShort && scriptOf(word) === script) continue;
      if (Number.isFinite(off) && likeness > Math.max(least, best?.likeness ?? 0)) best = { word, likeness };
    }
    return best;
  }

  private likeliest(words: readonly string[], form: string): string | undefined {
    if (words.includes(form)) return form;
    return words.toSorted(
      (a, b) => this.index.vocabulary.get(b) - this.index.vocabulary.get(a) || (a < b ? -1 : 1),
    )[0];
  }
}

/** The word without article and conjunction: a single preposition cut off an unknown word makes it too like another. */
function bareForms(folded: string): string[] {
  const article = /^[وف]?(?:[بكفهع]?ال|لل)/.exec(folded)?.[0];
  if (article && folded.length - article.length >= 3) return [folded.slice(article.length)];
  return folded.startsWith("و") && folded.length > 4 ? [folded, folded.slice(1)] : [folded];
}

function wordsAt<K>(map: Map<K, FuzzyDictionary>, key: K): FuzzyDictionary {
  let words = map.get(key);
  if (!words) {
    words = new FuzzyDictionary();
    map.set(key, words);
  }
  return words;
}

function push<K>(map: Map<K, string[]>, key: K, word: string): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
