/** What Discord would make of text: markup, links and mentions in it that are not escaped. */

/** Discord's escape: a backslash before anything that is no letter, digit or space. */
const ESCAPE = /\\[^0-9A-Za-z\s]/g;
/** Stands for an escaped mark: no syntax begins or ends with it. */
const INERT = "\u0001";

const SYNTAX: readonly (readonly [string, RegExp])[] = [
  ["emphasis", /\*[^*\s][^*]*\*|\*\*|__|(?<![0-9A-Za-z])_[^_]+_/],
  ["strikethrough", /~~/],
  ["spoiler", /\|\|/],
  ["code", /`/],
  ["mention", /<(@[!&]?|#)\d+>|@(everyone|here)\b/],
  ["special", /<(t:-?\d+|a?:\w+:\d+|\/[^>]+:\d+|id:\w+|sound:)/],
  ["emoji", /:[a-z0-9_+-]+:/],
  ["link", /https?:\/\/\S|<\w+:\/\/|\]\(|discord(app)?\.(gg|com)\//],
  ["heading", /^\s*(#{1,3}|-#)\s/m],
  ["list", /^\s*([-*+]|\d+\.)\s/m],
  ["quote", /^\s*>{1,3}\s/m],
];

export function livePieces(markdown: string): string[] {
  const rest = markdown.replace(ESCAPE, INERT);
  return SYNTAX.filter(([, pattern]) => pattern.test(rest)).map(([name]) => name);
}
