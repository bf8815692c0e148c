import { describe, expect, it } from "vitest";
import { decodeButton, encodeButton } from "../../../adapters/conversation/button-codec.ts";
import type { Card, ShownQuote } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { isExactTranslation, withExactTranslations } from "../../../adapters/conversation/verbatim.ts";
import { createAnswerer } from "../../../src/answerer.ts";
import { loadSeeds } from "../../../src/corpus/load.ts";
import { LANGUAGES, type Language } from "../../../src/languages/codes.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";

const answerer = realAnswerer();
const { corpus } = answerer;
const conversation = createConversation({ answerer, width: 2_000 });

const quoteOf = (card: Card): ShownQuote => {
  const part = card.parts.find((p) => p.kind === "quote");
  if (part?.kind !== "quote") throw new Error("no quote");
  return part.quote;
};
const press = (card: Card, label: string, question?: string) => {
  const action = card.actions.find((a) => a.label === label);
  if (!action) throw new Error(`no button ${label}`);
  const { fingerprint } = corpus;
  const data = encodeButton({ lang: card.lang, fingerprint, owner: 0n, press: action.press });
  const next = conversation.press(
    decodeButton(data) as NonNullable<ReturnType<typeof decodeButton>>,
    question,
  );
  if (typeof next === "string") throw new Error(next);
  return next;
};

const ASKED: readonly (readonly [Language, string])[] = [
  ["en", "What did Putin say about sturgeon?"],
  ["ru", "Что Путин сказал об осетре?"],
  ["tr", "Putin mersin balığı hakkında ne dedi?"],
  ["fa", "پوتین درباره ماهیان خاویاری چه گفت؟"],
  ["fr", "Qu'a dit Poutine sur l'esturgeon ?"],
];

describe("a quote for a reader of another language", () => {
  it.each(ASKED)("stands with an editor's translation, said to be one (%s)", (lang, text) => {
    const { card } = conversation.ask({ text });
    const { translation, excerpt, doc } = quoteOf(card);
    expect(translation).toMatchObject({ lang, label: STRINGS[lang].translation.label });
    expect(isExactTranslation(translation as NonNullable<typeof translation>, corpus)).toBe(true);
    const document = corpus.documents.find(({ id }) => id === doc);
    expect(excerpt.text).toBe(document?.text.slice(excerpt.start, excerpt.end));
    expect(excerpt.text).not.toContain(translation?.text);
  });

  it("has none in the language of the text", () => {
    expect(
      quoteOf(conversation.ask({ text: "ماذا قال بوتين عن سمك الحفش؟" }).card).translation,
    ).toBeUndefined();
  });

  it("has the whole paragraph's behind a button, and the way back", () => {
    const text = "When will Russia chair the CIS?";
    const { card } = conversation.ask({ text });
    const { strings } = { strings: STRINGS.en };
    const shown = quoteOf(card).translation;
    expect(shown?.cutBefore || shown?.cutAfter).toBe(true);
    const whole = press(card, strings.translation.whole, text);
    const part = whole.parts.find((p) => p.kind === "translation");
    if (part?.kind !== "translation" || !shown) throw new Error("no translation");
    const line = corpus.translations.get("en")?.get(shown.doc)?.[shown.line];
    expect(part.translation.text).toBe(line);
    expect(part.citation.line).toContain(STRINGS.en.citation.paragraph(shown.line + 1));
    expect(quoteOf(press(whole, strings.button.back, text))).toEqual(quoteOf(card));
  });

  it("has no button where all of it is shown already", () => {
    const { card } = conversation.ask({ text: "What did Putin say about the film festival?" });
    expect(quoteOf(card).translation?.cutAfter).toBe(false);
    expect(card.actions.map(({ label }) => label)).not.toContain(STRINGS.en.translation.whole);
  });

  it("has a person's words in it too", () => {
    expect(quoteOf(conversation.leader({ name: "Aliyev", locale: "en" }).card).translation?.lang).toBe("en");
  });
});

describe("a translation that is not its file's", () => {
  const { card } = conversation.ask({ text: "What did Putin say about sturgeon?" });
  const bent = (text: string): Card => ({
    ...card,
    parts: card.parts.map((part) =>
      part.kind === "quote" && part.quote.translation
        ? { kind: "quote", quote: { ...part.quote, translation: { ...part.quote.translation, text } } }
        : part,
    ),
  });

  it("is left out, and the quote stays", () => {
    for (const text of ["", "Putin said nothing.", `${quoteOf(card).translation?.text} `]) {
      const kept = withExactTranslations(bent(text), corpus);
      expect(quoteOf(kept).translation).toBeUndefined();
      expect(quoteOf(kept).excerpt).toEqual(quoteOf(card).excerpt);
    }
    expect(withExactTranslations(card, corpus)).toEqual(card);
  });
});

describe("buttons of a translation", () => {
  const state = { kind: "quotes", passages: [3], at: 0 } as const;
  const pressed = (page: number, lang: Language = "en", passages: readonly number[] = [3]) =>
    conversation.press({
      lang,
      fingerprint: corpus.fingerprint,
      owner: 0n,
      press: { ...state, passages, act: "translation", page },
    });

  it("lead nowhere where there is no such page, passage or translation", () => {
    expect(pressed(0)).toMatchObject({ lang: "en" });
    expect(pressed(1)).toBe("unknown");
    expect(pressed(0, "ar")).toBe("unknown");
    expect(pressed(0, "en", [9999])).toBe("unknown");
  });

  it("lead through a long one page by page, which together are all of it", () => {
    const narrow = createConversation({ answerer, width: 100 });
    const index = corpus.passages.find((p) => p.doc.startsWith("004") && p.paragraph === 7)?.index as number;
    const texts: string[] = [];
    for (let page = 0; ; page += 1) {
      const card = narrow.press({
        lang: "en",
        fingerprint: corpus.fingerprint,
        owner: 0n,
        press: { ...state, passages: [index], act: "translation", page },
      });
      if (card === "unknown" || card === "outdated") break;
      for (const part of card.parts) if (part.kind === "translation") texts.push(part.translation.text);
    }
    const passage = corpus.passages[index];
    const line = corpus.translations.get("en")?.get(passage?.doc ?? "")?.[6];
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join(" ")).toBe(line);
  });
});

describe("where no editor has translated", () => {
  const files = {
    "a.txt":
      "افتتح الوزير الميناء الجديد (صباح أمس) في المدينة.\nوبلغت الكلفة أربعين مليونا دفعتها الدولة.\n",
  };
  const loaded = loadSeeds(
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
  );
  if (!loaded.ok) throw new Error("does not load");
  const untranslated = createAnswerer({ seeds: loaded.seeds });
  const shown = (lang: Language, translatorUrl?: string) => {
    const talk = createConversation({ answerer: untranslated, width: 2_000, translatorUrl });
    const press = { act: "show", kind: "quotes", passages: [0], at: 0, page: 0 } as const;
    const card = talk.press({ lang, fingerprint: untranslated.corpus.fingerprint, owner: 0n, press });
    if (typeof card === "string") throw new Error(card);
    return quoteOf(card);
  };
  const SERVICE = "https://translate.example/?sl={from}&tl={to}&text={text}";

  it("a link leads the source's words to a translation service, if there is one", () => {
    expect(shown("en").translator).toBeUndefined();
    const { translator } = shown("en", SERVICE);
    expect(translator?.label).toBe(STRINGS.en.translation.elsewhere);
    const url = new URL(translator?.url ?? "");
    expect(url.searchParams.get("text")).toBe(files["a.txt"].split("\n")[0]);
    expect([url.searchParams.get("sl"), url.searchParams.get("tl")]).toEqual(["ar", "en"]);
    expect(translator?.url).not.toMatch(/[()]/);
  });

  it("there is no link for who reads the language of the text", () => {
    expect(shown("ar", SERVICE).translator).toBeUndefined();
    for (const lang of LANGUAGES) expect(shown(lang, SERVICE).translation).toBeUndefined();
  });

  it("as many words as an address holds go there", () => {
    const long = `${"كلمة ".repeat(3_000)}.`;
    const read = loadSeeds([{ name: "a.txt", bytes: new TextEncoder().encode(long) }]);
    if (!read.ok) throw new Error("does not load");
    const core = createAnswerer({ seeds: read.seeds });
    const talk = createConversation({ answerer: core, width: 20_000, translatorUrl: SERVICE });
    const press = { act: "show", kind: "quotes", passages: [0], at: 0, page: 0 } as const;
    const card = talk.press({ lang: "en", fingerprint: core.corpus.fingerprint, owner: 0n, press });
    if (typeof card === "string") throw new Error(card);
    const url = quoteOf(card).translator?.url ?? "";
    expect(url.length).toBeLessThanOrEqual(1_900);
    expect(new URL(url).searchParams.get("text")).toMatch(/^كلمة( كلمة){30,}$/);
  });
});
