import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { labelled } from "../../src/strings/strings.ts";
import type { Card, Choice, Part, ShownQuote } from "../conversation/card.ts";
import type { ShownTranslation } from "../conversation/shown-translation.ts";
import { type Direction, type Layout, paragraph, printable, type Span, type Style } from "./layout.ts";

/** Before a citation, an item of a list. */
const MARGIN = "  ";
/** Quoted words stand beside a bar, so that what is the source's and what is the bot's is plain. */
const QUOTED = "  | ";

/** A card as lines of text. */
export function printCard(card: Card, layout: Layout): string {
  const { direction } = STRINGS[card.lang];
  const listed = card.parts.some((part) => part.kind === "list");
  const isAnswer = card.parts.some((part) => part.kind === "question");
  const blocks = card.parts.map((part, at) => {
    const next = card.parts[at + 1];
    // Paragraphs of a source that is read on in: each with its number, the last with all of it. What
    // answers a question, or is held against a quotation, is cited in full each time.
    const goesOn =
      !isAnswer &&
      part.kind === "quote" &&
      part.quote.counter === undefined &&
      next?.kind === "quote" &&
      next.quote.doc === part.quote.doc;
    return printPart(part, card.lang, layout, goesOn);
  });
  // A list of sources is its own choice
  if (!listed) blocks.push(printChoices(card.choices.options, direction, layout));
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** One paragraph of the bot's own words. */
export function printLine(
  text: string,
  direction: Direction,
  layout: Layout,
  style: Style = "plain",
): string {
  return paragraph([{ text, style }], "", direction, layout).join("\n");
}

function printPart(part: Part, lang: Language, layout: Layout, goesOn: boolean): string[] {
  const { direction } = STRINGS[lang];
  const line = (text: string, margin = "", style: Style = "plain") =>
    text === "" ? [] : paragraph([{ text, style }], margin, direction, layout);
  switch (part.kind) {
    case "question":
      if (part.marks)
        return [
          ...line(labelled(lang, part.label), "", "faint"),
          ...paragraph(styled(part.text, part.marks), MARGIN, "auto", layout),
        ];
      return line(`${labelled(lang, part.label)} \u2068${part.text}\u2069`, "", "faint");
    case "notice":
      return line(part.text);
    case "person":
      return [
        ...line(part.name, "", "strong"),
        ...(part.roles.length > 0 ? line(`${labelled(lang, part.rolesLabel)} ${part.roles.join("، ")}`) : []),
        ...part.lines.flatMap((text) => line(text)),
      ];
    case "quote":
      return printQuote(part.quote, lang, layout, goesOn);
    case "translation":
      return [
        ...printTranslation(part.translation, layout),
        ...line(`— ${part.citation.line}`, MARGIN, "faint"),
      ];
    case "examples":
      return [...line(part.label), ...part.questions.flatMap((q, at) => line(numbered(at, q), MARGIN))];
    case "list":
      return [
        ...line(part.title, "", "strong"),
        ...part.items.flatMap(({ title, detail, url }, at) => [
          ...line(numbered(at, title), MARGIN),
          ...line(detail, `${MARGIN}   `, "faint"),
          ...address(url, layout),
        ]),
      ];
  }
}

function printQuote(
  { excerpt, citation, counter, url, translation, translator }: ShownQuote,
  lang: Language,
  layout: Layout,
  goesOn: boolean,
): string[] {
  const { direction } = STRINGS[lang];
  const { text, marks, cutBefore, cutAfter } = excerpt;
  const spans: Span[] = [];
  if (cutBefore) spans.push({ text: "… ", style: "faint" });
  spans.push(...styled(text, marks).map((span) => ({ ...span, verbatim: true as const })));
  if (cutAfter) spans.push({ text: " …", style: "faint" });
  const cite = `— ${goesOn ? citation.paragraph : citation.line}${counter ? ` [${counter}]` : ""}`;
  return [
    ...paragraph(spans, QUOTED, "auto", layout),
    ...(translation ? printTranslation(translation, layout) : []),
    ...paragraph([{ text: cite, style: "faint" }], MARGIN, direction, layout),
    ...address(url, layout),
    ...(translator
      ? [
          ...paragraph(
            [{ text: labelled(lang, translator.label), style: "faint" }],
            MARGIN,
            direction,
            layout,
          ),
          ...address(translator.url, layout),
        ]
      : []),
  ];
}

/** Beside no bar: these are an editor's words and not the source's. */
function printTranslation(
  { label, text, lang, cutBefore, cutAfter }: ShownTranslation,
  layout: Layout,
): string[] {
  const { direction } = STRINGS[lang];
  const shown = `${cutBefore ? "… " : ""}${text}${cutAfter ? " …" : ""}`;
  return [
    ...paragraph([{ text: labelled(lang, label), style: "faint" }], MARGIN, direction, layout),
    ...paragraph([{ text: shown, style: "plain" }], MARGIN, direction, layout),
  ];
}

function styled(text: string, marks: readonly (readonly [start: number, end: number])[]): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    spans.push(
      { text: text.slice(at, start), style: "plain" },
      { text: text.slice(start, end), style: "strong" },
    );
    at = end;
  }
  return [...spans, { text: text.slice(at), style: "plain" }];
}

function printChoices(options: readonly Choice[], direction: Direction, layout: Layout): string[] {
  return options.flatMap(({ label, detail }, at) =>
    paragraph(
      [{ text: numbered(at, detail ? `${label} (\u2068${detail}\u2069)` : label), style: "plain" }],
      MARGIN,
      direction,
      layout,
    ),
  );
}

const numbered = (at: number, text: string) => `${at + 1}. ${text}`;

/** An address stays in one piece, so that it can be opened. */
function address(url: string | undefined, { width }: Layout): string[] {
  return url ? [MARGIN + printable(url, width !== undefined)] : [];
}
