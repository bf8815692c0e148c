import { Errors, FeatureLearning, type Target } from "./gradient-descent.ts";
import { followUpOf, type QuestionWeights, questionOf } from "./question-classifier.ts";
import type { FeatureLists, QuestionExamples } from "./question-examples.ts";
import { FEATURES } from "./question-features.ts";

/** Passes over the questions, over the follow-ups that editors expect, and over those that are made of questions. */
const EPOCHS = 3;
const FOLLOW_UP_EPOCHS = 4;
/** What learning begins with. What follow-ups say besides is learnt the slower the more they are: in each only a little of it is new. */
const FIRST_SQUARE = 0.1;
const FOLLOW_UPS_A_SQUARE = 600;
/** Questions that are learnt from in one step, of some milliseconds, and of how many passages fewer are. */
const STEP = 250;
const STEP_PAIRS = 50_000;
/** Share of the questions that must be of a kind, answered or not, for the kinds to be told apart. */
const MIN_SHARE = 0.1;
/** The golden ratio: steps of that share of a list come to all its places, in an order that has nothing to do with the list's own. */
const STRIDE = (Math.sqrt(5) - 1) / 2;
/** Another such, the inverse of the plastic number. */
const OTHER_STRIDE = 0.7548776662466927;
/** Weights of a kind at most, of a byte each when learnt: where there are more features, the rarest are left out. */
const MAX_WEIGHTS = 1_500_000;
/** Rows of the most frequent features that are learnt of follow-ups: four times as many tell no more. */
const MAX_FOLLOW_UP_ROWS = 1_500;
/** Passages beyond which nothing is learnt: the cost grows with the passages times their questions. */
export const MAX_PASSAGES = 1_000;

/** Keeps what was learnt: learning takes longer than reading the questions. */
export interface WeightStore {
  /** Of exactly these examples, by this code. */
  read(examples: Uint8Array): QuestionWeights | undefined;
  write(examples: Uint8Array, weights: QuestionWeights): void;
}

/** From the store where it has them, else learnt, with a pause now and then. Gives nothing where there is nothing to tell apart. */
export function* questionWeights(
  examples: QuestionExamples,
  store?: WeightStore,
): Generator<void, QuestionWeights | undefined> {
  if (examples.questions.count === 0 || examples.columns.size > MAX_PASSAGES) return undefined;
  const bytes = store && examples.bytes();
  const known = bytes && store.read(bytes);
  if (known) return known;
  const learnt = yield* learn(examples);
  if (bytes) store.write(bytes, learnt);
  return learnt;
}

function* learn(examples: QuestionExamples): Generator<void, QuestionWeights> {
  const { questions } = examples;
  const passages = examples.columns.size;
  const { rows, count } = numbered(questions.features, MAX_WEIGHTS / passages);
  const rowsOf = {
    questions: rowsBy(questions.features, rows),
    followUps: rowsBy(examples.followUps.features, rows),
    earlier: rowsBy(examples.earlier, rows),
  };
  const own = new FeatureLearning(count, passages, FIRST_SQUARE);
  const slow = Math.max(FIRST_SQUARE, questions.count / FOLLOW_UPS_A_SQUARE);
  const besides = () => new FeatureLearning(Math.min(count, MAX_FOLLOW_UP_ROWS), passages, slow);
  const [inFollowUp, inEarlier] = [besides(), besides()];
  const weights: QuestionWeights = {
    rows,
    own: own.weights,
    followUp: { own: inFollowUp.weights, earlier: inEarlier.weights },
    aboutBiases: new Float64Array(passages),
    untoldBiases: new Float64Array(passages),
    tellsKinds: true,
  };
  const errors = new Errors(passages);
  const pause = Math.min(STEP, Math.ceil(STEP_PAIRS / passages));
  for (const [step, at] of inNoOrder(questions.count, EPOCHS)) {
    if (step % pause === pause - 1) yield;
    const asked = rowsOf.questions(at);
    errors.read(questionOf(asked, weights), weights, questions.targetOf(at));
    errors.moveBiases(weights);
    own.learn(asked, errors);
  }
  // What questions weigh by themselves stays as it is
  for (const [step, followUp] of followUpsOf(examples, rowsOf)) {
    if (step % pause === pause - 1) yield;
    const [message, asked, earlier] = followUpOf(followUp.own, followUp.earlier, weights);
    errors.read([message, asked, earlier], weights, followUp.target);
    inFollowUp.learn(asked.rows, errors);
    inEarlier.learn(earlier.rows, errors);
  }
  const share = questions.answered / questions.count;
  return {
    ...weights,
    own: own.packed,
    followUp: { own: inFollowUp.packed, earlier: inEarlier.packed },
    tellsKinds: Math.min(share, 1 - share) >= MIN_SHARE,
  };
}

interface FollowUp {
  readonly own: Uint16Array;
  readonly earlier: Uint16Array;
  readonly target: Target;
}

/**
 * The follow-ups that editors expect, which are few, among those that are made of questions: each after another that the same passage
 * answers, and without what was said there.
 */
function* followUpsOf(
  { columns, questions, followUps }: QuestionExamples,
  rowsOf: Readonly<Record<"questions" | "followUps" | "earlier", RowsOf>>,
): Generator<[step: number, FollowUp]> {
  const answered: number[][] = Array.from({ length: columns.size }, () => []);
  for (let at = 0; at < questions.count; at += 1) {
    const { column, isAnswered } = questions.targetOf(at);
    if (isAnswered) answered[column]?.push(at);
  }
  for (const [step, at] of inNoOrder(questions.count + FOLLOW_UP_EPOCHS * followUps.count)) {
    if (at >= questions.count) {
      const one = (at - questions.count) % followUps.count;
      const [own, earlier] = [rowsOf.followUps(one), rowsOf.earlier(one)];
      yield [step, { own, earlier, target: followUps.targetOf(one) }];
      continue;
    }
    const target = questions.targetOf(at);
    const others = answered[target.column] as readonly number[];
    const before = others[Math.floor(((step * OTHER_STRIDE) % 1) * others.length)];
    if (before === undefined || before === at) continue;
    const earlier = rowsOf.questions(before);
    const said = new Set(earlier);
    const own = rowsOf.questions(at).filter((row) => !said.has(row));
    yield [step, { own, earlier, target }];
  }
}

/** The places of a list in an order that has nothing to do with the list's own, so many times over, with a count of the steps. */
function* inNoOrder(count: number, times = 1): Generator<[step: number, at: number]> {
  const stride = strideOf(count);
  for (let step = 0; step < times * count; step += 1) yield [step, (step * stride) % count];
}

/** Steps of it visit every place of a list once before they come back to the first. */
function strideOf(count: number): number {
  let stride = Math.max(1, Math.round(STRIDE * count));
  while (commonDivisor(stride, count) > 1) stride += 1;
  return stride;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** The features that are learnt, at most so many, the most frequent first: their rows lie close together. */
function numbered(lists: FeatureLists, limit: number): { rows: Uint16Array; count: number } {
  const counts = new Uint32Array(FEATURES);
  for (let list = 0; list < lists.count; list += 1)
    for (const feature of lists.of(list)) counts[feature] = (counts[feature] as number) + 1;
  const learnt = [...counts.keys()]
    .filter((feature) => counts[feature] !== 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number))
    .slice(0, Math.min(limit, FEATURES - 1));
  const rows = new Uint16Array(FEATURES);
  for (const [at, feature] of learnt.entries()) rows[feature] = at + 1;
  return { rows, count: learnt.length + 1 };
}

/** By list, the rows of its features, without those that are not learnt. */
type RowsOf = (list: number) => Uint16Array;

function rowsBy(lists: FeatureLists, rows: Uint16Array): RowsOf {
  const all: number[] = [];
  const ends = [0];
  for (let list = 0; list < lists.count; list += 1) {
    for (const feature of lists.of(list)) if (rows[feature]) all.push(rows[feature] as number);
    ends.push(all.length);
  }
  const together = Uint16Array.from(all);
  return (list) => together.subarray(ends[list], ends[list + 1]);
}
