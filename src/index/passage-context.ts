import { MONTHS } from "../analysis/references.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Language } from "../languages/codes.ts";
import type { Document, Passage } from "../model/corpus.ts";
import { isOneSubject } from "./cohesion.ts";

/** Paragraphs that say what a document is about: its headline and lead, or its opening. */
const INTRODUCTION = 2;

/** Paragraphs under a subheading that it is found by: of a longer part the first tell what it is about. */
const UNDER = 8;

/** What a whole document is about, and where it comes from; `words` are those of its passages. */
export function about(document: Document, words: readonly (readonly Token[])[]): string {
  const { lang, passages, publisher, date } = document;
  // In a digest or a list of questions the first lines are about themselves, not about the rest
  const first = passages.slice(0, INTRODUCTION);
  const introduction = isOneSubject(words, lang, INTRODUCTION)
    ? first
    : first.filter(({ kind }) => kind === "headline");
  return [
    ...introduction.map(({ text }) => text),
    publisher.value ?? "",
    date.value ? dateWords(date.value, lang) : "",
  ].join(" · ");
}

/** The surroundings of a passage that say what it is about. A signature or a title takes those of what it signs or entitles. */
export function around(document: Document, passage: Passage, at: number): string {
  if (passage.kind === "subheading")
    return document.passages
      .slice(at + 1, at + 1 + UNDER)
      .filter(({ heading }) => heading === passage.text)
      .map(({ text }) => text)
      .join(" · ");
  if (passage.kind === "source" || passage.kind === "credit") return (document.passages[0] as Passage).text;
  return passage.heading ?? "";
}

/** A date as its language writes it; Arabic in all the names of the month that its press uses, so that questions meet it. */
function dateWords(iso: string, lang: Language): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  if (lang !== "ar")
    return new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, {
      dateStyle: "long",
      timeZone: "UTC",
    }).format(Date.UTC(year, month - 1, day));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
