import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { term } from "../index/terms.ts";

/** As many as a long question has. */
const MAX_SALIENT = 12;
/** Words that are looked through: more say no more of what it is about. */
const MAX_WORDS = 256;
/** Passages that they may stand in, all together: each costs half a microsecond, and a word of more of them tells little. */
const MAX_POSTINGS = 3_000;

/**
 * The terms of a long text that say most of what it is about: those that the text repeats and few passages have. None of words that stand in
 * no passage, of which nothing is known and which nothing here looks for.
 */
export function salientTerms(tokens: readonly Token[], index: PassageIndex): string[] {
  const language = index.languages.main;
  const counts = new Map<string, number>();
  for (const { folded } of tokens.slice(0, MAX_WORDS))
    if (!isStopword(folded, language)) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const terms = new Map<string, { count: number; readonly frequency: number }>();
  for (const [folded, count] of counts) {
    const name = isNumber(folded) ? term.number(folded) : term.stem(stem(folded, language));
    const known = terms.get(name);
    const frequency = index.documentFrequency(name);
    if (known) known.count += count;
    else if (frequency > 0) terms.set(name, { count, frequency });
  }
  let left = MAX_POSTINGS;
  const chosen: string[] = [];
  const weighed = [...terms].map(
    ([name, { count, frequency }]) => [name, frequency, Math.log2(1 + count) * index.idf(frequency)] as const,
  );
  for (const [name, frequency] of weighed.sort((a, b) => b[2] - a[2])) {
    if (chosen.length === MAX_SALIENT) break;
    if (chosen.length > 0 && frequency > left) continue;
    chosen.push(name);
    left -= frequency;
  }
  return chosen;
}
