import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Button, decodeButton, encodeButton } from "../../../adapters/conversation/button-codec.ts";
import type { Card, Part, ShownQuote } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { echoOf } from "../../../adapters/conversation/echo.ts";
import { LANGUAGES, type Language } from "../../../src/languages/codes.ts";
import type { AnswerOf } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";

const answerer = realAnswerer();
const { corpus } = answerer;
const WIDTH = 1500;
const conversation = createConversation({ answerer, width: WIDTH });

const ANSWERED = "ماذا قال بوتين عن سمك الحفش؟";
const UNANSWERED = "كم يبلغ سعر الذهب اليوم في دبي؟";

/** What comes of each act of a person, one a kind of answer. */
const CARDS: readonly (readonly [string, () => Card])[] = [
  ["an answer", () => conversation.ask({ text: ANSWERED }).card],
  ["an answer in English", () => conversation.ask({ text: "What did Putin say about sturgeon?" }).card],
  ["the nearest", () => conversation.ask({ text: UNANSWERED }).card],
  ["nothing", () => conversation.ask({ text: "xqzw vbnm kjhg" }).card],
  ["a greeting", () => conversation.ask({ text: "السلام عليكم" }).card],
  ["thanks", () => conversation.ask({ text: "شكرا" }).card],
  ["no question", () => conversation.ask({ text: " \u200b\n" }).card],
  ["too long a question", () => conversation.ask({ text: "بوتين ".repeat(2000) }).card],
  ["a quotation", () => conversation.verify({ text: "الجيش الروسي لا يضرب أهدافاً مدنية" }).card],
  ["a quotation that is none", () => conversation.verify({ text: "بحر قزوين بحيرة روسية إيرانية" }).card],
  ["nothing to check", () => conversation.verify({ text: " " }).card],
  ["too long a quotation", () => conversation.verify({ text: "بوتين ".repeat(2000) }).card],
  ["a leader", () => conversation.leader({ name: "بوتين" }).card],
  ["a leader on a topic", () => conversation.leader({ name: "Putin", topic: "الغاز" }).card],
  ["a leader who says nothing", () => conversation.leader({ name: "قربانقلي بردي محمدوف" }).card],
  ["a name of two", () => conversation.leader({ name: "بردي محمدوف" }).card],
  ["nobody", () => conversation.leader({ name: "ماكرون" }).card],
  ["an empty name", () => conversation.leader({ name: "" }).card],
  ["a name without an end", () => conversation.leader({ name: "بوتين".repeat(1000) }).card],
  ["everyone", () => conversation.people("ru")],
  ["the sources", () => conversation.sources("fa")],
  ["a source", () => conversation.source("tr", 1)],
  ["no such source", () => conversation.source("ar", 99)],
  ["help", () => conversation.help("fr")],
];

const quotesOf = (card: Card): ShownQuote[] =>
  card.parts.flatMap((part) => (part.kind === "quote" ? [part.quote] : []));
const textsOf = (part: Part): string[] => {
  switch (part.kind) {
    case "question":
      return [part.label, part.text];
    case "notice":
      return [part.text];
    case "person":
      return [part.name, ...part.roles, ...part.lines];
    case "quote":
      return [part.quote.excerpt.text, part.quote.citation.line, part.quote.translation?.label ?? ""];
    case "translation":
      return [part.translation.label, part.translation.text, part.citation.line];
    case "examples":
      return [part.label, ...part.questions];
    case "list":
      return [part.title, ...part.items.flatMap((i) => [i.title, i.detail])];
  }
};

/** What every card holds to, whatever led to it. */
function sound(card: Card): void {
  const texts = card.parts.flatMap(textsOf);
  expect(texts.some((text) => text !== "")).toBe(true);
  expect(texts.join("\n")).not.toMatch(/undefined|NaN|\[object/);
  for (const { doc, passage, excerpt, citation } of quotesOf(card)) {
    const document = corpus.documents.find((d) => d.id === doc);
    expect(document?.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
    expect(excerpt.text.length).toBeLessThanOrEqual(WIDTH);
    const whole = corpus.passages[passage];
    expect(excerpt.cutBefore).toBe(excerpt.start > (whole?.start ?? 0));
    expect(excerpt.cutAfter).toBe(excerpt.end < (whole?.end ?? 0));
    let last = 0;
    for (const [start, end] of excerpt.marks) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(excerpt.text.length);
    expect(citation.line).toContain(citation.paragraph);
  }
  for (const { label, press } of [...card.actions, ...card.choices.options]) {
    expect(label).not.toBe("");
    expect(buttonOf(card, press)).toEqual({
      lang: card.lang,
      fingerprint: corpus.fingerprint,
      owner: 7n,
      press,
    });
  }
}

/** The button as it comes back from a platform. */
function buttonOf(card: Card, press: Button["press"]): Button | undefined {
  return decodeButton(encodeButton({ lang: card.lang, fingerprint: corpus.fingerprint, owner: 7n, press }));
}

describe("the cards of a conversation", () => {
  it.each(CARDS)("holds for %s: exact quotes, a citation for each, buttons that fit", (_name, card) => {
    sound(card());
  });

  it("answers with a quote, its place among the others, and a way on", () => {
    const { card, answer } = conversation.ask({ text: ANSWERED });
    const best = (answer as AnswerOf<"quotes">).quotes[0];
    expect(answer.kind).toBe("quotes");
    const [quote] = quotesOf(card);
    expect(quote?.excerpt.text).toBe(best?.text);
    expect(quote?.excerpt.marks.map(([a, b]) => quote.excerpt.text.slice(a, b))).toEqual(
      best?.highlights.map(([a, b]) => best.text.slice(a - best.start, b - best.start)),
    );
    expect(quote?.counter).toBe(STRINGS.ar.answer.counter(1, (answer as AnswerOf<"quotes">).quotes.length));
    expect(card.actions.map((a) => a.label)).toEqual([STRINGS.ar.button.next, STRINGS.ar.button.around]);
  });

  it("says that the sources do not answer before it shows the nearest", () => {
    const { card, answer } = conversation.ask({ text: UNANSWERED });
    expect(["closest", "nothing"]).toContain(answer.kind);
    const said = STRINGS.ar.answer[answer.kind as "closest" | "nothing"];
    const at = card.parts.findIndex((p) => p.kind === "notice" && p.text === said);
    const quote = card.parts.findIndex((p) => p.kind === "quote");
    expect(at).toBeGreaterThanOrEqual(0);
    if (quote >= 0) expect(at).toBeLessThan(quote);
  });

  it("names each word that the sources lack", () => {
    const { card } = conversation.ask({ text: "xqzw vbnm kjhg" });
    const notices = card.parts.flatMap((part) => (part.kind === "notice" ? [part.text] : [])).join("\n");
    for (const word of ["xqzw", "vbnm", "kjhg"]) expect(notices).toContain(word);
  });

  it("offers those whom a name fits, and each choice leads to the one it names", () => {
    const { card, answer } = conversation.leader({ name: "بردي محمدوف" });
    const { leaders } = answer as AnswerOf<"leaders">;
    expect(card.choices.options.map((o) => o.label)).toEqual(leaders.map((l) => l.name.ar));
    card.choices.options.forEach((option, at) => {
      const next = conversation.press(buttonOf(card, option.press) as Button) as Card;
      expect(next.parts[0]).toMatchObject({ kind: "person", name: leaders[at]?.name.ar });
    });
  });

  it("shows the asker's words as one short line without control or direction characters", () => {
    const hostile = `\u202eنيتوب\u0007\u001b[31m\u2066 a\nb\u2028c\ud800\u0000${" طويل".repeat(500)}`;
    const text = echoOf(hostile);
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
    expect([...text].length).toBeLessThanOrEqual(201);
    expect(echoOf("می\u200cخواهم")).toBe("می\u200cخواهم");
  });

  it("links a citation to the source reader, where one is served", () => {
    const linked = createConversation({ answerer, width: WIDTH, publicUrl: "https://isnad.example" });
    const [quote] = quotesOf(linked.ask({ text: ANSWERED }).card);
    const passage = corpus.passages[quote?.passage ?? -1];
    expect(quote?.url).toContain(`https://isnad.example/sources/${passage?.doc}`);
    expect(quote?.url).toMatch(new RegExp(`#p${passage?.paragraph}$`));
    expect(quotesOf(conversation.ask({ text: ANSWERED }).card)[0]?.url).toBeUndefined();
  });
});

describe("the help of a bot that somebody runs for others", () => {
  it("says what becomes of what is written, and where its keeper is reached, if anywhere", () => {
    const supportUrl = "https://keeper.example/help";
    const told = (card: Card) => card.parts.flatMap((part) => (part.kind === "notice" ? [part.text] : []));
    for (const lang of LANGUAGES) {
      const kept = told(createConversation({ answerer, width: 900, supportUrl }).help(lang));
      expect(kept).toContain(STRINGS[lang].answer.privacy);
      expect(kept.some((text) => text.endsWith(`: ${supportUrl}`))).toBe(true);
      expect(told(conversation.help(lang)).join()).not.toContain("https:");
    }
  });
});

describe("the buttons of a conversation", () => {
  it("lead to a card that holds, every one that can be reached, with the question and without", () => {
    const seen = new Set<string>();
    const rest = CARDS.map(([, card]) => card());
    let labels = new Set<string>();
    while (rest.length > 0) {
      const card = rest.pop() as Card;
      for (const { label, press } of [...card.actions, ...card.choices.options]) {
        labels = labels.add(label.replace(/ \(.*/, ""));
        const data = encodeButton({ lang: card.lang, fingerprint: corpus.fingerprint, owner: 7n, press });
        if (seen.has(data)) continue;
        seen.add(data);
        for (const question of [undefined, ANSWERED]) {
          const next = conversation.press(decodeButton(data) as Button, question);
          expect(typeof next, `${label} of ${JSON.stringify(press)}`).toBe("object");
          sound(next as Card);
          expect((next as Card).lang).toBe(card.lang);
          if (!question) rest.push(next as Card);
        }
      }
    }
    const { next, previous, around, back, read, said, mentioned } = STRINGS.ar.button;
    for (const label of [next, previous, around, back, read, said, mentioned])
      expect(labels).toContain(label);
  });

  it("go forward through all passages of an answer and back to the first", () => {
    const { card, answer } = conversation.ask({ text: ANSWERED });
    const { quotes } = answer as AnswerOf<"quotes">;
    const walked = [card];
    const press = (from: Card, label: string) => {
      const action = from.actions.find((a) => a.label === label);
      return action && (conversation.press(buttonOf(from, action.press) as Button, ANSWERED) as Card);
    };
    for (let at: Card | undefined = card; at; ) {
      at = press(at, STRINGS.ar.button.next);
      if (at) walked.push(at);
    }
    expect(walked.map((c) => quotesOf(c)[0]?.excerpt.text)).toEqual(quotes.map((q) => q.text));
    // With the question the words that it matched are marked on every one
    expect(walked.map((c) => quotesOf(c)[0]?.excerpt.marks.length)).toEqual(
      quotes.map((q) => q.highlights.length),
    );
    let at = walked.at(-1) as Card;
    for (let steps = 1; steps < quotes.length; steps += 1) at = press(at, STRINGS.ar.button.previous) as Card;
    expect(at).toEqual(card);
  });

  it("show what stands around a passage, and lead back to it", () => {
    const { card } = conversation.ask({ text: ANSWERED });
    const follow = (from: Card, label: string) =>
      conversation.press(
        buttonOf(
          from,
          (from.actions.find((a) => a.label === label) as Card["actions"][number]).press,
        ) as Button,
        ANSWERED,
      ) as Card;
    const second = follow(card, STRINGS.ar.button.next);
    const around = follow(second, STRINGS.ar.button.around);
    const passage = corpus.passages[quotesOf(second)[0]?.passage ?? -1];
    const near = quotesOf(around).map((q) => q.passage);
    expect(near).toContain(passage?.index);
    expect(near.length).toBeGreaterThan(1);
    expect(near).toEqual(near.toSorted((a, b) => a - b));
    for (const q of quotesOf(around)) expect(q.doc).toBe(passage?.doc);
    expect(follow(around, STRINGS.ar.button.back)).toEqual(second);
    const source = follow(around, STRINGS.ar.button.read);
    expect(quotesOf(source)[0]?.doc).toBe(passage?.doc);
  });

  it("say that the sources have changed, when they have", () => {
    const { card } = conversation.ask({ text: ANSWERED });
    const press = card.actions[0]?.press as Button["press"];
    for (const lang of LANGUAGES) {
      const fingerprint = (corpus.fingerprint + 1) & 0xffffff;
      expect(conversation.press({ lang, fingerprint, owner: 7n, press })).toBe("outdated");
    }
  });

  it("never throw, whatever was forged into them", () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 2 ** 31 }));
    const state = {
      passages: fc.array(number, { minLength: 1, maxLength: 10 }),
      at: fc.integer({ min: 0, max: 12 }),
      page: number,
    };
    const forged = fc.oneof(
      fc.record({
        act: fc.constantFrom("show" as const, "around" as const, "post" as const),
        kind: fc.constantFrom("quotes" as const, "closest" as const),
        ...state,
      }),
      fc.record({
        act: fc.constant("leader" as const),
        leader: number,
        tab: fc.constantFrom("about" as const, "statements" as const, "mentions" as const),
        about: fc.array(number, { maxLength: 8 }),
        at: number,
        page: number,
      }),
      fc.record({ act: fc.constant("source" as const), document: number, page: number }),
      fc.record({ act: fc.constant("sources" as const), page: number }),
      fc.constant({ act: "delete" as const }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), forged, (lang: Language, press) => {
        // Only what the codec lets through reaches a conversation
        const button = decodeButton(
          encodeButton({ lang, fingerprint: corpus.fingerprint, owner: 0n, press } as Button),
        );
        if (!button) return;
        const next = conversation.press(button);
        if (typeof next === "string") expect(next).toBe("unknown");
        else sound(next);
      }),
      { numRuns: 1000 },
    );
  });

  it("walk all that a leader said, page by page, and all the way back", () => {
    const narrow = createConversation({ answerer, width: 90 });
    const press = (from: Card, label: string) => {
      const action = from.actions.find((a) => a.label === label);
      return action && (narrow.press(buttonOf(from, action.press) as Button) as Card);
    };
    const { card, answer } = narrow.leader({ name: "رئيسي" });
    const walked = [card];
    for (let at = press(card, STRINGS.ar.button.next); at; at = press(at, STRINGS.ar.button.next))
      walked.push(at);
    const { statements } = answer as AnswerOf<"leader">;
    expect(walked.length).toBeGreaterThan(statements.length);
    const back = [walked.at(-1) as Card];
    for (let at = press(back[0] as Card, STRINGS.ar.button.previous); at; ) {
      back.push(at);
      at = press(at, STRINGS.ar.button.previous);
    }
    expect(back.toReversed()).toEqual(walked);
  });

  it("leave a page beyond the last one behind at the first step back", () => {
    const far = conversation.source("ar", 1, 1_000_000);
    const { previous } = STRINGS.ar.button;
    const press = far.actions.find((a) => a.label === previous)?.press as Button["press"];
    const before = conversation.press(buttonOf(far, press) as Button) as Card;
    expect(quotesOf(before)[0]?.passage).not.toBe(quotesOf(far)[0]?.passage);
    for (const tab of ["about", "statements", "mentions"] as const) {
      const press = { act: "leader", leader: 0, tab, about: [3], at: 0, page: 1_000_000 } as const;
      expect(conversation.press(buttonOf(far, press) as Button)).toBe("unknown");
    }
  });
});
