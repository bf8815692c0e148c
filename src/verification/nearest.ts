import { detectLanguage } from "../analysis/language-detector.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { Quote } from "../model/answer.ts";
import type { Document, Passage, Span } from "../model/corpus.ts";
import type { Verdict } from "../model/verification.ts";
import { wholeQuote } from "../quote.ts";
import { highlights, Matcher } from "../ranking/matcher.ts";
import type { Judged } from "./judgement.ts";
import { nearestTo, quoteOf, type RenderingParts, rendering } from "./rendering.ts";
import { salientTerms } from "./salient-terms.ts";

/** UTF-16 units by which what is about the same is looked for: what more is pasted in another language says the same. */
const MAX_ABOUT = 600;
/** From here on words that are no rendering are looked for by those alone that say most, and no question is asked. */
const MAX_ASKED = 300;
/** Words of more than that which are read as others that they may be meant for: at 100,000 passages each takes up to a millisecond. */
const MAX_CORRECTED = 12;
/** Words of it that tell whether it is Arabic in Latin letters, at a tenth of that. */
const MAX_ROMANISED = 24;
/** Passages shown as the nearest to words that stand nowhere. */
const NEAREST = 3;

export interface Nearest extends Omit<Judged, "verdict"> {
  readonly verdict: Verdict;
}

/** What words that stand nowhere may render, or else the passages that are about the same. */
export function nearestFinder(parts: RenderingParts, documents: ReadonlyMap<string, Document>) {
  const { corpus, index } = parts;
  const renderedBy = rendering(parts, documents);

  return (words: string, tokens: readonly Token[], locale: string | undefined): Nearest => {
    const about = words.slice(0, MAX_ABOUT);
    const { language } = detectLanguage(about, tokenize(about), locale, index.languages.main);
    const own = corpus.documents.every(({ lang }) => lang === language);
    const absent = (places: readonly Quote[]): Nearest => ({ verdict: "absent", places, differences: [] });
    if (own && words.length > MAX_ASKED) return absent(sharing(salientTerms(tokens, index), parts));
    const near = nearestTo(about, locale, words.length > MAX_ASKED ? sparing(parts) : parts);
    const rendered = renderedBy(words, tokens.length, near);
    if (rendered) return { verdict: "translation", places: [rendered], differences: [] };
    return absent(near.ranked.slice(0, NEAREST).map(quoteOf));
  };
}

/** For one text of many words: of those that nothing has only the first are read as others. */
function sparing(parts: RenderingParts): RenderingParts {
  let left = MAX_CORRECTED;
  return {
    ...parts,
    spellChecker: {
      correct: (...word) => (left-- > 0 ? parts.spellChecker.correct(...word) : undefined),
    },
    arabizi: {
      read: (tokens, readings) => [
        ...parts.arabizi.read(tokens.slice(0, MAX_ROMANISED), readings),
        ...tokens.slice(MAX_ROMANISED),
      ],
    },
  };
}

/** The passages that hold the terms best, as the first stage of a question finds them. */
function sharing(names: readonly string[], { corpus, index }: RenderingParts): Quote[] {
  if (names.length === 0) return [];
  const numbers = names.map((name) => index.number(name) as number);
  const matcher = new Matcher(
    numbers.map((number) => [{ number, strength: 1 }]),
    index,
  );
  return index
    .candidates(new Map(numbers.map((number) => [number, 1])), NEAREST)
    .map(({ passage: at, score }) => {
      const passage = corpus.passages[at] as Passage;
      const indexed = index.passage(at);
      const marks = highlights(matcher.match(indexed), indexed);
      return { ...wholeQuote(passage), best: sentenceOfMost(passage, marks), highlights: marks, score };
    });
}

/** The sentence in which most of the marks stand, the first among equals. */
function sentenceOfMost({ sentences, start, end }: Passage, marks: readonly Span[]): Span {
  const held = ([from, to]: Span) => marks.filter(([a, b]) => from <= a && b <= to).length;
  const [first = [start, end], ...others] = sentences;
  return others.reduce((best, one) => (held(one) > held(best) ? one : best), first);
}
