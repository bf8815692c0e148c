import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { tokenize } from "../analysis/tokenizer.ts";
import type { Document, Passage } from "../model/corpus.ts";

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
 * Whether the passages of a document are about one thing, so that its first ones say what the others are about: what they share with
 * the first `introduction` passages tells a digest from an article.
 */
export function isOneSubject({ lang, passages }: Document, introduction: number): boolean {
  const rest = passages.slice(introduction, introduction + SAMPLE);
  if (rest.length < MIN_PASSAGES) return true;
  const stems = ({ text }: Passage) => {
    const words = tokenize(text).slice(0, MAX_WORDS);
    return new Set(
      words.filter(({ folded }) => !isStopword(folded, lang)).map(({ folded }) => stem(folded, lang)),
    );
  };
  const first = new Set(passages.slice(0, introduction).flatMap((passage) => [...stems(passage)]));
  const goesOn = (passage: Passage) => [...stems(passage)].filter((one) => first.has(one)).length >= SHARED;
  return rest.filter(goesOn).length >= rest.length * MIN_SHARE;
}
