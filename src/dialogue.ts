import { type Decision, decide, joined } from "./decision.ts";
import type { Answer, AnswerOf, Correction } from "./model/answer.ts";
import { isContent } from "./query/clause.ts";
import { carryOver, isFragment } from "./query/follow-up.ts";
import type { Query } from "./query/query.ts";
import type { ParsedQuery } from "./query/query-parser.ts";
import { lastParts, splitQuestions } from "./query/split-questions.ts";
import type { Search } from "./search.ts";

/** Things that the last part of a message must be about to be a question of its own. */
const MIN_CLAUSES = 2;

/**
 * How many times surer a message must be by itself than with the question before it, where the two find different passages:
 * over three public collections 821 of 1,050 questions are right with it after one on another text, 748 without.
 */
const FOLLOWING_ODDS = 4;

/**
 * Share of the threshold from which a follow-up is answered: half of what it says was said before, and that counts for less. Of 319
 * follow-ups 276 are right with it, of 156 that go unanswered 111 are told so.
 */
const FOLLOWING_THRESHOLD = 0.65;

/** How a message is taken: as one question, as several, as one at the end of a tale, or as going on from the question before. */
export interface Dialogue {
  alone(query: Query): Answer;
  after(query: Query, earlier: Query): Answer;
}

/** `threshold` is the confidence from which the best passage is said to answer a question by itself. */
export function createDialogue({ parts, read, parse, rank }: Search, threshold: number): Dialogue {
  const judge = (question: ParsedQuery, suggestions: readonly string[], share = 1): Decision =>
    decide(question, rank(question), parts, { threshold: share * threshold, suggestions });

  function alone(query: Query): Answer {
    const itself = parse(query);
    const suggestions = respelled(query.text, itself.readings);
    const { answer } = judge(itself, suggestions);
    const several = severally(query, answer);
    if (several) return several;
    return answer.kind === "quotes" ? answer : (atTheEnd(query, answer, suggestions) ?? answer);
  }

  /**
   * Each question of a message that asks several by itself, that of the whole message's best passage first. Undefined where it asks one,
   * where one of them is not answered, and where the whole is answered by a passage that none of them finds: then they have their subject
   * from each other.
   */
  function severally(query: Query, whole: Decision["answer"]): Answer | undefined {
    const texts = splitQuestions(query);
    if (texts.length < 2) return undefined;
    const asked = texts.map((part) => parse(read(part)));
    if (!asked.every(({ clauses }) => clauses.some(isContent))) return undefined;
    const answers: AnswerOf<"quotes">[] = [];
    for (const one of asked) {
      const { answer } = judge(one, []);
      if (answer.kind !== "quotes") return undefined;
      answers.push(answer);
    }
    const isWhole = (answer: AnswerOf<"quotes">) => findTheSame(answer, whole);
    if (whole.kind === "quotes" && !answers.some(isWhole)) return undefined;
    const bestFirst = answers.toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)));
    return joined(bestFirst, query.language);
  }

  /**
   * The question at the end of a message that tells something first, where that is answered by itself; not by a passage that the whole
   * message does not find, for then it had its subject from what was told.
   */
  function atTheEnd(
    query: Query,
    whole: Decision["answer"],
    suggestions: readonly string[],
  ): Answer | undefined {
    for (const part of lastParts(query).toReversed()) {
      const asked = parse(read(part));
      if (asked.answerTypes.size === 0 || asked.clauses.filter(isContent).length < MIN_CLAUSES) continue;
      const { answer } = judge(asked, suggestions);
      if (answer.kind !== "quotes" || findOthers(answer, whole)) return undefined;
      return { ...answer, lang: query.language };
    }
    return undefined;
  }

  function after(query: Query, earlier: Query): Answer {
    const itself = parse(query);
    const suggestions = respelled(query.text, itself.readings);
    const both = carryOver(itself, parse(earlier));
    // A question that is merely repeated is not a follow-up
    if (both.clauses.length === itself.clauses.length) return judge(itself, suggestions).answer;
    const together = judge(both, suggestions, FOLLOWING_THRESHOLD);
    const follows: Answer = { ...together.answer, follows: earlier.text };
    if (isFragment(itself)) return follows;
    // Where the same is found, or nothing, and surer, by the message alone, it does not lean on the question before
    const apart = judge(itself, suggestions);
    const isOther = findOthers(apart.answer, together.answer);
    const isAnsweredTogether = together.answer.kind === "quotes" && apart.answer.kind !== "quotes";
    if (isAnsweredTogether && !isOther) return follows;
    const advantage = isOther ? FOLLOWING_ODDS : 1;
    return oddsOf(apart) > advantage * oddsOf(together) ? apart.answer : follows;
  }

  return { alone, after };
}

const oddsOf = ({ confidence }: Decision) => confidence / (1 - confidence);

const bestOf = (answer: Decision["answer"]) => (answer.kind === "nothing" ? undefined : answer.quotes[0]);

/** Whether both answers have a best passage, and it is one. */
function findTheSame(a: Decision["answer"], b: Decision["answer"]): boolean {
  const [one, other] = [bestOf(a), bestOf(b)];
  return one !== undefined && one.doc === other?.doc && one.start === other.start;
}

/** Whether both have one, and they are two. */
const findOthers = (a: Decision["answer"], b: Decision["answer"]): boolean =>
  bestOf(a) !== undefined && bestOf(b) !== undefined && !findTheSame(a, b);

/** The question with its corrections applied, to ask again or to notice the slip; empty if nothing was corrected. */
function respelled(text: string, readings: readonly Correction[]): string[] {
  if (readings.length === 0) return [];
  return [readings.reduce((question, { typed, as }) => question.replace(typed, () => as), text)];
}
