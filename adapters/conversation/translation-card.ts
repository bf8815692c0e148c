import { citationOf } from "../../src/citation.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { TranslationState } from "./button-codec.ts";
import { type Card, cardOf, type Part } from "./card.ts";
import type { PagedQuotes } from "./paged-quotes.ts";
import { turns } from "./pager.ts";

/** The editor's translation of a whole paragraph; undefined where there is none, or no such page of it. */
export function translationCard(
  state: TranslationState,
  paged: PagedQuotes,
  strings: Strings,
  asked: readonly Part[],
): Card | undefined {
  const passage = paged.passages[state.passages[state.at] as number];
  const pages = passage && paged.translationPages(passage, strings);
  const translation = pages?.[state.page];
  if (!passage || !pages || !translation) return undefined;
  const citation = citationOf(paged.documentOf(passage), passage, strings);
  return cardOf(
    strings,
    [...asked, { kind: "translation", translation, citation }],
    [
      ...turns(state.page, pages.length, (page) => ({ ...state, page }), strings),
      { label: strings.button.back, press: { ...state, act: "show", page: 0 } },
    ],
  );
}
