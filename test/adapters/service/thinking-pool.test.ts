import { join } from "node:path";
import { pino } from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { cachedAnswerer } from "../../../adapters/service/answer-cache.ts";
import { readSeedFiles } from "../../../adapters/service/corpus-files.ts";
import { answererOf, partsOf } from "../../../adapters/service/index-parts.ts";
import { keptIndex } from "../../../adapters/service/index-snapshot.ts";
import { createThinkingPool, threadsFor } from "../../../adapters/service/thinking-pool.ts";
import { createThreads } from "../../../adapters/service/threads.ts";
import { realAnswerer } from "../../support/core.ts";
import { ROOT } from "../../support/service/program.ts";

const files = readSeedFiles(join(ROOT, "seeds"));
const source = { folder: "seeds", files, hash: "", snapshot: undefined };
const pool = createThinkingPool(source, 1);
afterAll(() => pool.close());

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const real = realAnswerer();
const { fingerprint } = real.corpus;

/** Asked until it is there: a thread that has to read the corpus first, or shares a busy core, may miss its time. */
async function inTime(think: () => Promise<unknown>): Promise<unknown> {
  for (let i = 0; i < 10; i += 1) {
    const answer = await think();
    if (answer !== undefined) return answer;
  }
  return undefined;
}

describe("a thread of its own", () => {
  it("thinks what the core thinks", async () => {
    const question = { text: STURGEON };
    expect(await inTime(() => pool.think({ kind: "answer", question }, fingerprint))).toEqual(
      real.answer(question),
    );
    const lookup = { name: "Putin", locale: "en" };
    expect(await inTime(() => pool.think({ kind: "leader", lookup }, fingerprint))).toEqual(
      real.leader(lookup),
    );
  });

  it("is not believed about another corpus, and what it cannot do is nothing", async () => {
    expect(
      await pool.think({ kind: "answer", question: { text: STURGEON } }, fingerprint ^ 1),
    ).toBeUndefined();
    expect(await pool.think({ kind: "answer", question: null as never }, fingerprint)).toBeUndefined();
  });

  it("has the answer ready, so that the event loop does not think", async () => {
    let thought = 0;
    const counting = {
      ...real,
      answer: (question: Parameters<typeof real.answer>[0]) => {
        thought += 1;
        return real.answer(question);
      },
    };
    const answerer = cachedAnswerer(counting, (asked) => pool.think(asked, fingerprint));
    const question = { text: "متى عقدت القمة؟", locale: "ar" };
    await inTime(() => pool.think({ kind: "answer", question }, fingerprint));
    await answerer.think({ kind: "answer", question });
    expect(answerer.answer(question)).toEqual(real.answer(question));
    expect(thought).toBe(0);
  });

  it("is asked until those of a changed corpus have read theirs", async () => {
    const threads = createThreads();
    const asked = { kind: "answer", question: { text: STURGEON } } as const;
    const more = [...files, { name: "zz.txt", bytes: Buffer.from("يبيع السوق السمك كل خميس.\n") }];
    const changed = partsOf(keptIndex({ ...source, files: more, log: pino({ level: "silent" }) }));
    const newer = answererOf(more, changed).corpus.fingerprint;
    await threads.follow(source, 74);
    expect(await threads.think(asked, fingerprint)).toBeUndefined();
    expect(await threads.use()).toBe(threadsFor(74));
    if (threadsFor(74) === 0) return;
    const following = threads.follow({ files: more, parts: changed }, 75);
    expect(await inTime(() => threads.think(asked, fingerprint))).toEqual(real.answer({ text: STURGEON }));
    await following;
    expect(await threads.think(asked, fingerprint)).toBeUndefined();
    expect(await inTime(() => threads.think(asked, newer))).toMatchObject({ kind: "quotes" });
    // None on this size of corpus
    await threads.follow(source, 1_000_000);
    expect(await threads.think(asked, fingerprint)).toBeUndefined();
  });

  it("is there where there are cores for it, and where its index has room", () => {
    expect([1, 2, 4, 64].map((cores) => threadsFor(74, cores))).toEqual([0, 1, 3, 4]);
    expect(threadsFor(100_000, 64)).toBe(0);
  });
});
