import { isStopword } from "../analysis/stopwords.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Concept, Lexicon } from "../corpus/lexicon.ts";
import { addWordTerms, type ClauseParts, conceptTerms, kindOf, makeClause } from "./clause.ts";
import type { ClauseDraft } from "./clause-draft.ts";
import { lexiconLanguagesOf } from "./token-filters.ts";

/** Takes what the lexicon knows. */
export function takePhrases(draft: ClauseDraft, parts: ClauseParts): void {
  const { lexicon } = parts;
  for (const { from, to, concepts, strength } of phrases(draft, lexicon)) {
    const likeness = draft.likeness(from, to);
    const known = concepts.map((index) => lexicon.concepts[index] as Concept);
    const terms = conceptTerms(known, strength * likeness, parts);
    if (to - from === 1) addWordTerms(terms, draft.tokens[from] as Token, likeness, parts);
    draft.add(from, makeClause(draft.surface(from, to), kindOf(known, parts), terms, known, parts));
    draft.take(from, to);
  }
}

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly concepts: readonly number[];
  readonly strength: number;
}

/** Lexicon entries among the words not yet taken, longest first; a stop word counts only inside a phrase. */
function phrases(draft: ClauseDraft, lexicon: Lexicon): Phrase[] {
  const { tokens, language } = draft;
  const found: Phrase[] = [];
  const free = tokens.map((_, at) => !draft.isTaken(at));
  const tables = [...new Set(tokens.flatMap((token) => lexiconLanguagesOf(language, token.folded)))];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && !draft.isTaken(to)) to += 1;
    const run = tokens.slice(from, to);
    for (const table of run.length > 0 ? tables : [])
      for (const match of lexicon.match(run, table)) {
        const isSingle = match.to - match.from === 1;
        if (isSingle && isStopword((run[match.from] as Token).folded, language)) continue;
        const [start, end] = [from + match.from, from + match.to];
        if (!free.slice(start, end).every(Boolean)) continue;
        free.fill(false, start, end);
        found.push({ ...match, from: start, to: end });
      }
    from = to + 1;
  }
  return found;
}
