/** A question's candidates: the features of each, and which of them answer. */
export interface Listwise {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const STEPS = 250;
const RATE = 0.05;
const RIDGE = 1e-3;

/** Listwise softmax regression: the weights under which the candidates that answer are likeliest to come first. By Adam, from ones. */
export function fitSoftmax(lists: readonly Listwise[], width: number): number[] {
  const weights = new Array<number>(width).fill(1);
  const momentum = new Array<number>(width).fill(0);
  const variance = new Array<number>(width).fill(0);
  const usable = lists.filter(({ right }) => right.includes(true) && right.includes(false));
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    for (const list of usable) addGradient(list, weights, gradient, usable.length);
    for (let at = 0; at < width; at += 1) {
      const slope = gradient[at] as number;
      momentum[at] = 0.9 * (momentum[at] as number) + 0.1 * slope;
      variance[at] = 0.999 * (variance[at] as number) + 0.001 * slope * slope;
      const first = (momentum[at] as number) / (1 - 0.9 ** step);
      const second = (variance[at] as number) / (1 - 0.999 ** step);
      weights[at] = (weights[at] as number) + (RATE * first) / (Math.sqrt(second) + 1e-8);
    }
  }
  return weights;
}

function addGradient(
  { candidates, right }: Listwise,
  weights: readonly number[],
  gradient: number[],
  lists: number,
) {
  const scores = candidates.map((x) => dot(weights, x));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const good = odds.reduce((sum, value, at) => sum + (right[at] ? value : 0), 0) || 1e-12;
  candidates.forEach((x, at) => {
    const share = (right[at] ? (odds[at] as number) / good : 0) - (odds[at] as number) / all;
    if (share === 0) return;
    for (let i = 0; i < x.length; i += 1)
      gradient[i] = (gradient[i] as number) + (share * (x[i] as number)) / lists;
  });
}

export const dot = (weights: readonly number[], x: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * (x[at] as number), 0);

/** Share of the lists whose first candidate answers. */
export function firstRight(lists: readonly Listwise[], weights: readonly number[]): number {
  const hits = lists.filter(({ candidates, right }) => {
    let best = -1;
    let most = -Infinity;
    candidates.forEach((x, at) => {
      const score = dot(weights, x);
      if (score > most) [best, most] = [at, score];
    });
    return right[best] === true;
  });
  return hits.length / (lists.length || 1);
}
