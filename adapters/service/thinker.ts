/** The core in a thread of its own: it is given questions and gives answers, and shares nothing else. */
import { workerData } from "piscina";
import { createAnswerer } from "../../src/answerer.ts";
import type { RawFile } from "../../src/corpus/decode.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { Asked } from "./ahead.ts";
import { firstQuestions } from "./first-questions.ts";
import { answererOf, type IndexParts } from "./index-parts.ts";
import { type IndexOptions, openIndex } from "./index-snapshot.ts";
import { bundleWeights } from "./weight-cache.ts";

/** What a thread answers from: a finished index, or the files (or their snapshot) to make one from. */
export type ThinkerInput =
  | { readonly files: readonly RawFile[]; readonly parts: IndexParts }
  | Omit<IndexOptions, "log">;

export interface Thought {
  /** Of the corpus that it was thought over. */
  readonly fingerprint: number;
  readonly answer: Answer;
}

const input = workerData as ThinkerInput;
// The process that started the thread has already reported on the corpus
const silent = { info() {}, warn() {} };
const answerer =
  "parts" in input
    ? answererOf(input.files, input.parts)
    : createAnswerer({ ...openIndex({ ...input, log: silent }), weightStore: bundleWeights() });
// Before the first person's question comes, and not while they wait
for (const question of firstQuestions(answerer.corpus)) answerer.answer(question);

export default function think(asked: Asked): Thought {
  const answer = asked.kind === "answer" ? answerer.answer(asked.question) : answerer.leader(asked.lookup);
  return { fingerprint: answerer.corpus.fingerprint, answer };
}
