import type { Strings } from "../../src/strings/strings.ts";
import type { Press } from "./button-codec.ts";
import type { Action } from "./card.ts";

/** A position in a list of passages: which one, and which page of it. */
export interface PagerPosition {
  readonly at: number;
  readonly page: number;
}

/** Previous and next in a list of pages. */
export function turns(
  page: number,
  pages: number,
  press: (page: number) => Press,
  strings: Strings,
): Action[] {
  return [
    ...(page > 0 ? [{ label: strings.button.previous, press: press(page - 1) }] : []),
    ...(page + 1 < pages ? [{ label: strings.button.next, press: press(page + 1) }] : []),
  ];
}

/** Previous and next in a row of passages: page by page within a long one, then passage by passage. */
export function pagerButtons<T>(
  { at, page }: PagerPosition,
  row: readonly T[],
  pagesOf: (passage: T) => number,
  press: (there: PagerPosition) => Press,
  strings: Strings,
): Action[] {
  const before = row[at - 1];
  const here = row[at];
  const actions: Action[] = [];
  const go = (label: string, there: PagerPosition) => actions.push({ label, press: press(there) });
  if (page > 0) go(strings.button.previous, { at, page: page - 1 });
  else if (before !== undefined) go(strings.button.previous, { at: at - 1, page: pagesOf(before) - 1 });
  if (here !== undefined && page + 1 < pagesOf(here)) go(strings.button.next, { at, page: page + 1 });
  else if (at + 1 < row.length) go(strings.button.next, { at: at + 1, page: 0 });
  return actions;
}

/** "2 of 6", where there are several. */
export function counterOf(
  { at }: PagerPosition,
  row: readonly unknown[],
  strings: Strings,
): string | undefined {
  return row.length > 1 ? strings.answer.counter(at + 1, row.length) : undefined;
}
