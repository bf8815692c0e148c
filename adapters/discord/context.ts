/** What answering needs, and the steps that commands, buttons and messages have in common. */
import type { APIContainerComponent } from "discord.js";
import type { Logger } from "pino";
import { detectLanguage, languageOf } from "../../src/analysis/language-detector.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Card } from "../conversation/card.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { withExactTranslations } from "../conversation/verbatim.ts";
import { type Asked, thinkAhead } from "../service/ahead.ts";
import type { Claims } from "../service/claims.ts";
import type { Meter } from "../service/metrics.ts";
import type { Scheduler } from "../service/scheduler.ts";
import { classOf, described } from "./errors.ts";
import type { Limits } from "./rate-limit.ts";
import { type Rendering, render } from "./render.ts";
import { inexactQuotes } from "./verbatim.ts";

export interface AnswerQueue {
  /** Resolves when it is this question's turn and its answer has been computed; with false if that cannot be within so many ms. */
  take(patience: number, asked?: Asked): Promise<boolean>;
}

export const answerQueue = (scheduler: Scheduler, { answerer }: Conversation): AnswerQueue => ({
  take: (patience, asked) =>
    scheduler.take("discord", patience, (since) => thinkAhead(answerer, asked, since)),
});

export interface DiscordContext {
  readonly conversation: Conversation;
  readonly limits: Limits;
  readonly queue: AnswerQueue;
  /** What other processes of the same shard may have heard as well; without it this process is the only one. */
  readonly claims?: Claims | undefined;
  /** Channels in which it may speak openly; everywhere when there is none. */
  readonly channels: ReadonlySet<string>;
  readonly log: Logger;
  readonly meter: Meter;
}

/** Does the work unless another process of the bot is doing it. */
export async function once({ claims }: DiscordContext, id: string, work: () => Promise<void>): Promise<void> {
  if (claims === undefined) return work();
  await claims.once(id, async () => {
    await work();
    return true;
  });
}

export type Message = readonly APIContainerComponent[];

/** A notice in the reader's language, without buttons. */
function noticeCard(lang: Language, text: string): Card {
  return { lang, parts: [{ kind: "notice", text }], actions: [], choices: { prompt: "", options: [] } };
}

export function notice(lang: Language, text: string): Message {
  return render(noticeCard(lang, text), { fingerprint: 0, owner: "0", audience: "asker", mayPost: false });
}

/** A card's message, or a notice instead when one of its quotes is not exact. */
export function written(
  desk: DiscordContext,
  given: Card,
  rendering: Omit<Rendering, "fingerprint">,
): Message {
  const { corpus } = desk.conversation.answerer;
  const card = withExactTranslations(given, corpus);
  const message = render(card, { ...rendering, fingerprint: corpus.fingerprint });
  const inexact = inexactQuotes(card, message, corpus);
  if (inexact.length === 0) return message;
  desk.log.error({ inexact }, "a quote would not have been exact, and was not sent");
  return notice(card.lang, STRINGS[card.lang].notice.cannotQuote);
}

/** Shown when the core throws; the error is logged without the asker's words. */
export function apology(desk: DiscordContext, error: unknown, lang: Language): Message {
  desk.meter.failed("discord", classOf(error));
  desk.log.error(described(error), "could not answer");
  return notice(lang, STRINGS[lang].notice.failed);
}

/** The asker's language: the text's own, else the interface's. */
export function languageFor(text: string, locale: string | undefined): Language {
  const start = text.slice(0, 500);
  return start === ""
    ? (languageOf(locale) ?? "ar")
    : detectLanguage(start, tokenize(start), locale).language;
}

/** An empty list allows every channel; a thread counts as its parent channel. Direct messages are always allowed. */
export function mayPostIn(
  desk: DiscordContext,
  channelId: string | null,
  parentId: string | null | undefined,
): boolean {
  if (desk.channels.size === 0) return true;
  return desk.channels.has(channelId ?? "") || desk.channels.has(parentId ?? "");
}
