import { LANGUAGES } from "../../../src/languages/codes.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { VERIFICATION_WORDS } from "../strings/verification.ts";
import { type Content, type Html, html } from "./html.ts";
import { askLink, type Here, sourcesLink, verificationLink } from "./links.ts";
import type { View } from "./view.ts";

export interface Page {
  readonly title: string;
  readonly kind: "chat" | "chat home" | "reader";
  /** The entry of the navigation bar that leads to it; from its kind if not said: asking or the sources. */
  readonly place?: "ask" | "verify" | "sources" | "nowhere";
  readonly main: Html;
  readonly aside?: Html;
  /** The address of this same page, in another language or in the one that the browser asks for. */
  readonly address: (here: Here) => string;
  /** One sentence for link previews; the corpus's description if there is none. */
  readonly description?: string | undefined;
  /** Whether the page is about something of its own: a question, a person, a source. */
  readonly isArticle?: boolean;
}

const STYLES = [
  "fonts",
  "colours",
  "frame",
  "people",
  "quotes",
  "translation",
  "chat",
  "fields",
  "tools",
  "reader",
  "print",
];

/** The frame around every page. Fonts are loaded before they are needed, so that no line moves when they arrive. */
export function page(view: View, content: Page): string {
  const { assets, words, lang, strings } = view;
  const { title, kind, main, aside, address } = content;
  const isChat = kind !== "reader";
  const place = content.place ?? (isChat ? "ask" : "sources");
  const body = html`<!doctype html>
<html lang="${lang}" dir="${strings.direction}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1a201d" media="(prefers-color-scheme: dark)">
<meta name="description" content="${content.description ?? words.tagline}">
${shared(view, content)}
${fontsOf(view).map((file) => html`<link rel="preload" href="${assets.url(file)}" as="font" type="font/woff2" crossorigin>\n`)}${STYLES.map((file) => html`<link rel="stylesheet" href="${assets.url(`${file}.css`)}">\n`)}
<link rel="icon" href="${assets.url("icon.svg")}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assets.url("touch.png")}">
<script type="module" src="${assets.url("page.js")}"></script>
${isChat && html`<script type="module" src="${assets.url("copy.js")}"></script>`}
</head>
<body class="${kind}">
${isChat && html`<a class="skip" href="#q">${words.skip}</a>`}
<header class="bar">
<a class="brand" href="${askLink({}, view)}"><img src="${assets.url("icon.svg")}" alt="" width="34" height="34"><span><b>${words.name}</b> <small>${words.tagline}</small></span></a>
<nav class="places" aria-label="${words.places}">
<a href="${askLink({}, view)}"${current(place === "ask")}>${words.ask}</a>
<a href="${verificationLink({}, view)}"${current(place === "verify")}>${VERIFICATION_WORDS[lang].title}</a>
<a href="${sourcesLink(view)}"${current(place === "sources")}>${strings.sources.title}</a>
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

/** Metadata for link previews: only where the public address is known. */
function shared(view: View, { title, description, address, isArticle }: Page): Content {
  const { publicUrl, root, words, lang, assets } = view;
  if (publicUrl === undefined) return undefined;
  const property = (name: string, content: string) => html`<meta property="${name}" content="${content}">\n`;
  return [
    html`<link rel="canonical" href="${root}${address(view)}">\n`,
    LANGUAGES.map(
      (other) =>
        html`<link rel="alternate" hreflang="${other}" href="${root}${address({ ...view, chosen: other })}">\n`,
    ),
    property("og:type", isArticle ? "article" : "website"),
    property("og:site_name", words.name),
    property("og:title", title),
    property("og:description", description ?? words.tagline),
    property("og:url", root + address(view)),
    property("og:locale", lang),
    property("og:image", root + assets.url("card.png")),
    property("og:image:width", "1200"),
    property("og:image:height", "630"),
    html`<meta name="twitter:card" content="summary_large_image">\n`,
  ];
}

/** Letters beyond a script's first file of faces, which hold those of fewer languages (see `fonts.css`). */
const EXTENDED = { latin: /[\u0100-\u0130\u0132-\u0151\u0154-\u024f]/, cyrillic: /[\u0460-\u052f]/ } as const;

/** The fonts of the first screen: both weights for the page's script, and the font of the quotes. */
function fontsOf({ strings, words }: View): string[] {
  const sample = words.welcome + words.tagline;
  const script = /\p{Script=Cyrillic}/u.test(sample)
    ? "cyrillic"
    : strings.direction === "rtl"
      ? "arabic"
      : "latin";
  const parts = script !== "arabic" && EXTENDED[script].test(sample) ? [script, `${script}-ext`] : [script];
  return [
    ...parts.flatMap((part) => {
      const family = part === "arabic" || part === "latin" ? "ibm-plex-sans-arabic" : "ibm-plex-sans";
      return [400, 600].map((weight) => `${family}-${part}-${weight}-normal.woff2`);
    }),
    "noto-naskh-arabic-arabic-wght-normal.woff2",
  ];
}

function current(is: boolean): Content {
  return is && html` aria-current="page"`;
}

function languages(view: View, address: Page["address"]): Html {
  return html`<details class="languages">
<summary aria-label="${view.words.language}: ${view.strings.name}"><span aria-hidden="true">${view.strings.name}</span></summary>
<ul>
${LANGUAGES.map(
  (lang) =>
    html`<li><a href="${address({ ...view, chosen: lang })}" lang="${lang}" hreflang="${lang}" data-language="${lang}"${lang === view.lang && html` aria-current="true"`}>${STRINGS[lang].name}</a></li>\n`,
)}</ul>
</details>`;
}
