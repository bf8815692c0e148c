import { EMPTY_HASH, fnv1a } from "../analysis/hash.ts";
import { textLanguage } from "../analysis/text-language.ts";
import { tokenize } from "../analysis/tokenizer.ts";
import { safeEnd } from "../analysis/truncate.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Corpus, Document, Known, Passage, TranslatedNames, Translations } from "../model/corpus.ts";
import type { Paragraph } from "./chunker.ts";
import type { Leaders } from "./leaders.ts";
import type { Lexicon } from "./lexicon.ts";
import { attributeQuotes } from "./quote-attribution.ts";
import { type CatalogueEntry, isPlaceKind, type SpeakerCorrection } from "./schema.ts";
import type { Text } from "./texts.ts";

/** UTF-16 units of the opening words that stand in for a missing headline. */
const OPENING = 70;
/** Words that a file's name must have to serve as a title. */
const MIN_NAME_WORDS = 2;

export interface BuildParts {
  readonly texts: readonly Text[];
  /** By document. */
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** What the texts are written in, where their owner says. */
  readonly languages: readonly Language[] | undefined;
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
  readonly corrections: readonly SpeakerCorrection[];
  readonly translations: Translations;
}

/** The documents with their passages, and who is named and who speaks in each. */
export function buildCorpus(parts: BuildParts): Omit<Corpus, "presentation"> {
  const { texts, catalogue, languages, leaders, translations } = parts;
  const passages: Passage[] = [];
  const ofTexts = languagesOf(texts, catalogue, languages);
  const documents = texts.map((text, number): Document => {
    const own = passagesOf(text, ofTexts[number] as Language, passages.length, parts);
    passages.push(...own);
    return documentOf(text, ofTexts[number] as Language, own, parts);
  });
  return { documents, passages, leaders: leaders.all, translations, fingerprint: fingerprint(texts) };
}

/** The passages of a text, the first of which gets the number `first`. */
function passagesOf(
  { id, text, paragraphs, format, encoding }: Text,
  lang: Language,
  first: number,
  { leaders, lexicon, corrections }: BuildParts,
): Passage[] {
  // Nobody known is named, and nobody speaks
  const tokens = leaders.all.length > 0 ? paragraphs.map((p) => tokenize(p.text)) : [];
  const isPlace = (token: { folded: string }) =>
    lexicon
      .match([token as never], lang)
      .some((m) => m.concepts.some((c) => isPlaceKind(lexicon.concepts[c]?.kind)));
  const people = leaders.inDocument(tokens, isPlace);
  const speakers = attributeQuotes({
    paragraphs,
    tokens,
    people,
    leaders,
    corrections: corrections.filter((c) => c.doc === id),
  });
  const source =
    format === "text" && encoding === "utf-8" ? undefined : format === "text" ? encoding : format;
  return paragraphs.map((p, at): Passage => {
    const { paragraph, start, end, kind, heading, sentences } = p;
    if (text.slice(start, end) !== p.text)
      throw new Error(`${id}: paragraph ${paragraph} is not the slice that it says it is`);
    return {
      index: first + at,
      doc: id,
      paragraph,
      start,
      end,
      text: p.text,
      kind,
      ...(heading === undefined ? {} : { heading }),
      sentences,
      speakers: speakers[at] as readonly string[],
      people: [...new Set((people[at] ?? []).flatMap((m) => m.ids))],
      ...(source && { source }),
    };
  });
}

function documentOf(
  { id, text, paragraphs, title }: Text,
  lang: Language,
  passages: readonly Passage[],
  { catalogue, translations }: BuildParts,
): Document {
  const entry = catalogue.get(id);
  const headline = paragraphs.find((p) => p.kind === "headline");
  const called = title === undefined ? titleOfName(id) : ({ how: "stated", value: title } as const);
  return {
    id,
    text,
    lang,
    title: factOf(entry?.title) ?? called,
    opening: opening((paragraphs[0] as Paragraph).text),
    publisher: factOf(entry?.publisher) ?? { how: "unknown" },
    date: (entry?.date as Known<string> | undefined) ?? { how: "unknown" },
    passages,
    translated: namesOf({ id, headline, translations, ...entry }),
  };
}

type Name = NonNullable<CatalogueEntry["title"]>;

/** What the document itself is concerned with: its names in other languages are kept apart. */
function factOf(name: Name | undefined): Known<string> | undefined {
  if (!name) return undefined;
  return name.how === "unknown" ? { how: name.how } : { how: name.how, value: name.value };
}

/** The names that the catalogue gives in each language, and else those that the translation itself begins with. */
function namesOf({
  id,
  headline,
  translations,
  title,
  publisher,
}: {
  readonly id: string;
  readonly headline: Paragraph | undefined;
  readonly translations: Translations;
  readonly title?: Name | undefined;
  readonly publisher?: Name | undefined;
}): NonNullable<Document["translated"]> {
  const given = (name: Name | undefined, language: Language) =>
    name && name.how !== "unknown" ? name.in?.[language] : undefined;
  const names = LANGUAGES.map((language): [Language, TranslatedNames] => {
    const lines = translations.get(language)?.get(id);
    const called = given(title, language) ?? (headline && lines?.[headline.paragraph - 1]);
    const published = given(publisher, language);
    return [
      language,
      {
        ...(called ? { title: called } : lines?.[0] ? { opening: opening(lines[0]) } : {}),
        ...(published ? { publisher: published } : {}),
      },
    ];
  });
  return Object.fromEntries(names.filter(([, own]) => Object.keys(own).length > 0));
}

/** The language of each text; one without a letter is taken to be in the language of the others. */
function languagesOf(
  texts: readonly Text[],
  catalogue: ReadonlyMap<string, CatalogueEntry>,
  among: readonly Language[] | undefined,
): Language[] {
  // Where all are in one language there is nothing to tell apart
  const only = among?.length === 1 ? among[0] : undefined;
  const found = texts.map(({ id, text }) => catalogue.get(id)?.lang ?? only ?? textLanguage(text, among));
  const known = found.filter((language) => language !== undefined);
  const count = (language: Language) => known.filter((other) => other === language).length;
  const [usual = among?.[0] ?? "ar"] = [...new Set(known)].toSorted((a, b) => count(b) - count(a));
  return found.map((language) => language ?? usual);
}

/** A title from the file's name if it consists of words; a number or a hash is none. */
function titleOfName(id: string): Known<string> {
  const name = id
    .slice(id.lastIndexOf("/") + 1)
    .replace(/\.[^.]+$/, "")
    .replace(/[_\s-]+/gu, " ")
    .trim();
  const words = name.split(" ").filter((word) => /^\p{L}{2,}$/u.test(word));
  return words.length >= MIN_NAME_WORDS ? { how: "inferred", value: name } : { how: "unknown" };
}

/** The first words, whole, up to OPENING units. */
function opening(passage: string): string {
  const text = passage.slice(0, 4 * OPENING).replace(/\s+/gu, " ");
  if (text.length <= OPENING) return text;
  const space = text.lastIndexOf(" ", OPENING);
  return text.slice(0, space > OPENING / 2 ? space : safeEnd(text, 0, OPENING)).replace(/[\s،,:"“]+$/u, "");
}

/** Stands in no text. */
const END = "\uffff";

/** FNV-1a over the names and texts, folded to 24 bits: small enough for a button, and any edit changes it. */
function fingerprint(texts: readonly Text[]): number {
  let hash = EMPTY_HASH;
  for (const { id, text } of texts) for (const part of [id, text]) hash = fnv1a(END, fnv1a(part, hash));
  return ((hash >>> 24) ^ hash) & 0xffffff;
}
