/** Removes from a question what it does not ask: links, and characters that no question needs. */
const PATH = /(?:\.{1,2}\/)+\S*/gu;
const LINK = /https?:\/\/\S+|\bwww\.\S+|\bdiscord\.gg\/\S+/giu;
/** Mentions of a whole channel, and Discord's markup for people, channels, emoji and times. */
const MENTION =
  /(?<![\p{L}\p{N}])@[\u200b-\u200f\u2060]*(?:everyone|here)\b|<(?:@[!&]?|#|t:|a?:\w+:)\d+(?::\w)?>/giu;
/** Markup that was pasted along, or typed to see what happens. */
const MARKUP =
  /<\/?(?:[abipsu]|br|hr|em|strong|del|ins|div|span|script|style|img|svg|code|pre|blockquote|h[1-6]|ul|ol|li|table|t[rdh]|iframe|html|head|body|meta|link|input|button|form|font|object|embed|video|audio|tg-\w+)(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/giu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu;
/** Terminal colour codes, typed or pasted. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins it
const ANSI = /\u001b(?:\[[0-9;]*[a-zA-Z]|\][^\u0007]*\u0007?)/gu;

/** Strips what is not language. The result is never longer than the input. */
export function sanitize(text: string): string {
  return text
    .replace(ANSI, " ")
    .replace(LINK, " ")
    .replace(PATH, " ")
    .replace(MENTION, " ")
    .replace(CONTROL, "")
    .replace(MARKUP, " ")
    .trim();
}
