import type { Answer, Difference, Leader, Quote, Span, Verdict, Verification } from "./model.ts";

/** An answer as the machine interface prints it: the union flattened, every field always there. */
export interface AnswerRecord {
  readonly kind: Answer["kind"] | "verified";
  readonly lang: string;
  readonly quotes: readonly Quote[];
  readonly missing: readonly string[];
  readonly unmet: readonly string[];
  readonly suggestions: readonly string[];
  readonly readings: readonly { readonly typed: string; readonly as: string }[];
  readonly leader?: Leader;
  readonly leaders: readonly Leader[];
  readonly mentions: readonly Quote[];
  readonly statements: readonly Quote[];
  readonly reason?: string;
  readonly topic?: string;
  /** Kind `verified`: what each verdict guarantees stands at `Verification`. */
  readonly verdict?: Verdict;
  readonly places?: readonly Quote[];
  /** The words that differ: in what was pasted, and in the document of the first place. */
  readonly differs?: { readonly typed: readonly Span[]; readonly source: readonly Span[] };
  readonly differences?: readonly Difference[];
  readonly quotation?: Span;
  readonly claimed?: readonly string[];
  readonly speakers?: readonly string[];
}

export function toRecord(answer: Answer | Verification): AnswerRecord {
  return {
    quotes: [],
    missing: [],
    unmet: [],
    suggestions: [],
    readings: [],
    leaders: [],
    mentions: [],
    statements: [],
    ...answer,
    ...(answer.kind === "verified" ? { differs: wordsApart(answer) } : {}),
  };
}

function wordsApart({ places, differences }: Extract<Verification, { kind: "verified" }>) {
  const words = differences.filter(({ kind }) => kind !== "punctuation");
  const inOrder = (spans: readonly (Span | undefined)[]) =>
    spans.filter((span) => span !== undefined).toSorted((a, b) => a[0] - b[0]);
  return {
    typed: inOrder(words.map(({ typed }) => typed)),
    source: inOrder(words.filter(({ doc }) => doc === places[0]?.doc).map(({ source }) => source)),
  };
}
