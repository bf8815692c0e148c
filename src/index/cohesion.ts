import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Language } from "../languages/codes.ts";

/** Passages looked at behind the introduction, and words of each. */
const SAMPLE = 20;
const MAX_WORDS = 60;
/** Stems that a passage must have of the introduction to go on with it. */
const SHARED = 2;
/**
 * Share of the passages that must go on with the introduction. Of 200 articles in five languages (and the seeds) the least has 0.33; a
 * digest, a list of questions or of news, has 0.
 */
const MIN_SHARE = 0.2;
/** Of fewer passages behind the introduction nothing can be said. */
const MIN_PASSAGES = 2;

/**
 * Whether the passages of a document, by their words, are about one thing, so that its first ones say what the others are about: what they
 * share with the first `introduction` passages tells a digest from an article.
 */
export function isOneSubject(
  passages: readonly (readonly Token[])[],
  lang: Language,
  introduction: number,
): boolean {
  const rest = passages.slice(introduction, introduction + SAMPLE);
  if (rest.length < MIN_PASSAGES) return true;
  function* stems(tokens: readonly Token[]) {
    for (const { folded } of tokens.slice(0, MAX_WORDS))
      if (!isStopword(folded, lang)) yield stem(folded, lang);
  }
  const first = new Set(passages.slice(0, introduction).flatMap((tokens) => [...stems(tokens)]));
  const goesOn = (tokens: readonly Token[]) => {
    const shared = new Set<string>();
    for (const one of stems(tokens)) if (first.has(one) && shared.add(one).size >= SHARED) return true;
    return false;
  };
  let count = 0;
  return rest.some((tokens) => {
    if (goesOn(tokens)) count += 1;
    return count >= rest.length * MIN_SHARE;
  });
}
