import type { Language } from "../languages/codes.ts";
import type { Leader, Span } from "./corpus.ts";

/** What is asked, and everything that can come of it. */

export interface Question {
  readonly text: string;
  /** The question that this one follows, when it replies to an answer. */
  readonly earlier?: string;
  /** What the platform says of the asker's language; the question's own language wins. */
  readonly locale?: string;
}

export interface LeaderLookup {
  readonly name: string;
  /** What the statements should be about; those that are come first in `about`. */
  readonly topic?: string;
  readonly locale?: string;
}

/** A passage, word for word, with the place that it has in its document. */
export interface Quote {
  readonly doc: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The sentence (or two) that answers, inside [start, end). */
  readonly best: Span;
  /** Matched words, in order, never overlapping. */
  readonly highlights: readonly Span[];
  readonly score: number;
  /**
   * What the offsets are into where that is not the file as UTF-8: the text decoded from `utf-16le` or `windows-1256`, or taken out of
   * `markdown`, `html` or `docx`.
   */
  readonly source?: string;
  /** An editor's, in the asker's language where the corpus has one: never part of the quote. */
  readonly translation?: QuoteTranslation;
}

/** The translation of a quote's paragraph. */
export interface QuoteTranslation {
  readonly lang: Language;
  /** The whole paragraph: exactly a line of the translation's file. */
  readonly text: string;
  /** What in it renders the quote's `best`, in offsets of `text`. */
  readonly best: Span;
}

/** A word that was read as another than the one typed (a misspelling, a name in another script). */
export interface Correction {
  readonly typed: string;
  readonly as: string;
}

interface Found {
  readonly lang: Language;
  /** Best first, 1 to 10. */
  readonly quotes: readonly Quote[];
  /** Words of the question, as typed, that stand nowhere in the sources, in any form or language. */
  readonly missing: readonly string[];
  /** Those that the sources have, but the best passage has not. */
  readonly unmet: readonly string[];
  /** Other questions to try. */
  readonly suggestions: readonly string[];
  /** What was searched for in place of what was typed. */
  readonly readings: readonly Correction[];
  /** The earlier question, where its subject was carried over. */
  readonly follows?: string;
}

export type HelpTopic = "greeting" | "thanks" | "bot";

/** Every outcome of a question. */
export type Answer =
  | ({ readonly kind: "quotes" } & Found)
  | ({ readonly kind: "closest" } & Found)
  | {
      readonly kind: "nothing";
      readonly lang: Language;
      readonly missing: readonly string[];
      readonly suggestions: readonly string[];
      readonly readings: readonly Correction[];
      readonly follows?: string;
    }
  | { readonly kind: "help"; readonly lang: Language; readonly topic: HelpTopic }
  | {
      readonly kind: "help";
      readonly lang: Language;
      /** The question is in a language that the bot does not speak. */
      readonly topic: "language";
      /** ISO 639-1; "und" where only the script tells that it is none of the bot's. */
      readonly unspoken: string;
      /** Whom the question names. */
      readonly leaders: readonly Leader[];
      /** Ids of the documents whose headlines share a name with the question, three at most. */
      readonly documents: readonly string[];
    }
  | {
      readonly kind: "leader";
      readonly lang: Language;
      readonly leader: Leader;
      /** Whole paragraphs in document order. */
      readonly mentions: readonly Quote[];
      readonly statements: readonly Quote[];
      /** With a topic: the statements about it, best first. */
      readonly about: readonly Quote[];
    }
  | { readonly kind: "leaders"; readonly lang: Language; readonly leaders: readonly Leader[] }
  | { readonly kind: "refused"; readonly lang: Language; readonly reason: "empty" | "too-long" };

export type AnswerOf<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;
