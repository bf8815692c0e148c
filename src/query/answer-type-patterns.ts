import { PROFILES } from "../languages/all.ts";
import type { AnswerType } from "../languages/profile.ts";

const ASKING = Object.values(PROFILES).map(({ asking }) => asking);

const KINDS: readonly (readonly [AnswerType, RegExp])[] = ASKING.flatMap(
  ({ which: { which, nouns, several } }) =>
    Object.entries({ ...nouns, several }).map(
      ([asked, noun]) => [asked as AnswerType, new RegExp(which + noun, "u")] as const,
    ),
);
const WHO = ASKING.flatMap(({ who = [] }) => who);

/** What a whole question asks for by its wording; `folded` is its words joined by spaces. */
export function answerTypesOfPatterns(folded: string): AnswerType[] {
  const asked = KINDS.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);
  if (WHO.some((pattern) => pattern.test(folded))) asked.push("who");
  return asked;
}
