import { shownText } from "../../../adapters/discord/escape.ts";

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
}

/** A message of the bot's own as a page can show it: its texts and buttons, in its direction, nothing added. */
export function asHtml(message: unknown): string {
  const [container] = message as readonly Component[];
  const lines: string[] = [];
  for (const { content, components } of container?.components ?? []) {
    if (content !== undefined) lines.push(...content.split("\n").map(lineOf));
    else if (components)
      lines.push(`<p>${components.map(({ label }) => `<kbd>${escaped(label ?? "")}</kbd>`).join(" ")}</p>`);
  }
  const direction = JSON.stringify(message).includes("\u200e") ? "" : ' dir="rtl"';
  return `<blockquote${direction}>\n${lines.join("\n")}\n</blockquote>`;
}

function lineOf(line: string): string {
  const quoted = /^>(?:>>)? (.*)$/.exec(line);
  if (quoted) return `<blockquote dir="rtl">${inline(quoted[1] as string)}</blockquote>`;
  const small = /^-# (.*)$/.exec(line);
  if (small) return `<p><sub>${inline(small[1] as string)}</sub></p>`;
  const heading = /^### (.*)$/.exec(line);
  return heading ? `<p><b>${inline(heading[1] as string)}</b></p>` : `<p>${inline(line)}</p>`;
}

/** Bold as markup, everything else as it is read. */
function inline(markdown: string): string {
  return markdown
    .replace(/[\u200e\u200f]/g, "")
    .split(/(?<!\\)\*\*/)
    .map((run, at) => (at % 2 === 1 ? `<b>${escaped(shownText(run))}</b>` : escaped(shownText(run))))
    .join("");
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
