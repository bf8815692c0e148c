import type { Answerer } from "../../src/model/answerer.ts";
import type { Log } from "./log.ts";

/** How often a corpus was read anew, by what came of it, and what is served now. */
export interface CorpusMeter {
  reloaded(outcome: "swapped" | "unchanged" | "refused"): void;
  serving(corpus: { readonly documents: number; readonly passages: number }): void;
}

/** A corpus folder as it was read at one moment. */
interface Reading {
  /** Equal for equal folders. */
  readonly hash: string;
  /** Throws, with all that is wrong in its message, when the folder cannot be served. */
  build(): Promise<Answerer>;
}

export interface LiveAnswererOptions {
  /** Reads the folder. Throws as `build` does. */
  readonly read: () => Reading;
  readonly log: Log;
  readonly meter?: CorpusMeter;
}

export interface LiveAnswerer {
  /** Answers over the corpus of the moment; `corpus` is another object after each change. */
  readonly answerer: Answerer;
  /** Reads the folder again, builds beside what is served, and puts it in its place when it is valid. Never rejects. */
  reload(): Promise<void>;
}

/** Reads the corpus and serves it, and reads it again on demand while it is served. Throws when the first reading does. */
export async function createLiveAnswerer({ read, log, meter }: LiveAnswererOptions): Promise<LiveAnswerer> {
  const first = read();
  let { hash } = first;
  let current = await first.build();
  const serving = () =>
    meter?.serving({ documents: current.corpus.documents.length, passages: current.corpus.passages.length });
  serving();

  async function again(): Promise<void> {
    try {
      const reading = read();
      if (reading.hash === hash) {
        meter?.reloaded("unchanged");
        log.info("the corpus is as it was");
        return;
      }
      // A question in progress keeps the answerer that it started with
      current = await reading.build();
      hash = reading.hash;
      serving();
      meter?.reloaded("swapped");
      const { documents, passages } = current.corpus;
      log.info({ documents: documents.length, passages: passages.length }, "the corpus was replaced");
    } catch (error) {
      meter?.reloaded("refused");
      // A SeedsError names files and lines; the message of any other error may contain text of the corpus
      const { name, message } = error as Error;
      const why = name === "SeedsError" ? message : name;
      log.error({ why }, "the corpus has changed but cannot be used; the one before it is still served");
    }
  }

  let running: Promise<void> | undefined;
  let wanted = false;
  async function reload(): Promise<void> {
    // What changes while a corpus is built needs one more reading, however often it changes
    wanted = true;
    running ??= (async () => {
      while (wanted) {
        wanted = false;
        await again();
      }
      running = undefined;
    })();
    return running;
  }

  return {
    answerer: {
      get corpus() {
        return current.corpus;
      },
      answer: (question) => current.answer(question),
      leader: (lookup) => current.leader(lookup),
      complete: (typed) => current.complete(typed),
      verify: (request) => current.verify(request),
      quotations: (message) => current.quotations(message),
      asksAboutQuotation: (message) => current.asksAboutQuotation(message),
    },
    reload,
  };
}
