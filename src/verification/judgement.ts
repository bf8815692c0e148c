import type { Token } from "../analysis/tokenizer.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Quote } from "../model/answer.ts";
import type { Corpus, Document, Passage, Span } from "../model/corpus.ts";
import type { Difference } from "../model/verification.ts";
import { type AboutOf, byWeight, type Compared, differencesOf, isFormal } from "./differences.ts";
import { type Evidence, evidenceFor, MIN_ALTERED } from "./evidence.ts";
import { jointOf, splitAtEllipses, type Taken, takenFrom } from "./fragments.ts";
import { added, atEnds, atJoint } from "./joints.ts";
import type { SourceWords } from "./passage-words.ts";
import { occurrences, placesOf } from "./places.ts";
import { isInside } from "./quotations.ts";
import type { IsWord } from "./slips.ts";
import { wordsOf } from "./words.ts";

/** Share of the quotation's words that must be the source's to be put together from several passages. */
const MIN_STITCHED = 0.7;
/** Places shown for words that stand in many. */
const MAX_PLACES = 10;

export interface Judging {
  readonly pasted: string;
  readonly tokens: readonly Token[];
  readonly claimed: readonly string[];
  readonly index: PassageIndex;
  readonly corpus: Corpus;
  readonly documents: ReadonlyMap<string, Document>;
  readonly wordsIn: (passage: Passage) => SourceWords;
  readonly isWord: IsWord;
  readonly aboutOf: AboutOf;
}

/** What the words are, whoever said them. */
export interface Judged {
  readonly verdict: "exact" | "spelling" | "altered" | "stitched" | "absent";
  readonly places: readonly Quote[];
  readonly differences: readonly Difference[];
}

const ABSENT: Judged = { verdict: "absent", places: [], differences: [] };

/** Judges the words of the pasted text within `span`. */
export function judge(span: Span, judging: Judging): Judged {
  const inside = judging.tokens.filter((token) => isInside(token, span));
  const typed = wordsOf(judging.pasted.slice(...span), span[0], inside);
  const evidence = evidenceFor(typed, judging);
  const taken = takenFrom(evidence.fragments, typed, judging.index.languages.main).flatMap((one) =>
    splitAtEllipses(one, typed, judging.pasted),
  );
  if (taken.length === 0) return ABSENT;
  const share = (parts: readonly Taken[]) => parts.reduce((sum, { same }) => sum + same, 0) / typed.length;
  if (share(taken) < MIN_ALTERED) return ABSENT;
  const joints = taken.slice(1).map((one, at) => jointOf(taken[at] as Taken, one, evidence));
  if (!joints.includes("leap")) return onePassage(span, taken, evidence, judging);
  const largest = taken.reduce((a, b) => (b.same > a.same ? b : a));
  if (share(taken) < MIN_STITCHED && share([largest]) >= MIN_ALTERED)
    return onePassage(span, [largest], evidence, judging);
  const compared = compare(evidence, judging);
  return {
    verdict: "stitched",
    places: taken.flatMap((one) => placesOf([one], compared, evidence)).slice(0, MAX_PLACES),
    differences: byWeight([
      ...taken.flatMap((one) => differencesOf(one.steps, compared)),
      ...added(taken, compared),
    ]),
  };
}

function compare(evidence: Evidence, { pasted, documents, isWord, aboutOf }: Judging): Compared {
  const { typed, words, passageOf } = evidence;
  const documentOf = (word: number) => documents.get(passageOf(word).doc) as Document;
  return { pasted, typed, words, documentOf, isWord, aboutOf };
}

function onePassage(span: Span, taken: readonly Taken[], evidence: Evidence, judging: Judging): Judged {
  const compared = compare(evidence, judging);
  const first = readAs(span, taken, evidence, compared);
  if (first.verdict === "altered" || taken.length > 1) return first;
  // The same words may also occur elsewhere, letter for letter, or said by the claimed speaker
  const others = occurrences(taken[0] as Taken, evidence)
    .slice(0, MAX_PLACES)
    .map((one) => readAs(span, [one], evidence, compared))
    .filter(({ verdict }) => verdict !== "altered");
  const all = [first, ...others].toSorted((a, b) => rankOf(a, judging) - rankOf(b, judging));
  const best = all[0] as Judged;
  return { ...best, places: all.flatMap(({ places }) => places).slice(0, MAX_PLACES) };
}

/** Whom the claim is true of comes first, then what is the same letter for letter. */
function rankOf({ verdict, places }: Judged, { claimed, corpus }: Judging): number {
  const said = places.some(
    ({ doc, paragraph }) =>
      claimed.length > 0 &&
      corpus.passages.some(
        (p) => p.doc === doc && p.paragraph === paragraph && p.speakers.some((id) => claimed.includes(id)),
      ),
  );
  return (said ? 0 : 2) + (verdict === "exact" ? 0 : 1);
}

function readAs(span: Span, taken: readonly Taken[], evidence: Evidence, compared: Compared): Judged {
  const found = [
    ...taken.flatMap((one) => differencesOf(one.steps, compared)),
    ...taken.slice(1).flatMap((one, at) => atJoint(taken[at] as Taken, one, compared, evidence)),
    ...added(taken, compared),
  ];
  const ends = atEnds(span, taken, compared);
  const differences = byWeight([...found, ...ends.differences]);
  const verdict = differences.length === 0 ? "exact" : differences.every(isFormal) ? "spelling" : "altered";
  // Words left out between two fragments are shown where they stand, unless a mark owns up to it
  const honest = taken.length > 1 && verdict !== "altered";
  const parts = honest ? taken.map((one) => [one]) : [taken];
  const places = parts.flatMap((one) => placesOf(one, compared, evidence, differences));
  return { verdict, differences, places: ends.widened(places) };
}
