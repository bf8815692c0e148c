import { PassThrough, Writable } from "node:stream";
import { WriteStream } from "node:tty";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { openChat } from "../../../adapters/terminal/chat.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import type { AnswerOf } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { realAnswerer } from "../../support/core.ts";

const answerer = realAnswerer();
const QUESTION = "ماذا قال بوتين عن سمك الحفش؟";
const { quotes } = answerer.answer({ text: QUESTION }) as AnswerOf<"quotes">;
const GREETING = STRINGS.ar.answer.help.greeting.slice(0, 20);

class Screen extends Writable {
  text = "";
  // Node decides about colours by the environment, so its own method is what is tested
  hasColors = WriteStream.prototype.hasColors;
  getColorDepth = WriteStream.prototype.getColorDepth;
  constructor(
    readonly isTTY: boolean,
    public columns: number,
  ) {
    super();
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
  /** Waits until the text is there, after what was there before. */
  async shows(text: string, from = 0): Promise<void> {
    while (!stripVTControlCharacters(this.text).replace(/\s+/gu, " ").slice(from).includes(text))
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function open(
  given: {
    endsPage?: boolean;
    tty?: boolean;
    environment?: Record<string, string>;
    bidi?: "visual";
    columns?: number;
  } = {},
) {
  const {
    tty = true,
    environment = { TERM: "xterm-256color", LANG: "ar_EG.UTF-8" },
    bidi,
    columns = 200,
  } = given;
  const input = Object.assign(new PassThrough(), { isTTY: tty, setRawMode: () => {} });
  const output = new Screen(tty, columns);
  const leaving = new AbortController();
  const done = openChat({
    answerer,
    input,
    output: output as unknown as Parameters<typeof openChat>[0]["output"],
    environment,
    bidi: bidi ?? "auto",
    endsPage: given.endsPage ?? false,
    signal: leaving.signal,
  });
  return { input, output, done, leaving };
}

describe("the chat at a terminal", () => {
  it("greets, answers, goes on, and leaves with Ctrl-D", async () => {
    const { input, output, done } = open();
    await output.shows("> ");
    expect(output.text).toContain(GREETING);
    input.write(`${QUESTION}\r`);
    await output.shows(`[${STRINGS.ar.answer.counter(1, quotes.length)}]`);
    await output.shows("/next التالي");
    input.write("/next\r");
    await output.shows(`[${STRINGS.ar.answer.counter(2, quotes.length)}]`);
    input.write("\u0004");
    await done;
    expect(output.text.endsWith("\n")).toBe(true);
  });

  it("drops a begun line at Ctrl-C, and leaves at a second one", async () => {
    const { input, output, done } = open();
    await output.shows("> ");
    input.write("نصف سؤا\u0003");
    input.write("/help\r");
    // The half question is not part of the command
    await output.shows("Ctrl-D");
    expect(output.text).not.toContain(STRINGS.ar.terminal.unknown);
    input.write("\u0003");
    await done;
  });

  it("leaves with /quit and when it is told to from outside", async () => {
    const typed = open();
    await typed.output.shows("> ");
    typed.input.write("/quit\r");
    await typed.done;
    const told = open();
    await told.output.shows("> ");
    told.leaving.abort();
    await told.done;
  });

  it.each([
    ["/quit\r", true],
    ["\u0004", true],
    ["/quit\r", false],
  ])("says whether leaving with %j ends the page (%s)", async (typed, endsPage) => {
    const { input, output, done } = open({ endsPage });
    await output.shows("> ");
    input.write(typed);
    await done;
    expect(output.text.includes(STRINGS.ar.terminal.endsPage)).toBe(endsPage);
  });

  it.each([
    [{ LANG: "ru_RU.UTF-8" }, ["ru"]],
    [{ LANG: "C.UTF-8" }, ["en", "ar"]],
    [{}, ["en", "ar"]],
    [{ LANG: "C.UTF-8", LANGUAGE: "fa:en" }, ["fa"]],
    [{ LC_ALL: "POSIX" }, ["en", "ar"]],
    [{ LANG: "de_DE.UTF-8" }, ["en"]],
  ] as const)(
    "greets in the language that %j names, else in English and in the texts' own",
    async (named, greeted) => {
      const { input, output, done } = open({ environment: { TERM: "xterm-256color", ...named } });
      await output.shows("> ");
      input.write("/quit\r");
      await done;
      const shown = stripVTControlCharacters(output.text).replace(/\s+/gu, " ");
      const found = LANGUAGES.filter((lang) =>
        shown.includes(introduction(answerer.corpus, lang).greeting.slice(0, 40)),
      );
      expect(found.toSorted()).toEqual(greeted.toSorted());
    },
  );

  it("wraps at the width that the terminal has now", async () => {
    const { input, output, done } = open({ columns: 120 });
    const widest = () =>
      Math.max(
        ...stripVTControlCharacters(output.text)
          .split(/\r?\n/)
          .filter((line) => line.startsWith("  |"))
          .map((line) => stringWidth(line)),
      );
    await output.shows("> ");
    input.write(`${QUESTION}\r`);
    await output.shows("/context");
    expect(widest()).toBeGreaterThan(60);
    output.columns = 40;
    output.text = "";
    input.write("/next\r");
    await output.shows("/context");
    expect(widest()).toBeLessThanOrEqual(40);
    input.end();
    await done;
  });

  it("has colours, unless NO_COLOR is set or the terminal has none", async () => {
    for (const [environment, coloured] of [
      [{ TERM: "xterm-256color" }, true],
      [{ TERM: "xterm-256color", NO_COLOR: "1" }, false],
      [{ TERM: "dumb" }, false],
    ] as const) {
      const { input, output, done } = open({ environment });
      await output.shows("> ");
      input.write(`${QUESTION}\r`);
      await output.shows("/context");
      expect(output.text.includes("\u001b[1m"), JSON.stringify(environment)).toBe(coloured);
      input.end();
      await done;
    }
  });

  it("orders and shapes the letters where the terminal does not, and /bidi turns it about", async () => {
    const { input, output, done } = open({ bidi: "visual" });
    const forms = /[\ufe70-\ufefc]/;
    await output.shows("> ");
    expect(output.text).toMatch(forms);
    input.write("/bidi\r");
    await output.shows("bidi: terminal");
    output.text = "";
    input.write("/help\r");
    await output.shows("Ctrl-D");
    expect(output.text).not.toMatch(forms);
    input.write("/bidi\r");
    await output.shows("bidi: visual");
    input.end();
    await done;
  });

  it("offers /bidi where the terminal did not say what it can do", async () => {
    for (const [environment, offered] of [
      [{ TERM: "xterm", LANG: "en" }, true],
      [{ TERM: "linux", LANG: "en" }, false],
    ] as const) {
      const { input, output, done } = open({ environment });
      await output.shows("> ");
      expect(output.text.includes("/bidi")).toBe(offered);
      input.end();
      await done;
    }
  });

  it("completes commands, and the names of leaders", async () => {
    const { input, output, done } = open();
    await output.shows("> ");
    input.write("/sou\t");
    await output.shows("/sources");
    input.write("\r");
    await output.shows(STRINGS.ar.sources.title);
    input.write("/leader Lavr\t");
    const [lavrov] = answerer.complete("Lavr");
    await output.shows(`/leader ${lavrov?.name.ar}`);
    input.end();
    await done;
  });

  it("lets no control character of a question through", async () => {
    const { input, output, done } = open({ environment: { TERM: "xterm", NO_COLOR: "1" } });
    await output.shows("> ");
    output.text = "";
    // What a paste may bring: a bell and a title change, by their eight-bit forms
    input.write("\u009d0;xبوتين\u0085\u202eنيتوب\r");
    await output.shows("السؤال");
    const answer = output.text.slice(output.text.indexOf("السؤال"));
    // What readline itself moves the cursor with is taken off; nothing else of the kind may be left
    expect(stripVTControlCharacters(answer)).not.toMatch(/[^\P{Cc}\n\r]|\u202e/u);
    input.end();
    await done;
  });
});

describe("the chat over a pipe", () => {
  it("answers line by line, without prompt, greeting, colours or lines broken", async () => {
    const { input, output, done } = open({ tty: false });
    input.end(Buffer.from(`${QUESTION}\r\n\n/next\n/nonsense\n/bidi`));
    await done;
    expect(output.text).toContain(`  | ${quotes[0]?.text}\n`);
    expect(output.text).toContain(`  | ${quotes[1]?.text}\n`);
    expect(output.text).toContain(STRINGS.ar.terminal.unknown);
    expect(output.text).not.toContain("\u001b");
    expect(output.text).not.toMatch(/[\u2066-\u2069\u202a-\u202e]/);
    expect(output.text).not.toContain("> ");
    expect(output.text).not.toContain(GREETING);
  });

  it("leaves the lines after /quit alone", async () => {
    const { input, output, done } = open({ tty: false });
    input.write(`شكرا\n/quit\n${QUESTION}\n`);
    await done;
    expect(output.text).toContain(STRINGS.ar.answer.help.thanks);
    expect(output.text).not.toContain(quotes[0]?.text);
  });

  it("goes on after a line that is no text or has no end", async () => {
    const { input, output, done } = open({ tty: false });
    input.write(Buffer.of(0xff, 0xfe, 0x0a));
    input.write(`${"ق".repeat(1 << 20)}\n`);
    input.end("شكرا");
    await done;
    expect(output.text.split(STRINGS.ar.answer.help.thanks)).toHaveLength(2);
  });

  it("ends quietly when nobody reads any more, and says so when the disk is full", async () => {
    for (const code of ["EPIPE", "ENOSPC"]) {
      const { input, output, done } = open({ tty: false });
      output._write = (_chunk, _encoding, fail: (error?: Error) => void) =>
        fail(Object.assign(new Error("cannot write"), { code }));
      input.write(`${QUESTION}\n${QUESTION}\n`);
      if (code === "EPIPE") await done;
      else await expect(done).rejects.toMatchObject({ code });
    }
  });

  it("waits for a slow reader", async () => {
    const { input, output, done } = open({ tty: false });
    let waiting: (() => void) | undefined;
    let most = 0;
    output._write = (_chunk, _encoding, next) => {
      most = Math.max(most, output.writableLength);
      waiting = next;
    };
    input.end(`${QUESTION}\n`.repeat(200));
    for (let answered = 0; answered < 200; ) {
      if (waiting) {
        const next = waiting;
        waiting = undefined;
        answered += 1;
        next();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await done;
    // Two hundred answers are hundreds of thousands of bytes
    expect(most).toBeLessThan(100_000);
  });
});
