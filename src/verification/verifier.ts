import { detectLanguage } from "../analysis/language-detector.ts";
import { isNumber, tokenize } from "../analysis/tokenizer.ts";
import { isPlaceKind } from "../corpus/schema.ts";
import { bare } from "../index/terms.ts";
import type { Quote } from "../model/answer.ts";
import type { Document, Passage, Span } from "../model/corpus.ts";
import type { Verdict, Verification, VerificationRequest } from "../model/verification.ts";
import type { AboutOf } from "./differences.ts";
import { type Judged, judge } from "./judgement.ts";
import { passageWords } from "./passage-words.ts";
import { asksAboutQuotation, isInside, quotationIn, quotationsIn } from "./quotations.ts";
import { NEAREST, nearestTo, quoteOf, type RenderingParts, renderedBy } from "./rendering.ts";
import type { IsWord } from "./slips.ts";
import type { Word } from "./words.ts";

/** UTF-16 units, as of a question. */
export const MAX_QUOTATION_LENGTH = 4000;

/** UTF-16 units by which what is about the same is looked for: what more is pasted says the same. Less where it cannot be a rendering. */
const MAX_ABOUT = 600;
const MAX_ABOUT_IN_OWN = 300;

export interface VerifierParts extends RenderingParts {
  /** Ids of the people that a name may mean; empty if it is not known. */
  readonly peopleOf: (name: string) => readonly string[];
}

/** Checks quotations against one corpus. */
export function createVerifier(parts: VerifierParts) {
  const { corpus, index } = parts;
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  const document = (id: string) => documents.get(id) as Document;
  const wordsIn = passageWords();
  const isWord = knownWords(parts);
  const aboutOf = aboutIn(parts);

  function verify({ text, speaker, locale }: VerificationRequest): Verification {
    const languageOf = (words: string, tokens = tokenize(words)) =>
      detectLanguage(words, tokens, locale, index.languages.main).language;
    const start = text.slice(0, MAX_QUOTATION_LENGTH);
    const tokens = tokenize(start);
    const lang = languageOf(start, tokens);
    if (text.length > MAX_QUOTATION_LENGTH) return { kind: "refused", lang, reason: "too-long" };
    const quotation = quotationIn(text, tokens, parts);
    if (!tokens.some((token) => isInside(token, quotation.span)))
      return { kind: "refused", lang, reason: "empty" };
    let named = speaker?.trim() ? parts.peopleOf(speaker) : quotation.claimed;
    const judging = { pasted: text, claimed: named, index, corpus, documents, wordsIn, isWord, aboutOf };
    let { span } = quotation;
    let judged = judge(span, judging);
    if (quotation.loose) {
      const whole = judge([0, text.length], judging);
      if (isFirm(whole) || !isFirm(judged)) [judged, span] = [whole, [0, text.length]];
      // A name in the source's own words claims nothing
      if (isFirm(whole) && !speaker?.trim()) named = [];
    }
    const found =
      judged.verdict === "absent" ? notFound(text.slice(...span), locale, parts, document) : judged;
    const claimed = { made: Boolean(speaker?.trim()) || named.length > 0, by: named };
    const spoken = found.places.map(speakersOf);
    const others = claimed.made && !spoken.some((ids) => ids.some((id) => claimed.by.includes(id)));
    const verdict = isFirm(found) && others ? "misattributed" : found.verdict;
    const { places, differences } = found;
    // Whoever asks about somebody's words asks in his own
    const around = `${text.slice(0, span[0])} ${text.slice(span[1])}`;
    return {
      kind: "verified",
      lang: tokenize(around).length > 1 ? languageOf(around) : lang,
      verdict,
      quotation: span,
      claimed: named,
      speakers: spoken[0] ?? [],
      places,
      differences,
    };
  }

  const speakersOf = ({ doc, start }: Quote): readonly string[] =>
    documents.get(doc)?.passages.find((p: Passage) => start < p.end)?.speakers ?? [];

  return {
    verify,
    quotations: (text: string): readonly VerificationRequest[] =>
      text.length > MAX_QUOTATION_LENGTH
        ? [{ text }]
        : quotationsIn(text, parts).map((span: Span) => ({ text: text.slice(...span).trim() })),
    asksAboutQuotation: (text: string) =>
      text.length <= MAX_QUOTATION_LENGTH && asksAboutQuotation(text, parts),
  };
}

interface Found extends Omit<Judged, "verdict"> {
  readonly verdict: Verdict;
}

/** What the words may render, or else what comes nearest to them. */
function notFound(
  words: string,
  locale: string | undefined,
  parts: VerifierParts,
  document: (id: string) => Document,
): Found {
  const { corpus, index } = parts;
  const about = words.slice(0, MAX_ABOUT);
  const { language } = detectLanguage(about, tokenize(about), locale, index.languages.main);
  const own = corpus.documents.every(({ lang }) => lang === language);
  const near = nearestTo(own ? about.slice(0, MAX_ABOUT_IN_OWN) : about, locale, parts);
  const rendered = renderedBy(words, near, parts, document);
  if (rendered) return { verdict: "translation", places: [rendered], differences: [] };
  return { verdict: "absent", places: near.ranked.slice(0, NEAREST).map(quoteOf), differences: [] };
}

const isFirm = ({ verdict }: { readonly verdict: Verdict }) => verdict === "exact" || verdict === "spelling";

/** Words of the texts and of the lexicon; what the lexicon has for the very thing that is meant is a spelling of it. */
function knownWords({ index, lexicon }: RenderingParts): IsWord {
  const conceptsOf = (key: string) =>
    lexicon.match(tokenize(key), index.languages.main).flatMap((m) => m.concepts);
  return (key, meant) => {
    if (index.vocabulary.has(bare(key))) return true;
    if (!lexicon.has(key, index.languages.main)) return false;
    const same = meant === undefined ? [] : conceptsOf(meant);
    return !conceptsOf(key).some((concept) => same.includes(concept));
  };
}

/** What a word is about: of the languages, that of the texts and those whose letters they may hold too. */
function aboutIn({ index, leaders, lexicon }: RenderingParts): AboutOf {
  return (word: Word) => {
    if (isNumber(word.key)) return "number";
    const tokens = tokenize(word.text);
    if (leaders.find(tokens).length > 0) return "name";
    const kinds = index.languages
      .of(word.key)
      .flatMap((language) =>
        lexicon.match(tokens, language).flatMap((m) => m.concepts.map((c) => lexicon.concepts[c]?.kind)),
      );
    if (kinds.some((kind) => kind === "number" || kind === "ordinal" || kind === "unit")) return "number";
    if (kinds.some((kind) => isPlaceKind(kind) || kind === "person" || kind === "organisation"))
      return "name";
    return kinds.some((kind) => kind === "month" || kind === "weekday") ? "date" : undefined;
  };
}
