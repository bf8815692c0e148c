import type { Language } from "../../src/languages/codes.ts";
import type { Question } from "../../src/model/answer.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Card } from "../conversation/card.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { openLink } from "./deep-link.ts";
import { questionIn } from "./render.ts";
import { ownerOf } from "./reply.ts";
import type { TelegramRequest } from "./request.ts";
import type { Message } from "./update.ts";

/** What the core is asked with a message. */
export function questionOf(
  { repliesTo, question, subject }: Extract<TelegramRequest, { kind: "ask" }>,
  message: Message,
): Question {
  const locale = message.from?.language_code;
  const earlier = subject ?? (repliesTo && questionIn(repliesTo.text ?? "", repliesTo.entities ?? []));
  return {
    text: question,
    ...(locale === undefined ? {} : { locale }),
    ...(earlier ? { earlier } : {}),
  };
}

export function cardFor(
  wish: TelegramRequest,
  message: Message,
  lang: Language,
  { conversation }: { readonly conversation: Conversation },
): Card {
  const code = message.from?.language_code;
  const locale = code === undefined ? {} : { locale: code };
  switch (wish.kind) {
    case "ask":
      return conversation.ask(questionOf(wish, message)).card;
    case "verify":
      return conversation.verify({ text: wish.quotation, ...locale }).card;
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
