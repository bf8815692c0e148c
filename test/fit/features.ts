import { createHash } from "node:crypto";
import type { AnswerabilityFeatures } from "../../src/answerability/features.ts";

export type Feature = keyof AnswerabilityFeatures;

/** What tells in any corpus. */
export const PLAIN: readonly Feature[] = [
  "coverage",
  "strictCoverage",
  "window",
  "proximity",
  "rarityMet",
  "hinge",
  "absent",
  "unknown",
  "metWords",
  "clauses",
  "documentShare",
  "foreign",
  "otherPlace",
  "nearPlace",
  "otherPerson",
  "otherDate",
  "otherSpeaker",
  "listed",
  "unexpected",
  "asksHowMany",
  "uncounted",
];
/** What editors' questions tell better. */
const SAID_BETTER: ReadonlySet<Feature> = new Set<Feature>([
  "strictCoverage",
  "unknown",
  "foreign",
  "nearPlace",
  "asksHowMany",
  "documentShare",
]);
/** And what tells where editors wrote what is asked. */
export const EXPANDED: readonly Feature[] = [
  ...PLAIN.filter((name) => !SAID_BETTER.has(name)),
  "expandedCoverage",
  "expansionShare",
  "nearestUnanswered",
  "unansweredShare",
  "unansweredOdds",
];

/** Of the weights of a file: what a hand changed is no output of a fit. */
export const digestOf = (weights: { readonly expanded: unknown; readonly plain: unknown }) =>
  createHash("sha256")
    .update(JSON.stringify([weights.expanded, weights.plain]))
    .digest("hex")
    .slice(0, 16);
