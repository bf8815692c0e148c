import { normalize } from "../analysis/normalizer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { fromArabizi, romanise, skeleton } from "../analysis/transliteration.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { PhoneticIndex } from "../index/phonetic-index.ts";
import { PROFILES } from "../languages/all.ts";
import type { ChatAlphabet } from "../languages/profile.ts";
import type { Correction } from "../model/answer.ts";
import { answerTypeOfWord } from "./answer-type.ts";

const CHAT = PROFILES.ar.chatAlphabet as ChatAlphabet;
const SMALL: ReadonlyMap<string, string> = new Map(
  Object.entries(CHAT.words).flatMap(([arabic, latin]) =>
    latin.split(" ").map((word): [string, string] => [word, normalize(arabic)]),
  ),
);
const GLUED = CHAT.glued.split(" ");
/** More must remain behind these than behind a preposition. */
const BEFORE_VERBS = CHAT.beforeVerbs.split(" ");
/** Taken off the likeness of a reading that needed a clitic cut off, so that a whole word wins. */
const CUT = 0.12;
/** Advantage of a word of the corpus over one that only the lexicon has. */
const IN_CORPUS = 0.15;
const MIN_LIKELIHOOD = 0.6;

/** Reads Arabic typed in Latin letters and digits, word by word, against the words that the corpus and the lexicon have. */
export class ArabiziReader {
  /** Words that only the lexicon has. */
  private readonly others: PhoneticIndex;

  constructor(
    private readonly index: PassageIndex,
    lexicon: Lexicon,
  ) {
    this.others = new PhoneticIndex(
      () => [...lexicon.arabicWords].filter((word) => !index.vocabulary.has(word)),
      () => 0,
    );
  }

  /** The tokens in Arabic letters where they can be read; the others are the same objects. */
  read(tokens: readonly Token[], readings: Correction[]): Token[] {
    return tokens.map((token) => {
      if (!/[a-z]/.test(token.folded)) return token;
      const arabic = this.word(token.folded);
      if (!arabic) return token;
      if (!isStopword(arabic, "ar") && !answerTypeOfWord(arabic, "ar"))
        readings.push({ typed: token.text, as: arabic });
      return { ...token, folded: arabic };
    });
  }

  private word(latin: string): string | undefined {
    const small = SMALL.get(latin);
    if (small) return small;
    let best: string | undefined;
    let most = MIN_LIKELIHOOD;
    const tables = [
      [this.index.phonetics, IN_CORPUS],
      [this.others, 0],
    ] as const;
    for (const { form, cut } of forms(latin))
      for (const spelled of spellings(form))
        for (const [sounds, bonus] of tables) {
          const typed = romanise(spelled);
          for (const { word, roman } of sounds.of(skeleton(spelled))) {
            // Of two that fit equally well, the more frequent
            const often = Math.min(this.index.vocabulary.get(word), 20) / 1000;
            const standing = vowels(typed, roman) - (cut ? CUT : 0) + bonus + often;
            if (standing > most) {
              best = word;
              most = standing;
            }
          }
        }
    const plain = normalize(fromArabizi(latin));
    if (!best && (isStopword(plain, "ar") || answerTypeOfWord(plain, "ar"))) return plain;
    return best;
  }
}

function forms(latin: string): { form: string; cut: boolean }[] {
  const all = [{ form: latin, cut: false }];
  const cut = (clitic: string, remain: number) => {
    if (latin.startsWith(clitic) && latin.length - clitic.length >= remain)
      all.push({ form: latin.slice(clitic.length), cut: true });
  };
  for (const clitic of GLUED) cut(clitic, 3);
  for (const prefix of BEFORE_VERBS) cut(prefix, 4);
  return all;
}

/** A 2 is a hamza, and where the dialect says so a ق; a last vowel, or a t behind one, may be a teh marbuta. */
function spellings(latin: string): string[] {
  const written = latin.includes("2") ? [latin, latin.replaceAll("2", "q")] : [latin];
  return written.flatMap((word) => {
    const plain = normalize(fromArabizi(word));
    const feminine = /^(.{2,})(?:[ae]|[aei]t|eh|ah)$/.exec(word)?.[1];
    return feminine === undefined ? [plain] : [plain, `${normalize(fromArabizi(feminine))}ه`];
  });
}

/** Arabic writes long vowels only: a vowel typed and not written is usual, one written and not typed is not. */
const EXTRA = 0.2;
const LACKING = 0.6;
const OTHER = 0.5;

/** How well two rough Latin spellings with the same consonants agree, 0 to 1. */
function vowels(typed: string, written: string): number {
  let previous = Array.from({ length: written.length + 1 }, (_, j) => j * LACKING);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i * EXTRA];
    for (let j = 1; j <= written.length; j += 1) {
      const same = typed[i - 1] === written[j - 1];
      row.push(
        Math.min(
          (previous[j - 1] as number) + (same ? 0 : OTHER),
          (previous[j] as number) + EXTRA,
          (row[j - 1] as number) + LACKING,
        ),
      );
    }
    previous = row;
  }
  return 1 - (previous[written.length] as number) / Math.max(2, written.length);
}
