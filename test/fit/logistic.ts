/** One question: what was measured of it, whether it is answerable, and how much it counts. */
export interface Example {
  readonly x: readonly number[];
  readonly y: boolean;
  readonly weight: number;
}

export interface Fitted {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Ridge penalty on standardised weights: features overlap, and without it two of them may pull against one another. */
const RIDGE = 3e-4;
const STEPS = 15;

/** Logistic regression by iteratively reweighted least squares, on standardised features. */
export function fitLogistic(examples: readonly Example[]): Fitted {
  const width = examples[0]?.x.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = column(
    width,
    (at) => examples.reduce((sum, { x }) => sum + (x[at] as number), 0) / examples.length,
  );
  const deviation = column(
    width,
    (at) =>
      Math.sqrt(
        examples.reduce((sum, { x }) => sum + ((x[at] as number) - (mean[at] as number)) ** 2, 0) /
          examples.length,
      ) + 1e-6,
  );
  const rows = examples.map(({ x }) => [
    ...x.map((value, at) => (value - (mean[at] as number)) / (deviation[at] as number)),
    1,
  ]);
  let beta = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = beta.map((value, at) => (at < width ? RIDGE * value : 0));
    const hessian = beta.map((_, i) => beta.map((_b, j) => (i === j ? RIDGE : 0)));
    rows.forEach((row, n) => {
      const { y, weight } = examples[n] as Example;
      const p = sigmoid(row.reduce((sum, value, at) => sum + value * (beta[at] as number), 0));
      const share = weight / total;
      for (let i = 0; i <= width; i += 1) {
        const value = row[i] as number;
        gradient[i] = (gradient[i] as number) + share * (p - (y ? 1 : 0)) * value;
        const line = hessian[i] as number[];
        for (let j = 0; j <= width; j += 1)
          line[j] = (line[j] as number) + share * (p * (1 - p) + 1e-9) * value * (row[j] as number);
      }
    });
    const change = solve(hessian, gradient);
    beta = beta.map((value, at) => value - (change[at] as number));
  }
  const weights = column(width, (at) => (beta[at] as number) / (deviation[at] as number));
  const bias =
    (beta[width] as number) - weights.reduce((sum, value, at) => sum + value * (mean[at] as number), 0);
  return { weights, bias };
}

const sigmoid = (sum: number) => 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, sum))));

export const scoreOf = ({ weights, bias }: Fitted, x: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * (x[at] as number), bias);

/** Area under the curve: how often an answerable question scores above an unanswerable one. */
export function auc(scores: readonly number[], answerable: readonly boolean[]): number {
  const order = scores
    .map((score, at) => ({ score, y: answerable[at] === true }))
    .toSorted((a, b) => a.score - b.score);
  let below = 0;
  let sum = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (
      to < order.length &&
      (order[to] as { score: number }).score === (order[from] as { score: number }).score
    )
      to += 1;
    const tied = order.slice(from, to);
    const negatives = tied.filter(({ y }) => !y).length;
    sum += (tied.length - negatives) * (below + negatives / 2);
    below += negatives;
    from = to;
  }
  return sum / (below * (order.length - below) || 1);
}

const column = (length: number, of: (at: number) => number) => Array.from({ length }, (_, at) => of(at));

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const n = right.length;
  for (let at = 0; at < n; at += 1) {
    let pivot = at;
    for (let i = at + 1; i < n; i += 1)
      if (Math.abs((rows[i] as number[])[at] as number) > Math.abs((rows[pivot] as number[])[at] as number))
        pivot = i;
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const own = rows[at] as number[];
    for (let i = 0; i < n; i += 1) {
      if (i === at) continue;
      const line = rows[i] as number[];
      const factor = (line[at] as number) / (own[at] as number);
      for (let j = at; j <= n; j += 1) line[j] = (line[j] as number) - factor * (own[j] as number);
    }
  }
  return rows.map((row, at) => (row[n] as number) / (row[at] as number));
}
