import type { Citation } from "../../src/citation.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Span } from "../../src/model/corpus.ts";
import type { Excerpt } from "../../src/quote.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { Press } from "./button-codec.ts";
import type { ShownTranslation } from "./shown-translation.ts";

/** A quote as it is shown: the exact words, what to emphasise, and where they stand. */
export interface ShownQuote {
  /** Number of the passage in the corpus. */
  readonly passage: number;
  readonly doc: string;
  /** The document's language, which decides the direction of the quote whatever language the question is in. */
  readonly textLang: Language;
  readonly excerpt: Excerpt;
  readonly citation: Citation;
  /** The passage in the source reader, where one is served. */
  readonly url?: string;
  /** "2 of 6", where there are several. */
  readonly counter?: string;
  /** An editor's translation of the sentence that answers: beside the quote, never in it. */
  readonly translation?: ShownTranslation;
  /** Where no editor has translated it: that sentence in a translation service. */
  readonly translator?: { readonly label: string; readonly url: string };
}

/** One part of a card. Text is plain: each platform escapes it. Only `question` holds the asker's words. */
export type Part =
  /** `marks`: the words of a checked quotation that differ from the source; present, if empty, for every checked quotation. */
  | {
      readonly kind: "question";
      readonly label: string;
      readonly text: string;
      readonly marks?: readonly Span[];
    }
  /** `aside`: about the question (a word that is missing, or was read as another) rather than about the answer. */
  | { readonly kind: "notice"; readonly text: string; readonly aside?: true }
  | {
      readonly kind: "person";
      readonly name: string;
      readonly roles: readonly string[];
      readonly rolesLabel: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: "quote"; readonly quote: ShownQuote }
  /** The translation of a paragraph by itself. */
  | { readonly kind: "translation"; readonly translation: ShownTranslation; readonly citation: Citation }
  | {
      readonly kind: "examples";
      readonly label: string;
      readonly questions: readonly string[];
      /** Whether these are the corpus's examples or an answer's suggestions, so that a button can find them again. */
      readonly from: "examples" | "suggestions";
    }
  | {
      readonly kind: "list";
      readonly title: string;
      readonly items: readonly { readonly title: string; readonly detail: string; readonly url?: string }[];
    };

export interface Action {
  readonly label: string;
  readonly press: Press;
}

/** Things to choose from: buttons where they are few, a menu where the platform has one. */
export interface Choice extends Action {
  readonly detail?: string;
}

/** What to show in reply to an event, on any platform: parts in reading order, then buttons. */
export interface Card {
  readonly lang: Language;
  /** For a checked quotation: how good the verdict is. */
  readonly tone?: "good" | "unsure" | "bad";
  /** What one press may copy, where a platform can: the source's words with their citation. */
  readonly copy?: string;
  readonly parts: readonly Part[];
  readonly actions: readonly Action[];
  /** With its prompt; empty when there is nothing to choose. */
  readonly choices: { readonly prompt: string; readonly options: readonly Choice[] };
}

/** The questions that a card offers as buttons: each asks exactly what its label says. */
export function tries({ parts }: Pick<Card, "parts">): Action[] {
  return parts.flatMap((part) =>
    part.kind === "examples"
      ? part.questions.map((label, at) => ({ label, press: { act: "try", from: part.from, at } as const }))
      : [],
  );
}

export function cardOf(
  strings: Strings,
  parts: readonly Part[],
  actions: readonly Action[] = [],
  choices: Card["choices"] = { prompt: "", options: [] },
): Card {
  return { lang: strings.language, parts, actions, choices };
}
