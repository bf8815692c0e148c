import { CUT, truncate } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Corpus, Span } from "../../src/model/corpus.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { labelled } from "../../src/strings/strings.ts";
import type { Card, Part, ShownQuote } from "../conversation/card.ts";
import type { ShownTranslation } from "../conversation/shown-translation.ts";
import {
  isExactQuote,
  translationsOf,
  withExactTranslations,
  withoutTranslations,
} from "../conversation/verbatim.ts";
import { type Entity, type Style, sendable, TextBuilder } from "./entities.ts";
import { type Keyboard, keyboardOf } from "./keyboard.ts";

/** UTF-16 units, https://core.telegram.org/bots/api#sendmessage */
const MESSAGE_LIMIT = 4096;
/**
 * UTF-16 units of quoted text in a message. The rest is for the question, notices and citations, at most some 260 for
 * each of three quotes, so that a message of the usual parts fits without shortening any of them.
 */
export const QUOTE_WIDTH = 2_400;
/** UTF-16 units above which a quote starts folded: about as much as a telephone shows at once. */
const FOLDED_FROM = 900;
/** Entities in a message; Telegram drops what is beyond (https://core.telegram.org/bots/api#messageentity). */
const MAX_ENTITIES = 100;
/**
 * Before a citation. Each of its facts is isolated, so the line has no letter that would tell an app its direction: without the mark an
 * Arabic one is laid out from the left.
 */
const sourceMark = (lang: Language) => (STRINGS[lang].direction === "rtl" ? "\u200f— " : "\u200e— ");
/** How far texts beside the quotes are shortened, step by step, when a message is too long. */
const CLIPS = [Number.POSITIVE_INFINITY, 400, 120, 40];

export interface Rendered {
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard?: Keyboard;
}

/** A card as a Telegram message; `owner` is the only one who may press its buttons, 0 for everyone. */
export type Render = (card: Card, owner: number) => Rendered;

/** The corpus is asked for at each card: it may be replaced while the bot runs. */
export function createCurrentRender(current: () => Corpus): Render {
  let corpus: Corpus | undefined;
  let render: Render | undefined;
  return (card, owner) => {
    if (render === undefined || corpus !== current()) {
      corpus = current();
      render = createRender(corpus);
    }
    return render(card, owner);
  };
}

export function createRender(corpus: Corpus): Render {
  return (given, owner) => {
    const card = withExactTranslations(given, corpus);
    const keyboard = keyboardOf(card, owner, corpus.fingerprint);
    const quotes = card.parts.flatMap((part) => (part.kind === "quote" ? [part.quote] : []));
    if (quotes.every((quote) => isExactQuote(quote, corpus))) {
      // A translation goes before its quote does
      for (const shown of translationsOf(card).length > 0 ? [card, withoutTranslations(card)] : [card]) {
        const exact = [
          ...quotes.map(({ excerpt }) => excerpt.text),
          ...translationsOf(shown).map((t) => t.text),
        ];
        for (const clip of CLIPS) {
          const { text, entities } = write(shown, clip);
          const whole = exact.every((one) => text.includes(sendable(one)));
          if (text.length <= MESSAGE_LIMIT && whole && text !== "") {
            return { text, entities: within(entities), ...(keyboard ? { keyboard } : {}) };
          }
        }
      }
    }
    // Rather no quote than one that is not exact, or not whole.
    return { text: STRINGS[card.lang].notice.cannotQuote, entities: [], ...(keyboard ? { keyboard } : {}) };
  };
}

/** Emphasis goes first when there are too many. */
function within(entities: readonly Entity[]): readonly Entity[] {
  const surplus = entities.length - MAX_ENTITIES;
  if (surplus <= 0) return entities;
  const expendable = new Set(entities.filter(({ type }) => type === "bold").slice(-surplus));
  return entities.filter((entity) => !expendable.has(entity)).slice(0, MAX_ENTITIES);
}

function write(card: Card, clip: number): { text: string; entities: readonly Entity[] } {
  const sheet = new TextBuilder();
  for (const part of card.parts) writePart(sheet, part, clip, card.lang);
  const { prompt } = card.choices;
  const said = card.parts.some((part) => part.kind === "notice" && part.text === prompt);
  if (prompt !== "" && !said) addPlain(sheet.paragraph(), truncate(prompt, clip));
  return sheet.finish();
}

function writePart(sheet: TextBuilder, part: Part, clip: number, lang: Language): void {
  switch (part.kind) {
    case "question": {
      const text = truncate(sendable(part.text), clip);
      if (text === "") return;
      sheet.paragraph().add(`${labelled(lang, part.label)} `);
      if (part.marks) addMarked(sheet, text, part.marks);
      else addStyled(sheet, text, "italic");
      return;
    }
    case "notice":
      addPlain(sheet.paragraph(), truncate(part.text, clip));
      return;
    case "person":
      addStyled(sheet.paragraph(), truncate(part.name, clip), "bold");
      if (part.roles.length > 0) {
        addPlain(
          sheet.line(),
          truncate(`${labelled(lang, part.rolesLabel)} ${part.roles.join(" · ")}`, clip),
        );
      }
      for (const line of part.lines) addPlain(sheet.line(), truncate(line, clip));
      return;
    case "quote":
      writeQuote(sheet, part.quote, clip, lang);
      return;
    case "translation":
      writeTranslation(sheet, part.translation);
      sheet.line().add(sourceMark(lang));
      addPlain(sheet, truncate(part.citation.line, clip));
      return;
    case "examples":
      // The questions themselves are buttons
      sheet.paragraph().add(part.label);
      return;
    case "list":
      sheet.paragraph().add(part.title, "bold");
      for (const [i, { title, detail, url }] of part.items.entries()) {
        sheet.paragraph().add(`${i + 1}. `);
        if (url) sheet.add(truncate(title, clip), "text_link", url);
        else addPlain(sheet, truncate(title, clip));
        addPlain(sheet.line(), truncate(detail, clip));
      }
  }
}

function writeQuote(sheet: TextBuilder, quote: ShownQuote, clip: number, lang: Language): void {
  const { excerpt, citation, url, counter, translation, translator } = quote;
  const { text, marks, cutBefore, cutAfter } = excerpt;
  sheet.paragraph().within(text.length > FOLDED_FROM ? "expandable_blockquote" : "blockquote", () => {
    if (cutBefore) sheet.add(`${CUT} `);
    let at = 0;
    for (const [start, end] of marks) {
      sheet.add(text.slice(at, start)).add(text.slice(start, end), "bold");
      at = end;
    }
    sheet.add(text.slice(at));
    if (cutAfter) sheet.add(` ${CUT}`);
  });
  if (translation) writeTranslation(sheet, translation);
  sheet.line().add(sourceMark(lang));
  if (url) sheet.add(truncate(citation.line, clip), "text_link", url);
  else addPlain(sheet, truncate(citation.line, clip));
  if (counter) sheet.add(` (${counter})`);
  if (translator) sheet.line().add(translator.label, "text_link", translator.url);
}

/** Under the quote and outside of its block: an editor's words, and said to be. */
function writeTranslation(
  sheet: TextBuilder,
  { label, text, lang, cutBefore, cutAfter }: ShownTranslation,
): void {
  sheet.paragraph().add(labelled(lang, label), "italic").line();
  if (cutBefore) sheet.add(`${CUT} `);
  sheet.add(text);
  if (cutAfter) sheet.add(` ${CUT}`);
  sheet.line();
}

/**
 * What Telegram would make live by itself, beside our entities, outside of code: @names (which notify), #tags, $tags,
 * /commands, addresses, long numbers.
 */
const LIVE = /[@#$][\p{L}\p{N}_]|:\/\/|[\p{L}\p{N}_]\.[\p{L}\p{N}_]|\/[\p{L}\p{N}_]|\d{5}/u;
const RUNS = /[^\s\u2066-\u2069]+|[\s\u2066-\u2069]+/gu;

/** Text that may hold words of the asker's: what could come alive in it is set in code, where nothing does. */
function addPlain(sheet: TextBuilder, text: string): void {
  for (const [run] of text.matchAll(RUNS)) sheet.add(run, LIVE.test(run) ? "code" : undefined);
}

/** The words of a quotation that differ are underlined; those of the source are bold. */
function addMarked(sheet: TextBuilder, text: string, marks: readonly Span[]): void {
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || start >= text.length) continue;
    addPlain(sheet, text.slice(at, start));
    addStyled(sheet, text.slice(start, end), "underline");
    at = end;
  }
  addPlain(sheet, text.slice(at));
}

function addStyled(sheet: TextBuilder, text: string, style: Style): void {
  sheet.add(text, LIVE.test(text) ? "code" : style);
}

const LABELS = Object.values(STRINGS).map(({ language, answer }) => `${labelled(language, answer.asked)} `);

/**
 * The question that one of our messages answers, as it stands in it: the message is all that Telegram gives us back, and
 * we keep nothing. The entity tells where it ends.
 */
export function questionIn(
  text: string,
  entities: readonly { type: string; offset: number; length: number }[],
): string | undefined {
  const label = LABELS.find((one) => text.startsWith(one));
  const entity =
    label && entities.find((e) => e.offset === label.length && (e.type === "italic" || e.type === "code"));
  return entity ? text.slice(entity.offset, entity.offset + entity.length).replace(/…$/, "") : undefined;
}
