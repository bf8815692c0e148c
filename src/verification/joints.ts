import type { Quote } from "../model/answer.ts";
import type { Span } from "../model/corpus.ts";
import type { Difference } from "../model/verification.ts";
import { type Compared, weightiest } from "./differences.ts";
import type { Evidence } from "./evidence.ts";
import { ELLIPSIS, jointOf, type Taken } from "./fragments.ts";
import { negates } from "./negation.ts";
import type { Word } from "./words.ts";

const spanOf = (words: readonly Word[]): Span => [(words[0] as Word).start, (words.at(-1) as Word).end];

/** Words of the quotation that no fragment holds, run by run. */
export function added(taken: readonly Taken[], { typed, aboutOf }: Compared): Difference[] {
  const held = (at: number) => taken.some((one) => one.t0 <= at && at < one.t1);
  const found: Difference[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    if (held(at)) continue;
    let end = at + 1;
    while (end < typed.length && !held(end)) end += 1;
    const run = typed.slice(at, end);
    const about = weightiest(run, aboutOf);
    found.push({ kind: "added", ...(about ? { about } : {}), typed: spanOf(run) });
    at = end;
  }
  return found;
}

/** What is missing between two fragments of one passage, or stands in another order there. */
export function atJoint(before: Taken, after: Taken, compared: Compared, evidence: Evidence): Difference[] {
  const { pasted, typed, words, documentOf, aboutOf } = compared;
  const doc = documentOf(after.s0).id;
  if (jointOf(before, after, evidence) === "moved")
    return [
      {
        kind: "moved",
        typed: spanOf(typed.slice(after.t0, after.t1)),
        source: spanOf(words.slice(after.s0, after.s1)),
        doc,
      },
    ];
  const left = words.slice(before.s1, after.s0);
  if (left.length === 0) return [];
  const gap = pasted.slice((typed[before.t1 - 1] as Word).end, (typed[after.t0] as Word).start);
  // A mark may leave words out, but not the one that turns the sentence round
  if (ELLIPSIS.test(gap) && !left.some(({ text }) => negates(text))) return [];
  const about = weightiest(left, aboutOf);
  return [{ kind: "dropped", ...(about ? { about } : {}), source: spanOf(left), doc }];
}

/** What stands before the first word and behind the last within the quotation, where the source has something else there. */
export function atEnds(span: Span, taken: readonly Taken[], compared: Compared) {
  const { pasted, typed, words, documentOf } = compared;
  const [first, last] = [taken[0] as Taken, taken.at(-1) as Taken];
  const differences: Difference[] = [];
  let [before, behind] = [0, 0];
  const [start, end] = [(typed[0] as Word).start, (typed.at(-1) as Word).end];
  const lead = pasted.slice(span[0], start).trimStart();
  const tail = pasted.slice(end, span[1]).trimEnd();
  if (first.t0 === 0 && lead) {
    const at = (words[first.s0] as Word).start;
    const { text } = documentOf(first.s0);
    if (text.slice(at - lead.length, at) === lead) before = lead.length;
    else differences.push({ kind: "punctuation", typed: [start - lead.length, start] });
  }
  if (last.t1 === typed.length && tail) {
    const at = (words[last.s1 - 1] as Word).end;
    const { text } = documentOf(last.s1 - 1);
    if (text.slice(at, at + tail.length) === tail) behind = tail.length;
    // An ellipsis behind the last word says that it goes on, and it does
    else if (!/^(?:…|\.{3})$/u.test(tail))
      differences.push({ kind: "punctuation", typed: [end, end + tail.length] });
  }
  /** The places with the marks at the ends that the source has too. */
  const widened = (places: readonly Quote[]): Quote[] =>
    places.map((place, at) => {
      const from = at === 0 ? place.start - before : place.start;
      const to = at === places.length - 1 ? place.end + behind : place.end;
      const document = documentOf(at === 0 ? first.s0 : last.s0);
      return { ...place, start: from, end: to, text: document.text.slice(from, to), best: [from, to] };
    });
  return { differences, widened };
}
