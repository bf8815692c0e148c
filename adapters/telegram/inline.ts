import { truncate } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { introduction } from "../../src/strings/introduction.ts";
import type { Card, Part } from "../conversation/card.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Payload } from "./api-client.ts";
import { sendable } from "./entities.ts";
import type { Render } from "./render.ts";

/** Telegram takes 50 (https://core.telegram.org/bots/api#answerinlinequery); nobody reads more than this. */
const MAX_RESULTS = 10;
/** Seconds for which Telegram may answer the same question of the same person by itself. */
const CACHE = 300;
/** UTF-16 units of a result's title and of its description; apps show less. */
const TITLE = 100;
const DESCRIPTION = 240;

interface Needs {
  readonly conversation: Conversation;
  readonly render: Render;
}

/** The results of `@bot question`: each sends its quote with its citation. */
export function inlineResults(
  { conversation, render }: Needs,
  query: string,
  lang: Language,
  locale: string | undefined,
): Payload {
  const strings = STRINGS[lang];
  if (query.trim() === "") {
    const [example = ""] = introduction(conversation.answerer.corpus, lang).examples;
    const usage = article("help", strings.command.inlineHelp, example, conversation.help(lang), render);
    return { results: [usage], cache_time: CACHE, is_personal: true };
  }
  const { cards } = conversation.results({ text: query, ...(locale ? { locale } : {}) });
  const results = cards.slice(0, MAX_RESULTS).map((card, i) => {
    const { title, description } = summary(card);
    return article(`${i}-${passageOf(card) ?? "none"}`, title, description, card, render);
  });
  return { results, cache_time: CACHE, is_personal: true };
}

/** Without buttons: in somebody else's chat nobody is the asker. */
function article(id: string, title: string, description: string, card: Card, render: Render): Payload {
  const bare = { ...card, parts: card.parts.map(listed), actions: [], choices: { prompt: "", options: [] } };
  const { text, entities } = render(bare, 0);
  return {
    type: "article",
    id,
    title: truncate(sendable(title).trim(), TITLE) || id,
    ...(description ? { description: truncate(sendable(description).trim(), DESCRIPTION) } : {}),
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
  };
}

/** Questions that would be buttons are a list. */
function listed(part: Part): Part {
  if (part.kind !== "examples") return part;
  return { kind: "list", title: part.label, items: part.questions.map((title) => ({ title, detail: "" })) };
}

const passageOf = (card: Card): number | undefined => quoteOf(card)?.passage;

function quoteOf(card: Card) {
  return card.parts.find((part) => part.kind === "quote")?.quote;
}

function summary(card: Card): { title: string; description: string } {
  const quote = quoteOf(card);
  const person = card.parts.find((part) => part.kind === "person");
  const notice = card.parts.find((part) => part.kind === "notice" && !part.aside) as
    | Extract<Part, { kind: "notice" }>
    | undefined;
  if (!quote) return { title: person?.name ?? notice?.text ?? "", description: "" };
  const { excerpt, citation } = quote;
  const [from, to] = excerpt.best;
  const answers = excerpt.text.slice(from, to) || excerpt.text;
  const where = [citation.publisher, citation.date, citation.paragraph].join(" · ");
  return person
    ? { title: person.name, description: `${answers}\n${citation.title}` }
    : {
        title: citation.title,
        description: `${truncate(sendable(answers).trim(), Math.max(1, DESCRIPTION - where.length - 2))}\n${where}`,
      };
}
