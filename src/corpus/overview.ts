import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token, tokenize } from "../analysis/tokenizer.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Document, Passage } from "../model/corpus.ts";
import type { Seeds } from "./load.ts";
import { standsAlone } from "./questions.ts";
import type { ConceptKind } from "./schema.ts";

/** What was understood of one document. */
export interface DocumentOverview {
  readonly document: Document;
  readonly headings: readonly string[];
  /** Names of the leaders who are quoted or reported in it. */
  readonly speakers: readonly string[];
  /** Numbers, in digits and in words, and words that say a day or a month. */
  readonly numbers: number;
  readonly dates: number;
  /** Languages that it has no translation in, of those that the corpus has any in. */
  readonly untranslated: readonly Language[];
  /** Passages that no expected question asks for. */
  readonly unasked: number;
}

interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** A trial question, and a passage that answers it. */
export interface TrialQuestion {
  readonly text: string;
  readonly passage: Passage;
}

/** What was understood of a corpus, for its owner. */
export interface CorpusOverview {
  readonly documents: readonly DocumentOverview[];
  /** Words of the texts that neither the lexicon nor the names explain, most frequent first: they are found by their stems alone. */
  readonly unexplained: readonly WordCount[];
  readonly trials: readonly TrialQuestion[];
}

const TRIALS = 5;
/** Words that a trial question is made of where nobody wrote one. */
const TRIAL_WORDS = 3;
const MIN_WORD_LENGTH = 3;
/** UTF-16 units of a heading that is asked as it stands. */
const MAX_HEADING_LENGTH = 80;

const DATES: ReadonlySet<ConceptKind> = new Set(["month", "weekday", "day"]);
const NUMBERS: ReadonlySet<ConceptKind> = new Set(["number", "ordinal"]);

export function overviewOf(seeds: Seeds): CorpusOverview {
  const { corpus, lexicon, leaders, translations, questions } = seeds;
  const words = new Map<string, number>();
  const asked = new Set<string>();
  for (const own of questions.values())
    for (const { doc, paragraph, answered } of own.filter(standsAlone))
      if (answered) asked.add(`${doc} ${paragraph}`);

  const documents = corpus.documents.map((document): DocumentOverview => {
    const { id, lang, passages } = document;
    const speakers = new Set(passages.flatMap((passage) => passage.speakers));
    let numbers = 0;
    let dates = 0;
    for (const { text } of passages) {
      const tokens = tokenize(text);
      const explained = new Set<Token>();
      for (const { from, to, concepts } of lexicon.match(tokens, lang)) {
        const kinds = concepts.map((concept) => lexicon.concepts[concept]?.kind);
        if (kinds.some((kind) => kind && NUMBERS.has(kind))) numbers += 1;
        if (kinds.some((kind) => kind && DATES.has(kind))) dates += 1;
        for (const token of tokens.slice(from, to)) explained.add(token);
      }
      for (const { from, to } of leaders.find(tokens))
        for (const token of tokens.slice(from, to)) explained.add(token);
      for (const token of tokens) {
        if (isNumber(token.folded)) numbers += 1;
        else if (!explained.has(token) && isContent(token, lang)) count(words, token.text);
      }
    }
    return {
      document,
      headings: passages.filter(({ kind }) => kind === "subheading").map(({ text }) => text),
      speakers: corpus.leaders.filter((one) => speakers.has(one.id)).map(({ name }) => name[lang] ?? name.ar),
      numbers,
      dates,
      untranslated: LANGUAGES.filter((one) => translations.get(one)?.size && !translations.get(one)?.has(id)),
      unasked: passages.filter(({ paragraph }) => !asked.has(`${id} ${paragraph}`)).length,
    };
  });
  const unexplained = [...words].map(([word, times]) => ({ word, count: times }));
  unexplained.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  return { documents, unexplained, trials: trialsOf(seeds) };
}

const isContent = ({ folded }: Token, lang: Language) =>
  folded.length >= MIN_WORD_LENGTH && !isStopword(folded, lang);

function count(words: Map<string, number>, word: string): void {
  words.set(word, (words.get(word) ?? 0) + 1);
}

/** Questions that an editor expects, else the texts' own, else the rarest words of passages: spread over the corpus. */
function trialsOf({ corpus, questions }: Seeds): TrialQuestion[] {
  const at = new Map(corpus.passages.map((passage) => [`${passage.doc} ${passage.paragraph}`, passage]));
  const own = [...questions.values()].flat().filter(standsAlone);
  const expected = own.flatMap(({ text, doc, paragraph, answered }) => {
    const passage = answered ? at.get(`${doc} ${paragraph}`) : undefined;
    return passage ? [{ text, passage }] : [];
  });
  if (expected.length > 0) return spread(expected, TRIALS);
  const langOf = new Map(corpus.documents.map(({ id, lang }) => [id, lang]));
  const frequency = new Map<string, number>();
  for (const { text } of corpus.passages)
    for (const word of new Set(tokenize(text).map(({ folded }) => folded))) count(frequency, word);
  const bodies = corpus.passages.filter(({ kind }) => kind === "body" || kind === "lead");
  return spread(bodies, TRIALS).flatMap((passage) => {
    const [first = ""] = passage.text.split("\n");
    if (/[?؟]$/u.test(first.trim()) && first.length <= MAX_HEADING_LENGTH)
      return [{ text: first.trim(), passage }];
    const content = tokenize(passage.text).filter((token) =>
      isContent(token, langOf.get(passage.doc) as Language),
    );
    const rarest = [...new Map(content.map((token) => [token.folded, token])).values()]
      .toSorted((a, b) => (frequency.get(a.folded) ?? 0) - (frequency.get(b.folded) ?? 0))
      .slice(0, TRIAL_WORDS)
      .toSorted((a, b) => a.start - b.start);
    return rarest.length > 0 ? [{ text: rarest.map(({ text }) => text).join(" "), passage }] : [];
  });
}

/** That many items spread evenly over a list. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T);
}
