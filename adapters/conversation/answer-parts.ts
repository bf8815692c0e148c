import type { Answer, AnswerOf, HelpTopic } from "../../src/model/answer.ts";
import type { Introduction } from "../../src/strings/introduction.ts";
import type { Strings } from "../../src/strings/strings.ts";
import { unspokenSentence } from "../../src/strings/unspoken.ts";
import type { Part } from "./card.ts";
import { echoOf } from "./echo.ts";

/** Missing or corrected words listed at most: a longer list would bury the answer. */
const MAX_MISSING = 8;
const MAX_READINGS = 3;

/** An answer without its quotes. After a button press some of these are no longer known. */
export type Told =
  | (Pick<AnswerOf<"quotes" | "closest" | "nothing">, "kind"> &
      Partial<Pick<AnswerOf<"nothing">, "missing" | "suggestions" | "readings">>)
  | { readonly kind: "help"; readonly topic: HelpTopic }
  | { readonly kind: "help"; readonly topic: "language"; readonly unspoken: string }
  | Pick<AnswerOf<"refused">, "kind" | "reason">;

/** What stands over the quotes. What is missing comes before the nearest passage, as it is why that is only the nearest. */
export function partsBefore(answer: Told, strings: Strings, { greeting }: Introduction): Part[] {
  switch (answer.kind) {
    case "quotes":
      return readings(answer, strings);
    case "closest":
      return [
        ...readings(answer, strings),
        ...missing(answer, strings),
        { kind: "notice", text: strings.answer.closest },
      ];
    case "nothing":
      return [
        { kind: "notice", text: strings.answer.nothing },
        ...readings(answer, strings),
        ...missing(answer, strings),
      ];
    case "help":
      if (answer.topic === "language") return [{ kind: "notice", text: unspokenSentence(answer.unspoken) }];
      return [
        { kind: "notice", text: answer.topic === "greeting" ? greeting : strings.answer.help[answer.topic] },
      ];
    case "refused":
      return [
        { kind: "notice", text: answer.reason === "empty" ? strings.answer.empty : strings.answer.tooLong },
      ];
  }
}

/** What stands under the quotes: other questions, where these did not answer. */
export function partsAfter(answer: Told, strings: Strings, { examples }: Introduction): Part[] {
  switch (answer.kind) {
    case "quotes":
    case "refused":
      return [];
    case "closest":
      return questions(answer.suggestions ?? [], "suggestions", strings);
    case "nothing":
      return answer.suggestions?.length
        ? questions(answer.suggestions, "suggestions", strings)
        : questions(examples, "examples", strings);
    case "help":
      return answer.topic === "thanks" || answer.topic === "language"
        ? []
        : questions(examples, "examples", strings);
  }
}

/** For an answer of any other kind there is a card of its own. */
export function isTold(answer: Answer): answer is Exclude<Answer, AnswerOf<"leader" | "leaders">> {
  return answer.kind !== "leader" && answer.kind !== "leaders";
}

function questions(some: readonly string[], from: "examples" | "suggestions", strings: Strings): Part[] {
  return some.length > 0
    ? [{ kind: "examples", label: strings.answer.tryInstead, questions: some, from }]
    : [];
}

function missing({ missing = [] }: { readonly missing?: readonly string[] }, strings: Strings): Part[] {
  return missing.length > 0
    ? [
        {
          kind: "notice",
          aside: true,
          text: strings.answer.missing(missing.slice(0, MAX_MISSING).map(echoOf)),
        },
      ]
    : [];
}

function readings(
  { readings = [] }: Partial<Pick<AnswerOf<"nothing">, "readings">>,
  strings: Strings,
): Part[] {
  return readings.slice(0, MAX_READINGS).map(({ typed, as }) => ({
    kind: "notice",
    aside: true,
    text: strings.answer.searchedFor(echoOf(typed), as),
  }));
}
