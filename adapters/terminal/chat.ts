import { once } from "node:events";
import { createInterface } from "node:readline";
import { languageOf } from "../../src/analysis/language-detector.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { introduction } from "../../src/strings/introduction.ts";
import { createConversation } from "../conversation/conversation.ts";
import { withExactQuotes } from "../conversation/verbatim.ts";
import type { Bidi } from "./bidi/detect.ts";
import { actionsOf, COMMANDS, commandLines } from "./commands.ts";
import { linesOf } from "./lines.ts";
import { printCard, printLine } from "./render.ts";
import { type Output, openScreen, type Screen } from "./screen.ts";
import { createSession, type Reply } from "./session.ts";

export interface ChatOptions {
  readonly answerer: Answerer;
  readonly publicUrl?: string | undefined;
  readonly translatorUrl?: string | undefined;
  readonly questionsKept?: number | undefined;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: Output;
  /** What the terminal says of itself, and the person's language (`LANG`). */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly bidi: Bidi | "auto";
  /** Ends the chat. */
  readonly signal?: AbortSignal;
  /** Leaving the chat ends the page as well, which is then said. */
  readonly endsPage?: boolean;
}

/** UTF-16 units of quoted text on one page: about a screen of 24 lines. */
const PAGE = 2000;
const PROMPT = "> ";
/** Where the environment names no language, as in `C.UTF-8`, programs speak English; the corpus says in its own what it is, too. */
const UNTOLD: Language = "en";

/** The bot in a terminal, or over a pipe, where it answers line by line. Resolves when the person leaves. */
export async function openChat(options: ChatOptions): Promise<void> {
  const { answerer, publicUrl, translatorUrl, questionsKept, input, output, environment } = options;
  const locale = localeOf(environment);
  const lang = languageOf(locale) ?? UNTOLD;
  const screen = await openScreen(output, environment, options.bidi);
  const dialogue = createSession(
    createConversation({ answerer, publicUrl, translatorUrl, questionsKept, width: PAGE }),
    locale,
    lang,
  );
  const person = input.isTTY === true && output.isTTY === true;
  const gone = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, gone.signal]) : gone.signal;
  let broken: NodeJS.ErrnoException | undefined;
  const lost = (error: NodeJS.ErrnoException) => {
    broken = error;
    gone.abort();
  };
  output.on("error", lost);

  const write = async (text: string) => {
    if (signal.aborted || text === "") return;
    // A reader that is slower than the answers are made is waited for
    if (!output.write(text)) await once(output, "drain", { signal });
  };
  const lines = person
    ? typedLines(options, signal, { lang, told: locale !== undefined }, screen)
    : pipedLines(input, signal);
  try {
    for await (const line of lines) {
      if (line === undefined) {
        await write(
          `${printLine(STRINGS[lang].answer.tooLong, STRINGS[lang].direction, screen.layout())}\n\n`,
        );
        continue;
      }
      const reply = dialogue.say(line);
      if (reply.kind === "leave") break;
      if (reply.kind === "turn") {
        await screen.turn();
        await write(`bidi: ${screen.bidi}\n\n`);
      } else await write(said(reply, answerer.corpus, screen, person));
    }
    if (options.endsPage && person)
      await write(
        `${printLine(STRINGS[lang].terminal.endsPage, STRINGS[lang].direction, screen.layout())}\n`,
      );
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    output.off("error", lost);
  }
  // Whoever was reading has seen enough
  if (broken && broken.code !== "EPIPE") throw broken;
}

/** A reply as it is printed, with an empty line after it. */
function said(reply: Reply, corpus: Corpus, screen: Screen, person: boolean): string {
  const layout = screen.layout();
  const blocks: string[] = [];
  if ("text" in reply && reply.text)
    blocks.push(printLine(reply.text, STRINGS[reply.lang].direction, layout));
  if ("card" in reply && reply.card) blocks.push(printCard(withExactQuotes(reply.card, corpus), layout));
  if (reply.kind === "commands")
    blocks.push(
      commandLines(reply.lang)
        .map((line) => printLine(line, "ltr", layout))
        .join("\n"),
    );
  if (reply.kind === "card" && person) {
    const actions = actionsOf(reply.card);
    if (actions.length > 0) blocks.push(printLine(actions.join("   "), "ltr", layout, "faint"));
  }
  return blocks.length === 0 ? "" : `${blocks.filter(Boolean).join("\n\n")}\n\n`;
}

/** What a person types at a prompt, with the line editing and history that people expect. */
async function* typedLines(
  { answerer, input, output }: ChatOptions,
  signal: AbortSignal,
  { lang, told }: { readonly lang: Language; readonly told: boolean },
  screen: Screen,
): AsyncGenerator<string> {
  const strings = STRINGS[lang];
  const layout = screen.layout();
  const [own = lang] = answerer.corpus.documents.map((document) => document.lang);
  for (const one of told ? [lang] : new Set([lang, own]))
    output.write(
      `${printLine(introduction(answerer.corpus, one).greeting, STRINGS[one].direction, layout)}\n`,
    );
  const hints = ["/help", ...(screen.guessed ? [`/bidi \u2068${strings.terminal.turn}\u2069`] : [])];
  output.write(`${printLine(hints.join("   "), "ltr", layout, "faint")}\n\n`);

  const prompt = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    completer: (line: string): [string[], string] => [completions(line, answerer), line],
  });
  const leave = () => prompt.close();
  signal.addEventListener("abort", leave, { once: true });
  // As a shell does: what was begun is dropped, and with nothing begun one leaves
  prompt.on("SIGINT", () => {
    if (prompt.line === "") return prompt.close();
    prompt.write(null, { ctrl: true, name: "e" });
    prompt.write(null, { ctrl: true, name: "u" });
  });
  let ended = true;
  try {
    prompt.prompt();
    for await (const line of prompt) {
      ended = false;
      yield line;
      ended = true;
      prompt.prompt();
    }
  } finally {
    signal.removeEventListener("abort", leave);
    prompt.close();
    // The shell's prompt begins on a line of its own
    if (ended && !signal.aborted) output.write("\n");
  }
}

/** The lines of a pipe; undefined for one that is no text or far too long. */
async function* pipedLines(
  input: ChatOptions["input"],
  signal: AbortSignal,
): AsyncGenerator<string | undefined> {
  const stop = () => (input as NodeJS.ReadStream).destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const line of linesOf(input as AsyncIterable<Uint8Array | string>))
      yield "text" in line ? line.text : undefined;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function completions(line: string, answerer: Answerer): string[] {
  const name = /^\/leader\s+(.*)$/u.exec(line)?.[1];
  if (name === undefined) return line.startsWith("/") ? COMMANDS.filter((c) => c.startsWith(line)) : [];
  return answerer.complete(name).map((l) => `/leader ${l.name.ar}`);
}

/** `ar_EG.UTF-8` is `ar_EG`; `C` and `POSIX` say nothing of a person, whose languages `LANGUAGE` may still list (`fa:en`). */
export function localeOf({
  LC_ALL,
  LC_MESSAGES,
  LANG,
  LANGUAGE = "",
}: ChatOptions["environment"]): string | undefined {
  const named = [LC_ALL || LC_MESSAGES || LANG || "", ...LANGUAGE.split(":")];
  return named
    .map((locale) => locale.replace(/[.@].*$/u, ""))
    .find((locale) => locale !== "" && locale !== "C" && locale !== "POSIX");
}
