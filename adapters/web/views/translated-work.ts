import { translatedTitleOf } from "../../../src/citation.ts";
import type { Language } from "../../../src/languages/codes.ts";
import type { Document } from "../../../src/model/corpus.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { type Content, html } from "./html.ts";

/** The title in the reader's language, under the original's; nothing where nobody has translated it. */
export function translatedWork(document: Document, lang: Language): Content {
  const title = translatedTitleOf(document, STRINGS[lang]);
  return title !== undefined && html` <bdi class="translated" lang="${lang}">${title}</bdi>`;
}
