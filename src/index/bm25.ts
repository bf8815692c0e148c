/** MiniSearch's BM25+: k1, b, d, and the boost of each field. */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;
export const FIELD_BOOST = { text: 1, concepts: 0.8, context: 0.35 } as const;

/**
 * Passages that one question may reach in the first stage. Each costs a microsecond or two; with fewer, questions of frequent words
 * alone begin to lose passages late in the corpus.
 */
export const MAX_REACHED = 3_000;
/** Passages whose title, subheading or date may hold a term for the first stage to look for it there; beyond, only in their own words. */
export const MAX_AROUND = 2_000;
