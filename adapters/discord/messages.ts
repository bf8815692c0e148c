/** Mentions, direct messages and replies. */
import { DiscordAPIError, type Message as DiscordMessage } from "discord.js";
import { LRUCache } from "lru-cache";
import { STRINGS } from "../../src/strings/all.ts";
import type { Asked } from "../service/ahead.ts";
import {
  apology,
  type DiscordContext,
  languageFor,
  type Message,
  mayPostIn,
  notice,
  once,
  written,
} from "./context.ts";
import { type MessageRequest, requestOf } from "./request.ts";
import { answer, rewrite } from "./respond.ts";
import { restatedQuestion } from "./restated-question.ts";

/** ms. After that a person has asked again, or gone. */
const PATIENCE = 30_000;

/** Answers remembered, so that when a question is edited its answer can be edited too. */
const REMEMBERED = 500;

export interface MessageHandlers {
  message(message: DiscordMessage): Promise<void>;
  edited(message: DiscordMessage): Promise<void>;
}

export function createMessages(desk: DiscordContext): MessageHandlers {
  const answers = new LRUCache<string, { readonly question: string; readonly sent: DiscordMessage }>({
    max: REMEMBERED,
  });

  function made(message: DiscordMessage, { question, answer: replied }: MessageRequest): Message {
    const locale = message.guild?.preferredLocale;
    const lang = languageFor(question, locale);
    try {
      const asked = askedOf(message, { question, answer: replied });
      const card =
        asked === undefined ? desk.conversation.help(lang) : desk.conversation.ask(asked.question).card;
      return written(desk, card, { owner: message.author.id, audience: "channel", mayPost: true });
    } catch (error) {
      return apology(desk, error, lang);
    }
  }

  async function answered(message: DiscordMessage, request: MessageRequest): Promise<void> {
    const lang = languageFor(request.question, message.guild?.preferredLocale);
    const { id } = message.author;
    const seconds = await desk.limits.wait(id);
    if (seconds > 0) {
      // A channel has no private replies, so people are told once and then no more.
      if (await desk.limits.tell(id))
        await answer(message, notice(lang, STRINGS[lang].notice.slowDown(seconds)));
      return;
    }
    if (!(await desk.queue.take(PATIENCE, askedOf(message, request)))) {
      desk.log.warn("too busy to answer a message in time");
      await answer(message, notice(lang, STRINGS[lang].notice.busy));
      return;
    }
    try {
      const sent = await answer(message, made(message, request));
      answers.set(message.id, { question: request.question, sent });
    } catch (error) {
      const refused = error instanceof DiscordAPIError && error.status === 400;
      if (!refused) throw error;
      // Nothing was sent, and a one-line message will be accepted.
      await answer(message, apology(desk, error, lang), "!");
    }
  }

  return {
    async message(message) {
      // Read before anything is waited for: discord.js changes its objects with the next event.
      const request = requestOf(message);
      if (request === undefined || !mayAnswer(desk, message)) return;
      await once(desk, message.id, () => answered(message, request));
    },

    /** The question was edited: its answer is edited to match. */
    async edited(message) {
      const known = answers.get(message.id);
      const request = known && requestOf(message);
      if (!known || !request || request.question === known.question) return;
      if ((await desk.limits.wait(message.author.id)) > 0) return;
      if (!(await desk.queue.take(PATIENCE, askedOf(message, request)))) return;
      await rewrite(known.sent, made(message, request));
      answers.set(message.id, { question: request.question, sent: known.sent });
    },
  };
}

/** What the core is asked; undefined where there are no words. */
function askedOf(
  message: DiscordMessage,
  { question, answer: replied }: MessageRequest,
): Extract<Asked, { kind: "answer" }> | undefined {
  if (question === "") return undefined;
  const locale = message.guild?.preferredLocale;
  const earlier = replied === undefined ? undefined : restatedQuestion(replied);
  return {
    kind: "answer",
    question: {
      text: question,
      ...(earlier === undefined ? {} : { earlier }),
      ...(locale === undefined ? {} : { locale }),
    },
  };
}

function mayAnswer(desk: DiscordContext, message: DiscordMessage): boolean {
  const { channel } = message;
  if (channel.isDMBased()) return true;
  return mayPostIn(desk, channel.id, channel.isThread() ? channel.parentId : undefined);
}
