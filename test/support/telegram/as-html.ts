import type { Rendered } from "../../../adapters/telegram/render.ts";

const TAGS = { bold: "b", italic: "i", underline: "u", code: "code" } as const;

/** A message of the bot's own as a page can show it: its texts and buttons, each line in its own direction as in Telegram, nothing added. */
export function asHtml({ text, entities, keyboard }: Rendered): string {
  const quotes = entities.filter(({ type }) => type === "blockquote" || type === "expandable_blockquote");
  const blocks: string[] = [];
  let at = 0;
  for (const { offset, length } of quotes.toSorted((a, b) => a.offset - b.offset)) {
    blocks.push(...paragraphs(at, offset));
    blocks.push(`<blockquote dir="auto">${styled(offset, offset + length)}</blockquote>`);
    at = offset + length;
  }
  blocks.push(...paragraphs(at, text.length));
  for (const row of keyboard?.inline_keyboard ?? [])
    blocks.push(`<p>${row.map(({ text: label }) => `<kbd>${escaped(label)}</kbd>`).join(" ")}</p>`);
  return `<blockquote>\n${blocks.join("\n")}\n</blockquote>`;

  function paragraphs(from: number, to: number): string[] {
    const lines: string[] = [];
    for (let start = from; start < to; ) {
      const newline = text.indexOf("\n", start);
      const end = newline === -1 || newline > to ? to : newline;
      if (end > start) lines.push(`<p dir="auto">${styled(start, end)}</p>`);
      start = end + 1;
    }
    return lines;
  }

  /** The words of a stretch with their styles, which never cross each other in what the bot sends. */
  function styled(from: number, to: number): string {
    const inside = entities.filter(
      ({ type, offset, length }) => type in TAGS && offset < to && offset + length > from,
    );
    const edges = [from, ...inside.flatMap(({ offset, length }) => [offset, offset + length]), to];
    const cuts = [...new Set(edges)].filter((cut) => cut >= from && cut <= to).toSorted((a, b) => a - b);
    let html = "";
    for (const [n, start] of cuts.slice(0, -1).entries()) {
      const end = cuts[n + 1] as number;
      const tags = inside
        .filter(({ offset, length }) => offset <= start && offset + length >= end)
        .map(({ type }) => TAGS[type as keyof typeof TAGS]);
      const open = tags.map((tag) => `<${tag}>`).join("");
      const close = tags
        .toReversed()
        .map((tag) => `</${tag}>`)
        .join("");
      html += open + escaped(text.slice(start, end)) + close;
    }
    return html;
  }
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
