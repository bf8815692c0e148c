import { LANGUAGES, type Language } from "./languages/codes.ts";

/** The project's nouns: types, and the list of languages. */

export { LANGUAGES, type Language };

/** Half-open range of UTF-16 offsets into a document's decoded text. */
export type Span = readonly [start: number, end: number];

/** One text in several languages. Arabic is always there. */
type Translated = { readonly ar: string } & Partial<Readonly<Record<Language, string>>>;

/** Editors' translations of documents: for each language and document, a text for each paragraph, in order. */
export type Translations = ReadonlyMap<Language, ReadonlyMap<string, readonly string[]>>;

/** A dictionary of single words, for readers who cannot read the texts. */
export interface Glossary {
  /** The meaning of a word or phrase; undefined if unknown or ambiguous. */
  gloss(text: string, from: Language, to: Language): string | undefined;
}

/** A fact about a document, with how it is known: stated in its text, inferred from it, known to the editor, or not known. */
export type Known<T> =
  | { readonly how: "stated" | "inferred" | "editor"; readonly value: T }
  | { readonly how: "unknown"; readonly value?: undefined };

export interface Document {
  /** File name in the corpus folder, e.g. `003_b626d7f697c1da29.txt`. */
  readonly id: string;
  /** The decoded text, with neither BOM removed nor line ends changed: offsets are into this. */
  readonly text: string;
  /** What the text is written in: as the catalogue has it, else as it is detected. Decides its stemmer, stop words and direction. */
  readonly lang: Language;
  /** The headline as it stands in the text, where there is one. */
  readonly title: Known<string>;
  /** The opening words, to show where there is no headline (marked as such). */
  readonly opening: string;
  readonly publisher: Known<string>;
  /** ISO date, `2022-06-29`. */
  readonly date: Known<string>;
  readonly passages: readonly Passage[];
  /** Its names in other languages, where an editor gives them. */
  readonly translated?: Partial<Readonly<Record<Language, TranslatedNames>>>;
}

/** A document's names in a language other than its own, to stand beside the original's. */
export interface TranslatedNames {
  readonly title?: string;
  /** The opening words, where there is no headline to translate. */
  readonly opening?: string;
  readonly publisher?: string;
}

export type PassageKind = "headline" | "lead" | "caption" | "subheading" | "body" | "source" | "credit";

/** A paragraph (a non-empty line) of a document: what is indexed and what is quoted. */
export interface Passage {
  /** Number of the passage in the whole corpus, 0-based: stable as long as the corpus is. */
  readonly index: number;
  /** `Document.id`. */
  readonly doc: string;
  /** 1-based number among the document's non-empty lines. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Exactly `document.text.slice(start, end)`. */
  readonly text: string;
  readonly kind: PassageKind;
  /** The subheading it stands under. */
  readonly heading?: string;
  /** Its sentences, in order, in the document's offsets. */
  readonly sentences: readonly Span[];
  /** Ids of the leaders who are quoted or reported in it. */
  readonly speakers: readonly string[];
  /** Ids of the leaders whom it names, by name or by a title that can only be theirs. */
  readonly people: readonly string[];
  /** `Quote.source`. */
  readonly source?: string;
}

export interface Leader {
  readonly id: string;
  readonly name: Translated;
  /** The roles that the documents give, in their words. */
  readonly roles: readonly string[];
  /** The same in other languages. */
  readonly rolesIn?: Partial<Readonly<Record<Language, readonly string[]>>>;
}

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

/** A corpus as its owner describes it in one language. */
export interface Presentation {
  /** Its name. */
  readonly name?: string | undefined;
  /** What it is about, as a noun phrase. */
  readonly subject?: string | undefined;
  readonly greeting?: string | undefined;
  /** For the bot's profile. */
  readonly description?: string | undefined;
  /** Questions that it answers. */
  readonly examples?: readonly string[] | undefined;
}

/** A quotation to check against the sources. */
export interface VerificationRequest {
  /** As pasted: the words, perhaps between quotation marks, perhaps with who is said to have said them. */
  readonly text: string;
  /** Who is claimed to have said it, by id or by any name; overrides what the text says. */
  readonly speaker?: string;
  readonly locale?: string;
}

/** What was done to the words: `spelling` is another form of the same word, `punctuation` a change between words. */
type DifferenceKind = "added" | "dropped" | "changed" | "moved" | "spelling" | "punctuation";

/** One difference between a quotation and its source. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What the difference concerns, where it matters more than a word: these come first in a list. */
  readonly about?: "negation" | "number" | "name" | "date";
  /** In the pasted text; none for what was dropped. */
  readonly typed?: Span;
  /** In the document; none for what was added. */
  readonly source?: Span;
  /** `Document.id` of `source`. */
  readonly doc?: string;
}

interface Verified {
  readonly kind: "verified";
  readonly lang: Language;
  /** The words that were checked, in the pasted text: without marks around them and without an attribution. */
  readonly quotation: Span;
  /** Ids of those who are claimed to have said it; several for a name that they share. */
  readonly claimed: readonly string[];
  /** Ids of those who say it in the first place of `places`; none where the text itself says it. */
  readonly speakers: readonly string[];
  /**
   * Where the words stand, best first: each within one paragraph, [start, end) being the corresponding words and `highlights` those of
   * them that differ. For `absent` the nearest paragraphs, whole.
   */
  readonly places: readonly Quote[];
  /** The weightiest first. */
  readonly differences: readonly Difference[];
}

/**
 * What can come of checking a quotation, and what each verdict guarantees:
 * - `exact`: `places[0].text` is, byte for byte, what was pasted. With an ellipsis each part is, in the order of one paragraph.
 * - `spelling`: the same words in the same order; all that differs is listed, and none of it makes another word.
 * - `altered`: one passage, with every word that was added, dropped, changed or moved.
 * - `stitched`: parts of several places run together as one.
 * - `misattributed`: `exact` or `spelling` (see `differences`), but not said by any of `claimed`; by `speakers`.
 * - `translation`: it renders the place in another language. That nothing was lost is not claimed: the original is beside it.
 * - `absent`: the words stand nowhere.
 */
export type Verification =
  | (Verified & { readonly verdict: Verdict })
  | { readonly kind: "refused"; readonly lang: Language; readonly reason: "empty" | "too-long" };

export const VERDICTS = [
  "exact",
  "spelling",
  "altered",
  "stitched",
  "misattributed",
  "translation",
  "absent",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The documents as everything else sees them. */
export interface Corpus {
  /** Empty where its owner does not describe it. */
  readonly presentation?: Partial<Readonly<Record<Language, Presentation>>>;
  readonly documents: readonly Document[];
  /** All passages, `passages[i].index === i`. */
  readonly passages: readonly Passage[];
  readonly leaders: readonly Leader[];
  readonly translations: Translations;
  readonly glossary?: Glossary;
  /** 24 bits of a hash of the texts and their order, 0 to 0xffffff: buttons carry it. */
  readonly fingerprint: number;
}

export interface Answerer {
  readonly corpus: Corpus;
  /** Never throws; pure; a few milliseconds. */
  answer(question: Question): Answer;
  /** kind `leader`, `leaders`, `nothing` (nobody of that name) or `refused`. */
  leader(lookup: LeaderLookup): Answer;
  /** For autocomplete: the leaders that the input so far may mean, likeliest first; all of them for empty input. */
  complete(typed: string): readonly Leader[];
  /** Checks whether these are the sources' words. Never throws; pure; a few milliseconds. */
  verify(request: VerificationRequest): Verification;
  /** Splits a pasted message into what to check, one by one: the message itself, or each quotation in it. */
  quotations(message: string): readonly VerificationRequest[];
  /** Whether a question asks about a quotation: a person, a verb of saying, and words in quotation marks. */
  asksAboutQuotation(message: string): boolean;
}
