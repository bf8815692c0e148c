import type { Language, Quote } from "../../src/model.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { type Html, html } from "./html.ts";
import { type AskLink, askLink } from "./links.ts";
import { quoteList } from "./quote.ts";
import type { View } from "./view.ts";
import { wordsIn } from "./words/words.ts";

/** Quotes on one page of an answer: what stands on a screen without burying the best under the rest. */
export const PER_PAGE = 3;

/** One page of quotes, with the way to the next. A page beyond the last is the last. */
export function paged(quotes: readonly Quote[], ask: AskLink, lang: Language, view: View): Html {
  const pages = Math.max(1, Math.ceil(quotes.length / PER_PAGE));
  const page = Math.min(Math.max(ask.page ?? 1, 1), pages);
  const shown = quotes.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return html`${quoteList(shown, lang, view)}${pages > 1 && pager(page, pages, ask, lang, view)}`;
}

function pager(page: number, pages: number, ask: AskLink, lang: Language, view: View): Html {
  const { button, sources } = STRINGS[lang];
  const step = (to: number, label: string, rel: string) =>
    to >= 1 && to <= pages
      ? html`<a href="${askLink({ ...ask, page: to }, view.chosen)}" rel="${rel}" data-turn-link="replace">${label}</a>`
      : html`<span></span>`;
  return html`<nav class="pager" aria-label="${wordsIn(lang).pages}">${step(page - 1, button.previous, "prev")}<span class="at">${sources.page(page, pages)}</span>${step(page + 1, button.next, "next")}</nav>`;
}
