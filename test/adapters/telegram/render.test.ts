import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Press } from "../../../adapters/conversation/button-codec.ts";
import type { Card, Part } from "../../../adapters/conversation/card.ts";
import { readSeeds } from "../../../adapters/service/corpus-files.ts";
import { createRender, questionIn, type Rendered } from "../../../adapters/telegram/render.ts";
import { createAnswerer } from "../../../src/answerer.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { conversationOf } from "../../support/telegram/bot.ts";
import {
  bytes,
  checkEntities,
  checkKeyboard,
  checkText,
  type Entity,
  liveIn,
} from "../../support/telegram/rules.ts";

const SEEDS = fileURLToPath(new URL("../../../seeds", import.meta.url));
const answerer = realAnswerer();
const { corpus } = answerer;
const render = createRender(corpus);
const conversation = conversationOf(answerer, "https://isnad.example");
/** As large as Telegram's user ids may become. */
const OWNER = 2 ** 52 - 1;

/** Throws when Telegram would refuse it or change anything in it. */
function judge({ text, entities, keyboard }: Rendered): void {
  checkText(text);
  const checked = checkEntities(text, entities as Entity[]);
  checkKeyboard(keyboard);
  for (const button of keyboard?.inline_keyboard.flat() ?? [])
    if ("callback_data" in button) expect(bytes(button.callback_data)).toBeLessThanOrEqual(64);
  expect(liveIn(text, checked)).toEqual([]);
}

const covered = ({ text, entities }: Rendered, type: string): string[] =>
  entities.filter((e) => e.type === type).map((e) => text.slice(e.offset, e.offset + e.length));

/** Letters of all kinds, and what is special to Telegram. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "@durov",
        "https://evil.example/x",
        "t.me/x",
        "tg://user?id=1",
        "#tag",
        "$USD",
        "/start",
        "12345678",
        "👩‍👩‍👧",
        "é",
        "بوتين",
        "قزوين",
        "\u202e",
        "\u2068",
        "\n",
        "\t",
        " ",
        "\ud83d",
        "\udc00",
        "ﷺ",
        "\u064e",
        "*_`[]()~>#+-=|{}.!<b>&lt;",
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join("")),
  fc
    .array(fc.constantFrom("ما", "قال", "بوتين", "Putin", "Каспий", "2003"), { maxLength: 30 })
    .map((w) => w.join(" ")),
);

describe("what is sent for any question", () => {
  it("keeps every rule of Telegram's: lengths, offsets, bytes of buttons, nothing live", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("ar", "en", "fa", "xx", undefined), (text, locale) => {
        const question = { text, ...(locale ? { locale } : {}) };
        judge(render(conversation.ask(question).card, OWNER));
        judge(
          render(conversation.leader({ name: text, topic: text, ...(locale ? { locale } : {}) }).card, OWNER),
        );
        for (const card of conversation.results(question).cards) judge(render(card, 0));
      }),
      { numRuns: 300 },
    );
  });

  it("has its citation in the direction of its language, though each fact is isolated", () => {
    const citation = (text: string) => render(conversation.ask({ text }).card, OWNER).text.split("\n").at(-1);
    expect(citation("لماذا يقلق علييف على بحر قزوين؟")).toMatch(/^\u200f— \u2068/);
    expect(citation("Why is Aliyev worried about the Caspian Sea?")).toMatch(/^\u200e— \u2068/);
  });

  it("gives the question back from the message, which is all that Telegram returns to us", () => {
    for (const text of ["ماذا قال بوتين عن سمك الحفش؟", "What did Putin say?", "@durov مَن 👩‍👩‍👧 x.y?"]) {
      const message = render(conversation.ask({ text }).card, OWNER);
      expect(questionIn(message.text, message.entities)).toBe(text);
    }
    expect(questionIn("Question: ", [])).toBeUndefined();
    expect(questionIn("no", [{ type: "italic", offset: 0, length: 2 }])).toBeUndefined();
  });
});

describe("any card", () => {
  const words = fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 3_000 }));
  const action = fc.record({
    label: words,
    press: fc.record({
      act: fc.constantFrom("show" as const, "around" as const),
      kind: fc.constantFrom("quotes" as const, "closest" as const),
      passages: fc.array(fc.nat(2 ** 31), { minLength: 1, maxLength: 10 }),
      at: fc.constant(0),
      page: fc.nat(100),
    }) as fc.Arbitrary<Press>,
  });
  const quoted = fc.nat(corpus.passages.length - 1).chain((n) => {
    const passage = corpus.passages[n];
    const card = conversation.press({
      lang: "en",
      fingerprint: corpus.fingerprint,
      owner: 0n,
      press: { act: "show", kind: "quotes", passages: [passage?.index ?? 0], at: 0, page: 0 },
    });
    const quote = typeof card === "string" ? undefined : card.parts.find((part) => part.kind === "quote");
    return fc.constant(quote as Part);
  });
  const part: fc.Arbitrary<Part> = fc.oneof(
    quoted,
    fc.record({ kind: fc.constant("notice" as const), text: words }),
    fc.record({ kind: fc.constant("question" as const), label: fc.constant("Question"), text: hostile }),
    fc.record({
      kind: fc.constant("person" as const),
      name: words,
      roles: fc.array(words),
      rolesLabel: words,
      lines: fc.array(words),
    }),
    fc.record({
      kind: fc.constant("examples" as const),
      from: fc.constant("examples" as const),
      label: fc.constant("Try"),
      questions: fc.array(words),
    }),
    fc.record({
      kind: fc.constant("list" as const),
      title: fc.constant("Sources"),
      items: fc.array(fc.record({ title: words, detail: words }), { maxLength: 5 }),
    }),
  );
  const card: fc.Arbitrary<Card> = fc.record({
    lang: fc.constantFrom("ar" as const, "en" as const),
    parts: fc.array(part, { maxLength: 5 }),
    actions: fc.array(action, { maxLength: 6 }),
    choices: fc.record({ prompt: words, options: fc.array(action, { maxLength: 30 }) }),
  });

  it("becomes a message that Telegram takes as it is, its quotes whole or none", () => {
    fc.assert(
      fc.property(card, (one) => {
        const message = render(one, OWNER);
        judge(message);
        const quotes = one.parts.flatMap((p) => (p.kind === "quote" ? [p.quote.excerpt.text] : []));
        const cannot = message.text === STRINGS[one.lang].notice.cannotQuote;
        if (!cannot) for (const quote of quotes) expect(message.text).toContain(quote);
      }),
      { numRuns: 200 },
    );
  });

  it("with a quote that is not in the document, letter by letter, is not sent", () => {
    const { card: good } = conversation.ask({ text: "ماذا قال بوتين عن سمك الحفش؟" });
    const forge = (change: (text: string) => string): Card => ({
      ...good,
      parts: good.parts.map((p) =>
        p.kind === "quote"
          ? {
              kind: "quote",
              quote: { ...p.quote, excerpt: { ...p.quote.excerpt, text: change(p.quote.excerpt.text) } },
            }
          : p,
      ),
    });
    expect(
      render(
        forge((text) => text),
        OWNER,
      ).text,
    ).not.toBe(STRINGS.ar.notice.cannotQuote);
    expect(
      render(
        forge((text) => text.replace("ب", "پ")),
        OWNER,
      ).text,
    ).toBe(STRINGS.ar.notice.cannotQuote);
    expect(
      render(
        forge((text) => `${text} `),
        OWNER,
      ).text,
    ).toBe(STRINGS.ar.notice.cannotQuote);
  });

  it("drops emphasis before anything else when there are over a hundred entities", () => {
    const { card: good } = conversation.ask({ text: "ماذا قال بوتين عن سمك الحفش؟" });
    const marks = Array.from({ length: 60 }, (_, i) => [2 * i, 2 * i + 1] as const);
    const many: Card = {
      ...good,
      parts: [...good.parts, ...good.parts].map((p) =>
        p.kind === "quote"
          ? { kind: "quote", quote: { ...p.quote, excerpt: { ...p.quote.excerpt, marks } } }
          : p,
      ),
    };
    const message = render(many, OWNER);
    expect(message.entities).toHaveLength(100);
    expect(covered(message, "blockquote")).toHaveLength(2);
  });
});

describe("another corpus", () => {
  const folder = mkdtempSync(join(tmpdir(), "isnad-seeds-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The documents that there are, and in one of them a paragraph more. */
  function withParagraph(paragraph: string): Answerer {
    cpSync(SEEDS, folder, { recursive: true });
    // which has no translation
    rmSync(join(folder, "translations"), { recursive: true, force: true });
    const [first = ""] = readdirSync(folder).filter((name) => name.endsWith(".txt"));
    writeFileSync(
      join(folder, first),
      `${readFileSync(join(folder, first), "utf8").trimEnd()}\n${paragraph}\n`,
    );
    return createAnswerer({ seeds: readSeeds(folder) });
  }

  it("marks the right letters between emoji and combining marks", () => {
    const paragraph = "👩‍👩‍👧 قال 🇹🇲 كُزبَرة 👍🏽 e\u0301t\u0323e\u0301 الكزبرة 𝒳 خضراء.";
    const other = withParagraph(paragraph);
    const message = createRender(other.corpus)(conversationOf(other).ask({ text: "الكزبرة خضراء" }).card, 1);
    judge(message);
    expect(covered(message, "blockquote")).toEqual([paragraph]);
    expect(covered(message, "bold")).toContain("الكزبرة");
    expect(covered(message, "bold").some((word) => word.startsWith("خضراء"))).toBe(true);
  });

  it("shows a paragraph of twelve thousand letters in passages, which together are the paragraph", () => {
    const sentence = "والكزبرة نبات عشبي أخضر يزرع في حدائق المدينة كل عام. ";
    const paragraph = sentence.repeat(8 * 27).trim();
    const other = withParagraph(paragraph);
    const draw = createRender(other.corpus);
    const talk = conversationOf(other);
    const pages: string[] = [];
    for (const { index, text } of other.corpus.passages) {
      if (!text.startsWith(sentence.trim())) continue;
      const press = { act: "show", kind: "quotes", passages: [index], at: 0, page: 0 } as const;
      const card = talk.press({ lang: "ar", fingerprint: other.corpus.fingerprint, owner: 1n, press });
      if (typeof card === "string") throw new Error(card);
      const message = draw(card, 1);
      judge(message);
      pages.push(...covered(message, "expandable_blockquote").map((text) => text.replace(/^… | …$/g, "")));
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.join(" ")).toBe(paragraph);
  });

  it("in which Telegram would take letters out still has exact offsets", () => {
    const other = withParagraph("الكزبرة\u2028خضراء\u202e والشبت\u0007 أخضر في الحديقة.");
    const message = createRender(other.corpus)(conversationOf(other).ask({ text: "الشبت أخضر" }).card, 1);
    judge(message);
    expect(covered(message, "bold").every((word) => /^\p{L}+$/u.test(word))).toBe(true);
  });
});
