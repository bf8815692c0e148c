import { describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { anna, people, STURGEON, server, setBotStage } from "../../support/telegram/bot-stage.ts";
import { person } from "../../support/telegram/people.ts";
import { type Entity, liveIn } from "../../support/telegram/rules.ts";

interface Result {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly input_message_content: { readonly message_text: string; readonly entities: readonly Entity[] };
}

const answerer = realAnswerer();

async function search(query: string): Promise<readonly Result[]> {
  const before = server.made("answerInlineQuery").length;
  people.inline(anna, query);
  await server.until(() => server.made("answerInlineQuery").length > before, "the results");
  await server.until(() => server.updates.pending.length === 0, "the confirmation");
  const call = server.made("answerInlineQuery").at(-1);
  expect(call?.outcome).toBe("ok");
  expect(call?.body["is_personal"]).toBe(true);
  const results = call?.body["results"] as readonly Result[];
  for (const { input_message_content: sent } of results) {
    expect(liveIn(sent.message_text, sent.entities)).toEqual([]);
  }
  return results;
}

const quoteIn = ({ input_message_content: { message_text, entities } }: Result): string | undefined => {
  const quote = entities.find(({ type }) => type.endsWith("blockquote"));
  return quote && message_text.slice(quote.offset, quote.offset + quote.length);
};

setBotStage();

describe("inline search", () => {
  it("gives up to ten passages, best first, each sending its quote with its citation", async () => {
    const answer = answerer.answer({ text: STURGEON });
    const quotes = answer.kind === "quotes" ? answer.quotes : [];
    const results = await search(STURGEON);
    expect(quotes.length).toBeGreaterThan(1);
    expect(results.map(quoteIn)).toEqual(quotes.map(({ text }) => text));
    expect(results.length).toBeLessThanOrEqual(10);
    for (const { title, description, input_message_content } of results) {
      expect(title).toBeTruthy();
      expect(description).toContain(STRINGS.ar.citation.paragraph(1).split(" ")[0]);
      expect(input_message_content.message_text).toMatch(/\n[\u200e\u200f]— /);
    }
  });

  it("gives a leader's statements by his name", async () => {
    const found = answerer.leader({ name: "علييف" });
    const statements = found.kind === "leader" ? found.statements : [];
    expect(statements.length).toBeGreaterThan(0);
    const results = await search("علييف");
    expect(results.map(quoteIn)).toEqual(statements.slice(0, 10).map(({ text }) => text));
    expect(results[0]?.title).toContain("علييف");
  });

  it("gives each whom a name fits", async () => {
    expect((await search("بردي محمدوف")).map(({ title }) => title)).toHaveLength(2);
  });

  it.each(["", "   "])("tells how to use it when nothing is typed (%j)", async (query) => {
    const results = await search(query);
    expect(results.map(({ title }) => title)).toEqual([STRINGS.en.command.inlineHelp]);
    expect(results[0]?.input_message_content.message_text).toContain(STRINGS.en.answer.help.bot);
  });

  it("says when the sources do not answer, in the result and in what it sends", async () => {
    const query = "Who won the football world cup in Qatar?";
    const { kind } = answerer.answer({ text: query });
    const said = kind === "nothing" ? STRINGS.en.answer.nothing : STRINGS.en.answer.closest;
    for (const { input_message_content } of await search(query)) {
      expect(input_message_content.message_text).toContain(said);
    }
  });

  it.each([
    ["256 letters of one kind", "س".repeat(256)],
    ["256 emoji halves", "👩‍👩‍👧".repeat(32)],
    ["a name of somebody's", "@durov https://evil.example /start #tag"],
    ["a lone surrogate", "بوتين \ud800"],
    ["combining marks", `ب${"\u064e".repeat(250)}`],
    ["markup", "<b>بوتين</b> *_`[x](tg://user?id=1)"],
  ])("survives %s", async (_, query) => {
    expect((await search(query)).length).toBeLessThanOrEqual(10);
  });

  it("answers everybody while somebody's query hangs", async () => {
    server.fail({ method: "answerInlineQuery", how: "hang" });
    people.inline(anna, STURGEON);
    await server.until(() => server.made("answerInlineQuery").length === 1, "the first");
    people.inline(person(12), STURGEON);
    await server.until(
      () => server.made("answerInlineQuery").some(({ outcome }) => outcome === "ok"),
      "the second",
    );
  });
});
