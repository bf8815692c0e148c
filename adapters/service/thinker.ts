/** The core in a thread of its own: it is given questions and gives answers, and shares nothing else. */
import { workerData } from "piscina";
import { createAnswerer } from "../../src/answerer.ts";
import type { RawFile } from "../../src/corpus/decode.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import type { Answer } from "../../src/model.ts";
import type { Asked } from "./ahead.ts";

export interface Thought {
  /** Of the corpus that it was thought over. */
  readonly fingerprint: number;
  readonly answer: Answer;
}

const loaded = loadSeeds(workerData as readonly RawFile[]);
if (!loaded.ok) throw new Error("the corpus cannot be used");
const answerer = createAnswerer({ seeds: loaded.seeds });

export default function think(asked: Asked): Thought {
  const answer = asked.kind === "answer" ? answerer.answer(asked.question) : answerer.leader(asked.lookup);
  return { fingerprint: answerer.corpus.fingerprint, answer };
}
