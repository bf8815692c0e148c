import { PROFILES } from "../languages/all.ts";
import type { AnswerType } from "../languages/profile.ts";

const ASKING = Object.values(PROFILES).map(({ asking }) => asking);

/** By language what begins each of its patterns, and the patterns: most questions have no such words in any but their own. */
const WHICH = ASKING.map(({ which: { which, nouns, several } }) => ({
  which: new RegExp(which, "u"),
  kinds: Object.entries({ ...nouns, several }).map(
    ([asked, noun]) => [asked as AnswerType, new RegExp(which + noun, "u")] as const,
  ),
}));
const WHO = ASKING.flatMap(({ who = [] }) => who);

/** What a whole question asks for by its wording; `folded` is its words joined by spaces. */
export function answerTypesOfPatterns(folded: string): AnswerType[] {
  const asked: AnswerType[] = [];
  for (const { which, kinds } of WHICH)
    if (which.test(folded)) for (const [kind, pattern] of kinds) if (pattern.test(folded)) asked.push(kind);
  if (WHO.some((pattern) => pattern.test(folded))) asked.push("who");
  return asked;
}
