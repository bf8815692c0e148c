import { detectLanguage } from "../analysis/language-detector.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { Document } from "../model/corpus.ts";
import type { Verdict } from "../model/verification.ts";
import type { Judged } from "./judgement.ts";
import { nearestTo, quoteOf, type RenderingParts, rendering } from "./rendering.ts";
import { salientWords } from "./salient-words.ts";

/** UTF-16 units by which what is about the same is looked for: what more is pasted in another language says the same. */
const MAX_ABOUT = 600;
/** From here on words that are no rendering are looked for by those alone that say most. */
const MAX_ABOUT_IN_OWN = 300;
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
    const asked =
      own && words.length > MAX_ABOUT_IN_OWN
        ? salientWords(tokens, index)
            .map(({ text }) => text)
            .join(" ")
            .slice(0, MAX_ABOUT_IN_OWN)
        : about;
    const near = nearestTo(asked, locale, parts);
    const rendered = renderedBy(words, tokens.length, near);
    if (rendered) return { verdict: "translation", places: [rendered], differences: [] };
    return { verdict: "absent", places: near.ranked.slice(0, NEAREST).map(quoteOf), differences: [] };
  };
}
