/** Pairs of numbers, grouped by the first: `values` from `firsts[key]` up to `firsts[key + 1]` are what stands under a key. */
export interface Postings {
  readonly firsts: Int32Array;
  readonly values: Int32Array;
}

/** `keys`, below `groups`, and `values` are the pairs, side by side; under each key they keep their order. A negative key is none. */
export function postingsOf(keys: ArrayLike<number>, values: ArrayLike<number>, groups: number): Postings {
  const firsts = new Int32Array(groups + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    if (key >= 0) firsts[key + 1] = (firsts[key + 1] as number) + 1;
  }
  for (let key = 0; key < groups; key += 1)
    firsts[key + 1] = (firsts[key + 1] as number) + (firsts[key] as number);
  const next = firsts.slice(0, groups);
  const grouped = new Int32Array(firsts[groups] as number);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    if (key < 0) continue;
    grouped[next[key] as number] = values[at] as number;
    next[key] = (next[key] as number) + 1;
  }
  return { firsts, values: grouped };
}

/** What stands under a key; nothing under one that there is not. */
export const valuesOf = ({ firsts, values }: Postings, key: number): Int32Array =>
  values.subarray(firsts[key] ?? values.length, firsts[key + 1] ?? values.length);

export const NO_POSTINGS: Postings = { firsts: new Int32Array(1), values: new Int32Array() };

/** Whether ascending numbers include one. */
export function includes(numbers: Int32Array, one: number): boolean {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < one) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === one;
}
