import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeButton } from "../../../adapters/conversation/button-codec.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { type OpenCorpus, openCorpus } from "../../../adapters/service/open-corpus.ts";
import { createCurrentRender } from "../../../adapters/telegram/render.ts";
import { createWebServer } from "../../../adapters/web/server.ts";
import { grow } from "../../support/grown-corpus.ts";
import { seedFiles } from "../../support/seeds.ts";

/** A library's opening hours, and the same after the summer. */
const SUMMER = "تفتح المكتبة العامة ابوابها في السابعة صباحا.\nيغلق المتحف ابوابه يوم الاثنين.\n";
const WINTER = "تفتح المكتبة العامة ابوابها في التاسعة صباحا.\nيغلق المتحف ابوابه يوم الاثنين.\n";
const QUESTION = { text: "متى تفتح المكتبة العامة ابوابها؟" };

let folder: string;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-corpus-"));
  writeFileSync(join(folder, "hours.txt"), SUMMER);
  log = "";
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logger = pino(
  { level: "trace" },
  {
    write(line: string) {
      log += line;
    },
  },
);
const open = (meter = createMetrics({ process: false })): Promise<OpenCorpus> =>
  openCorpus({ folder, log: logger, meter });

function quoted({ answerer }: OpenCorpus): string {
  const answer = answerer.answer(QUESTION);
  return answer.kind === "quotes" || answer.kind === "closest" ? (answer.quotes[0]?.text ?? "") : answer.kind;
}

describe("a corpus that changes while it is served", () => {
  it("is answered from as it is now, the answers of before forgotten", async () => {
    const corpus = await open();
    expect(quoted(corpus)).toContain("السابعة");
    writeFileSync(join(folder, "hours.txt"), WINTER);
    expect(quoted(corpus)).toContain("السابعة");
    await corpus.reload();
    expect(quoted(corpus)).toContain("التاسعة");
  });

  it("stays as it was when the folder is broken, and the log says what check-corpus would", async () => {
    const metrics = createMetrics({ process: false });
    const corpus = await open(metrics);
    const before = corpus.answerer.corpus;
    writeFileSync(join(folder, "hours.txt"), WINTER);
    writeFileSync(join(folder, "leaders.json"), '{ "leaders": [ { "id": 7 } ] }');
    await corpus.reload();
    expect(corpus.answerer.corpus).toBe(before);
    expect(quoted(corpus)).toContain("السابعة");
    expect(log).toContain("leaders.json:1");
    const { text } = await metrics.exposition();
    expect(text).toContain('isnad_corpus_reloads_total{outcome="refused"} 1');

    rmSync(join(folder, "leaders.json"));
    await corpus.reload();
    expect(quoted(corpus)).toContain("التاسعة");
  });

  it("stays as it was when the folder is gone, and is not built again when nothing has changed", async () => {
    const corpus = await open();
    const before = corpus.answerer.corpus;
    await corpus.reload();
    rmSync(folder, { recursive: true });
    await corpus.reload();
    expect(corpus.answerer.corpus).toBe(before);
    expect(log).toContain("the corpus is as it was");
    expect(log).toContain("cannot be used");
  });

  it("is read once more when it changes while it is being read, and not once for every call", async () => {
    const metrics = createMetrics({ process: false });
    const corpus = await open(metrics);
    writeFileSync(join(folder, "hours.txt"), WINTER);
    const first = corpus.reload();
    writeFileSync(join(folder, "more.txt"), "يبيع السوق السمك كل خميس.\n");
    await Promise.all([first, corpus.reload(), corpus.reload(), corpus.reload()]);
    expect(corpus.answerer.corpus.documents).toHaveLength(2);
    const { text } = await metrics.exposition();
    expect(text).toContain('isnad_corpus_reloads_total{outcome="swapped"} 2');
    expect(text).toContain("isnad_corpus_documents 2");
  });

  it("makes the buttons of before say so, and new ones work, in conversations and messages begun before", async () => {
    const corpus = await open();
    const conversation = createConversation({ answerer: corpus.answerer, width: 500 });
    const render = createCurrentRender(() => corpus.answerer.corpus);
    const buttonsOf = () =>
      (render(conversation.ask(QUESTION).card, 0).keyboard?.inline_keyboard ?? [])
        .flat()
        .flatMap((button) => {
          if (!("callback_data" in button)) return [];
          const read = decodeButton(button.callback_data);
          if (!read) throw new Error("no button of ours");
          return read;
        });
    const [old] = buttonsOf();
    writeFileSync(join(folder, "hours.txt"), WINTER);
    await corpus.reload();
    expect(render(conversation.ask(QUESTION).card, 0).text).toContain("التاسعة");
    const [fresh] = buttonsOf();
    if (!old || !fresh) throw new Error("an answer has buttons");
    expect(conversation.press(old)).toBe("outdated");
    expect(conversation.press(fresh)).not.toBeTypeOf("string");
  });

  it("is what the page lists, opens and reports as ready", async () => {
    const corpus = await open();
    const server = await createWebServer({
      answerer: corpus.answerer,
      log: logger,
      metrics: createMetrics({ process: false }),
    });
    try {
      const body = async (url: string) => (await server.inject(url)).body;
      expect(await body("/sources")).not.toContain("market.txt");
      writeFileSync(join(folder, "market.txt"), "يبيع السوق السمك كل خميس.\n");
      await corpus.reload();
      expect(await body("/sources")).toContain("market.txt");
      expect(await body("/sources/market.txt")).toContain("السمك");
      expect(await body("/readyz")).toContain('"documents":2');
    } finally {
      await server.close();
    }
  });

  it("leaves the event loop free while a large one is read again", async () => {
    for (const { name, bytes } of grow(seedFiles(), 2_500)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const from = performance.now();
    const corpus = await open();
    const building = performance.now() - from;
    writeFileSync(join(folder, "hours.txt"), WINTER);
    let longest = 0;
    let last = performance.now();
    let reading = true;
    const tick = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (reading) setImmediate(tick);
    };
    tick();
    await corpus.reload();
    reading = false;
    expect(corpus.answerer.corpus.documents.find(({ id }) => id === "hours.txt")?.text).toContain("التاسعة");
    // About a twentieth on a quiet machine; all of it and more where the corpus is built here
    expect(longest).toBeLessThan(building * 0.4);
  });

  it("is noticed by itself, once for a change of many files", async () => {
    const metrics = createMetrics({ process: false });
    const corpus = await open(metrics);
    const watch = corpus.watch();
    try {
      // The system's watches are in place a moment after they are asked for
      await new Promise((later) => setTimeout(later, 500));
      for (let i = 0; i < 20; i += 1) writeFileSync(join(folder, `${i}.txt`), `الفقرة رقم ${i} من كتاب.\n`);
      mkdirSync(join(folder, "lexicon"));
      writeFileSync(join(folder, "hours.txt"), WINTER);
      await expect.poll(() => quoted(corpus)).toContain("التاسعة");
      const { text } = await metrics.exposition();
      expect(text).toMatch(/isnad_corpus_reloads_total\{outcome="swapped"\} [12]\n/);
    } finally {
      await watch.close();
    }
  });
});
