import type { Span } from "../model/corpus.ts";
import type { Difference } from "../model/verification.ts";
import type { Fragment, Step } from "./alignment.ts";
import { negates } from "./negation.ts";
import { type IsWord, isSlip } from "./slips.ts";
import { isSign, lettersWithHamza, type Word } from "./words.ts";

/** What a word is about, where changing it weighs more than changing another. */
export type About = NonNullable<Difference["about"]>;
export type AboutOf = (word: Word) => About | undefined;

export interface Compared {
  readonly pasted: string;
  readonly typed: readonly Word[];
  readonly words: readonly Word[];
  /** The document of a source word, and its text. */
  readonly documentOf: (word: number) => { readonly id: string; readonly text: string };
  readonly isWord: IsWord;
  readonly aboutOf: AboutOf;
}

const WEIGHT: readonly (About | undefined)[] = ["negation", "number", "name", "date", undefined];

/** Everything in which the words of one fragment depart from the source's, the weightiest first. */
export function differencesOf(fragment: Fragment, compared: Compared): Difference[] {
  const found: Difference[] = [];
  fragment.forEach((step, at) => {
    const difference = ofStep(step, compared);
    if (difference) found.push(difference);
    const next = fragment[at + 1];
    if (next) found.push(...between(step, next, compared));
  });
  return byWeight(found);
}

export function byWeight(differences: readonly Difference[]): Difference[] {
  const rank = ({ about, kind }: Difference) =>
    (kind === "punctuation" ? 20 : kind === "spelling" ? 10 : 0) + WEIGHT.indexOf(about);
  return differences.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a difference leaves the words what they are. */
export const isFormal = ({ kind }: Difference) => kind === "spelling" || kind === "punctuation";

function ofStep(step: Step, compared: Compared): Difference | undefined {
  const { typed, words, documentOf } = compared;
  const mine = typed.slice(step.t0, step.t1);
  const theirs = words.slice(step.s0, step.s1);
  const sides = {
    ...(mine.length > 0 ? { typed: withSign(mine, typed[step.t1]) } : {}),
    ...(theirs.length > 0 ? { source: withSign(theirs, words[step.s1]), doc: documentOf(step.s0).id } : {}),
  };
  if (step.kind === "same") {
    const apart = textOf(mine) !== textOf(theirs);
    if (!apart) return undefined;
    // ما is not a form of ماء
    const denies = mine.some((w) => negates(w.text)) !== theirs.some((w) => negates(w.text));
    const hamza = lettersWithHamza(textOf(mine)) !== lettersWithHamza(textOf(theirs));
    if (denies && hamza) return { kind: "changed", about: "negation", ...sides };
    return { kind: "spelling", ...sides };
  }
  if (step.kind === "changed" && isSlip(mine[0]?.key ?? "", theirs[0]?.key ?? "", compared.isWord))
    return { kind: "spelling", ...sides };
  const about = weightiest([...mine, ...theirs], compared.aboutOf);
  const kind = step.kind === "swapped" ? "moved" : step.kind;
  return { kind, ...(about ? { about } : {}), ...sides };
}

export function weightiest(words: readonly Word[], aboutOf: AboutOf): About | undefined {
  const all = words.map((word) =>
    negates(word.text) ? "negation" : isSign(word.key) ? "number" : aboutOf(word),
  );
  return WEIGHT.find((about) => about && all.includes(about));
}

/** What stands between two words on both sides, where it is not the same. */
function between(step: Step, next: Step, { pasted, typed, words, documentOf }: Compared): Difference[] {
  // Beside a word that only one side has there is nothing to compare
  if ([step, next].some((one) => one.t0 === one.t1 || one.s0 === one.s1)) return [];
  const mine = [(typed[step.t1 - 1] as Word).end, (typed[next.t0] as Word).start] as const;
  const theirs = [(words[step.s1 - 1] as Word).end, (words[next.s0] as Word).start] as const;
  const document = documentOf(next.s0);
  if (pasted.slice(...mine) === document.text.slice(...theirs)) return [];
  return [{ kind: "punctuation", typed: mine, source: theirs, doc: document.id }];
}

const spanOf = (words: readonly Word[]) => [(words[0] as Word).start, (words.at(-1) as Word).end] as const;
/** A number is shown with the sign that stands right behind it: 20.2%. */
function withSign(words: readonly Word[], next: Word | undefined): Span {
  const [start, end] = spanOf(words);
  return next && isSign(next.key) && next.start === end && /\p{N}$/u.test(words.at(-1)?.key ?? "")
    ? [start, next.end]
    : [start, end];
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(" ");
