import type { Token } from "../analysis/tokenizer.ts";
import { type ExpectedQuestions, type QuestionLanguage, standsAlone } from "../corpus/questions.ts";
import type { Corpus, Passage } from "../model/corpus.ts";
import { buildExpansion } from "./expansion-builder.ts";
import { analyzerOf } from "./expansion-words.ts";
import type { ExpansionMatch, LanguageExpansion } from "./language-expansion.ts";
import type { WeightStore } from "./question-training.ts";

/**
 * Document expansion (Nogueira et al. 2019, arXiv:1904.08375), here by editors: a passage is found by its translation and by the questions
 * that it answers. A language is indexed when it is first asked in; nothing where the corpus has no questions in it.
 */
export class ExpansionIndex {
  private readonly languages = new Map<QuestionLanguage, LanguageExpansion | undefined>();

  constructor(
    private readonly corpus: Corpus,
    private readonly questions: ExpectedQuestions,
    /** Where what is learnt from them is kept; it is learnt at each start without it. */
    private readonly store?: WeightStore,
  ) {}

  /** `earlier`: the words of the question before, where this one leans on it. */
  match(
    tokens: readonly Token[],
    language: QuestionLanguage,
    earlier: readonly Token[] = [],
  ): ExpansionMatch | undefined {
    return this.of(language)?.match(tokens, earlier);
  }

  private of(language: QuestionLanguage): LanguageExpansion | undefined {
    if (!this.languages.has(language)) for (const _ of this.building(language));
    return this.languages.get(language);
  }

  /** Whether anything that editors wrote in the language uses the word: then it is none misspelt. */
  uses(token: Token, language: QuestionLanguage): boolean {
    return this.of(language)?.uses(token) === true;
  }

  /** Indexes every language now, in steps of some milliseconds. */
  *steps(): Generator<void> {
    for (const language of this.questions.keys())
      if (!this.languages.has(language)) yield* this.building(language);
  }

  private *building(language: QuestionLanguage): Generator<void> {
    this.languages.set(language, yield* this.made(language));
  }

  private *made(language: QuestionLanguage): Generator<void, LanguageExpansion | undefined> {
    const own = this.questions.get(language);
    if (!own) return undefined;
    // Arabic in Latin letters is asked for in the same words as in Arabic ones
    const more = language === "arabizi" ? (this.questions.get("ar") ?? []) : [];
    const questions = [...own, ...more.filter((one) => one.answered && standsAlone(one))];
    const texts = this.textsIn(language, new Set(questions.map(({ doc }) => doc)));
    const numbers = new Map<string, number>();
    for (const number of texts.keys()) {
      const { doc, paragraph } = this.corpus.passages[number] as Passage;
      numbers.set(`${doc} ${paragraph}`, number);
    }
    return yield* buildExpansion({
      analyzer: analyzerOf(language),
      texts,
      questions,
      passageOf: (doc, paragraph) => numbers.get(`${doc} ${paragraph}`),
      store: this.store,
    });
  }

  /** The passages of documents that are asked for or translated, in the language as far as there is one. */
  private textsIn(language: QuestionLanguage, asked: ReadonlySet<string>): ReadonlyMap<number, string> {
    const translated = language === "arabizi" ? undefined : this.corpus.translations.get(language);
    const texts = new Map<number, string>();
    for (const { id, lang, passages } of this.corpus.documents) {
      const lines = translated?.get(id);
      if (!asked.has(id) && !lines) continue;
      for (const { index, paragraph, text } of passages)
        texts.set(index, language === lang ? text : (lines?.[paragraph - 1] ?? ""));
    }
    return texts;
  }
}
