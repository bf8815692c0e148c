import type { Document, Passage, Translations } from "../model/corpus.ts";
import { withCore } from "./core-lexicon.ts";
import { decodeJson, decodeLexicon, type Problem, type RawFile } from "./decode.ts";
import { glossaryOf } from "./glossary.ts";
import { Leaders } from "./leaders.ts";
import { Lexicon } from "./lexicon.ts";
import type { Seeds } from "./load.ts";
import { presentationsOf } from "./presentation.ts";
import { decodeQuestionsLate } from "./questions.ts";
import { corpusSchema, leadersSchema } from "./schema.ts";

type KeptDocument = Omit<Document, "passages"> & { readonly passages: readonly Omit<Passage, "text">[] };

/** What reading the texts took its time for, as data that can be cloned (structured clone). */
export interface KeptSeeds {
  /** A passage is a slice of its document, so its text is not kept twice. */
  readonly documents: readonly KeptDocument[];
  readonly fingerprint: number;
  readonly translations: Translations;
  readonly leftOut: readonly Problem[];
}

export function keepSeeds({ corpus, translations, leftOut }: Seeds): KeptSeeds {
  const documents = corpus.documents.map((document) => ({
    ...document,
    passages: document.passages.map(({ text: _, ...rest }) => rest),
  }));
  return { documents, fingerprint: corpus.fingerprint, translations, leftOut };
}

/** The same seeds again, from the same files: they were looked through when they were kept. */
export function restoreSeeds(files: readonly RawFile[], kept: KeptSeeds): Seeds {
  const problems: Problem[] = [];
  const entry = decodeJson(files, "corpus.json", corpusSchema, problems);
  const leaders = new Leaders(
    decodeJson(files, "leaders.json", leadersSchema, problems)?.value.leaders ?? [],
  );
  const lexicon = new Lexicon(withCore(decodeLexicon(files, problems)));
  const numbered = kept.documents.map(({ id, passages }) => ({ id, paragraphs: passages }));
  const questions = decodeQuestionsLate(files, numbered, problems, (own) => problems.push(...own));
  if (problems.length > 0) throw new Error("the files are not those that were kept");
  const { translations, leftOut, fingerprint } = kept;
  const documents = kept.documents.map((document) => ({
    ...document,
    passages: document.passages.map((passage) => ({
      ...passage,
      text: document.text.slice(passage.start, passage.end),
    })),
  }));
  const corpus = {
    documents,
    passages: documents.flatMap(({ passages }) => passages),
    leaders: leaders.all,
    translations,
    fingerprint,
    presentation: presentationsOf(entry?.value, questions),
    glossary: glossaryOf(lexicon, leaders),
  };
  return { corpus, leaders, lexicon, translations, questions, leftOut };
}
