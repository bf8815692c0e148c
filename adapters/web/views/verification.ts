import { anchorOf } from "../../../src/passages.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { MAX_QUOTATION_LENGTH } from "../../../src/verification/verifier.ts";
import type { Card, Part } from "../../conversation/card.ts";
import { VERIFICATION_WORDS } from "../strings/verification.ts";
import { type Content, type Html, html } from "./html.ts";
import { sourceLink, verificationLink } from "./links.ts";
import { marked } from "./marked.ts";
import { page } from "./page.ts";
import { citeLink } from "./quote.ts";
import { translationOf } from "./translation.ts";
import type { View } from "./view.ts";

export interface Verified {
  readonly quotation: string;
  readonly speaker: string | undefined;
  readonly card: Card;
}

/** The page to check a quotation on: a form, and the result with both texts side by side. Each result has an address of its own. */
export function verificationPage(view: View, verified: Verified | undefined): string {
  const { lang, strings, assets } = view;
  const words = VERIFICATION_WORDS[lang];
  const { library } = view;
  const main = html`<link rel="stylesheet" href="${assets.url("verification.css")}">
<script type="module" src="${assets.url("copy.js")}"></script>
<div class="sheet"><h1>${words.title}</h1>
<p class="intro">${words.lead}</p>
${verified && result(verified.card, view)}
<form class="verify" action="${view.base}/verify" method="get">
${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<label for="q">${strings.command.quotation}</label>
<textarea id="q" name="q" dir="auto" rows="5" maxlength="${MAX_QUOTATION_LENGTH}" required>${verified?.quotation}</textarea>
<label for="speaker">${strings.command.speaker}</label>
<input id="speaker" name="speaker" dir="auto" maxlength="100" list="speakers" value="${verified?.speaker ?? ""}" autocomplete="off">
<datalist id="speakers">${library.corpus.leaders.map(({ name }) => html`<option value="${name[lang] ?? name.ar}">`)}</datalist>
<button type="submit">${words.check}</button>
</form></div>
<p id="told" class="told" role="status" data-copied="${view.words.copied}"></p>`;
  return page(view, {
    title: words.title,
    kind: "reader",
    place: "verify",
    main,
    address: (here) => verificationLink(verified ?? {}, here),
    description: words.lead,
    isArticle: verified !== undefined,
  });
}

/** The verdict, then what was pasted beside what the source has; the differences once more in words, for who cannot see marks. */
function result(card: Card, view: View): Html {
  const words = VERIFICATION_WORDS[card.lang];
  const rows = groups(card.parts);
  return html`<section class="verdicts" lang="${card.lang}" dir="${STRINGS[card.lang].direction}" role="status">
${rows.map(({ verdict, pasted, before, quotes, told }) => {
  return html`<article data-tone="${card.tone}"><h2>${verdict}</h2>
<div class="compare">
${pasted && html`<figure><figcaption class="over">${pasted.label}</figcaption><blockquote dir="auto">${markedText(pasted.text, pasted.marks ?? [])}</blockquote></figure>`}
${quotes.length > 0 && html`<div><p class="over">${before.at(-1) ?? words.source}</p>${quotes.map((part) => sourceFigure(part, view))}</div>`}
</div>
${quotes.length === 0 && before.map((text) => html`<p>${text}</p>`)}
${told.length > 0 && html`<ul class="differences" aria-label="${words.differences}">${told.map((text) => html`<li>${text}</li>`)}</ul>`}
</article>`;
})}
</section>`;
}

interface Group {
  readonly verdict: string;
  readonly pasted: Extract<Part, { kind: "question" }> | undefined;
  /** What is said of the source's words before they are quoted. */
  readonly before: string[];
  readonly quotes: Extract<Part, { kind: "quote" }>[];
  readonly told: string[];
}

/** The parts of a card by quotation: each begins with its verdict. */
function groups(parts: readonly Part[]): Group[] {
  const all: Group[] = [];
  parts.forEach((part, at) => {
    const next = parts[at + 1];
    const begins = part.kind === "notice" && (next?.kind === "question" || all.length === 0);
    if (begins)
      all.push({
        verdict: part.text,
        pasted: next?.kind === "question" ? next : undefined,
        before: [],
        quotes: [],
        told: [],
      });
    else if (part.kind === "quote") all.at(-1)?.quotes.push(part);
    else if (part.kind === "notice") {
      const group = all.at(-1);
      (group?.quotes.length === 0 ? group.before : group?.told)?.push(part.text);
    }
  });
  return all;
}

function markedText(text: string, marks: readonly (readonly [start: number, end: number])[]): Content {
  let at = 0;
  const content: Content[] = [];
  for (const [start, end] of marks) {
    content.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...content, text.slice(at)];
}

function sourceFigure({ quote }: Extract<Part, { kind: "quote" }>, view: View): Content {
  const { excerpt, citation, textLang, doc } = quote;
  const document = view.library.document(doc);
  if (document?.text.slice(excerpt.start, excerpt.end) !== excerpt.text) {
    view.unquotable();
    return html`<p class="notice">${view.strings.notice.cannotQuote}</p>`;
  }
  const span = [excerpt.start, excerpt.end] as const;
  const passage = view.library.passageAround(document, span);
  const link = sourceLink(
    { doc, words: span, ...(passage ? { anchor: anchorOf(document, passage) } : {}) },
    view,
  );
  if (passage === undefined) return undefined;
  const words = excerpt.marks.map(([a, b]) => [excerpt.start + a, excerpt.start + b] as const);
  const cut = `${excerpt.cutBefore ? " cut-start" : ""}${excerpt.cutAfter ? " cut-end" : ""}`;
  return html`<figure class="quote"><blockquote lang="${textLang}" dir="auto" class="verbatim${cut}">${marked(excerpt, { words })}</blockquote>
${translationOf({ doc, best: span }, document, view.lang, view)}
<figcaption>${citeLink(link, document, passage, view.lang)}
<button type="button" class="tool scripted" data-copy="quote" data-citation="${citation.line}">${STRINGS[view.lang].button.copy}</button></figcaption></figure>`;
}
