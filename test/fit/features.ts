import { createHash } from "node:crypto";
import type { AnswerabilityFeatures } from "../../src/answerability/features.ts";

export type Feature = keyof AnswerabilityFeatures;

/** What tells where editors wrote what is asked and where nobody did. */
const ANYWHERE: readonly Feature[] = ["coverage", "absent", "otherDate", "unexpected"];
/** What the texts must tell alone. */
export const PLAIN: readonly Feature[] = [
  ...ANYWHERE,
  "otherPlace",
  "uncounted",
  "otherSpeaker",
  "proximity",
  "length",
  "single",
  "unknown",
  "metWords",
  "documentShare",
];
/** What editors' questions tell. */
export const EXPANDED: readonly Feature[] = [
  ...ANYWHERE,
  "otherPerson",
  "expandedCoverage",
  "likelihood",
  "nearestUnanswered",
  "unansweredOdds",
];

/** Of the weights of a file: what a hand changed is no output of a fit. */
export const digestOf = (weights: { readonly expanded: unknown; readonly plain: unknown }) =>
  createHash("sha256")
    .update(JSON.stringify([weights.expanded, weights.plain]))
    .digest("hex")
    .slice(0, 16);
