/** The texts of a card, in Discord's markdown, kept within what one message may hold. */

import { CUT, truncate } from "../../src/analysis/truncate.ts";
import { PROFILES } from "../../src/languages/all.ts";
import type { Excerpt } from "../../src/quote.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { labelled } from "../../src/strings/strings.ts";
import type { Card, Part, ShownQuote } from "../conversation/card.ts";
import type { ShownTranslation } from "../conversation/shown-translation.ts";
import { escapeMarkdown } from "./escape.ts";

/** Characters of all texts of a Components V2 message together: reference, components/reference#text-display. */
export const TEXT_LIMIT = 4_000;
/** Marks the text that restates the question, so that a button finds it in its own message. Any number but 0. */
export const QUESTION_ID = 7;

/** UTF-16 units of a citation: titles are headlines, and a longer one need not be read to the end. */
const CITATION = 420;
/** UTF-16 units of the quotes and all that surrounds them above which emphasis is dropped. */
const PLAIN_FROM = 3_000;
/** UTF-16 units that are left to the question over a quote and to a notice. */
const ROOM_FOR_QUESTION = 600;
/** A text of a few units tells nothing. */
const MIN_ROOM = 40;

export interface Text {
  readonly content: string;
  readonly id?: number;
}

/** Quotes and their citations always stand whole; the other texts share what they leave. */
export function texts(card: Card, limit: number): Text[] {
  const quoted = (emphasis: boolean, translated: boolean): (Text[] | undefined)[] =>
    card.parts.map((part, at) => {
      if (part.kind === "translation") return translationTexts(part, card);
      return part.kind === "quote" ? quoteTexts(part.quote, card, at, emphasis, translated) : undefined;
    });
  const sizeOf = (all: (Text[] | undefined)[]) => size(all.flatMap((texts) => texts ?? []));
  let fixed = quoted(true, true);
  if (sizeOf(fixed) > PLAIN_FROM) fixed = quoted(false, true);
  // A translation goes before its quote does
  if (sizeOf(fixed) > limit - ROOM_FOR_QUESTION) fixed = quoted(false, false);
  let room = limit - sizeOf(fixed);
  return card.parts.flatMap((part, at) => {
    const quote = fixed[at];
    if (quote !== undefined) return quote;
    if (part.kind === "quote" || part.kind === "translation" || room < MIN_ROOM) return [];
    const text = otherText(part, card, room);
    room -= text.content.length;
    return text.content.trim() === "" ? [] : [text];
  });
}

const LINE_BREAK = /[\r\n\u2028\u2029]/;

const size = (all: readonly Text[]): number => all.reduce((sum, { content }) => sum + content.length, 0);

/**
 * The quote is a block of its own, in the direction of its document; its citation, in the asker's language, is another. Where
 * the next quote is of the same document its citation serves both, and this one says only where it stands.
 */
function quoteTexts(
  quote: ShownQuote,
  card: Card,
  at: number,
  emphasis: boolean,
  translated: boolean,
): Text[] {
  const { excerpt, citation, counter, doc, textLang, translation, translator } = quote;
  const next = card.parts[at + 1];
  const shared = next?.kind === "quote" && next.quote.doc === doc;
  const line = truncate(shared ? citation.paragraph : citation.line, CITATION);
  const rest = counter === undefined ? "" : ` · ${counter}`;
  const mark = PROFILES[textLang].direction === "rtl" ? RTL : LTR;
  // Lists and wrapped texts have several lines, and one `>` would quote only the first
  const block = LINE_BREAK.test(excerpt.text) ? ">>>" : ">";
  const before = excerpt.cutBefore ? `${CUT} ` : "";
  const after = excerpt.cutAfter ? ` ${CUT}` : "";
  return [
    {
      content: `${block} ${mark}${before}${emphasis ? emphasised(excerpt) : escapeMarkdown(excerpt.text)}${after}`,
    },
    ...(translation && translated ? [translationText(translation, card)] : []),
    { content: `-# ${directionOf(card)}${escapeMarkdown(line + rest)}` },
    ...(translator && translated
      ? [{ content: `-# ${directionOf(card)}[${escapeMarkdown(translator.label)}](<${translator.url}>)` }]
      : []),
  ];
}

function translationTexts(
  { translation, citation }: Extract<Part, { kind: "translation" }>,
  card: Card,
): Text[] {
  return [
    translationText(translation, card),
    { content: `-# ${directionOf(card)}${escapeMarkdown(truncate(citation.line, CITATION))}` },
  ];
}

/** In no block, and said to be an editor's. */
function translationText({ label, text, cutBefore, cutAfter }: ShownTranslation, card: Card): Text {
  const mark = directionOf(card);
  const shown = `${cutBefore ? `${CUT} ` : ""}${escapeMarkdown(text)}${cutAfter ? ` ${CUT}` : ""}`;
  return { content: `-# ${mark}${escapeMarkdown(label)}\n${mark}${shown}` };
}

/** Right-to-left and left-to-right mark: a line begins with one, so that its first word does not decide its direction. */
const RTL = "\u200f";
const LTR = "\u200e";
const directionOf = (card: Card): string => (STRINGS[card.lang].direction === "rtl" ? RTL : LTR);

/** The matched words in bold. Marks that touch, or that only white space parts, are one: `**a****b**` is not bold. */
export function emphasised({ text, marks }: Excerpt): string {
  const joined: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last[1], start).trim() === "") last[1] = end;
    else joined.push([start, end]);
  }
  let shown = "";
  let done = 0;
  for (const [start, end] of joined) {
    shown += `${escapeMarkdown(text.slice(done, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    done = end;
  }
  return shown + escapeMarkdown(text.slice(done));
}

function otherText(part: Exclude<Part, { kind: "quote" | "translation" }>, card: Card, room: number): Text {
  const mark = directionOf(card);
  // Escaping doubles at most; what stands around a line takes a few units.
  const line = (text: string, limit = 600): string =>
    escapeMarkdown(truncate(text, Math.min(limit, room / 2 - 10)));
  switch (part.kind) {
    case "question":
      if (part.marks) {
        const marks = emphasised({ text: part.text, marks: part.marks } as Excerpt);
        const content = marks.length < room / 2 ? marks : line(part.text);
        return { content: within(`-# ${mark}${line(part.label, 60)}\n${mark}${content}`, room) };
      }
      return {
        id: QUESTION_ID,
        content: within(`-# ${mark}${line(part.label, 60)}\n${mark}${line(part.text, 250)}`, room),
      };
    case "notice":
      return { content: within(`${mark}${line(part.text)}`, room) };
    case "person": {
      const roles =
        part.roles.length > 0
          ? [`-# ${mark}${line(`${labelled(card.lang, part.rolesLabel)} ${part.roles.join("، ")}`, 400)}`]
          : [];
      const lines = part.lines.map((text) => `${mark}${line(text, 250)}`);
      return { content: lineByLine([`### ${mark}${line(part.name, 100)}`, ...roles, ...lines], room) };
    }
    case "examples":
      // The questions themselves are buttons
      return { content: within(`-# ${mark}${line(part.label, 60)}`, room) };
    case "list":
      return {
        content: lineByLine(
          [
            `### ${mark}${line(part.title, 100)}`,
            ...part.items.map(
              ({ title, detail }) => `${mark}• ${line(title, 120)}\n-# ${mark}${line(detail, 260)}`,
            ),
          ],
          room,
        ),
      };
  }
}

/** As many of the lines as there is room for, none in part. */
function lineByLine(lines: readonly string[], room: number): string {
  let content = "";
  for (const line of lines) {
    const longer = content === "" ? line : `${content}\n${line}`;
    if (longer.length > room) break;
    content = longer;
  }
  return content;
}

const within = (content: string, room: number): string => (content.length <= room ? content : "");
