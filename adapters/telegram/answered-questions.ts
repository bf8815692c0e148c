import { LRUCache } from "lru-cache";
import type { TelegramRequest } from "./request.ts";
import type { Message } from "./update.ts";

/** Questions remembered, by their numbers and a few letters of what was asked; people correct what they wrote a moment ago. */
const REMEMBERED = 5_000;

/** Which answer belongs to which question, for as long as the process runs: a question that is edited gets its answer edited. */
export interface AnsweredQuestions {
  /** `sent` is the message that answers, as Telegram returned it. */
  remember(question: Message, request: TelegramRequest, sent: unknown): void;
  /** The message that answers the question, where the question is another now. */
  changed(question: Message, request: TelegramRequest): number | undefined;
}

export function createAnsweredQuestions(): AnsweredQuestions {
  const answers = new LRUCache<string, { readonly answer: number; readonly asked: string }>({
    max: REMEMBERED,
  });
  const keyOf = ({ chat, message_id }: Message): string => `${chat.id}/${message_id}`;
  const askedIn = (request: TelegramRequest): string => {
    const { kind } = request;
    if (kind === "ask") return `ask ${request.question}`;
    return kind === "leader" ? `leader ${request.name}` : kind;
  };
  return {
    remember(question, request, sent) {
      const answer = (sent as { message_id?: unknown } | null)?.message_id;
      if (typeof answer === "number") answers.set(keyOf(question), { answer, asked: askedIn(request) });
    },
    changed(question, request) {
      const known = answers.get(keyOf(question));
      return known === undefined || known.asked === askedIn(request) ? undefined : known.answer;
    },
  };
}
