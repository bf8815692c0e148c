import { LANGUAGES, type Language } from "../../../src/model.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { type Content, type Html, html } from "./html.ts";
import { askLink, sourcesLink } from "./links.ts";
import type { View } from "./view.ts";

export interface Page {
  readonly title: string;
  readonly kind: "chat" | "reader";
  readonly main: Html;
  readonly aside?: Html;
  /** The address of this same page in another language. */
  readonly address: (lang: Language) => string;
}

const STYLES = ["fonts.css", "frame.css", "people.css", "quotes.css", "chat.css", "fields.css", "reader.css"];

/** The frame around every page. Fonts are loaded before they are needed, so that no line moves when they arrive. */
export function page(view: View, { title, kind, main, aside, address }: Page): string {
  const { assets, words, lang, strings } = view;
  const fonts =
    strings.direction === "rtl" || kind === "reader"
      ? ["ibm-plex-sans-arabic-arabic-400-normal.woff2", "noto-naskh-arabic-arabic-wght-normal.woff2"]
      : ["ibm-plex-sans-arabic-latin-400-normal.woff2", "noto-naskh-arabic-arabic-wght-normal.woff2"];
  const body = html`<!doctype html>
<html lang="${lang}" dir="${strings.direction}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${words.tagline}">
${fonts.map((file) => html`<link rel="preload" href="${assets.url(file)}" as="font" type="font/woff2" crossorigin>\n`)}${STYLES.map((file) => html`<link rel="stylesheet" href="${assets.url(file)}">\n`)}
<link rel="icon" href="${assets.url("icon.svg")}" type="image/svg+xml">
<script type="module" src="${assets.url("page.js")}"></script>
</head>
<body class="${kind}">
${kind === "chat" && html`<a class="skip" href="#q">${words.skip}</a>`}
<header class="bar">
<a class="brand" href="${askLink({}, view.chosen)}"><img src="${assets.url("icon.svg")}" alt="" width="34" height="34"><span><b>${words.name}</b> <small>${words.tagline}</small></span></a>
<nav class="places" aria-label="${words.name}">
<a href="${askLink({}, view.chosen)}"${current(kind === "chat")}>${words.ask}</a>
<a href="${sourcesLink(view.chosen)}"${current(kind === "reader")}>${strings.sources.title}</a>
</nav>
${languages(view, address)}
</header>
<div class="room">
<main id="main">
${main}
</main>
${aside}
</div>
</body>
</html>
`;
  return body.markup;
}

function current(is: boolean): Content {
  return is && html` aria-current="page"`;
}

function languages(view: View, address: (lang: Language) => string): Html {
  return html`<details class="languages">
<summary aria-label="${view.words.language}: ${view.strings.name}"><span aria-hidden="true">${view.strings.name}</span></summary>
<ul>
${LANGUAGES.map(
  (lang) =>
    html`<li><a href="${address(lang)}" lang="${lang}" hreflang="${lang}" data-language="${lang}"${lang === view.lang && html` aria-current="true"`}>${STRINGS[lang].name}</a></li>\n`,
)}</ul>
</details>`;
}
