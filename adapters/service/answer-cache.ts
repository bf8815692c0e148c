import { LRUCache } from "lru-cache";
import type { Answer, Answerer, LeaderLookup, Question } from "../../src/model.ts";

/** Answers kept. One is a few kilobytes, as its quotes share their text with the corpus. */
const KEPT = 1000;
/** UTF-16 units. What is longer is rarely asked twice, and would make a key worth more than its answer. */
const LONGEST_KEY = 400;

/**
 * The same answerer, which answers what it was asked a moment ago without thinking again: answers are pure, and a link that is passed
 * around is opened by many. The questions stay in this process's memory, never more than so many, and go with it.
 */
export function cachedAnswerer(answerer: Answerer): Answerer {
  const answers = new LRUCache<string, Answer>({ max: KEPT });
  let { corpus } = answerer;
  const remember = (key: string, think: () => Answer): Answer => {
    if (key.length > LONGEST_KEY) return think();
    if (corpus !== answerer.corpus) {
      // the answers are quotes of a corpus that has been replaced
      answers.clear();
      corpus = answerer.corpus;
    }
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = think();
    answers.set(key, answer);
    return answer;
  };
  return {
    get corpus() {
      return answerer.corpus;
    },
    answer: (question: Question) =>
      remember(JSON.stringify(["answer", question.text, question.earlier, question.locale]), () =>
        answerer.answer(question),
      ),
    leader: (lookup: LeaderLookup) =>
      remember(JSON.stringify(["leader", lookup.name, lookup.topic, lookup.locale]), () =>
        answerer.leader(lookup),
      ),
    complete: (typed) => answerer.complete(typed),
    verify: (request) => answerer.verify(request),
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
  };
}
