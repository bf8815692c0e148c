import { articleNumbers, asksForText, isInWords } from "../analysis/article-numbers.ts";
import { term } from "../index/terms.ts";
import { type ClauseParts, makeClause } from "./clause.ts";
import type { ClauseDraft } from "./clause-draft.ts";

/** Takes the numbers of articles that are spelled out ("the twelfth article"), and words that ask for an article's text. */
export function takeArticles(draft: ClauseDraft, parts: ClauseParts): void {
  const { tokens } = draft;
  const articles = articleNumbers(tokens);
  if (articles.length === 0) return;
  // "the text of article 12", "what does article 12 say": no article has these words
  tokens.forEach(({ folded }, at) => {
    if (asksForText(folded)) draft.take(at);
  });
  for (const article of articles) {
    const { number, from, to } = article;
    if (!isInWords(tokens, article) || draft.isTaken(from, to) || draft.likeness(from, to) < 1) continue;
    const terms = new Map([[term.number(number), 1]]);
    draft.add(from, makeClause(draft.surface(from, to), "number", terms, [], parts));
    draft.take(from, to);
  }
}
