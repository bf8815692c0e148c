import { detectLanguage } from "../analysis/language-detector.ts";
import { stem } from "../analysis/stemmer.ts";
import { isNumber, type Token, tokenize } from "../analysis/tokenizer.ts";
import { isPlaceKind } from "../corpus/schema.ts";
import { bare } from "../index/terms.ts";
import type { Quote } from "../model/answer.ts";
import type { Document, Passage, Span } from "../model/corpus.ts";
import type { Verification, VerificationRequest } from "../model/verification.ts";
import type { AboutOf } from "./differences.ts";
import { judge } from "./judgement.ts";
import { type Nearest, nearestFinder } from "./nearest.ts";
import { passageWords } from "./passage-words.ts";
import { asksAboutQuotation, isInside, type Quotation, quotationIn, quotationsIn } from "./quotations.ts";
import type { RenderingParts } from "./rendering.ts";
import type { IsWord } from "./slips.ts";
import type { Word } from "./words.ts";

/** UTF-16 units, as of a question. */
export const MAX_QUOTATION_LENGTH = 4000;
/** Words that tell the language: as many as are read of a question. */
const MAX_TOLD = 128;

export interface VerifierParts extends RenderingParts {
  /** Ids of the people that a name may mean; empty if it is not known. */
  readonly peopleOf: (name: string) => readonly string[];
}

/** Checks quotations against one corpus. */
export function createVerifier(parts: VerifierParts) {
  const { corpus, index } = parts;
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  const find = finder(parts, documents);

  function verify({ text, speaker, locale }: VerificationRequest): Verification {
    const languageOf = (words: string, tokens = tokenize(words)) => {
      const some = tokens.slice(0, MAX_TOLD);
      return detectLanguage(words.slice(0, some.at(-1)?.end), some, locale, index.languages.main).language;
    };
    const start = text.slice(0, MAX_QUOTATION_LENGTH);
    const tokens = tokenize(start);
    const lang = languageOf(start, tokens);
    if (text.length > MAX_QUOTATION_LENGTH) return { kind: "refused", lang, reason: "too-long" };
    const quotation = quotationIn(text, tokens, parts);
    if (!tokens.some((token) => isInside(token, quotation.span)))
      return { kind: "refused", lang, reason: "empty" };
    const { found, span, named } = find(text, tokens, quotation, speaker, locale);
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

/** Tells what the words of a quotation are, where in the text they stand, and whom they are said to be of. */
function finder(parts: VerifierParts, documents: ReadonlyMap<string, Document>) {
  const { corpus, index } = parts;
  const known = {
    index,
    corpus,
    documents,
    wordsIn: passageWords((key) => stem(key, index.languages.main)),
    isWord: knownWords(parts),
    aboutOf: aboutIn(parts),
  };
  const notFound = nearestFinder(parts, documents);

  return function find(
    text: string,
    tokens: readonly Token[],
    { span: quoted, claimed, loose }: Quotation,
    speaker: string | undefined,
    locale: string | undefined,
  ): { readonly found: Nearest; readonly span: Span; readonly named: readonly string[] } {
    let named = speaker?.trim() ? parts.peopleOf(speaker) : claimed;
    const judging = { ...known, pasted: text, tokens, claimed: named };
    let span = quoted;
    let judged = judge(span, judging);
    if (loose) {
      const whole = judge([0, text.length], judging);
      if (isFirm(whole) || !isFirm(judged)) [judged, span] = [whole, [0, text.length]];
      // A name in the source's own words claims nothing
      if (isFirm(whole) && !speaker?.trim()) named = [];
    }
    if (judged.verdict !== "absent") return { found: judged, span, named };
    const inside = tokens.filter((token) => isInside(token, span));
    return { found: notFound(text.slice(...span), inside, locale), span, named };
  };
}

const isFirm = ({ verdict }: { readonly verdict: string }) => verdict === "exact" || verdict === "spelling";

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
