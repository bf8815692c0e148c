import { mayBeJoined, stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Corpus, Passage } from "../model/corpus.ts";
import { align, type Fragment, type Source } from "./alignment.ts";
import { candidatesFor } from "./candidates.ts";
import { joined, type SourceWords } from "./passage-words.ts";
import type { Segment } from "./segments.ts";
import type { IsWord } from "./slips.ts";
import type { Word } from "./words.ts";

/** The words of a quotation beside the words of the sources that explain them best. */
export interface Evidence {
  readonly typed: readonly Word[];
  readonly words: readonly Word[];
  readonly fragments: readonly Fragment[];
  /** The passage of a word of the sources. */
  readonly passageOf: (word: number) => Passage;
}

/** Share of the quotation's words that must be the source's to be one passage altered; with less it is absent. */
export const MIN_ALTERED = 0.55;

export interface EvidenceParts {
  readonly claimed: readonly string[];
  readonly index: PassageIndex;
  readonly corpus: Corpus;
  readonly wordsIn: (passage: Passage) => SourceWords;
  readonly isWord: IsWord;
}

export function evidenceFor(
  typed: readonly Word[],
  { claimed, index, corpus, wordsIn, isWord }: EvidenceParts,
): Evidence {
  const parts: (SourceWords | undefined)[] = [];
  const owners: Passage[] = [];
  const segments: Segment[] = [];
  let last: Passage | undefined;
  for (const { passage, windows } of candidatesFor(typed, claimed, index, corpus)) {
    if (!last || last.doc !== passage.doc || last.index !== passage.index - 1) {
      parts.push(undefined);
      owners.push(passage);
    }
    const start = owners.length;
    const part = wordsIn(passage);
    parts.push(part);
    for (let at = 0; at < part.words.length; at += 1) owners.push(passage);
    segments.push({ start, end: owners.length, windows });
    last = passage;
  }
  const passageOf = (word: number) => owners[word] as Passage;
  const all = joined(parts);
  const source: Source = {
    words: all,
    segments,
    preferred: (word) => claimed.some((id) => passageOf(word).speakers.includes(id)),
  };
  const stemOf = (key: string) => stem(key, index.languages.main);
  // One more is the sources' when it lost its joiner
  const words = [...all.words];
  const fragments = words.length > 0 ? align(typed, source, stemOf, typed.length * MIN_ALTERED - 2) : [];
  const whole = withoutJoiner(fragments, typed, words, isWord, index);
  return { typed, words, fragments: whole.map((one) => withinMarks(one, words, passageOf)), passageOf };
}

/**
 * Whoever quotes from the middle of a text leaves the conjunction away that is glued to the first word. The quotation then begins behind
 * it: still a slice of the document. `words` is changed in that place.
 */
function withoutJoiner(
  fragments: readonly Fragment[],
  typed: readonly Word[],
  words: Word[],
  isWord: IsWord,
  index: PassageIndex,
): readonly Fragment[] {
  const [fragment, ...others] = fragments;
  const [step, ...rest] = fragment ?? [];
  const mine = typed[0];
  const theirs = words[step?.s0 ?? -1];
  if (!step || !mine || !theirs || step.kind !== "changed" || step.t0 !== 0) return fragments;
  if (!mayBeJoined(theirs.key) || theirs.key.slice(1) !== mine.key) return fragments;
  if (!isWord(mine.key) && !isStopword(mine.key, index.languages.main)) return fragments;
  const behind = { ...theirs, text: theirs.text.slice(1), start: theirs.start + 1, key: mine.key };
  words[step.s0] = behind;
  return [[{ ...step, kind: "same" }, ...rest], ...others];
}

/** What parts quoted words from what is around them. */
const BOUNDARY = /["“”«»:]/u;

/** A word at an end that matches none of the quoted words, only one beyond the marks, counts as added. */
function withinMarks(
  fragment: Fragment,
  words: readonly Word[],
  passageOf: (word: number) => Passage,
): Fragment {
  const beyond = (left: number, right: number) => {
    const [a, b] = [words[left], words[right]];
    if (!a || !b || passageOf(left) !== passageOf(right)) return false;
    const { text, start } = passageOf(left);
    return BOUNDARY.test(text.slice(a.end - start, b.start - start));
  };
  return fragment.map((step, at) => {
    if (step.kind !== "changed") return step;
    if (at === 0 && beyond(step.s0, step.s1)) return { ...step, kind: "added", s0: step.s1 };
    if (at === fragment.length - 1 && beyond(step.s0 - 1, step.s0))
      return { ...step, kind: "added", s1: step.s0 };
    return step;
  });
}
