/** Mentions, direct messages and replies. */
import { DiscordAPIError, type Message as DiscordMessage } from "discord.js";
import { STRINGS } from "../../src/strings/all.ts";
import {
  apology,
  type DiscordContext,
  languageFor,
  type Message,
  mayPostIn,
  notice,
  written,
} from "./context.ts";
import { requestOf } from "./request.ts";
import { answer } from "./respond.ts";
import { restatedQuestion } from "./restated-question.ts";

/** ms. After that a person has asked again, or gone. */
const PATIENCE = 30_000;

export function createMessages(desk: DiscordContext): (message: DiscordMessage) => Promise<void> {
  return async (message) => {
    // Read before anything is waited for: discord.js changes its objects with the next event.
    const request = requestOf(message);
    if (request === undefined || !mayAnswer(desk, message)) return;
    if (!(await desk.queue.take(PATIENCE))) {
      desk.log.warn("too busy to answer a message in time");
      return;
    }
    const { question } = request;
    const locale = message.guild?.preferredLocale;
    const lang = languageFor(question, locale);
    const { id } = message.author;
    const seconds = await desk.limits.wait(id);
    if (seconds > 0) {
      // Nothing private can be said in a channel, so it is said once and then no more.
      if (await desk.limits.tell(id))
        await answer(message, notice(lang, STRINGS[lang].notice.slowDown(seconds)));
      return;
    }
    let made: Message;
    try {
      const earlier = request.answer === undefined ? undefined : restatedQuestion(request.answer);
      const card =
        question === ""
          ? desk.conversation.help(lang)
          : desk.conversation.ask({
              text: question,
              ...(earlier === undefined ? {} : { earlier }),
              ...(locale === undefined ? {} : { locale }),
            }).card;
      made = written(desk, card, { owner: id, audience: "channel", mayPost: true });
    } catch (error) {
      made = apology(desk, error, lang);
    }
    try {
      await answer(message, made);
    } catch (error) {
      const refused = error instanceof DiscordAPIError && error.status === 400;
      if (!refused) throw error;
      // Nothing was sent, and a message of one line will be taken.
      await answer(message, apology(desk, error, lang), "!");
    }
  };
}

function mayAnswer(desk: DiscordContext, message: DiscordMessage): boolean {
  const { channel } = message;
  if (channel.isDMBased()) return true;
  return mayPostIn(desk, channel.id, channel.isThread() ? channel.parentId : undefined);
}
