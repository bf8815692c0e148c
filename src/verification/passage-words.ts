import type { Passage } from "../model/corpus.ts";
import { type Word, wordsOf } from "./words.ts";

/** Passages whose words are kept, some five kilobytes each: pasted texts of one talk are from the same places. */
const MAX_KEPT = 1000;

/** Gives the words of passages, and keeps those of the last ones. */
export function passageWords(): (passage: Passage) => readonly Word[] {
  const kept = new Map<Passage, readonly Word[]>();
  return (passage) => {
    const known = kept.get(passage);
    if (known) return known;
    const words = wordsOf(passage.text, passage.start);
    const [oldest] = kept.keys();
    if (oldest && kept.size >= MAX_KEPT) kept.delete(oldest);
    kept.set(passage, words);
    return words;
  };
}
