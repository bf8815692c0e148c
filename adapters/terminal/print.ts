import type { Card, Part, ShownQuote } from "../conversation/card.ts";

export interface PrintOptions {
  /** Who puts right-to-left text in order: the terminal, or we, for terminals that show letters as they come. */
  readonly bidi: "terminal" | "visual";
  readonly colour: boolean;
}

const RESET = "\u001b[0m";
const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";

/** A card as lines of text. Quoted words stand between bars, so that what is the source's and what is the bot's is plain. */
export function printCard(card: Card, options: PrintOptions): string {
  const lines = card.parts.flatMap((part) => [...printPart(part, options), ""]);
  card.choices.options.forEach((choice, at) => {
    lines.push(
      `  ${at + 1}. ${show(choice.label, options)}${choice.detail ? ` (${show(choice.detail, options)})` : ""}`,
    );
  });
  return lines.join("\n").trimEnd();
}

function printPart(part: Part, options: PrintOptions): string[] {
  const dim = (text: string) =>
    options.colour ? `${DIM}${show(text, options)}${RESET}` : show(text, options);
  switch (part.kind) {
    case "question":
      return [dim(`${part.label}: ${part.text}`)];
    case "notice":
      return part.text ? [show(part.text, options)] : [];
    case "person":
      return [
        options.colour ? `${BOLD}${show(part.name, options)}${RESET}` : show(part.name, options),
        ...(part.roles.length > 0 ? [show(`${part.rolesLabel}: ${part.roles.join("، ")}`, options)] : []),
        ...part.lines.map((line) => show(line, options)),
      ];
    case "quote":
      return printQuote(part.quote, options);
    case "examples":
      return [show(part.label, options), ...part.questions.map((q) => `  ${show(q, options)}`)];
    case "list":
      return [
        show(part.title, options),
        ...part.items.flatMap((item, at) => [
          `  ${at + 1}. ${show(item.title, options)}`,
          `     ${dim(item.detail)}`,
        ]),
      ];
  }
}

function printQuote({ excerpt, citation, counter, url }: ShownQuote, options: PrintOptions): string[] {
  const { text, marks, cutBefore, cutAfter } = excerpt;
  let shown = "";
  let at = 0;
  if (options.colour && options.bidi === "terminal") {
    for (const [start, end] of marks) {
      shown += `${clean(text.slice(at, start))}${BOLD}${clean(text.slice(start, end))}${RESET}`;
      at = end;
    }
    shown += clean(text.slice(at));
  } else shown = show(text, options);
  const cite = `— ${citation.line}${counter ? ` [${counter}]` : ""}`;
  return [
    `  | ${cutBefore ? "… " : ""}${shown}${cutAfter ? " …" : ""}`,
    `  ${options.colour ? `${DIM}${show(cite, options)}${RESET}` : show(cite, options)}`,
    ...(url ? [`  ${url}`] : []),
  ];
}

function show(text: string, { bidi }: PrintOptions): string {
  return bidi === "visual" ? visual(clean(text)) : clean(text);
}

/** Control characters would reach the terminal as commands. */
function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const MIRROR: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "«": "»",
  "»": "«",
  "<": ">",
  ">": "<",
  "“": "”",
  "”": "“",
};
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/**
 * A line in the order in which a terminal without bidi support must print it: right-to-left runs reversed, numbers and Latin
 * words inside them kept. A rough form of the Unicode algorithm, for reading, not for typesetting.
 */
export function visual(text: string): string {
  const bare = text.replace(/[\u2066-\u2069\u200e\u200f\u202a-\u202e]/gu, "");
  if (!RIGHT_TO_LEFT.test(bare)) return bare;
  const runs =
    bare.match(
      /[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\s\p{P}]+(?:[\s.,:/%-]+[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\s\p{P}]+)*|[\s\S]/gu,
    ) ?? [];
  const letters = runs.flatMap((run) => (run.length > 1 ? [run] : [run]));
  const joined: string[] = [];
  for (const { segment } of graphemes.segment(
    letters.map((run) => (run.length > 1 ? "\u0000" : run)).join(""),
  ))
    joined.push(segment);
  const kept = letters.filter((run) => run.length > 1);
  return joined
    .map((segment) => (segment === "\u0000" ? (kept.shift() as string) : (MIRROR[segment] ?? segment)))
    .reverse()
    .join("");
}
