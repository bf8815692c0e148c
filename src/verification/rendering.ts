import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { tokenize } from "../analysis/tokenizer.ts";
import type { IndexedPassage } from "../index/forward-index.ts";
import type { Language } from "../languages/codes.ts";
import type { Quote } from "../model/answer.ts";
import type { Document, Span } from "../model/corpus.ts";
import type { Clause } from "../query/clause.ts";
import { toQuery } from "../query/query.ts";
import { type ParsedQuery, parseQuery, type QueryParserParts } from "../query/query-parser.ts";
import { wholeQuote } from "../quote.ts";
import { type Ranked, type RerankerParts, rerank } from "../ranking/reranker.ts";
import { negates, negatesWithin } from "./negation.ts";

export type RenderingParts = QueryParserParts & RerankerParts;

/** Paragraphs that may be rendered. */
const LOOKED_AT = 10;
/** How well a passage must have a word of the quotation for it to be that word in another language. */
const MET = 0.4;
/** From here on it has something near: half of it. */
const NEAR = 0.25;
/** Things that the passage must have, and their share, by rarity, of all that the quotation says and the lexicon knows. */
const MIN_MET = 3;
const MIN_SHARE = 0.75;
/** Share of all its words, those that no lexicon has among them; where an editor's translation has the words nothing is unknown. */
const MIN_OF_ALL = 0.5;
const MIN_OF_TRANSLATED = 0.65;
/** Source words per word of a rendering; one that has to be gathered from a long paragraph is not a rendering. */
const MAX_SPREAD = 3;
/** Words before what is met that may hold the "not". */
const BEFORE = 2;

export interface Nearest {
  readonly question: ParsedQuery;
  readonly ranked: readonly Ranked[];
}

/** The passages that are about what the words are about, best first. */
export function nearestTo(words: string, locale: string | undefined, parts: RenderingParts): Nearest {
  const question = parseQuery(toQuery(words, locale, parts), parts);
  return { question, ranked: rerank(question, parts).slice(0, LOOKED_AT) };
}

export const quoteOf = ({ passage, best, highlights, score }: Ranked): Quote => ({
  ...wholeQuote(passage),
  best,
  highlights,
  score,
});

/**
 * Finds the stretch of a passage that words in another language render: it has nearly all that they say, by the lexicon or in the editor's
 * translation, close together, every name and number of them, and denies what they deny. Whether they render it well nobody is told: the
 * original is shown beside them.
 */
export function rendering({ corpus }: RenderingParts, documents: ReadonlyMap<string, Document>) {
  const stemsOf = translatedStems();

  return (words: string, count: number, { question, ranked }: Nearest): Quote | undefined => {
    const { language } = question;
    const stemmed = question.clauses.map(({ surface }) => contentStems(surface, language));
    for (const one of ranked) {
      const { passage, indexed } = one;
      const { lang, text } = documents.get(passage.doc) as Document;
      if (language === lang) continue;
      const translation = corpus.translations.get(language)?.get(passage.doc)?.[passage.paragraph - 1];
      const stems = translation === undefined ? undefined : stemsOf(translation, language);
      if (!says(question, one, stems && ((at) => (stemmed[at] ?? []).every((word) => stems.has(word)))))
        continue;
      const window = tightest(one, count);
      if (!window) continue;
      const [start, end] = spanOf(window, indexed);
      const around = spanOf([window[0] - BEFORE, window[1]], indexed);
      if (denies(words, language) !== denies(text.slice(...around), lang)) continue;
      const [from, to]: Span = passage.sentences.find(([a, b]) => a <= start && end <= b) ?? [start, end];
      return {
        ...quoteOf(one),
        start: from,
        end: to,
        text: text.slice(from, to),
        best: [from, to],
        highlights: [],
      };
    }
    return undefined;
  };
}

/** Translated paragraphs whose stems are kept, some ten kilobytes each. */
const MAX_KEPT = 500;

/** Gives the stems of translated paragraphs, and keeps those of the last ones. */
function translatedStems(): (translation: string, language: Language) => ReadonlySet<string> {
  const kept = new Map<string, ReadonlySet<string>>();
  return (translation, language) => {
    const known = kept.get(translation);
    if (known) return known;
    const stems = new Set(tokenize(translation).map(({ folded }) => stem(folded, language)));
    const [oldest] = kept.keys();
    if (oldest && kept.size >= MAX_KEPT) kept.delete(oldest);
    kept.set(translation, stems);
    return stems;
  };
}

const contentStems = (text: string, language: Language) =>
  tokenize(text)
    .filter(({ folded }) => !isStopword(folded, language))
    .map(({ folded }) => stem(folded, language));

const ESSENTIAL: ReadonlySet<Clause["kind"]> = new Set(["number", "person", "place", "date", "name"]);

/** Whether a passage says what is asked; `translated` is asked for the number of a clause, where there is a translation. */
function says(
  { clauses }: ParsedQuery,
  { own }: Ranked,
  translated: ((clause: number) => boolean) | undefined,
): boolean {
  let [met, of, count, all] = [0, 0, 0, 0];
  for (const [at, clause] of clauses.entries()) {
    if (clause.kind === "say" || clause.kind === "light") continue;
    all += 1;
    const has = (own[at] as number) >= MET || translated?.(at) === true;
    const near = (own[at] as number) >= NEAR ? 0.5 : 0;
    if (!has && ESSENTIAL.has(clause.kind)) return false;
    count += has ? 1 : near;
    if (has || clause.inLexicon) of += clause.rarity;
    met += clause.rarity * (has ? 1 : near);
  }
  const least = translated ? MIN_OF_TRANSLATED : MIN_OF_ALL;
  return count >= MIN_MET && count >= all * least && met >= of * MIN_SHARE;
}

/** The fewest words of the passage, in token numbers, that hold a place of everything it has of the quotation. */
function tightest({ positions }: Ranked, words: number): Span | undefined {
  const places = positions
    .flatMap((list, clause) => list.filter((p) => p.strength >= MET).map((p) => ({ ...p, clause })))
    .sort((a, b) => a.from - b.from);
  const wanted = new Set(places.map(({ clause }) => clause)).size;
  let best: Span | undefined;
  for (const [at, first] of places.entries()) {
    const held = new Set<number>();
    let to = 0;
    for (const place of places.slice(at)) {
      held.add(place.clause);
      to = Math.max(to, place.to);
      if (held.size === wanted) break;
    }
    if (held.size < wanted) break;
    if (!best || to - first.from < best[1] - best[0]) best = [first.from, to];
  }
  return best && best[1] - best[0] <= words * MAX_SPREAD ? best : undefined;
}

function spanOf([from, to]: Span, { starts, ends }: IndexedPassage): Span {
  const last = Math.min(to, ends.length) - 1;
  return [starts[Math.max(0, from)] as number, ends[last] as number];
}

function denies(text: string, language: Language): boolean {
  return tokenize(text).some(({ text: word }) => negates(word) || negatesWithin(word, language));
}
