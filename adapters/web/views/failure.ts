import type { Failure } from "../errors.ts";
import { html } from "./html.ts";
import { askLink } from "./links.ts";
import { page } from "./page.ts";
import type { View } from "./view.ts";

/** What went wrong, what to do, and a field to do it in. */
export function failurePage(failure: Failure, view: View): string {
  const { words } = view;
  return page(view, {
    title: `${words.failures[failure]} · ${words.name}`,
    kind: "reader",
    place: "nowhere",
    main: html`<div class="sheet failure"><h1>${words.failures[failure]}</h1>
<p>${words.advice[failure]}</p>
<form class="retry" action="${view.base}/" method="get" role="search">
${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<label class="unseen" for="q">${words.question}</label>
<input id="q" name="q" type="text" dir="auto" autocomplete="off" enterkeyhint="send" placeholder="${words.placeholder}">
<button>${words.ask}</button>
</form></div>`,
    address: (here) => askLink({}, here),
  });
}
