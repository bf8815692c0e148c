import type { Corpus, Translations } from "../model/corpus.ts";
import { buildCorpus } from "./build.ts";
import { withCore } from "./core-lexicon.ts";
import {
  cataloguedNowhere,
  nfc,
  repeatedLeaders,
  wrongCorrections,
  wrongTitles,
} from "./cross-references.ts";
import { decodeJson, decodeLexicon, type Problem, type RawFile } from "./decode.ts";
import { glossaryOf } from "./glossary.ts";
import { Leaders } from "./leaders.ts";
import { Lexicon } from "./lexicon.ts";
import { presentationsOf } from "./presentation.ts";
import { decodeQuestions, type ExpectedQuestions } from "./questions.ts";
import { catalogueSchema, corpusSchema, leadersSchema, speakersSchema } from "./schema.ts";
import { decodeTexts } from "./texts.ts";
import { decodeTranslations } from "./translations.ts";

/** Everything that belongs to one corpus. */
export interface Seeds {
  readonly corpus: Corpus;
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
  /** `corpus.translations`: empty where the corpus has none. */
  readonly translations: Translations;
  /** What editors expect to be asked; empty where the corpus has nothing of the kind. */
  readonly questions: ExpectedQuestions;
  /** Files of the folder that are not read, why, and what to do. */
  readonly leftOut: readonly Problem[];
}

export type Loaded =
  | { readonly ok: true; readonly seeds: Seeds }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const NO_DOCUMENT = "no document: put at least one .txt, .md, .html or .docx file into the folder";

/** Reads a corpus from its files. Finds every problem before giving up, so that all can be fixed in one go. */
export function loadSeeds(
  files: readonly RawFile[],
  readQuestions: typeof decodeQuestions = decodeQuestions,
): Loaded {
  const problems: Problem[] = [];
  const { texts, leftOut } = decodeTexts(files);
  const names = new Set(texts.map((t) => t.id));
  if (texts.length === 0 && leftOut.length === 0) problems.push({ file: ".", message: NO_DOCUMENT });

  const entry = decodeJson(files, "corpus.json", corpusSchema, problems);
  const catalogue = decodeJson(files, "catalogue.json", catalogueSchema, problems);
  const entries = new Map(
    Object.entries(catalogue?.value.documents ?? {}).map(([id, one]) => [nfc(id), one]),
  );
  const leaders = decodeJson(files, "leaders.json", leadersSchema, problems);
  const corrections = decodeJson(files, "speakers.json", speakersSchema, problems);
  const concepts = decodeLexicon(files, problems);
  const translations = decodeTranslations(files, texts, problems);
  const questions = readQuestions(files, texts, problems);

  const data = { catalogue, leaders, corrections };
  problems.push(...cataloguedNowhere(data, names), ...repeatedLeaders(data));
  problems.push(...wrongCorrections(data, texts), ...wrongTitles(data, texts));
  // A data file may refer to a document that was left out
  if (problems.length > 0 || texts.length === 0) return { ok: false, problems: [...leftOut, ...problems] };

  const people = new Leaders(leaders?.value.leaders ?? []);
  const lexicon = new Lexicon(withCore(concepts));
  const built = buildCorpus({
    texts,
    catalogue: entries,
    languages: entry?.value.languages,
    leaders: people,
    lexicon,
    corrections: (corrections?.value.corrections ?? []).map((one) => ({ ...one, doc: nfc(one.doc) })),
    translations,
  });
  const presentation = presentationsOf(entry?.value, questions);
  const corpus = { ...built, presentation, glossary: glossaryOf(lexicon, people) };
  return { ok: true, seeds: { corpus, leaders: people, lexicon, translations, questions, leftOut } };
}
