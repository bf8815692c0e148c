import { languageOf } from "../../src/analysis/language-detector.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Payload } from "./api-client.ts";
import type { Rendered } from "./render.ts";
import type { Message, Person } from "./update.ts";

/** The language of the person's app, for messages that answer no question; English where the bot does not speak it. */
export const languageFor = (from: Person | undefined): Language =>
  from?.language_code === undefined ? "ar" : (languageOf(from.language_code) ?? "en");

/** An anonymous administrator presses under an account that we cannot match, so everyone may press. */
export const ownerOf = ({ from, sender_chat }: Message): number => (sender_chat ? 0 : (from?.id ?? 0));

export const plain = (text: string): Rendered => ({ text, entities: [] });

/** The fields of a message that are its content. */
export function contentOf({ text, entities, keyboard }: Rendered): Payload {
  return {
    text,
    ...(entities.length > 0 ? { entities } : {}),
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** The same chat and topic; in a group as a reply, so that it is seen whose question it answers. */
export function placeOf({ chat, message_id, message_thread_id, is_topic_message }: Message): Payload {
  return {
    chat_id: chat.id,
    ...(is_topic_message && message_thread_id !== undefined ? { message_thread_id } : {}),
    ...(chat.type === "private"
      ? {}
      : { reply_parameters: { message_id, allow_sending_without_reply: true } }),
  };
}
