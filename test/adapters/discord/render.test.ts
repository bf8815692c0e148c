/** Whatever a card holds, its message is within every limit, and its quotes are exact. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card, Part } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { texts as partTexts, TEXT_LIMIT } from "../../../adapters/discord/markdown.ts";
import { QUOTED_WIDTH, type Rendering, render } from "../../../adapters/discord/render.ts";
import { inexactQuotes } from "../../../adapters/discord/verbatim.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import type { Corpus } from "../../../src/model/corpus.ts";
import { realAnswerer } from "../../support/core.ts";
import { livePieces } from "../../support/discord/live-markup.ts";
import { texts } from "../../support/discord/mentions.ts";
import { COMPONENTS_V2, messageFaults } from "../../support/discord/rules.ts";
import { schemaJudge } from "../../support/discord/schema.ts";
import type { JsonObject } from "../../support/discord/server-state.ts";

const rendering: Rendering = {
  fingerprint: 0xabcdef,
  owner: "18446744073709551615",
  audience: "channel",
  mayPost: true,
};

function faultsOf(card: Card, how: Rendering = rendering): string[] {
  const body = { flags: COMPONENTS_V2, components: render(card, how) } as unknown as JsonObject;
  const live = texts(body).flatMap((text) =>
    livePieces(text.replace(/^(> |-# |### )/gm, "").replaceAll("**", "")),
  );
  return [
    ...messageFaults(body).map(({ path, code }) => `${path} ${code}`),
    ...schemaJudge().faults("POST", "/interactions/1/token/callback", { type: 4, data: body }),
    ...live,
  ];
}

/** Worst text: all of it escaped, directions mixed, graphemes of many units. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "*",
      "_",
      "`",
      "[",
      "](",
      "@everyone",
      "<@1>",
      "\\",
      "ب",
      "a",
      " ",
      "\n",
      "👩‍👩‍👧‍👧",
    ),
    maxLength: 900,
  }),
  fc.string({ unit: "binary", maxLength: 300 }),
);

const documentOf = (content: string): Corpus["documents"][number] => ({
  id: "d.txt",
  text: content,
  lang: "ar",
  title: { how: "unknown" },
  opening: content.slice(0, 20),
  publisher: { how: "unknown" },
  date: { how: "unknown" },
  passages: [],
});

const quotePart = (
  content: string,
  marks: readonly (readonly [number, number])[],
  citation: string,
): Part => ({
  kind: "quote",
  quote: {
    passage: 0,
    doc: "d.txt",
    textLang: "ar",
    excerpt: {
      start: 0,
      end: content.length,
      text: content,
      cutBefore: true,
      cutAfter: true,
      marks,
      best: [0, 1],
    },
    citation: { title: citation, publisher: citation, date: citation, paragraph: citation, line: citation },
    counter: "2 of 6",
  },
});

const marksIn = (content: string): [number, number][] =>
  [...content.matchAll(/\S+/g)].map(({ index, 0: word }) => [index, index + word.length]);

describe("a rendered card", () => {
  it("is within every limit, whatever its texts and however many its buttons", () => {
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc.record({ kind: fc.constant("question" as const), label: text, text }),
      fc.record({ kind: fc.constant("notice" as const), text }),
      fc.record({
        kind: fc.constant("person" as const),
        name: text,
        roles: fc.array(text, { maxLength: 5 }),
        rolesLabel: text,
        lines: fc.array(text, { maxLength: 5 }),
      }),
      fc.record({
        kind: fc.constant("examples" as const),
        from: fc.constant("examples" as const),
        label: text,
        questions: fc.array(text, { maxLength: 12 }),
      }),
      fc.record({
        kind: fc.constant("list" as const),
        title: text,
        items: fc.array(fc.record({ title: text, detail: text }), { maxLength: 30 }),
      }),
    );
    const quoted = fc.string({
      unit: fc.constantFrom("*", "[", "ب", " ", "@", "."),
      minLength: 1,
      maxLength: QUOTED_WIDTH,
    });
    const name = fc.string({ unit: fc.constantFrom("ب", "a", "@", "*"), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.array(part, { maxLength: 6 }),
        quoted,
        text,
        fc.array(name, { maxLength: 8 }),
        fc.array(name, { maxLength: 40 }),
        (lang, parts, content, citation, actions, options) => {
          const card: Card = {
            lang,
            parts: [...parts, quotePart(content, marksIn(content), citation)],
            actions: actions.map((label, page) => ({ label, press: { act: "source", document: 3, page } })),
            choices: {
              prompt: "؟".repeat(300),
              options: options.map((label, document) => ({
                label,
                detail: label,
                press: { act: "source", document, page: 9 },
              })),
            },
          };
          expect(faultsOf(card)).toEqual([]);
          const corpus = { ...realAnswerer().corpus, documents: [documentOf(content)] };
          expect(inexactQuotes(card, render(card, rendering), corpus)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("holds as many characters as it may, and no more, when the quote is as hard as can be", () => {
    const content = "*ب".repeat(QUOTED_WIDTH / 2);
    // Every other letter is a match of its own: with all of them in bold the quote alone would be too long.
    const marks = [...content].flatMap((letter, at): [number, number][] =>
      letter === "*" ? [[at, at + 1]] : [],
    );
    const notice: Part = { kind: "notice", text: "@".repeat(5_000) };
    const card: Card = {
      lang: "ar",
      parts: [notice, notice, notice, notice, notice, quotePart(content, marks, "#".repeat(900))],
      actions: [],
      choices: { prompt: "", options: [] },
    };
    expect(faultsOf(card)).toEqual([]);
    const size = texts({ components: render(card, rendering) } as unknown as JsonObject).join("").length;
    expect(size).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(size).toBeGreaterThan(TEXT_LIMIT * 0.6);
  });

  it("shortens labels, and leaves out what there is no room for rather than showing scraps", () => {
    const long = "ا".repeat(300);
    const press = (page: number) => ({ act: "source", document: 1, page }) as const;
    const card: Card = {
      lang: "ar",
      parts: [{ kind: "notice", text: long }],
      actions: [{ label: long, press: press(0) }],
      choices: {
        prompt: long,
        options: [1, 2].map((page) => ({ label: long, detail: long, press: press(page) })),
      },
    };
    expect(faultsOf(card)).toEqual([]);
    expect(partTexts(card, 35)).toEqual([]);
  });

  it("is sound for everything that the real sources can show", () => {
    const answerer = realAnswerer();
    const conversation = createConversation({
      answerer,
      width: QUOTED_WIDTH,
      publicUrl: "https://isnad.example",
    });
    for (const lang of LANGUAGES) {
      const cards = [conversation.help(lang), conversation.sources(lang)];
      for (const [at, document] of answerer.corpus.documents.entries())
        for (let page = 0; page < document.passages.length; page += 1)
          cards.push(conversation.source(lang, at, page));
      for (const leader of answerer.corpus.leaders)
        cards.push(
          conversation.leader({ name: leader.name[lang] ?? leader.name.ar, topic: "قزوين", locale: lang })
            .card,
        );
      for (const passage of answerer.corpus.passages) {
        const press = { act: "around", kind: "quotes", passages: [passage.index], at: 0, page: 0 } as const;
        const card = conversation.press({ lang, fingerprint: answerer.corpus.fingerprint, owner: 0n, press });
        if (typeof card !== "string") cards.push(card);
      }
      for (const card of cards) {
        expect(faultsOf(card)).toEqual([]);
        expect(faultsOf(card, { ...rendering, audience: "asker" })).toEqual([]);
        expect(inexactQuotes(card, render(card, rendering), answerer.corpus)).toEqual([]);
      }
    }
  });
});

describe("the check before sending", () => {
  const card = (excerpt: string): Card => ({
    lang: "ar",
    parts: [quotePart(excerpt, [], "c")],
    actions: [],
    choices: { prompt: "", options: [] },
  });
  const corpus = { ...realAnswerer().corpus, documents: [documentOf("قال *بوتين* [هنا]")] };

  it("passes what stands in the document", () => {
    expect(
      inexactQuotes(card("قال *بوتين* [هنا]"), render(card("قال *بوتين* [هنا]"), rendering), corpus),
    ).toEqual([]);
  });

  it.each(["قال *بوتين* [هناك]", "قال بوتين [هنا]", "قال *بوتين* [هنا] ", ""])("stops %j", (excerpt) => {
    expect(inexactQuotes(card(excerpt), render(card(excerpt), rendering), corpus)).toHaveLength(1);
  });

  it("stops a rendering that loses a letter, and a document that is not there", () => {
    const whole = card("قال *بوتين* [هنا]");
    const lost = render(card("قال *بوتين* [هن]"), rendering);
    expect(inexactQuotes(whole, lost, corpus)).toHaveLength(1);
    expect(inexactQuotes(whole, render(whole, rendering), { ...corpus, documents: [] })).toHaveLength(1);
  });
});
