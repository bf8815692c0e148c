/**
 * What every platform must do, whatever its messages look like. A platform gives a driver, which talks to the real
 * adapter over its loopback server as a person would, and tells what that person sees.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../src/languages/codes.ts";
import type { Answer, AnswerOf, Quote } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { STRINGS } from "../../src/strings/all.ts";

interface Button {
  readonly label: string;
}

/** One message as its reader sees it. */
export interface Shown {
  /** The text, markup removed and escapes undone. */
  readonly text: string;
  readonly buttons: readonly Button[];
  /** Only the asker sees it. */
  readonly private: boolean;
  /** Everyone whom it notified. */
  readonly pings: readonly string[];
  /** Whatever the platform would refuse or render from it: live links, mentions, limits passed. Empty when fine. */
  readonly faults: readonly string[];
}

/** Two people, so that one can press the other's buttons. */
export type Who = "asker" | "other";

export interface Driver {
  /** Asks as people do here, and gives the answer: the message that the question brought. */
  ask(text: string, who?: Who): Promise<Shown>;
  /** The lookup of a leader, by whatever command the platform has. */
  leader(name: string, topic?: string): Promise<Shown>;
  /** Replies to the last answer. */
  follow(text: string): Promise<Shown>;
  /**
   * Presses a button of the last answer, by its label or its place (0 is the first), and gives what the person who
   * pressed sees then: the changed message, or the private word.
   */
  press(which: string | number, who?: Who): Promise<Shown>;
  /** Text that no person wrote: another bot speaks to this one. Resolves when it has been seen and left alone. */
  botSays(text: string): Promise<void>;
  /** Every message of the bot's that stands, oldest first. */
  messages(): readonly Shown[];
  close(): Promise<void>;
}

export interface Contract {
  readonly platform: string;
  readonly answerer: Answerer;
  /** A new server and a new adapter for it, with this core. */
  start(answerer: Answerer): Promise<Driver>;
}

/** Questions and what must come of them, one row for each way in which a conversation can go. */
const ANSWERED: readonly (readonly [Language, string])[] = [
  ["ar", "ماذا قال بوتين عن سمك الحفش؟"],
  ["en", "What did Putin say about sturgeon?"],
  ["ru", "Что Путин сказал о Тегеранской конвенции 2003 года?"],
];
const UNANSWERED: readonly (readonly [Language, string])[] = [
  ["ar", "كم يبلغ سعر الذهب اليوم في دبي؟"],
  ["en", "Who won the football world cup in Qatar?"],
  ["ru", "Какая погода завтра в Москве?"],
  ["tr", "Futbol maçı saat kaçta başlıyor?"],
  ["fa", "قیمت طلا در بازار امروز چقدر است؟"],
  ["fr", "Quel est le prix du pain à Paris ?"],
  ["az", "Bu gün bazarda çörək neçəyədir?"],
  ["kk", "Бүгін базарда нан қанша тұрады?"],
  ["tk", "Şu gün bazarda çörek näçe?"],
];
/** What each language cannot be without, to see that a notice is in it. */
const SCRIPT: Record<Language, RegExp> = {
  ar: /\p{sc=Arab}{2}/u,
  en: /\b(the|sources?|not|no)\b/i,
  ru: /\p{sc=Cyrl}{3}/u,
  tr: /[ığşçöüİ]|kaynak/i,
  fa: /[یکگچپ]/,
  fr: /\b(les?|sources?|ne|pas|aucune?)\b/i,
  az: /ə/,
  tk: /[ýňä]/,
  kk: /[әғқңөұүі]/,
};
const HOSTILE: readonly (readonly [string, string])[] = [
  ["everyone", "@everyone ماذا قال بوتين عن سمك الحفش؟"],
  ["here alone", "@here"],
  ["a split mention", "@\u200beveryone @\u2060here قمة بحر قزوين"],
  ["an open fence", "```js\nprocess.exit(1)\n"],
  ["links", "[تاس](https://evil.example/phish) <https://evil.example> https://discord.gg/abcdef t.me/evil"],
  ["platform tokens", "<t:0:R> <#1> <@1> <@&1> </leader:1> <a:x:1> <id:customize>"],
  ["markup", "<b>بوتين</b> **قزوين** __x__ ~~y~~ ||z|| # h\n- i\n> j &amp; *_`"],
  ["an override", "\u202eنيتوب\u202c"],
  ["a lone surrogate", "بوتين \ud800 قزوين"],
  ["control characters", "بوتين\u0000\u0007\u001b[31m قزوين"],
  ["ten thousand letters", "بوتين وبحر قزوين ".repeat(600)],
  ["one long word", "ق".repeat(2000)],
  ["ligatures", "ﷺ".repeat(500)],
  ["combining marks", `ب${"\u0651\u064e".repeat(500)}وتين`],
  ["invisible tags", "بوتين\u{e0069}\u{e0067}\u{e006e}\u{e006f}\u{e0072}\u{e0065}"],
  ["a prototype's name", "__proto__ constructor toString"],
];
/** What must not come back from a question: it would steer the reader's eye or hide text. */
const STEERING = /[\u202a-\u202e\u{e0000}-\u{e007f}]/u;

/** Without the marks of direction that keep names apart. */
const visible = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, "");
const bestOf = ({ text, start, best: [from, to] }: Quote) => text.slice(from - start, to - start);

export function contract({ platform, answerer, start }: Contract): void {
  describe(`the contract of every adapter, on ${platform}`, () => {
    let driver: Driver;
    beforeEach(async () => {
      driver = await start(answerer);
    });
    afterEach(async () => {
      const shown = driver.messages();
      await driver.close();
      // Whatever a test was about, nobody was notified and nothing was refused or rendered.
      expect(shown.flatMap((message) => message.pings)).toEqual([]);
      expect(shown.flatMap((message) => message.faults)).toEqual([]);
    });

    it.each(ANSWERED)("quotes word for word, with where it stands (%s)", async (_lang, question) => {
      const answer = answerer.answer({ text: question });
      expect(answer.kind).toBe("quotes");
      const best = firstQuote(answer);
      const shown = await driver.ask(question);
      expect(shown.text).toContain(textOf(answerer, best));
      for (const word of citation(answerer, best)) expect(shown.text).toContain(word);
      expect(driver.messages()).toHaveLength(1);
    });

    it.each(ANSWERED)(
      "puts an editor's translation under it for who reads another language (%s)",
      async (lang, question) => {
        const { translation } = firstQuote(answerer.answer({ text: question }));
        const shown = await driver.ask(question);
        const { label } = STRINGS[lang].translation;
        if (lang === "ar") {
          expect(shown.text).not.toContain(label);
          return;
        }
        const sentence = translation?.text.slice(...translation.best) ?? "none";
        // Beside the quote: label and translation stand behind it
        expect(shown.text.indexOf(label)).toBeGreaterThan(
          shown.text.indexOf(textOf(answerer, firstQuote(answerer.answer({ text: question })))),
        );
        expect(shown.text.indexOf(sentence)).toBeGreaterThan(shown.text.indexOf(label));
        expect(shown.faults).toEqual([]);
      },
    );

    it.each(UNANSWERED)(
      "says in the asker's language that the sources do not answer (%s)",
      async (lang, question) => {
        const answer = answerer.answer({ text: question });
        expect(["closest", "nothing"]).toContain(answer.kind);
        expect(answer.lang).toBe(lang);
        const shown = await driver.ask(question);
        expect(withoutQuotes(shown.text, answer)).toMatch(SCRIPT[lang]);
        const strings = STRINGS[lang].answer;
        expect(shown.text).toContain(answer.kind === "closest" ? strings.closest : strings.nothing);
        if (answer.kind === "closest") expect(shown.text).toContain(textOf(answerer, firstQuote(answer)));
        if (answer.kind === "closest" || answer.kind === "nothing")
          for (const word of answer.missing.slice(0, 3)) expect(shown.text).toContain(word);
        expect(driver.messages()).toHaveLength(1);
      },
    );

    it("names the languages to ask in to who asks in another, and whom the question names to press", async () => {
      const shown = await driver.ask("Що сказав Путін про угоду?");
      expect(visible(shown.text)).toContain("Цієї мови я ще не розумію");
      expect(shown.text).toContain("азербайджанська");
      const name = shown.buttons.findIndex(({ label }) => /Putin|بوتين/u.test(label));
      expect(name).toBeGreaterThanOrEqual(0);
      expect((await driver.press(name)).text).toContain("الرئيس الروسي");
    });

    it("turns the pages of an answer in place to its last passage, each word for word, and back", async () => {
      const question = ANSWERED[0]?.[1] ?? "";
      const answer = answerer.answer({ text: question }) as AnswerOf<"quotes">;
      expect(answer.quotes.length).toBeGreaterThan(1);
      let shown = await driver.ask(question);
      let before = shown.text;
      for (const quote of answer.quotes.slice(1)) {
        before = shown.text;
        shown = await driver.press(labelWith(shown, STRINGS.ar.button.next));
        expect(shown.text).toContain(textOf(answerer, quote));
        for (const word of citation(answerer, quote)) expect(shown.text).toContain(word);
        expect(shown.faults).toEqual([]);
      }
      expect(shown.buttons.some(({ label }) => label.includes(STRINGS.ar.button.next))).toBe(false);
      const back = await driver.press(labelWith(shown, STRINGS.ar.button.previous));
      expect(back.text).toBe(before);
      expect(driver.messages()).toHaveLength(1);
    });

    it("shows what stands around a passage, of any page, and goes back to it", async () => {
      const strings = STRINGS.ar.button;
      const first = await driver.ask(ANSWERED[0]?.[1] ?? "");
      const second = await driver.press(labelWith(first, strings.next));
      const around = await driver.press(labelWith(second, strings.around));
      expect(around.text).not.toBe(second.text);
      const back = await driver.press(labelWith(around, strings.back));
      expect(back.text).toBe(second.text);
      const next = await driver.press(labelWith(back, strings.next));
      expect(next.text).not.toBe(back.text);
      expect(driver.messages()).toHaveLength(1);
    });

    it("gives a person with counts, and the persons that a name fits as buttons", async () => {
      const putin = await driver.leader("بوتين");
      const found = answerer.leader({ name: "بوتين" }) as AnswerOf<"leader">;
      expect(putin.text).toContain(found.leader.name.ar);
      for (const role of found.leader.roles.slice(0, 1)) expect(putin.text).toContain(role);
      const both = answerer.leader({ name: "بردي محمدوف" });
      expect(both.kind).toBe("leaders");
      const choice = await driver.leader("بردي محمدوف");
      const labels = choice.buttons.map((button) => button.label);
      for (const leader of (both as AnswerOf<"leaders">).leaders)
        expect(labels.some((label) => label.includes(leader.name.ar))).toBe(true);
      const chosen = await driver.press(0);
      expect(chosen.text).toContain((both as AnswerOf<"leaders">).leaders[0]?.name.ar);
    });

    it("says so when nobody has that name", async () => {
      const shown = await driver.leader("ماكرون"); // Macron
      expect(visible(shown.text)).toContain(visible(STRINGS.ar.leader.unknown("ماكرون")));
    });

    it("understands a reply to its answer as going on from it", async () => {
      const earlier = "ماذا قال بوتين عن سمك الحفش؟";
      const text = "وماذا عن رئيسي؟"; // And what about Raisi?
      const expected = answerer.answer({ text, earlier }) as AnswerOf<"quotes" | "closest">;
      expect(expected.follows).toBe(earlier);
      await driver.ask(earlier);
      const shown = await driver.follow(text);
      expect(visible(shown.text)).toContain(visible(bestOf(expected.quotes[0] as Quote)));
      // Its question says what it goes on from
      expect(visible(shown.text)).toContain(earlier);
      expect(driver.messages()).toHaveLength(2);
    });

    it("lets nobody else turn the asker's pages", async () => {
      const first = await driver.ask("ماذا قال بوتين عن سمك الحفش؟");
      const word = await driver.press(labelWith(first, STRINGS.ar.button.next), "other");
      expect(word.private).toBe(true);
      expect(driver.messages()[0]?.text).toBe(first.text);
    });

    it("leaves other bots alone", async () => {
      await driver.botSays("ماذا قال بوتين عن سمك الحفش؟");
      await driver.ask("شكرا");
      expect(driver.messages()).toHaveLength(1);
    });

    it.each(HOSTILE)("is not led astray by %s", async (_name, question) => {
      const shown = await driver.ask(question);
      expect(shown.text.length).toBeGreaterThan(0);
      expect(shown.text).not.toMatch(STEERING);
      expect(driver.messages()).toHaveLength(1);
    });

    it("answers politely, once, when the core throws, and goes on", async () => {
      await driver.close();
      let broken = true;
      const secret = "this must not be seen";
      driver = await start({
        ...answerer,
        answer: (question) => {
          if (broken) throw new Error(secret);
          return answerer.answer(question);
        },
      });
      const sorry = await driver.ask("ماذا قال بوتين عن سمك الحفش؟");
      expect(sorry.text).not.toContain(secret);
      expect(visible(sorry.text)).toContain(STRINGS.ar.notice.failed);
      expect(driver.messages()).toHaveLength(1);
      broken = false;
      const shown = await driver.ask("ماذا قال بوتين عن سمك الحفش؟");
      expect(shown.text).not.toBe(sorry.text);
    });
  });
}

function firstQuote(answer: Answer): Quote {
  const quote = answer.kind === "quotes" || answer.kind === "closest" ? answer.quotes[0] : undefined;
  if (quote === undefined) throw new Error(`an answer of kind ${answer.kind} has no quote`);
  return quote;
}

/** The quote's characters, taken from the document and not from the answer. */
function textOf(answerer: Answerer, quote: Quote): string {
  const document = answerer.corpus.documents.find(({ id }) => id === quote.doc);
  if (document === undefined) throw new Error(`no document ${quote.doc}`);
  return document.text.slice(quote.start, quote.end);
}

/** What a citation cannot be without: where the document is known, and the paragraph's number in some digits. */
function citation(answerer: Answerer, quote: Quote): string[] {
  const document = answerer.corpus.documents.find(({ id }) => id === quote.doc);
  return [document?.title.value ?? document?.opening.slice(0, 20), document?.publisher.value].filter(
    (word) => word !== undefined,
  );
}

/** The text without the quotes, which are Arabic in an answer of any language. */
function withoutQuotes(text: string, answer: Answer): string {
  const quotes = answer.kind === "closest" ? answer.quotes : [];
  return quotes.reduce((rest, quote) => rest.replace(quote.text, ""), text);
}

/** The whole label of the button that has this word on it, with whatever a platform puts beside it. */
function labelWith(shown: Shown, word: string): string {
  const button = shown.buttons.find(({ label }) => label.includes(word));
  if (button === undefined)
    throw new Error(`no button says ${word}: ${shown.buttons.map(({ label }) => label).join(" · ")}`);
  return button.label;
}
