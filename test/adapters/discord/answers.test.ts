/** Asking, looking leaders up, and reading the sources. */

import { describe, expect, it } from "vitest";
import { ASK_ABOUT_MESSAGE } from "../../../adapters/discord/commands.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { ALICE, BORIS } from "../../support/discord/people.ts";
import type { JsonObject, PendingInteraction } from "../../support/discord/server-state.ts";
import { idOf, isPrivate, labels, menuOf, stage, textOf } from "../../support/discord/stage.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const en = STRINGS.en;
const ar = STRINGS.ar;
const { answer, open, pressIt } = stage();

describe("an answer", () => {
  it("is for everybody in the channel, and its asker can delete it", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    expect(isPrivate(message)).toBe(false);
    expect(labels(message)).toContain(ar.button.delete);
    expect(labels(message)).not.toContain(ar.button.post);
    const refused = await answer(them.press(message, idOf(message, ar.button.delete), { by: BORIS }));
    expect(textOf(refused)).toContain(ar.notice.notYours);
    expect(isPrivate(refused)).toBe(true);
    expect(message.deleted).toBe(false);
    await them.answered(them.press(message, idOf(message, ar.button.delete)));
    await expect.poll(() => message.deleted).toBe(true);
  });

  it("is for the asker alone when they wish, and can be posted for everybody", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON, private: true }));
    expect(isPrivate(message)).toBe(true);
    expect(labels(message)).toContain(ar.button.post);
    expect(labels(message)).not.toContain(ar.button.delete);
    const second = await pressIt(message, ar.button.next);
    expect(second.id).toBe(message.id);
    expect(labels(second)).toContain(ar.button.post);
    const posted = await pressIt(second, ar.button.post);
    expect(posted.id).not.toBe(message.id);
    expect(isPrivate(posted)).toBe(false);
    expect(textOf(posted)).toBe(textOf(second));
    const third = await pressIt(posted, ar.button.next);
    expect(third.id).toBe(posted.id);
  });

  it("turns from page to page with its question, counter and emphasis", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    const raw = JSON.stringify(message.body["components"]);
    expect(raw).toContain("**");
    const of = /1 من (\d+)/.exec(textOf(message))?.[1];
    const second = await pressIt(message, ar.button.next);
    expect(textOf(second)).toContain(ar.answer.counter(2, Number(of)));
    expect(textOf(second)).toContain(STURGEON);
    expect(JSON.stringify(second.body)).toContain("**");
    await pressIt(second, ar.button.previous);
    expect(JSON.stringify(message.body["components"])).toBe(raw);
  });

  it("has its quote in a block of its own, and its citation in the asker's language outside it", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: "What did Putin say about sturgeon?" }));
    const container = (message.body["components"] as JsonObject[])[0];
    const contents = ((container?.["components"] ?? []) as JsonObject[])
      .filter((component) => component["type"] === 10)
      .map((component) => String(component["content"]));
    const quote = contents.find((content) => content.startsWith("> "));
    expect(quote).toMatch(/^> \u200f[^A-Za-z]+$/);
    expect(contents.find((content) => content.includes("29 June 2022"))).toMatch(/^-# \u200e\u2068/);
  });

  it("links to the source reader where there is one", async () => {
    const { them } = await open({ publicUrl: "https://isnad.example" });
    const message = await answer(them.command("ask", { question: STURGEON }));
    expect(JSON.stringify(message.body)).toContain("https://isnad.example/sources/000_fb179739c3e72752.txt");
  });

  it("works in a server that does not have the bot, for a person who has it", async () => {
    const { them, book } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }, { at: "abroad" }));
    expect(textOf(message)).toContain("سمك الحفش");
    const second = await answer(them.press(message, idOf(message, ar.button.next), { at: "abroad" }));
    expect(textOf(second)).toContain("2 من");
    await them.answered(them.press(message, idOf(message, ar.button.delete), { at: "abroad" }));
    await expect.poll(() => message.deleted).toBe(true);
    expect(book.lines().filter(({ level }) => level >= 50)).toEqual([]);
  });

  it("is asked for with the message menu", async () => {
    const { them } = await open();
    const message = await answer(them.menu(ASK_ABOUT_MESSAGE, STURGEON));
    expect(textOf(message)).toContain("سمك الحفش وحماية الثدييات");
  });
});

describe("a leader", () => {
  const choices = (pending: PendingInteraction): { name: string; value: string }[] =>
    (pending.response?.data["choices"] ?? []) as unknown as { name: string; value: string }[];

  it("is completed from nothing, from any script, and from no prototype", async () => {
    const { them } = await open();
    const all = them.complete("leader", "name", { name: "" });
    await them.answered(all);
    expect(choices(all)).toHaveLength(realAnswerer().corpus.leaders.length);
    expect(choices(all)[0]?.name).toContain("Vladimir Putin");
    for (const typed of ["بوت", "put", "Пути", "PUTİN"]) {
      const some = them.complete("leader", "name", { name: typed }, { by: BORIS });
      await them.answered(some);
      expect(choices(some).some(({ value }) => value.endsWith(":putin"))).toBe(true);
    }
    for (const typed of ["toString", "__proto__", "x".repeat(100)]) {
      const none = them.complete("leader", "name", { name: typed });
      await them.answered(none);
      expect(choices(none)).toEqual([]);
    }
  });

  it("may be picked, typed to the end, or misspelt", async () => {
    const { them } = await open();
    for (const name of ["en:putin", "Putin", "vladimir putn", "فلاديمير بوتين"]) {
      const card = await answer(them.command("leader", { name }));
      expect(textOf(card)).toMatch(/Vladimir Putin|فلاديمير بوتين/);
    }
    const russian = await answer(them.command("leader", { name: "ru:putin" }, { by: ALICE }));
    expect(textOf(russian)).toContain("Путин");
    expect(textOf(russian)).toMatch(/\d+ (высказыван|заявлен|цитат|упом)/);
  });

  it("shows what was said and where they are mentioned, page by page", async () => {
    const { them } = await open();
    const found = realAnswerer().leader({ name: "Putin", locale: "en" });
    if (found.kind !== "leader") throw new Error(found.kind);
    const card = await answer(them.command("leader", { name: "Putin" }));
    expect(textOf(card)).toContain(en.leader.said(found.statements.length));
    expect(textOf(card)).toContain(en.leader.mentioned(found.mentions.length));
    expect(textOf(card)).toContain(found.statements[0]?.text);
    await pressIt(card, en.button.next);
    expect(textOf(card)).toContain(found.statements[1]?.text);
    await pressIt(card, en.button.mentioned);
    expect(textOf(card)).toContain(found.mentions[0]?.text);
    await pressIt(card, en.button.said);
    expect(textOf(card)).toContain(found.statements[0]?.text);
  });

  it("with a topic, shows what was said of it first", async () => {
    const { them } = await open();
    const found = realAnswerer().leader({ name: "Putin", topic: "G7", locale: "en" });
    if (found.kind !== "leader") throw new Error(found.kind);
    expect(found.about.length).toBeGreaterThan(0);
    const card = await answer(them.command("leader", { name: "en:putin", topic: "G7" }));
    expect(textOf(card)).toContain(found.about[0]?.text);
  });

  it("that was looked up privately can be posted as it stands, with its buttons", async () => {
    const { them } = await open();
    const found = realAnswerer().leader({ name: "Putin", locale: "en" });
    if (found.kind !== "leader") throw new Error(found.kind);
    const card = await answer(them.command("leader", { name: "Putin", private: true }));
    expect(isPrivate(card)).toBe(true);
    await pressIt(card, en.button.next);
    const refused = await pressIt(card, en.button.post, BORIS);
    expect(isPrivate(refused)).toBe(true);
    const posted = await pressIt(card, en.button.post);
    expect(isPrivate(posted)).toBe(false);
    expect(posted.id).not.toBe(card.id);
    expect(textOf(posted)).toBe(textOf(card));
    expect(labels(posted)).not.toContain(en.button.post);
    await pressIt(posted, en.button.next);
    expect(textOf(posted)).toContain(found.statements[2]?.text);
    await them.answered(them.press(posted, idOf(posted, en.button.delete)));
    await expect.poll(() => posted.deleted).toBe(true);
  });

  it("that the sources do not know leaves a choice of those they do", async () => {
    const { them } = await open();
    const card = await answer(them.command("leader", { name: "Macron" }));
    const menu = menuOf(card);
    expect(menu.options).toHaveLength(realAnswerer().corpus.leaders.length);
    const chosen = await answer(them.select(card, menu.id, [String(menu.options[1]?.["value"])]));
    expect(chosen.id).toBe(card.id);
    expect(textOf(chosen)).toContain(realAnswerer().corpus.leaders[1]?.name.en);
  });
});

describe("the sources", () => {
  it("are offered to who names one in a language that is not spoken here", async () => {
    const { them } = await open();
    const question = "Was hat Putin über das Kaspische Meer gesagt?";
    const { corpus } = realAnswerer();
    const card = await answer(them.command("ask", { question }));
    const offered = menuOf(card).options.map(({ label }) => String(label));
    const putin = corpus.leaders.find(({ id }) => id === "putin");
    expect(offered[0]).toBe(putin?.name.en);
    expect(offered.length).toBeGreaterThan(1);
    const reading = await answer(
      them.select(card, menuOf(card).id, [String(menuOf(card).options[1]?.["value"])]),
    );
    expect(textOf(reading)).toContain("قزوين");
    expect(labels(reading)).toContain(en.button.back);
  });

  it("are listed with what is known of each, and read page by page to the last word", async () => {
    const { them } = await open();
    const { documents } = realAnswerer().corpus;
    const list = await answer(them.command("sources"));
    for (const document of documents) {
      expect(textOf(list)).toContain(document.title.value ?? document.opening);
      expect(textOf(list)).toContain(en.citation.publisher(document.publisher));
      expect(textOf(list)).toContain(en.citation.date(document.date));
      expect(textOf(list)).toContain(en.sources.passages(document.passages.length));
    }
    const menu = menuOf(list);
    for (const [at, document] of documents.entries()) {
      const reading = await answer(them.select(list, menu.id, [String(menu.options[at]?.["value"])]));
      let read = textOf(reading);
      while (labels(reading).includes(en.button.next)) {
        await pressIt(reading, en.button.next);
        read += textOf(reading);
      }
      for (const passage of document.passages)
        for (const [start, end] of passage.sentences) expect(read).toContain(document.text.slice(start, end));
      await pressIt(reading, en.button.back);
      expect(menuOf(list).options).toHaveLength(documents.length);
    }
  });
});
