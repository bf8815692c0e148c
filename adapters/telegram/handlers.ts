import type { Logger } from "pino";
import type { Telegraf } from "telegraf";
import { languageOf } from "../../src/analysis/language-detector.ts";
import type { Language } from "../../src/model.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { decodeButton } from "../conversation/button-codec.ts";
import type { Card } from "../conversation/card.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Meter } from "../service/metrics.ts";
import type { ApiClient, Payload } from "./api-client.ts";
import { openLink } from "./deep-link.ts";
import { inlineResults } from "./inline.ts";
import type { RateLimit } from "./rate-limit.ts";
import { questionIn, type Render, type Rendered } from "./render.ts";
import { type Me, requestOf, type TelegramRequest } from "./request.ts";
import type { Message, Person, Update } from "./update.ts";

interface Needs {
  readonly conversation: Conversation;
  readonly render: Render;
  readonly allowance: RateLimit;
  readonly calls: ApiClient;
  readonly log: Logger;
  readonly meter: Meter;
  readonly me: Me;
}

type CallbackQuery = NonNullable<Update["callback_query"]>;
type InlineQuery = NonNullable<Update["inline_query"]>;

/** Letters of the toast that answers a pressed button (https://core.telegram.org/bots/api#answercallbackquery). */
const TOAST = 200;

/** From an update to calls. What throws in between is our mistake: told politely, logged once, without the text. */
export function addHandlers(bot: Telegraf, needs: Needs): void {
  bot.on("message", async (ctx) => {
    const { message } = checked(ctx);
    if (message) await onMessage(message, needs);
  });
  bot.on("callback_query", async (ctx) => {
    const { callback_query } = checked(ctx);
    if (callback_query) await onPress(callback_query, needs);
  });
  bot.on("inline_query", async (ctx) => {
    const { inline_query } = checked(ctx);
    if (inline_query) await onInline(inline_query, needs);
  });
}

/** telegraf hands over the very object that was checked when it came in. */
const checked = ({ update }: { readonly update: unknown }): Update => update as Update;

async function onMessage(message: Message, needs: Needs): Promise<void> {
  const wish = requestOf(message, needs.me);
  if (!wish) return;
  const lang = languageFor(message.from);
  const { notice } = STRINGS[lang];
  const wait = await needs.allowance.take("answer", message.from?.id ?? message.chat.id);
  // Told once: more would be a flood of our own.
  if (wait && !wait.first) return;
  const rendered = wait
    ? plain(notice.slowDown(wait.seconds))
    : attempt(
        needs,
        () => needs.render(cardFor(wish, message, lang, needs), ownerOf(message)),
        () => plain(notice.failed),
      );
  await needs.calls.call("sendMessage", { ...placeOf(message), ...contentOf(rendered) });
}

function cardFor(wish: TelegramRequest, message: Message, lang: Language, { conversation }: Needs): Card {
  const code = message.from?.language_code;
  const locale = code === undefined ? {} : { locale: code };
  switch (wish.kind) {
    case "ask": {
      const { repliesTo, question } = wish;
      const earlier = repliesTo && questionIn(repliesTo.text ?? "", repliesTo.entities ?? []);
      return conversation.ask({ text: question, ...locale, ...(earlier ? { earlier } : {}) }).card;
    }
    case "leader":
      if (wish.name === "") return conversation.people(lang);
      return conversation.leader({ name: wish.name, ...locale }).card;
    case "sources":
      return conversation.sources(lang);
    case "help":
      return conversation.help(lang);
    case "start":
      return startCard(wish.payload, message, lang, conversation);
  }
}

function startCard(payload: string, message: Message, lang: Language, conversation: Conversation): Card {
  const button = openLink(payload, conversation.answerer.corpus, lang, BigInt(ownerOf(message)));
  const card = button ? conversation.press(button) : "unknown";
  if (typeof card !== "string") return card;
  if (card === "unknown") return conversation.help(lang);
  const outdated = { kind: "notice", text: STRINGS[lang].notice.outdated } as const;
  const help = conversation.help(lang);
  return { ...help, parts: [outdated, ...help.parts] };
}

/** Every press is answered, or the button keeps turning on the presser's screen. */
async function onPress(query: CallbackQuery, needs: Needs): Promise<void> {
  const notices = STRINGS[languageFor(query.from)].notice;
  const wait = await needs.allowance.take("press", query.from.id);
  const result = wait
    ? notices.slowDown(wait.seconds)
    : attempt(
        needs,
        () => pressed(query, needs),
        () => notices.failed,
      );
  const toast = typeof result === "string" ? { text: [...result].slice(0, TOAST).join("") } : {};
  const answered = needs.calls.call("answerCallbackQuery", { callback_query_id: query.id, ...toast });
  const { message } = query;
  if (typeof result === "string" || !message) return void (await answered);
  // Not awaited one after the other: a toast that waits for a slow edit comes too late.
  const edited = needs.calls.call("editMessageText", {
    chat_id: message.chat.id,
    message_id: message.message_id,
    ...contentOf(result),
  });
  await Promise.all([answered, edited]);
}

/** The changed message, or what to tell the presser. */
function pressed(
  { data = "", from, message }: CallbackQuery,
  { conversation, render }: Needs,
): Rendered | string {
  const notices = STRINGS[languageFor(from)].notice;
  const button = decodeButton(data);
  if (!button) return notices.unknownButton;
  if (button.owner !== 0n && button.owner !== BigInt(from.id)) return notices.notYours;
  // A message too old for us to see has the date 0 (https://core.telegram.org/bots/api#inaccessiblemessage).
  if (!message || message.date === 0) return notices.unknownButton;
  const question = questionIn(message.text ?? "", message.entities ?? []);
  const card = conversation.press(button, question);
  if (card === "outdated") return notices.outdated;
  if (card === "unknown") return notices.unknownButton;
  return render(card, Number(button.owner));
}

async function onInline({ id, query, from }: InlineQuery, needs: Needs): Promise<void> {
  const none = { results: [], cache_time: 0, is_personal: true };
  const answer = (await needs.allowance.take("search", from.id))
    ? none
    : attempt<Payload>(
        needs,
        () => inlineResults(needs, query, languageFor(from), from.language_code),
        () => none,
      );
  await needs.calls.call("answerInlineQuery", { inline_query_id: id, ...answer });
}

function attempt<T>({ log, meter }: Needs, what: () => T, otherwise: () => T): T {
  try {
    return what();
  } catch (error) {
    const { name, message, stack = "" } = error instanceof Error ? error : new Error("not an error");
    // The stack without the message, which may hold what somebody wrote.
    const where = stack
      .replace(message, "")
      .split("\n")
      .slice(1, 6)
      .map((line) => line.trim());
    log.error({ error: name, where }, "an answer could not be made");
    meter.failed("telegram", name);
    return otherwise();
  }
}

/** Of the person's app, for what is said without a question; English for apps in a language that we do not speak. */
const languageFor = (from: Person | undefined): Language =>
  from?.language_code === undefined ? "ar" : (languageOf(from.language_code) ?? "en");

/** An anonymous administrator presses as himself, whom we do not know: everyone may. */
const ownerOf = ({ from, sender_chat }: Message): number => (sender_chat ? 0 : (from?.id ?? 0));

const plain = (text: string): Rendered => ({ text, entities: [] });

function contentOf({ text, entities, keyboard }: Rendered): Payload {
  return {
    text,
    ...(entities.length > 0 ? { entities } : {}),
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** The same chat and topic; in a group as a reply, so that it is seen whose question it answers. */
function placeOf({ chat, message_id, message_thread_id, is_topic_message }: Message): Payload {
  return {
    chat_id: chat.id,
    ...(is_topic_message && message_thread_id !== undefined ? { message_thread_id } : {}),
    ...(chat.type === "private"
      ? {}
      : { reply_parameters: { message_id, allow_sending_without_reply: true } }),
  };
}
