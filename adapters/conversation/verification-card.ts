import { safeEnd, truncate } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Quote } from "../../src/model/answer.ts";
import type { Corpus, Span } from "../../src/model/corpus.ts";
import type { Difference, Verdict, Verification } from "../../src/model/verification.ts";
import { stretch } from "../../src/quote.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Strings } from "../../src/strings/strings.ts";
import { type Card, cardOf, type Part } from "./card.ts";
import type { PagedQuotes } from "./paged-quotes.ts";

/** Places shown for one quotation; each can fill a message. */
const MAX_PLACES = 3;
/** Differences listed one by one; further ones are only marked. */
const MAX_DIFFERENCES = 4;
/** Quotations of one message that are checked. */
export const MAX_QUOTATIONS = 3;
/** UTF-16 units of a quotation that are shown back. */
const MAX_SHOWN = 400;

/** How good the news is, for a colour; the words say it too. */
const TONES: Readonly<Record<Verdict, NonNullable<Card["tone"]>>> = {
  exact: "good",
  spelling: "good",
  translation: "unsure",
  misattributed: "bad",
  altered: "bad",
  stitched: "bad",
  absent: "bad",
};

export interface Checked {
  /** As it was pasted. */
  readonly text: string;
  readonly found: Verification;
}

/** The verdict in one line, what was pasted with its words that differ, who says it, and the source's own words. */
export function verificationCard(checked: readonly Checked[], corpus: Corpus, paged: PagedQuotes): Card {
  const [first] = checked;
  const lang: Language = first?.found.lang ?? "ar";
  const strings = STRINGS[lang];
  const parts = checked.flatMap((one) => partsOf(one, strings, corpus, paged, checked.length));
  const tones = checked.map(({ found }) => (found.kind === "verified" ? TONES[found.verdict] : "unsure"));
  const tone = (["bad", "unsure", "good"] as const).find((one) => tones.includes(one)) ?? "unsure";
  const copy = checked.length === 1 ? copied(parts) : undefined;
  return { ...cardOf(strings, parts), tone, ...(copy ? { copy } : {}) };
}

function partsOf(
  { text, found }: Checked,
  strings: Strings,
  corpus: Corpus,
  paged: PagedQuotes,
  together: number,
): Part[] {
  if (found.kind === "refused")
    return [
      { kind: "notice", text: found.reason === "empty" ? strings.answer.empty : strings.answer.tooLong },
    ];
  const { verdict, places, differences } = found;
  const shown = places.slice(0, verdict === "stitched" ? MAX_PLACES : 1);
  const width = Math.floor(paged.width / (together * shown.length || 1));
  return [
    { kind: "notice", text: strings.verification.verdict[verdict] },
    pastedPart(text, found, strings),
    ...toldOf(found, strings, corpus).map((line): Part => ({ kind: "notice", text: line, aside: true })),
    ...(verdict === "absent" && shown.length > 0
      ? [{ kind: "notice", text: strings.verification.nearest } as const]
      : []),
    ...shown.map((place): Part => ({ kind: "quote", quote: quoteAt(place, strings, paged, width) })),
    ...differencesTold(text, differences, strings, corpus),
  ];
}

type Verified = Extract<Verification, { kind: "verified" }>;

/** Who says it, where it is another than was claimed. */
function toldOf({ verdict, speakers }: Verified, strings: Strings, { leaders }: Corpus): string[] {
  if (verdict !== "misattributed") return [];
  const names = speakers.flatMap((id) => {
    const person = leaders.find((one) => one.id === id);
    return person ? [person.name[strings.language] ?? person.name.ar] : [];
  });
  return [names.length > 0 ? strings.verification.saidBy(names) : strings.verification.byText];
}

/** The words that were checked, each unsafe character as a blank, so that marks keep their places. */
function pastedPart(text: string, { quotation, differences }: Verified, strings: Strings): Part {
  const [start, end] = quotation;
  const whole = text.slice(start, end);
  const stop = start + (whole.length <= MAX_SHOWN ? whole.length : safeEnd(whole, 0, MAX_SHOWN));
  const words = text.slice(start, stop).replace(/[\p{Cc}\p{Zl}\p{Zp}\u2066-\u2069\u202a-\u202e]/gu, " ");
  const marks = differences
    .flatMap(({ kind, typed }) => (typed && kind !== "punctuation" ? [typed] : []))
    .map(([a, b]): Span => [Math.max(0, a - start), Math.min(b, stop) - start])
    .filter(([a, b]) => a < b)
    .toSorted((a, b) => a[0] - b[0]);
  return {
    kind: "question",
    label: strings.verification.pasted,
    text: stop < end ? `${words}…` : words,
    marks,
  };
}

/** The very words, with marks at the ends where the paragraph goes on. */
function quoteAt(place: Quote, strings: Strings, paged: PagedQuotes, width: number) {
  const quote = paged.shown(place, strings, { page: 0, translated: true });
  const passage = paged.passageOf(place);
  const document = paged.documentOf(passage);
  const end = safeEnd(
    document.text.slice(0, place.end),
    place.start,
    Math.min(place.end, place.start + width),
  );
  const whole = { ...place, start: passage.start, end: passage.end };
  return { ...quote, excerpt: stretch(document, whole, [place.start, end]) };
}

function differencesTold(
  text: string,
  differences: readonly Difference[],
  strings: Strings,
  corpus: Corpus,
): Part[] {
  const { added, dropped, changed, moved } = strings.verification;
  const words = (span: Span | undefined, of: string) => (span ? clean(of.slice(...span)) : "");
  const lines = differences.flatMap(({ kind, typed, source, doc }) => {
    const mine = words(typed, text);
    const theirs = words(source, corpus.documents.find(({ id }) => id === doc)?.text ?? "");
    if (kind === "added") return [added(mine)];
    if (kind === "dropped") return [dropped(theirs)];
    if (kind === "moved") return [moved(mine)];
    return kind === "changed" || kind === "spelling" ? [changed(mine, theirs)] : [];
  });
  return lines.slice(0, MAX_DIFFERENCES).map((line) => ({ kind: "notice", text: line, aside: true }));
}

/** UTF-16 units of differing words in the list of differences. */
const MAX_WORDS_SHOWN = 80;

const clean = (words: string) => {
  const line = words.replace(/[\p{Cc}\p{Zl}\p{Zp}\u2066-\u2069\u202a-\u202e\s]+/gu, " ");
  return truncate(line, MAX_WORDS_SHOWN);
};

/** The first place with its citation, whole or not at all. */
function copied(parts: readonly Part[]): string | undefined {
  const quote = parts.find((part) => part.kind === "quote")?.quote;
  return quote && `«${quote.excerpt.text}»\n— ${quote.citation.line.replace(/[\u2068\u2069]/gu, "")}`;
}
