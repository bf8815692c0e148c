import type { Language } from "../../../src/languages/codes.ts";
import type { Quote } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { WORDS } from "../strings/all.ts";
import { type Html, html } from "./html.ts";
import { type AskLink, askLink } from "./links.ts";
import { quoteList, quotesByDocument } from "./quote.ts";
import { numberIn, type View } from "./view.ts";

/** Quotes on one page: what stands on a screen. */
const PER_PAGE = 3;

/**
 * One page of quotes, with the way to the next. Where they are ordered by how well they answer, the best has the first page to itself.
 * A page beyond the last is the last.
 */
export function paged(
  quotes: readonly Quote[],
  ask: AskLink,
  lang: Language,
  view: View,
  order: "best first" | "as they stand",
): Html {
  const first = order === "best first" ? 1 : PER_PAGE;
  const pages = 1 + Math.max(0, Math.ceil((quotes.length - first) / PER_PAGE));
  const page = Math.min(Math.max(ask.page ?? 1, 1), pages);
  const end = first + (page - 1) * PER_PAGE;
  const shown = quotes.slice(page === 1 ? 0 : end - PER_PAGE, end);
  const more = order === "best first" && page === 1 ? quotes.length - first : undefined;
  const list = order === "best first" ? quoteList : quotesByDocument;
  return html`${list(shown, lang, view)}${pages > 1 && pager(page, pages, more, ask, lang, view)}`;
}

function pager(
  page: number,
  pages: number,
  more: number | undefined,
  ask: AskLink,
  lang: Language,
  view: View,
): Html {
  const { button, sources } = STRINGS[lang];
  const words = WORDS[lang];
  const next =
    more === undefined
      ? button.next
      : html`${words.pages} <span class="count">${numberIn(lang, more)}</span>`;
  const step = (to: number, label: string | Html, rel: string) =>
    to >= 1 && to <= pages
      ? html`<a href="${askLink({ ...ask, page: to }, view)}" rel="${rel}" data-turn-link="replace">${label}</a>`
      : html`<span></span>`;
  const at = more === undefined && sources.page(page, pages);
  return html`<p class="pager" role="group" aria-label="${words.pages}">${step(page - 1, button.previous, "prev")}<span class="at">${at}</span>${step(page + 1, next, "next")}</p>`;
}
