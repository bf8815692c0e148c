import { type Content, html } from "./html.ts";

/** Facts on one line, each in its own direction; the points between them belong to none of them. */
export function inARow(facts: readonly Content[]): Content {
  return facts.map((fact, at) => [at > 0 && html` <span class="point">·</span> `, html`<bdi>${fact}</bdi>`]);
}
