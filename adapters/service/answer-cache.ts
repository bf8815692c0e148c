import { LRUCache } from "lru-cache";
import type { Answer } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { type AheadAnswerer, type Asked, keyOf, type Thinking } from "./ahead.ts";

/** Answers kept. One is a few kilobytes, as its quotes share their text with the corpus. */
const KEPT = 1000;
/** UTF-16 units. What is longer is rarely asked twice, and would make a key worth more than its answer. */
const MAX_KEY_LENGTH = 400;

/**
 * Caches the latest answers: they are pure, and a shared link is opened by many. Questions stay in this process's memory only, in bounded
 * number.
 */
export function cachedAnswerer(answerer: Answerer, thinking?: Thinking): AheadAnswerer {
  const answers = new LRUCache<string, Answer>({ max: KEPT });
  let { corpus } = answerer;
  const look = (key: string): Answer | undefined => {
    if (corpus !== answerer.corpus) {
      // The cached answers quote a corpus that has been replaced
      answers.clear();
      corpus = answerer.corpus;
    }
    return answers.get(key);
  };
  const remember = (asked: Asked, think: () => Answer): Answer => {
    const key = keyOf(asked);
    const known = look(key);
    if (known !== undefined) return known;
    const answer = think();
    if (key.length <= MAX_KEY_LENGTH) answers.set(key, answer);
    return answer;
  };
  return {
    get corpus() {
      return answerer.corpus;
    },
    answer: (question) => remember({ kind: "answer", question }, () => answerer.answer(question)),
    leader: (lookup) => remember({ kind: "leader", lookup }, () => answerer.leader(lookup)),
    complete: (typed) => answerer.complete(typed),
    verify: (request) => answerer.verify(request),
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
    async think(asked) {
      const key = keyOf(asked);
      if (thinking === undefined || look(key) !== undefined) return;
      const over = answerer.corpus;
      const answer = await thinking(asked);
      // However long: it is about to be asked for
      if (answer !== undefined && over === answerer.corpus) answers.set(key, answer);
    },
  };
}
