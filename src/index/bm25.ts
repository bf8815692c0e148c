/** MiniSearch's BM25+ (k1, b, d), which every score here follows. */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;
/** What each field counts: the words of a passage, what they mean, what stands around it. */
export const FIELD_BOOST = { text: 1, concepts: 0.8, context: 0.35 } as const;

/**
 * Passages that one question may reach in the first stage by a word that stands in more of them. Each costs a fraction of a microsecond.
 */
export const MAX_REACHED = 3_000;
/** Passages whose title, subheading or date may hold a term for the first stage to look for it there; beyond, only in their own words. */
export const MAX_AROUND = 2_000;

/** Inverse document frequency of what so many of all hold, 0 up. */
export const idf = (all: number, frequency: number): number =>
  Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));

/** What a term that stands in a text so often is worth there beside its rarity; `length` is the text's beside the mean. */
export function saturation(times: number, length: number): number {
  const { k, b, d } = BM25;
  return d + (times * (k + 1)) / (times + k * (1 - b + b * length));
}
