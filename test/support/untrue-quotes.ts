import type { Answer, Quote } from "../../src/model/answer.ts";
import type { Corpus } from "../../src/model/corpus.ts";

/** The quotes of an answer that are not the document's own words, or mark what is not theirs. */
export function untrueQuotes(corpus: Corpus, answer: Answer): Quote[] {
  const texts = new Map(corpus.documents.map(({ id, text }) => [id, text]));
  const quotes = "quotes" in answer ? answer.quotes : [];
  return quotes.filter((quote) => {
    const inside = [quote.best, ...quote.highlights].every(
      ([start, end]) => start >= quote.start && start < end && end <= quote.end,
    );
    return !inside || texts.get(quote.doc)?.slice(quote.start, quote.end) !== quote.text;
  });
}
