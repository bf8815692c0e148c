import type { Token } from "../analysis/tokenizer.ts";
import type { ExpectedQuestions, QuestionLanguage } from "../corpus/questions.ts";
import type { Corpus, Passage } from "../model/corpus.ts";
import { analyzerOf } from "./expansion-words.ts";
import { type ExpansionMatch, LanguageExpansion } from "./language-expansion.ts";

/**
 * Document expansion (Nogueira et al. 2019, arXiv:1904.08375), here by editors: a passage is found by its translation and by the questions
 * that it answers. A language is indexed when it is first asked in; nothing where the corpus has no questions in it.
 */
export class ExpansionIndex {
  private readonly languages = new Map<QuestionLanguage, LanguageExpansion | undefined>();

  constructor(
    private readonly corpus: Corpus,
    private readonly questions: ExpectedQuestions,
  ) {}

  /** `earlier`: the words of the question before, where this one leans on it. */
  match(
    tokens: readonly Token[],
    language: QuestionLanguage,
    earlier: readonly Token[] = [],
  ): ExpansionMatch | undefined {
    if (!this.languages.has(language)) for (const _ of this.building(language));
    return this.languages.get(language)?.match(tokens, earlier);
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
    const documents = new Map(this.corpus.documents.map(({ id, lang }) => [id, lang]));
    const texts = this.corpus.passages.map((passage) => this.textIn(passage, documents, language));
    // Arabic in Latin letters is asked for in the same words as in Arabic ones
    const more = language === "arabizi" ? (this.questions.get("ar") ?? []) : [];
    return yield* LanguageExpansion.building({
      analyzer: analyzerOf(language),
      texts,
      questions: [...own, ...more.filter((one) => one.answered)],
      numbers: this.numbers(),
    });
  }

  private textIn(
    { doc, paragraph, text }: Passage,
    documents: ReadonlyMap<string, string>,
    language: QuestionLanguage,
  ): string {
    if (language === documents.get(doc)) return text;
    return language === "arabizi"
      ? ""
      : (this.corpus.translations.get(language)?.get(doc)?.[paragraph - 1] ?? "");
  }

  private numbers(): ReadonlyMap<string, number> {
    return new Map(this.corpus.passages.map(({ doc, paragraph, index }) => [`${doc} ${paragraph}`, index]));
  }
}
