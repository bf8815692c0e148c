import { z } from "zod";

/** The kinds that are asked for; without a list Telegram keeps to the one given last, whoever gave it. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const;

const Id = z.int();
const Person = z.looseObject({
  id: Id,
  is_bot: z.boolean().optional(),
  language_code: z.string().optional(),
});
const Chat = z.looseObject({ id: Id, type: z.string() });
const Entity = z.looseObject({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  user: z.looseObject({ id: Id }).optional(),
});
const Said = z.looseObject({
  message_id: Id,
  date: z.int(),
  chat: Chat,
  from: Person.optional(),
  sender_chat: Chat.optional(),
  via_bot: Person.optional(),
  is_automatic_forward: z.boolean().optional(),
  message_thread_id: Id.optional(),
  is_topic_message: z.boolean().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(Entity).optional(),
  caption_entities: z.array(Entity).optional(),
});
const Message = Said.extend({
  reply_to_message: Said.optional(),
  /** The words of the replied-to message that were chosen to be replied to. */
  quote: z.looseObject({ text: z.string() }).optional(),
});

/**
 * The part of an update that decides anything, checked before use. Loose: Telegram adds fields at any time
 * (https://core.telegram.org/bots/api#update). Kinds that nobody asked for pass with their id only.
 */
export const Update = z.looseObject({
  update_id: z.int(),
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: Person,
      message: Message.optional(),
      inline_message_id: z.string().optional(),
      data: z.string().optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({
      chat: Chat,
      from: Person,
      old_chat_member: z.looseObject({ status: z.string() }),
      new_chat_member: z.looseObject({ status: z.string() }),
    })
    .optional(),
  inline_query: z
    .looseObject({ id: z.string(), from: Person, query: z.string(), offset: z.string() })
    .optional(),
});

export type Update = z.infer<typeof Update>;
export type Message = z.infer<typeof Message>;
export type Person = z.infer<typeof Person>;

/**
 * Who is to be served as one. An anonymous administrator writes as the group, by way of an account that all groups share
 * (https://core.telegram.org/bots/api#message, `sender_chat`): each chat is a person of its own.
 */
export const personOf = ({ from, sender_chat, chat }: Message): number =>
  sender_chat?.id ?? from?.id ?? chat.id;

/** The id of a malformed update, so that it can be confirmed and is not delivered for ever. */
export function idOf(value: unknown): number | undefined {
  const id = (value as { update_id?: unknown } | null)?.update_id;
  return Number.isSafeInteger(id) ? (id as number) : undefined;
}
