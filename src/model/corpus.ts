import type { Language } from "../languages/codes.ts";

/** What is asked about: the documents, the people in them, and what their owner adds. */

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
  /** 1-based number of its first line among the document's lines that have a letter or a digit; pieces of one long line share it. */
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
