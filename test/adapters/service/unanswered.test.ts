import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { timedAnswerer } from "../../../adapters/service/timing.ts";
import { keepingUnanswered } from "../../../adapters/service/unanswered.ts";
import { openUnansweredLog, readUnanswered } from "../../../adapters/service/unanswered-log.ts";
import { gapsOf, printGaps } from "../../../adapters/terminal/gaps.ts";
import { createWebServer } from "../../../adapters/web/server.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import type { Answer } from "../../../src/model/answer.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { answererOver } from "../../support/small-corpus.ts";

const DAY = 86_400_000;
const HOURS = "تفتح المكتبة العامة ابوابها في السابعة صباحا.\nيغلق المتحف ابوابه يوم الاثنين.\n";

let folder: string;
const silent = pino({ level: "silent" });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-unanswered-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Over the library's hours; questions are answered as a test says. */
function answering(kinds: Readonly<Record<string, "closest" | "nothing" | "refused">>): Answerer {
  const real = answererOver({ "hours.txt": HOURS });
  const opening = real.answer({ text: "متى تفتح المكتبة العامة ابوابها؟" });
  if (opening.kind !== "quotes" && opening.kind !== "closest") throw new Error("it is in the text");
  const answered: Answer = { ...opening, kind: "quotes" };
  const nothing = { kind: "nothing", missing: [], notHere: [], suggestions: [], readings: [] } as const;
  return {
    ...real,
    answer: ({ text }) => {
      const kind = kinds[text];
      if (kind === "closest") return { ...opening, kind, lang: "en" };
      if (kind === "nothing") return { ...nothing, lang: "ru" } as unknown as Answer;
      if (kind === "refused") return { kind, lang: "en", reason: "too-long" };
      return answered;
    },
  };
}

describe("what goes unanswered", () => {
  const answerer = answering({ "Opens when?": "closest", "Сколько?": "nothing", long: "refused" });

  it("is counted by where, language and reason, without a word of it", async () => {
    const metrics = createMetrics({ process: false });
    const timed = timedAnswerer(answerer, "telegram", metrics);
    for (const text of ["Opens when?", "Сколько?", "long", "answered"]) timed.answer({ text });
    const { text } = await metrics.exposition();
    for (const [lang, reason] of [
      ["en", "closest"],
      ["ru", "unsure"],
      ["en", "refused"],
    ])
      expect(text).toContain(
        `isnad_unanswered_total{surface="telegram",lang="${lang}",reason="${reason}"} 1`,
      );
    expect(text.match(/^isnad_unanswered_total\{/gm)).toHaveLength(3);
    expect(text).not.toContain("Opens when");
  });

  it("is kept once, without who and when, for its owner only, and forgotten after some days", () => {
    let time = Date.parse("2024-05-30T23:00:00Z");
    const log = openUnansweredLog({ folder, days: 3, log: silent, now: () => time });
    const keeping = keepingUnanswered(answerer, "discord", log);
    for (const text of ["Opens when?", "Opens when?", "answered", "long", "Сколько?"])
      keeping.answer({ text });
    const [name = ""] = readdirSync(folder);
    expect(name).toBe("unanswered-2024-05-30.jsonl");
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, name), "utf8")).toBe(
      '{"surface":"discord","lang":"en","reason":"closest","question":"Opens when?"}\n' +
        '{"surface":"discord","lang":"ru","reason":"unsure","question":"Сколько?"}\n',
    );
    writeFileSync(join(folder, "notes.txt"), "somebody's");
    for (let day = 1; day <= 4; day += 1) {
      time += DAY;
      log.add({ surface: "web", lang: "en", reason: "unsure", question: `What of day ${day}?` });
    }
    expect(readdirSync(folder).sort()).toEqual([
      "notes.txt",
      ...["05-31", "06-01", "06-02", "06-03"].map((date) => `unanswered-2024-${date}.jsonl`),
    ]);
  });

  it("costs no answer where it cannot be kept, and no more room than a day's", () => {
    const log = openUnansweredLog({ folder, days: 3, log: silent });
    for (let i = 0; i < 12_000; i += 1)
      log.add({ surface: "web", lang: "en", reason: "unsure", question: `${i} ${"x".repeat(9_000)}` });
    const [name = ""] = readdirSync(folder);
    expect(statSync(join(folder, name)).size).toBeLessThan(5 * 1024 * 1024);
    rmSync(folder, { recursive: true });
    log.add({ surface: "web", lang: "en", reason: "unsure", question: "gone?" });
    writeFileSync(folder, "a file");
  });

  it("is printed by its nearest passage, in the form that questions of the corpus have", () => {
    const path = join(folder, "unanswered-2024-05-30.jsonl");
    const entry = (question: string, lang = "en") =>
      `${JSON.stringify({ surface: "web", lang, reason: "closest", question })}\n`;
    writeFileSync(path, entry("Opens when?") + entry("Сколько?", "ru") + entry("answered") + entry("known"));
    appendFileSync(path, `{"surface":"web","lang":"xx","question":"?"}\n{"lang`);
    const entries = readUnanswered(folder);
    expect(entries).toHaveLength(4);
    const gaps = gapsOf(entries, answerer, new Set(["known"]));
    expect(printGaps(gaps, answerer, "en").form).toBe("# hours.txt 1\n- Opens when?\n");
    expect(printGaps(gaps, answerer, "en").notes).toContain("hours.txt 1: تفتح المكتبة");
    expect(printGaps(gaps, answerer, "ru")).toEqual({ form: "", notes: "Near no passage:\n  Сколько?" });
    // An editor puts it into the folder as it is
    const { form } = printGaps(gaps, answerer, "en");
    expect(() => answererOver({ "hours.txt": HOURS, "questions/en/asked.txt": form })).not.toThrow();
  });

  it("is told to askers where it is kept, and only there", async () => {
    const told = (card: { parts: readonly object[] }) => JSON.stringify(card.parts);
    for (const lang of LANGUAGES) {
      const words = STRINGS[lang].notice.questionsKept(30);
      const kept = createConversation({ answerer, width: 500, questionsKept: 30 });
      expect(told(kept.help(lang))).toContain(words);
      expect(told(createConversation({ answerer, width: 500 }).help(lang))).not.toContain(words);
    }
    for (const questionsKept of [30, undefined]) {
      const metrics = createMetrics({ process: false });
      const server = await createWebServer({ answerer, log: silent, metrics, questionsKept });
      const { body } = await server.inject("/?lang=en");
      expect(body.includes(STRINGS.en.notice.questionsKept(30))).toBe(questionsKept !== undefined);
      await server.close();
    }
  });
});
