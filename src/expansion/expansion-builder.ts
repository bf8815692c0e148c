import type { ExpectedQuestion } from "../corpus/questions.ts";
import { ExpansionReader } from "./expansion-reader.ts";
import type { WordAnalyzer } from "./expansion-words.ts";
import { LanguageExpansion, shareOf } from "./language-expansion.ts";
import { QuestionClassifier } from "./question-classifier.ts";
import { QuestionExamples } from "./question-examples.ts";
import { type IndexedQuestion, QuestionIndex } from "./question-index.ts";
import { questionWeights, type WeightStore } from "./question-training.ts";

/** Texts or questions that are read in one step, of some milliseconds. */
const STEP = 250;

/** What editors wrote in one language. */
export interface ExpansionTexts {
  readonly analyzer: WordAnalyzer;
  /** Each passage that they wrote for, by its number, in the language; empty where there is no translation. */
  readonly texts: ReadonlyMap<number, string>;
  readonly questions: readonly ExpectedQuestion[];
  /** The passage of a document's paragraph; undefined where `texts` has none. */
  passageOf(doc: string, paragraph: number): number | undefined;
  readonly store: WeightStore | undefined;
}

/** Reads all of it, and pauses now and then, so that whoever takes the steps can see to others in between. */
export function* buildExpansion({
  analyzer,
  texts,
  questions,
  passageOf,
  store,
}: ExpansionTexts): Generator<void, LanguageExpansion> {
  const reader = new ExpansionReader(analyzer);
  const passages = [...texts.keys()];
  const places = new Map(passages.map((passage, place) => [passage, place]));
  const termsOfTexts: number[][] = [];
  for (const text of texts.values()) {
    if (termsOfTexts.length % STEP === STEP - 1) yield;
    termsOfTexts.push(reader.termsOf(reader.read(text)));
  }
  const inTexts = reader.numbers.size;
  const indexed: IndexedQuestion[] = [];
  const examples = new QuestionExamples();
  for (const [at, { text, earlier, doc, paragraph, answered }] of questions.entries()) {
    if (at % STEP === STEP - 1) yield;
    const passage = places.get(passageOf(doc, paragraph) ?? -1);
    if (passage === undefined) continue;
    const words = reader.read(text);
    if (earlier !== undefined) {
      examples.addFollowUp(words, reader.read(earlier), passage, answered);
      continue;
    }
    examples.add(words, passage, answered);
    const terms = reader.termsOf(words);
    // One of small words alone expects nothing in particular
    if (terms.length > 0) indexed.push({ terms, passage, answered });
  }
  const weights = yield* questionWeights(examples, store);
  const ids = reader.numbers;
  const ordered = indexed.toSorted(
    (a, b) => Number(b.answered) - Number(a.answered) || a.passage - b.passage,
  );
  return new LanguageExpansion({
    analyzer,
    ids,
    inTexts,
    passages,
    ...vocabularyOf(termsOfTexts, ordered, ids.size),
    questions: new QuestionIndex(ordered, passages.length, Array.from(ids.keys(), shareOf)),
    classifier: weights && new QuestionClassifier(weights),
    columns: examples.columns,
  });
}

/** The terms of each passage's text and questions, which stand in the order of their passages, and in how many passages each term is. */
function vocabularyOf(
  texts: readonly (readonly number[])[],
  questions: readonly IndexedQuestion[],
  terms: number,
): { readonly vocabulary: Int32Array[]; readonly passagesWith: Int32Array } {
  const passagesWith = new Int32Array(terms);
  const seen = new Int32Array(terms).fill(-1);
  let next = 0;
  const vocabulary = texts.map((text, passage) => {
    const own: number[] = [];
    const add = (term: number) => {
      if (seen[term] === passage) return;
      seen[term] = passage;
      own.push(term);
      passagesWith[term] = (passagesWith[term] as number) + 1;
    };
    text.forEach(add);
    for (; questions[next]?.answered && questions[next]?.passage === passage; next += 1)
      questions[next]?.terms.forEach(add);
    return new Int32Array(own).sort();
  });
  return { vocabulary, passagesWith };
}
