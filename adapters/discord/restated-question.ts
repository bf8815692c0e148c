/** The question that one of the bot's own messages restates: a button and a follow-up need it, and nothing else keeps it. */
import type { Message } from "discord.js";
import { shownText } from "./escape.ts";
import { QUESTION_ID } from "./markdown.ts";

export function restatedQuestion(message: Pick<Message, "components">): string | undefined {
  const content = contentOf(
    QUESTION_ID,
    message.components.map((component) => component.toJSON()),
  );
  // Its first line is the label; the second begins with a mark of direction.
  const line = content?.split("\n")[1];
  const question = line === undefined ? "" : shownText(line).replace(/^[\u200e\u200f]/, "");
  return question === "" ? undefined : question;
}

function contentOf(id: number, components: readonly unknown[]): string | undefined {
  for (const component of components) {
    const one = component as { id?: unknown; content?: unknown; components?: readonly unknown[] };
    if (one.id === id && typeof one.content === "string") return one.content;
    const inner = contentOf(id, one.components ?? []);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
