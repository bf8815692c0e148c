/**
 * `npm run soak -- --reload --passages=10000`: how long the event loop stands still while a corpus is read again, and how long a question
 * waits meanwhile. Exits 1 where Discord would no longer take its answer.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { thinkAhead } from "../../adapters/service/ahead.ts";
import { openCorpus, warm } from "../../adapters/service/open-corpus.ts";
import { grow } from "../support/grown-corpus.ts";
import { askedQuestions, seedFiles } from "../support/seeds.ts";

/** ms between two questions. */
const BETWEEN = 50;
/** ms. Discord takes no answer after that. */
const WINDOW = 3_000;

export async function reload(passages: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "isnad-reload-"));
  for (const { name, bytes } of grow(seedFiles(), passages)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const corpus = await openCorpus({ folder, log: pino({ level: "silent" }) });
  await warm(corpus.answerer);
  const threads = await corpus.useThreads();

  const questions = askedQuestions();
  const waits: number[] = [];
  let reading = true;
  const asking = (async () => {
    for (let at = 0; reading; at += 1) {
      const question = { text: questions[at % questions.length] ?? "" };
      const from = performance.now();
      await thinkAhead(corpus.answerer, { kind: "answer", question });
      corpus.answerer.answer(question);
      waits.push(performance.now() - from);
      await sleep(BETWEEN);
    }
  })();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  writeFileSync(join(folder, "new.txt"), "يبيع السوق السمك كل خميس.\n");
  const from = performance.now();
  await corpus.reload();
  const took = performance.now() - from;
  // What stands still until the end is noticed after it
  await sleep(BETWEEN);
  lag.disable();
  reading = false;
  await asking;
  rmSync(folder, { recursive: true });
  const longest = Math.max(...waits);
  const ms = (nanoseconds: number): number => Math.round(nanoseconds / 1e6);
  process.stdout.write(
    `${JSON.stringify({
      passages: corpus.answerer.corpus.passages.length,
      threads,
      took: Math.round(took),
      lag: { longest: ms(lag.max), p99: ms(lag.percentile(99)) },
      questions: { asked: waits.length, longest: Math.round(longest) },
      load: loadavg().map((one) => Math.round(one * 100) / 100),
    })}\n`,
  );
  return longest > WINDOW ? [`a question waited ${Math.round(longest)} ms`] : [];
}
