import { isStopword } from "../analysis/stopwords.ts";
import type { Language } from "../languages/codes.ts";
import type { Fragment, Step } from "./alignment.ts";
import type { Evidence } from "./evidence.ts";
import type { Word } from "./words.ts";

/** Words of a fragment that count as taken from the sources, and how many of them must say something. */
const MIN_WORDS = 3;
const MIN_CONTENT = 2;
/** Share of a fragment's words that must be the source's: fewer are the source's words by chance. */
const MIN_SHARE = 0.5;
/** Words left out without a mark up to which what is on both sides is one passage with a cut in it, whatever the punctuation. */
const MAX_CUT = 8;

/** Words of a phrase that was put elsewhere in its sentence; two longer ones in another order are two quotations. */
const MAX_MOVED = 5;

/** A fragment that is taken from the sources, without what merely stands at its ends. */
export interface Taken {
  readonly steps: Fragment;
  readonly t0: number;
  readonly t1: number;
  readonly s0: number;
  readonly s1: number;
  readonly same: number;
}

/** Words of the source, in whatever order. */
const isTheirs = ({ kind }: Step) => kind === "same" || kind === "swapped";

const sameWords = (steps: readonly Step[]) =>
  steps.reduce((sum, step) => sum + (isTheirs(step) ? step.t1 - step.t0 : 0), 0);

/** Fragments that are more than words met by chance; `all` is how many words the quotation has. */
export function takenFrom(
  fragments: readonly Fragment[],
  typed: readonly Word[],
  language: Language,
): Taken[] {
  return fragments.flatMap((fragment) => {
    const from = fragment.findIndex(isKept);
    if (from < 0) return [];
    const steps = fragment.slice(from, fragment.findLastIndex(isKept) + 1);
    const [first, last] = [steps[0] as Step, steps.at(-1) as Step];
    const same = steps.filter(isTheirs);
    const words = sameWords(steps);
    const content = same.filter((step) => !isStopword((typed[step.t0] as Word).key, language)).length;
    const whole = words === typed.length && same.every(({ kind }) => kind === "same");
    const enough = words >= MIN_WORDS && content >= MIN_CONTENT && words >= (last.t1 - first.t0) * MIN_SHARE;
    return whole || enough
      ? [{ steps, t0: first.t0, t1: last.t1, s0: first.s0, s1: last.s1, same: words }]
      : [];
  });
}

/** Marks by which a writer owns up to having left something out. */
export const ELLIPSIS = /…|\.{2,}|\[\s*\]|\(\s*\)/u;

/** A fragment as the parts of it that such a mark keeps apart. */
export function splitAtEllipses(taken: Taken, typed: readonly Word[], pasted: string): Taken[] {
  const parts: Step[][] = [[]];
  for (const step of taken.steps) {
    const last = parts.at(-1) as Step[];
    const mark = pasted.slice(
      (typed[step.t0 - 1] as Word | undefined)?.end ?? 0,
      (typed[step.t0] as Word).start,
    );
    if (step.kind !== "dropped" || step.t0 === taken.t0 || !ELLIPSIS.test(mark)) last.push(step);
    else if (last.length > 0) parts.push([]);
  }
  if (parts.length === 1) return [taken];
  return parts
    .filter((steps) => steps.length > 0)
    .map((steps) => {
      const [first, last] = [steps[0] as Step, steps.at(-1) as Step];
      const { t0, s0 } = first;
      return { steps, t0, t1: last.t1, s0, s1: last.s1, same: sameWords(steps) };
    });
}

/** A word added or dropped at the end of a fragment is not part of it; a substituted one is. */
const isKept = (step: Step) => step.kind !== "added" && step.kind !== "dropped";

/** What lies between two fragments: a cut in one passage, another order in one sentence, or a leap to another place. */
export type Joint = "cut" | "moved" | "leap";

export function jointOf(before: Taken, after: Taken, { words, passageOf }: Evidence): Joint {
  const passage = passageOf(before.s1 - 1);
  if (passage !== passageOf(after.s0)) return "leap";
  const sentenceOf = (at: number) =>
    passage.sentences.findIndex(([start, end]) => {
      const word = words[at] as Word;
      return start <= word.start && word.end <= end;
    });
  const together = sentenceOf(before.s1 - 1) === sentenceOf(after.s0);
  if (after.s0 >= before.s1) return together || after.s0 - before.s1 <= MAX_CUT ? "cut" : "leap";
  const shorter = Math.min(before.t1 - before.t0, after.t1 - after.t0);
  return together && shorter <= MAX_MOVED ? "moved" : "leap";
}
