import { withoutClitics } from "../analysis/stemmer.ts";

/** The terms of concepts: questions are full of them, and a new string is hashed anew at every look-up. */
const CONCEPTS: string[] = [];

/**
 * Terms are what questions and passages are compared by. Their first letter says what they are: `w:` a word as written,
 * `s:` its stem, `c:` a concept of the lexicon, `p:` a person, `n:` a number.
 */
export const term = {
  surface: (word: string) => `w:${word}`,
  stem: (word: string) => `s:${word}`,
  concept: (index: number) => (CONCEPTS[index] ??= `c:${index}`),
  person: (id: string) => `p:${id}`,
  number: (value: string | number) => `n:${value}`,
};

export type TermKind = "surface" | "stem" | "concept" | "person" | "number";

const KINDS: Readonly<Record<string, TermKind>> = {
  w: "surface",
  s: "stem",
  c: "concept",
  p: "person",
  n: "number",
};

export const kindOfTerm = (name: string): TermKind => KINDS[name.charAt(0)] as TermKind;

/** What a term is made of: the word or stem, the concept's index, the person's id, the number. */
export const valueOfTerm = (name: string): string => name.slice(2);

/** The concept that a term is; undefined for other terms. */
export const conceptOfTerm = (name: string): number | undefined =>
  kindOfTerm(name) === "concept" ? Number(valueOfTerm(name)) : undefined;

/** Whether a term is a number that is a year. */
export const isYear = (name: string) => /^n:(?:1[5-9]|20)\d\d$/.test(name);

/** The bare word: without conjunction, preposition and article glued on. */
export function bare(folded: string): string {
  const forms = withoutClitics(folded);
  return forms.find((form) => form.startsWith("ال") && form.length > 4)?.slice(2) ?? folded;
}
