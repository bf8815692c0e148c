import { alignSentences } from "./analysis/sentence-alignment.ts";
import { splitSentences } from "./analysis/sentence-splitter.ts";
import type { Language } from "./languages/codes.ts";
import type { Answer, Quote, QuoteTranslation } from "./model/answer.ts";
import type { Corpus, Passage, Span } from "./model/corpus.ts";
import type { Verification } from "./model/verification.ts";
import { passageAround, positionOf } from "./passages.ts";

export interface Translator {
  /** The editor's translation of the quote's paragraph, with the part that renders `best`; undefined where the corpus has none. */
  of(quote: Pick<Quote, "doc" | "best">, lang: Language): QuoteTranslation | undefined;
  /** The answer with a translation beside each of its quotes that has one in the answer's language. */
  beside<A extends Answer | Verification>(answer: A): A;
}

interface Aligned {
  readonly text: string;
  /** For each sentence of the passage, what renders it. */
  readonly sentences: readonly Span[];
}

/** Aligns a paragraph when it is first asked for, and remembers it: there are never more than paragraphs times languages. */
export function createTranslator(corpus: Corpus): Translator {
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  const aligned = new Map<string, Aligned>();

  function alignedOf(passage: Passage, text: string, lang: Language): Aligned {
    const key = `${lang} ${passage.index}`;
    const known = aligned.get(key);
    if (known) return known;
    const own = passage.sentences.map(([a, b]): Span => [a - passage.start, b - passage.start]);
    const sentences = alignSentences(passage.text, own, text, splitSentences(text));
    const made = { text, sentences };
    aligned.set(key, made);
    return made;
  }

  function of({ doc, best }: Pick<Quote, "doc" | "best">, lang: Language) {
    const document = documents.get(doc);
    const passage = document && passageAround(document, [best[0], Math.max(best[1], best[0] + 1)]);
    if (!passage) return undefined;
    const text = corpus.translations.get(lang)?.get(doc)?.[positionOf(document, passage)];
    if (text === undefined) return undefined;
    const whole: Span = [0, text.length];
    if (best[0] <= passage.start && best[1] >= passage.end) return { lang, text, best: whole };
    const { sentences } = alignedOf(passage, text, lang);
    const within = sentences.filter((_, at) => {
      const [start, end] = passage.sentences[at] as Span;
      return start < best[1] && best[0] < end;
    });
    if (within.length === 0) return { lang, text, best: whole };
    const start = Math.min(...within.map(([from]) => from));
    return { lang, text, best: [start, Math.max(...within.map(([, to]) => to))] as const };
  }

  function beside<A extends Answer | Verification>(answer: A): A {
    if (!corpus.translations.has(answer.lang)) return answer;
    const one = (quote: Quote): Quote => {
      const translation = of(quote, answer.lang);
      return translation ? { ...quote, translation } : quote;
    };
    switch (answer.kind) {
      case "quotes":
      case "closest":
        return { ...answer, quotes: answer.quotes.map(one) };
      case "verified":
        return { ...answer, places: answer.places.map(one) };
      case "leader":
        return {
          ...answer,
          mentions: answer.mentions.map(one),
          statements: answer.statements.map(one),
          about: answer.about.map(one),
        };
      default:
        return answer;
    }
  }

  return { of, beside };
}
