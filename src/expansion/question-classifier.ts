import { eachFeature, type HashedWord } from "./question-features.ts";

/** Weights of features: a row for each that is learnt, a column for each passage. */
export interface Weights {
  readonly values: Float32Array | Int8Array;
  /** What a value of 1 is worth, in log odds. */
  readonly unit: number;
}

/** What each row of features says. */
export interface FeatureWeights {
  /** For the passage: which one a question is about. */
  readonly about: Weights;
  /** Against its answering: what is asked of it and not told. */
  readonly untold: Weights;
  /** The same of any passage, by row. */
  readonly nowhere: Float32Array;
}

/** What was learnt from the expected questions of a language; it can be kept as it is. */
export interface QuestionWeights {
  /** By feature, its row, those of the most frequent first; 0 is that of features that are not learnt, and weighs nothing. */
  readonly rows: Uint16Array;
  readonly own: FeatureWeights;
  /** For the first rows, what they say in a follow-up besides, and in the question before one, where row 0 is that there is one. */
  readonly followUp: { readonly own: FeatureWeights; readonly earlier: FeatureWeights };
  /** By passage, what all questions share. */
  readonly aboutBiases: Float64Array;
  readonly untoldBiases: Float64Array;
  /** Whether there were enough questions of both kinds, answered and not, to tell them apart. */
  readonly tellsKinds: boolean;
}

/** How a question is put, beside the expected ones. */
export interface Classified {
  /** For each passage how likely it is the one: 1 where certain, 0 where no likelier than any other, the logarithm in between, down to -1. */
  readonly likelihoods: Float64Array;
  /** Log odds that it goes unanswered; 0 where nothing tells. */
  readonly unansweredOdds: number;
}

/** Share of the likeliest passage's probability from which a passage's own weights for what it does not tell are read. */
const RIVAL = 0.03;
/** Log odds, beside the likeliest passage, from which one counts at all. */
const FAR = -12;
/** Log odds against that nothing exceeds: of a text of hundreds of words they add up to more than a number holds. */
const MOST = 30;
/** Log odds beyond which nothing adds. */
const MAX_ODDS = 8;

/**
 * Tells by how a question is put which passage it is about, and whether it asks what none tells: multinomial logistic regression over the
 * pairs of a passage and whether it answers. BM25 asks what a question has in common with those of a passage, this what sets it apart.
 */
export class QuestionClassifier {
  private readonly probabilities: Probabilities;

  constructor(private readonly weights: QuestionWeights) {
    this.probabilities = probabilitiesOf(weights.aboutBiases.length);
  }

  /** `earlier` are the words of the question that this one leans on; none where it leans on none. */
  classify(words: readonly HashedWord[], earlier: readonly HashedWord[] = []): Classified {
    const { aboutBiases } = this.weights;
    const own = this.rowsOf(words);
    const message =
      earlier.length > 0
        ? followUpOf(own, this.rowsOf(earlier), this.weights)
        : questionOf(own, this.weights);
    weigh(message, this.weights, this.probabilities);
    const { answered, unanswered } = this.probabilities;
    let [yes, no] = [0, 0];
    for (let p = 0; p < answered.length; p += 1) {
      yes += answered[p] as number;
      no += unanswered[p] as number;
    }
    const any = Math.log(aboutBiases.length);
    // Of one passage nothing is told
    const likelihoodOf = (share: number) => (any > 0 ? Math.max(-1, 1 + Math.log(share / yes) / any) : 0);
    return {
      likelihoods: answered.map(likelihoodOf),
      unansweredOdds: this.weights.tellsKinds
        ? Math.max(-MAX_ODDS, Math.min(MAX_ODDS, Math.log(no / yes)))
        : 0,
    };
  }

  private rowsOf(words: readonly HashedWord[]): Uint16Array {
    const rows = new Set<number>();
    eachFeature(words, (feature) => {
      const row = this.weights.rows[feature] as number;
      if (row > 0) rows.add(row);
    });
    return Uint16Array.from(rows);
  }
}

/** Rows of a message, and what they weigh. */
export interface WeighedRows {
  readonly rows: Uint16Array;
  readonly weights: FeatureWeights;
}

export const questionOf = (rows: Uint16Array, { own }: QuestionWeights): readonly WeighedRows[] => [
  { rows, weights: own },
];

export function followUpOf(
  rows: Uint16Array,
  earlier: Uint16Array,
  { own, followUp }: QuestionWeights,
): readonly [WeighedRows, WeighedRows, WeighedRows] {
  const learnt = followUp.own.nowhere.length;
  const first = (all: Uint16Array) => all.filter((row) => row < learnt);
  return [
    { rows, weights: own },
    { rows: first(rows), weights: followUp.own },
    { rows: Uint16Array.of(0, ...first(earlier)), weights: followUp.earlier },
  ];
}

/** By passage, the probability that it is asked about and answers, and that it does not. */
export interface Probabilities {
  readonly answered: Float64Array;
  readonly unanswered: Float64Array;
}

export const probabilitiesOf = (passages: number): Probabilities => ({
  answered: new Float64Array(passages),
  unanswered: new Float64Array(passages),
});

/** Fills in the probabilities for a message of these rows. */
export function weigh(
  message: readonly WeighedRows[],
  { aboutBiases, untoldBiases }: QuestionWeights,
  { answered, unanswered }: Probabilities,
): void {
  const passages = answered.length;
  answered.set(aboutBiases);
  let common = 0;
  for (const { rows, weights } of message) {
    addRows(answered, rows, weights.about);
    for (let i = 0; i < rows.length; i += 1) common += weights.nowhere[rows[i] as number] as number;
  }
  let most = -Infinity;
  for (let p = 0; p < passages; p += 1) most = Math.max(most, answered[p] as number);
  const elsewhere = Math.exp(Math.min(MOST, common));
  let all = 0;
  for (let p = 0; p < passages; p += 1) {
    const odds = (answered[p] as number) - most;
    const share = odds < FAR ? 0 : Math.exp(odds);
    let no = elsewhere;
    if (share >= RIVAL) {
      let against = common + (untoldBiases[p] as number);
      for (const { rows, weights } of message) against += sumAt(p, passages, rows, weights.untold);
      no = Math.exp(Math.min(MOST, against));
    }
    answered[p] = share;
    unanswered[p] = share * no;
    all += share * (1 + no);
  }
  for (let p = 0; p < passages; p += 1) {
    answered[p] = (answered[p] as number) / all;
    unanswered[p] = (unanswered[p] as number) / all;
  }
}

/** The sum of these rows in one of the columns. */
function sumAt(column: number, width: number, rows: Uint16Array, { values, unit }: Weights): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i += 1) sum += values[(rows[i] as number) * width + column] as number;
  return sum * unit;
}

/** Adds rows of as many columns as there are sums, four at once: each sum is read and written once for all four. */
function addRows(sums: Float64Array, rows: Uint16Array, { values, unit }: Weights): void {
  const width = sums.length;
  let i = 0;
  for (; i + 4 <= rows.length; i += 4) {
    const a = (rows[i] as number) * width;
    const b = (rows[i + 1] as number) * width;
    const c = (rows[i + 2] as number) * width;
    const d = (rows[i + 3] as number) * width;
    for (let at = 0; at < width; at += 1)
      sums[at] =
        (sums[at] as number) +
        ((values[a + at] as number) +
          (values[b + at] as number) +
          (values[c + at] as number) +
          (values[d + at] as number)) *
          unit;
  }
  for (; i < rows.length; i += 1) {
    const a = (rows[i] as number) * width;
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] as number) + (values[a + at] as number) * unit;
  }
}
