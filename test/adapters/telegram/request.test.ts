import { describe, expect, it } from "vitest";
import { requestOf, type TelegramRequest } from "../../../adapters/telegram/request.ts";
import { Update } from "../../../adapters/telegram/update.ts";
import type { Json } from "../../support/telegram/rules.ts";

const me = { id: 123456, username: "this_bot" };
const anna = { id: 11, is_bot: false, first_name: "Anna" };
const ours = {
  message_id: 5,
  date: 1,
  chat: { id: -1, type: "supergroup" },
  from: { ...me, is_bot: true },
  text: "…",
};

/** A message as it comes; entities are given as [type, the words they cover]. */
function wish(
  text: string | undefined,
  more: Json & { marks?: [string, string][] } = {},
): TelegramRequest | undefined {
  const { marks = [], ...fields } = more;
  const entities = marks.map(([type, words]) => ({
    type,
    offset: (text ?? "").indexOf(words),
    length: words.length,
    ...(type === "text_mention" ? { user: { id: me.id, is_bot: true, first_name: "Isnad" } } : {}),
  }));
  const message = {
    message_id: 9,
    date: 1,
    chat: { id: 11, type: "private" },
    from: anna,
    text,
    entities,
    ...fields,
  };
  const parsed = Update.parse({ update_id: 1, message }).message;
  return parsed && requestOf(parsed, me);
}

const group = { chat: { id: -1, type: "supergroup" } };

describe("in a private chat", () => {
  it.each<[string, string | undefined, Parameters<typeof wish>[1], TelegramRequest | undefined]>([
    ["text is a question", "من؟", {}, { kind: "ask", question: "من؟" }],
    ["a caption is one, too", undefined, { caption: "من؟", photo: [] }, { kind: "ask", question: "من؟" }],
    ["a sticker gets help", undefined, { sticker: {} }, { kind: "help" }],
    ["a service message gets nothing", undefined, { pinned_message: {} }, undefined],
    ["/start", "/start", { marks: [["bot_command", "/start"]] }, { kind: "start", payload: "" }],
    [
      "/start with a link's payload",
      "/start l-putin",
      { marks: [["bot_command", "/start"]] },
      { kind: "start", payload: "l-putin" },
    ],
    [
      "/ask with a question",
      "/ask  من؟ ",
      { marks: [["bot_command", "/ask"]] },
      { kind: "ask", question: "من؟" },
    ],
    ["/ASK in capitals", "/ASK من؟", { marks: [["bot_command", "/ASK"]] }, { kind: "ask", question: "من؟" }],
    ["/ask without one", "/ask", { marks: [["bot_command", "/ask"]] }, { kind: "ask", question: "" }],
    ["/leader", "/leader بوتين", { marks: [["bot_command", "/leader"]] }, { kind: "leader", name: "بوتين" }],
    ["/sources", "/sources", { marks: [["bot_command", "/sources"]] }, { kind: "sources" }],
    ["/help", "/help", { marks: [["bot_command", "/help"]] }, { kind: "help" }],
    ["an unknown command gets help", "/fly", { marks: [["bot_command", "/fly"]] }, { kind: "help" }],
    [
      "a command inside a text is text",
      "what is /ask",
      { marks: [["bot_command", "/ask"]] },
      { kind: "ask", question: "what is /ask" },
    ],
    ["our own inline answer gets nothing", "quote", { via_bot: { id: me.id, is_bot: true } }, undefined],
    ["another bot gets nothing", "hi", { from: { id: 3, is_bot: true } }, undefined],
  ])("%s", (_, text, more, expected) => {
    expect(wish(text, more)).toEqual(expected);
  });
});

describe("in a group", () => {
  it.each<[string, string | undefined, Parameters<typeof wish>[1], TelegramRequest | undefined]>([
    ["talk among people is theirs", "من؟", group, undefined],
    ["/ask", "/ask من؟", { ...group, marks: [["bot_command", "/ask"]] }, { kind: "ask", question: "من؟" }],
    [
      "/ask@us",
      "/ask@This_Bot من؟",
      { ...group, marks: [["bot_command", "/ask@This_Bot"]] },
      { kind: "ask", question: "من؟" },
    ],
    ["/ask@other", "/ask@other_bot من؟", { ...group, marks: [["bot_command", "/ask@other_bot"]] }, undefined],
    [
      "an unknown command may be another bot's",
      "/fly",
      { ...group, marks: [["bot_command", "/fly"]] },
      undefined,
    ],
    [
      "a mention",
      "قل @this_bot من؟",
      { ...group, marks: [["mention", "@this_bot"]] },
      { kind: "ask", question: "قل  من؟" },
    ],
    [
      "a mention in capitals, twice",
      "@THIS_BOT من؟",
      { ...group, marks: [["mention", "@THIS_BOT"]] },
      { kind: "ask", question: "من؟" },
    ],
    [
      "a mention by name",
      "Isnad من؟",
      { ...group, marks: [["text_mention", "Isnad"]] },
      { kind: "ask", question: "من؟" },
    ],
    ["a mention of somebody else", "@durov من؟", { ...group, marks: [["mention", "@durov"]] }, undefined],
    [
      "a longer name that begins like ours",
      "@this_bot2 من؟",
      { ...group, marks: [["mention", "@this_bot2"]] },
      undefined,
    ],
    [
      "a mention in a caption",
      undefined,
      { ...group, caption: "@this_bot من؟", caption_entities: [{ type: "mention", offset: 0, length: 9 }] },
      { kind: "ask", question: "من؟" },
    ],
    [
      "a mention after an emoji",
      "👩‍👩‍👧 @this_bot من؟",
      { ...group, marks: [["mention", "@this_bot"]] },
      { kind: "ask", question: "👩‍👩‍👧  من؟" },
    ],
    [
      "a mention under somebody's question",
      "@this_bot",
      { ...group, marks: [["mention", "@this_bot"]], reply_to_message: { ...ours, from: anna, text: "من؟" } },
      { kind: "ask", question: "من؟" },
    ],
    ["a reply to somebody else", "من؟", { ...group, reply_to_message: { ...ours, from: anna } }, undefined],
    [
      "what opened a topic that we made",
      "من؟",
      { ...group, reply_to_message: { ...ours, text: undefined, forum_topic_created: {} } },
      undefined,
    ],
    [
      "a bot that mentions us",
      "@this_bot من؟",
      { ...group, from: { id: 3, is_bot: true }, marks: [["mention", "@this_bot"]] },
      undefined,
    ],
    [
      "a channel's post in its group",
      "@this_bot من؟",
      { ...group, is_automatic_forward: true, marks: [["mention", "@this_bot"]] },
      undefined,
    ],
    [
      "an anonymous administrator",
      "/ask من؟",
      {
        ...group,
        from: { id: 1087968824, is_bot: true },
        sender_chat: group.chat,
        marks: [["bot_command", "/ask"]],
      },
      { kind: "ask", question: "من؟" },
    ],
    ["a sticker", undefined, { ...group, sticker: {} }, undefined],
    ["new members", undefined, { ...group, new_chat_members: [] }, undefined],
  ])("%s", (_, text, more, expected) => {
    expect(wish(text, more)).toEqual(expected);
  });

  it("a reply to our answer follows it", () => {
    const found = wish("ومتى؟", { ...group, reply_to_message: ours });
    expect(found).toMatchObject({ kind: "ask", question: "ومتى؟", repliesTo: { message_id: 5 } });
  });
});
