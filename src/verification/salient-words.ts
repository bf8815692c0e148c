import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { term } from "../index/terms.ts";

/** As many as a long question has. */
const MAX_SALIENT = 12;
/** Words that are looked through: more say no more of what it is about. */
const MAX_WORDS = 256;

/**
 * The words of a long text that say most of what it is about, in their order: those that the text repeats and few passages have, and
 * where the passages have too few of its words, the first of the others.
 */
export function salientWords(tokens: readonly Token[], index: PassageIndex): Token[] {
  const language = index.languages.main;
  const words = new Map<string, { readonly token: Token; readonly at: number; count: number }>();
  tokens.slice(0, MAX_WORDS).forEach((token, at) => {
    const known = words.get(token.folded);
    if (known) known.count += 1;
    else if (!isStopword(token.folded, language)) words.set(token.folded, { token, at, count: 1 });
  });
  return [...words.values()]
    .map((word) => ({ ...word, weight: Math.log2(1 + word.count) * rarityOf(word.token.folded, index) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, MAX_SALIENT)
    .sort((a, b) => a.at - b.at)
    .map(({ token }) => token);
}

/** 0 for what stands in no passage. */
function rarityOf(folded: string, index: PassageIndex): number {
  const name = isNumber(folded) ? term.number(folded) : term.stem(stem(folded, index.languages.main));
  const frequency = index.documentFrequency(name);
  return frequency === 0 ? 0 : index.idf(frequency);
}
