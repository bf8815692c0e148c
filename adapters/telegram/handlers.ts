import type { Logger } from "pino";
import type { Telegraf } from "telegraf";
import { truncate } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { decodeButton } from "../conversation/button-codec.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { type Asked, thinkAhead } from "../service/ahead.ts";
import { loggable } from "../service/loggable.ts";
import type { Meter } from "../service/metrics.ts";
import type { Scheduler } from "../service/scheduler.ts";
import { type AnsweredQuestions, createAnsweredQuestions } from "./answered-questions.ts";
import type { ApiClient, Payload } from "./api-client.ts";
import { inlineResults } from "./inline.ts";
import type { RateLimit } from "./rate-limit.ts";
import { questionIn, type Render, type Rendered } from "./render.ts";
import { contentOf, languageFor, ownerOf, placeOf, plain } from "./reply.ts";
import { type Me, requestOf, type TelegramRequest } from "./request.ts";
import { cardFor, questionOf } from "./requested-card.ts";
import { type Message, personOf, type Update } from "./update.ts";
import { createLastWord, type LastWord } from "./word.ts";

/** ms. After that a person has asked again, or gone; of a search, typed on. */
const PATIENCE = 60_000;
const SEARCH_PATIENCE = 5_000;

interface Given {
  readonly conversation: Conversation;
  readonly scheduler: Scheduler;
  readonly render: Render;
  readonly allowance: RateLimit;
  readonly calls: ApiClient;
  readonly log: Logger;
  readonly meter: Meter;
  readonly me: Me;
}

interface Needs extends Given {
  readonly word: LastWord;
  readonly answered: AnsweredQuestions;
}

/** What becomes of updates that are never handled. */
export interface UpdateHooks {
  /** There was no room for it. */
  readonly dropped: (update: Update) => void;
  /** A press in whose place a later one is looked at. */
  readonly replaced: (update: Update) => void;
}

/** A button turns on the presser's screen for some fifteen seconds: an answer that comes later is no use. */
const PRESS_PATIENCE = 15_000;

type CallbackQuery = NonNullable<Update["callback_query"]>;
type Membership = NonNullable<Update["my_chat_member"]>;
type InlineQuery = NonNullable<Update["inline_query"]>;

const NO_RESULTS = { results: [], cache_time: 0, is_personal: true };

/** Letters of the toast that answers a pressed button (https://core.telegram.org/bots/api#answercallbackquery). */
const TOAST = 200;

/**
 * From an update to API calls. An exception in between is our bug: the asker gets a polite notice, and it is logged once, without the text.
 */
export function addHandlers(bot: Telegraf, given: Given): UpdateHooks {
  const needs: Needs = { ...given, word: createLastWord(given.calls), answered: createAnsweredQuestions() };
  bot.on("message", async (ctx) => {
    const { message } = checked(ctx);
    if (message) await onMessage(message, needs);
  });
  bot.on("edited_message", async (ctx) => {
    const { edited_message } = checked(ctx);
    if (edited_message) await onEdit(edited_message, needs);
  });
  bot.on("callback_query", async (ctx) => {
    const { callback_query } = checked(ctx);
    if (callback_query) await onPress(callback_query, needs);
  });
  bot.on("my_chat_member", async (ctx) => {
    const { my_chat_member } = checked(ctx);
    if (my_chat_member && wasAdded(my_chat_member)) await onAdded(my_chat_member, needs);
  });
  bot.on("inline_query", async (ctx) => {
    const { inline_query } = checked(ctx);
    if (inline_query) await onInline(inline_query, needs);
  });
  return {
    dropped: ({ message, callback_query, inline_query }) => {
      if (message && requestOf(message, needs.me))
        needs.word.tell(placeOf(message), languageFor(message.from), "dropped");
      if (callback_query) toast(callback_query, STRINGS[languageFor(callback_query.from)].notice.busy, needs);
      if (inline_query)
        void needs.calls.call("answerInlineQuery", { inline_query_id: inline_query.id, ...NO_RESULTS });
    },
    replaced: ({ callback_query }) => {
      if (callback_query) toast(callback_query, undefined, needs);
    },
  };
}

/** telegraf hands over the very object that was checked when it came in. */
const checked = ({ update }: { readonly update: unknown }): Update => update as Update;

async function onMessage(message: Message, needs: Needs): Promise<void> {
  const wish = requestOf(message, needs.me);
  if (!wish) return;
  const lang = languageFor(message.from);
  const { notice } = STRINGS[lang];
  const wait = await needs.allowance.take("answer", personOf(message));
  // Said once: more would be a flood of our own.
  if (wait && !wait.first) return;
  const rendered = wait ? plain(notice.slowDown(wait.seconds)) : await answerTo(wish, message, lang, needs);
  const place = placeOf(message);
  const sent = await needs.calls.call<unknown>("sendMessage", { ...place, ...contentOf(rendered) });
  if (!sent.ok) needs.word.tell(place, lang, sent.fault.kind);
  else if (!wait) needs.answered.remember(message, wish, sent.result);
}

/** The question was edited: its answer is edited to match. */
async function onEdit(message: Message, needs: Needs): Promise<void> {
  const wish = requestOf(message, needs.me);
  const answer = wish && needs.answered.changed(message, wish);
  if (!answer || (await needs.allowance.take("answer", personOf(message)))) return;
  const lang = languageFor(message.from);
  const rendered = await answerTo(wish, message, lang, needs);
  const edited = await needs.calls.call("editMessageText", {
    chat_id: message.chat.id,
    message_id: answer,
    ...contentOf(rendered),
  });
  if (edited.ok) needs.answered.remember(message, wish, { message_id: answer });
}

/** The answer, once it is this question's turn; a notice where that would be too late. */
async function answerTo(
  wish: TelegramRequest,
  message: Message,
  lang: Language,
  needs: Needs,
): Promise<Rendered> {
  const { notice } = STRINGS[lang];
  const { answerer } = needs.conversation;
  const asked: Asked | undefined =
    wish.kind === "ask" ? { kind: "answer", question: questionOf(wish, message) } : undefined;
  if (!(await needs.scheduler.take("telegram", PATIENCE, (since) => thinkAhead(answerer, asked, since))))
    return plain(notice.busy);
  return attempt(
    needs,
    () => needs.render(cardFor(wish, message, lang, needs), ownerOf(message)),
    () => plain(notice.failed),
  );
}

/** When the bot is added to a group, it says once how to ask there. */
async function onAdded({ chat, from }: Membership, { calls, me }: Needs): Promise<void> {
  const text = STRINGS[languageFor(from)].command.inGroup(me.username);
  await calls.call("sendMessage", { chat_id: chat.id, ...contentOf(plain(text)) });
}

const GROUPS = ["group", "supergroup"];
const PRESENT = ["member", "administrator"];

/** Being made an administrator, or a member again of one, is no arrival. */
function wasAdded({ chat, old_chat_member: before, new_chat_member: now }: Membership): boolean {
  return (
    GROUPS.includes(chat.type) && PRESENT.includes(now.status) && ["left", "kicked"].includes(before.status)
  );
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
  // Nobody waits for it: a toast that waits for a slow edit comes too late, and an edit is not to wait for one that hangs.
  toast(query, typeof result === "string" ? result : undefined, needs);
  const { message } = query;
  if (typeof result === "string" || !message) return;
  await needs.calls.call("editMessageText", {
    chat_id: message.chat.id,
    message_id: message.message_id,
    ...contentOf(result),
  });
}

function toast({ id }: CallbackQuery, text: string | undefined, { calls }: Pick<Needs, "calls">): void {
  const words = text === undefined ? {} : { text: truncate(text, TOAST) };
  void calls.call("answerCallbackQuery", { callback_query_id: id, ...words }, { patience: PRESS_PATIENCE });
}

/** The changed message, or what to tell the presser. */
function pressed(
  { data = "", from, message }: CallbackQuery,
  { conversation, render, meter }: Needs,
): Rendered | string {
  const notices = STRINGS[languageFor(from)].notice;
  const button = decodeButton(data);
  if (!button) return notices.unknownButton;
  if (button.owner !== 0n && button.owner !== BigInt(from.id)) return notices.notYours;
  if (button.press.act === "vote") {
    const key = `${message?.chat.id} ${message?.message_id} ${from.id}`;
    meter.voted({ surface: "telegram", up: button.press.up, key });
    return notices.voted;
  }
  // A message too old for us to see has the date 0 (https://core.telegram.org/bots/api#inaccessiblemessage).
  if (!message || message.date === 0) return notices.unknownButton;
  const question = questionIn(message.text ?? "", message.entities ?? []);
  const card = conversation.press(button, question);
  if (card === "outdated") return notices.outdated;
  if (card === "unknown") return notices.unknownButton;
  return render(card, Number(button.owner));
}

async function onInline({ id, query, from }: InlineQuery, needs: Needs): Promise<void> {
  const question = { text: query, ...(from.language_code ? { locale: from.language_code } : {}) };
  const asked: Asked = { kind: "answer", question };
  const { answerer } = needs.conversation;
  const answer =
    (await needs.allowance.take("search", from.id)) ||
    !(await needs.scheduler.take("telegram", SEARCH_PATIENCE, (since) => thinkAhead(answerer, asked, since)))
      ? NO_RESULTS
      : attempt<Payload>(
          needs,
          () => inlineResults(needs, query, languageFor(from), from.language_code),
          () => NO_RESULTS,
        );
  await needs.calls.call("answerInlineQuery", { inline_query_id: id, ...answer });
}

function attempt<T>({ log, meter }: Needs, what: () => T, otherwise: () => T): T {
  try {
    return what();
  } catch (error) {
    log.error(loggable(error), "an answer could not be made");
    meter.failed("telegram", loggable(error).error);
    return otherwise();
  }
}
