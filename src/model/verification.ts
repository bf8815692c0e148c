import type { Language } from "../languages/codes.ts";
import type { Quote } from "./answer.ts";
import type { Span } from "./corpus.ts";

/** A quotation that somebody pasted, and what is found out about it. */

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
