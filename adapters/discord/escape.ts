/**
 * Text of documents and people, made harmless for Discord's markdown, and back again. Discord shows a backslash
 * before punctuation as the punctuation alone (support article 210298617), so escaped text reads as it was.
 */

/**
 * Everything that can begin or close markup: emphasis, code, spoilers, quotes, headings, links, mentions, custom
 * emoji, timestamps. `.` and `/` are in it for `discord.gg/x`, which becomes an invitation without `https://`.
 */
const LIVE = /[\\*_~`|<>#@:[\]()/]|(?<=[0-9A-Za-z])\.|^\s*[-+]/gm;

/** For any text on any line: it is shown as it is, and nothing in it becomes markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(LIVE, (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`);
}

/** What a reader sees of text that was made here: bold marks gone, escapes undone. */
export function shownText(markdown: string): string {
  // A literal asterisk is always escaped, so a pair without a backslash is a mark. One pass over both, from the left.
  return markdown.replace(
    /\\([\\*_~`|<>#@:[\]()/.+-])|\*\*/g,
    (_found, escaped: string | undefined) => escaped ?? "",
  );
}
