import { existsSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { createSession, type Reply, type Session } from "../../../adapters/terminal/session.ts";
import type { AnswerOf, Question } from "../../../src/model/answer.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { realAnswerer } from "../../support/core.ts";

const real = realAnswerer();
const QUESTION = "ماذا قال بوتين عن سمك الحفش؟";

let asked: Question[];
let dialogue: Session;
beforeEach(() => {
  asked = [];
  const answerer: Answerer = {
    ...real,
    answer: (question) => {
      asked.push(question);
      return real.answer(question);
    },
  };
  dialogue = createSession(createConversation({ answerer, width: 2000 }), undefined, "ar");
});

function card(reply: Reply): Card {
  if (!("card" in reply) || !reply.card) throw new Error(`no card but ${JSON.stringify(reply)}`);
  return reply.card;
}
const say = (line: string) => card(dialogue.say(line));
const quoteOf = (shown: Card) =>
  shown.parts.flatMap((p) => (p.kind === "quote" ? [p.quote.excerpt.text] : []))[0];
const personOf = (shown: Card) => shown.parts.flatMap((p) => (p.kind === "person" ? [p.name] : []))[0];
const answer = real.answer({ text: QUESTION }) as AnswerOf<"quotes">;

describe("a talk in a terminal", () => {
  it("names the languages to ask in to who asks in another, and a number chooses whom the question names", () => {
    const shown = say("普京对协议说了什么？");
    expect(JSON.stringify(shown.parts)).toContain("我还不懂这种语言");
    expect(personOf(say("1"))).toBe(
      STRINGS.ar && real.corpus.leaders.find(({ id }) => id === "putin")?.name.en,
    );
  });

  it("goes to the next passage and back, and says when there is no other", () => {
    expect(quoteOf(say(QUESTION))).toBe(answer.quotes[0]?.text);
    expect(quoteOf(say("/next"))).toBe(answer.quotes[1]?.text);
    expect(quoteOf(say("/previous"))).toBe(answer.quotes[0]?.text);
    expect(dialogue.say("/previous")).toEqual({
      kind: "notice",
      lang: "ar",
      text: STRINGS.ar.terminal.nothingMore,
    });
    for (const quote of answer.quotes.slice(1)) expect(quoteOf(say("/n"))).toBe(quote.text);
    expect(dialogue.say("/next").kind).toBe("notice");
  });

  it("goes on where it was after a look at the help", () => {
    say(QUESTION);
    dialogue.say("/help");
    expect(quoteOf(say("/next"))).toBe(answer.quotes[1]?.text);
    // The numbers are of what was numbered last: the examples of the help
    dialogue.say("/help");
    expect(dialogue.say("1").kind).toBe("card");
  });

  it("marks the words of the question on the passages after the first", () => {
    say(QUESTION);
    const [quote] = say("/next").parts.flatMap((p) => (p.kind === "quote" ? [p.quote] : []));
    expect(quote?.excerpt.marks).toHaveLength(answer.quotes[1]?.highlights.length ?? 0);
  });

  it("shows what stands around a passage, reads on in its source, and comes back", () => {
    const first = say(QUESTION);
    const around = say("/context");
    expect(around.parts.filter((p) => p.kind === "quote").length).toBeGreaterThan(1);
    expect(say("/back")).toEqual(first);
    say("/context");
    const source = say("/read");
    expect(source.parts[0]).toMatchObject({ kind: "notice" });
    expect(quoteOf(say("/next"))).not.toBe(quoteOf(source));
    expect(say("/back").parts[0]).toMatchObject({ kind: "list" });
  });

  it("passes the question before on to the next one, and no small talk", () => {
    for (const line of [QUESTION, "شكرا", "/next", "وماذا عن رئيسي؟"]) dialogue.say(line);
    const typed = asked.filter(({ text }) => text !== QUESTION);
    expect(typed).toEqual([
      { text: "شكرا", earlier: QUESTION },
      { text: "وماذا عن رئيسي؟", earlier: QUESTION },
    ]);
    expect(asked[0]).toEqual({ text: QUESTION });
  });

  it("goes on from both where one follow-up follows another", () => {
    for (const line of [QUESTION, "ولماذا؟", "ومتى؟"]) dialogue.say(line);
    expect(asked.at(-1)).toEqual({ text: "ومتى؟", earlier: `ولماذا؟ · ${QUESTION}` });
  });

  it("goes through the passages of a question that leans on the one before as it was understood", () => {
    say(QUESTION);
    const leaning = "وماذا عن رئيسي؟";
    const first = say(leaning);
    const { quotes } = real.answer({ text: leaning, earlier: QUESTION }) as AnswerOf<"quotes">;
    const [quote] = say("/next").parts.flatMap((p) => (p.kind === "quote" ? [p.quote] : []));
    expect(quote?.excerpt.marks).toHaveLength(quotes[1]?.highlights.length ?? 0);
    expect(say("/previous")).toEqual(first);
  });

  it("lets one choose by number among those whom a name fits, in any digits", () => {
    const found = real.leader({ name: "بردي محمدوف" }) as AnswerOf<"leaders">;
    for (const [at, typed] of ["1", "٢", "۱", " 2 "].entries()) {
      expect(say("/leader بردي محمدوف").choices.options).toHaveLength(2);
      expect(personOf(say(typed))).toBe(found.leaders[at % 2]?.name.ar);
    }
    say("/leader بردي محمدوف");
    expect(dialogue.say("3")).toMatchObject({ kind: "notice" });
    expect(dialogue.say("0")).toMatchObject({ kind: "notice" });
    // The choice still stands
    expect(personOf(say("1"))).toBe(found.leaders[0]?.name.ar);
  });

  it("lets one choose a source by number among those that a question in another language names", () => {
    const asked = say("Was wurde über das Kaspische Meer gesagt?");
    expect(asked.choices.options.length).toBeGreaterThan(0);
    const first = say("1").parts.flatMap((p) => (p.kind === "quote" ? [p.quote.doc] : []))[0];
    const answer = real.answer({ text: "Was wurde über das Kaspische Meer gesagt?" });
    expect("documents" in answer && answer.documents[0]).toBe(first);
    expect(say("Wie viel kostet ein Auto in Deutschland?").choices.options).toEqual([]);
  });

  it("looks a leader up with a topic, and turns between what was said and where the name stands", () => {
    const shown = say("/leader Putin: sturgeon");
    const about = (real.leader({ name: "Putin", topic: "sturgeon" }) as AnswerOf<"leader">).about;
    expect(about.length).toBeGreaterThan(0);
    expect(quoteOf(shown)).toBe(about[0]?.text);
    const putin = real.leader({ name: "بوتين" }) as AnswerOf<"leader">;
    expect(quoteOf(say("/said"))).toBe(putin.statements[0]?.text);
    expect(quoteOf(say("/mentioned"))).toBe(putin.mentions[0]?.text);
  });

  it("offers everyone to a lookup of nobody, and of somebody unknown", () => {
    expect(say("/leader").choices.options).toHaveLength(real.corpus.leaders.length);
    expect(say("/leader ماكرون").choices.options).toHaveLength(real.corpus.leaders.length);
    expect(personOf(say("1"))).toBe(real.corpus.leaders[0]?.name.ar);
  });

  it("lists the sources and reads one by its number", () => {
    expect(say("/sources").parts[0]).toMatchObject({ kind: "list" });
    expect(quoteOf(say("3"))).toBe(real.corpus.documents[2]?.passages[0]?.text);
    expect(quoteOf(say("/sources 2"))).toBe(real.corpus.documents[1]?.passages[0]?.text);
    expect(quoteOf(say("/sources ٩٩"))).toBeUndefined();
    expect(say("/sources 0").parts).toEqual([{ kind: "notice", text: STRINGS.ar.sources.unknown }]);
  });

  it("asks an example by its number", () => {
    const help = dialogue.say("/help");
    expect(help).toMatchObject({ kind: "commands", lang: "ar" });
    const shown = say("2");
    expect(shown.parts[0]).toMatchObject({
      kind: "question",
      text: introduction(real.corpus, "ar").examples[1],
    });
  });

  it("takes a number for a question where nothing was numbered", () => {
    say(QUESTION);
    dialogue.say("10");
    expect(asked.at(-1)).toEqual({ text: "10", earlier: QUESTION });
    dialogue.say("2022");
    expect(asked.at(-1)?.text).toBe("2022");
  });

  it.each([
    [
      "/next",
      "/التالي",
      "/Next",
      `/${STRINGS.fr.button.next}`,
      `/${STRINGS.ru.button.next.toUpperCase()}`,
      "/ne",
      "／next",
      "\u200f/next",
      "/ next",
    ],
    ["/context", "/ما حوله", "/c", "/سياق"],
  ])("takes %s in other words", (typed, ...others) => {
    for (const other of others) {
      say(QUESTION);
      const expected = say(typed);
      say(QUESTION);
      expect(card(dialogue.say(other))).toEqual(expected);
    }
  });

  it("says what can be typed when a command is not known or fits several", () => {
    for (const line of ["/xyz", "/", "/s", "//", "/__proto__", "/toString"])
      expect(dialogue.say(line)).toEqual({
        kind: "commands",
        lang: "ar",
        text: STRINGS.ar.terminal.unknown,
      });
    expect(asked).toEqual([]);
  });

  it("speaks the language of the last question", () => {
    say("What did Putin say about sturgeon?");
    expect(dialogue.say("/xyz")).toMatchObject({ lang: "en", text: STRINGS.en.terminal.unknown });
    expect(say("/sources").lang).toBe("en");
    say(QUESTION);
    expect(say("/sources").lang).toBe("ar");
  });

  it("presses nothing before there is anything to press", () => {
    for (const line of ["/next", "/previous", "/context", "/back", "/read", "/said", "/mentioned"])
      expect(dialogue.say(line)).toMatchObject({ kind: "notice", text: STRINGS.ar.terminal.nothingMore });
  });

  it("stays silent at an empty line, and leaves when told to", () => {
    for (const line of ["", "  \t", "\u200f", "\u0000\u0007"])
      expect(dialogue.say(line)).toEqual({ kind: "silence" });
    for (const line of ["/quit", "/exit", "/خروج", "/Quitter", "/q"])
      expect(dialogue.say(line)).toEqual({ kind: "leave" });
  });

  const hostile = new URL("../../../../shared/gold/hostile.jsonl", import.meta.url);
  it.skipIf(!existsSync(hostile))("survives the hostile inputs that are kept for all platforms", () => {
    const rows = readFileSync(hostile, "utf8").split("\n").filter(Boolean);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const { input } = JSON.parse(row) as { input: unknown };
      for (const line of [String(input), `/leader ${input}`, `/sources ${input}`])
        expect(dialogue.say(line).kind).toMatch(/card|notice|silence|commands/);
    }
  });

  it("survives any line, one after the other", () => {
    const lines = [
      "\u202eنيتوب",
      "بوتين \ud800",
      "\u0001\u001b[31mبوتين",
      "ق".repeat(100_000),
      "/leader :",
      "/leader ::::",
      `/leader ${"x".repeat(10_000)}`,
      "/sources -1",
      "/sources ../../etc/passwd",
      "99",
      "٠",
      "__proto__",
      "$& $1 $$",
      "ﷺ".repeat(500),
    ];
    for (const line of lines)
      for (const then of ["/next", "/context", "1", "/back"]) {
        dialogue.say(line);
        expect(dialogue.say(then).kind).toMatch(/card|notice/);
      }
  });
});
