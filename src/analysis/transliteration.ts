import { PROFILES } from "../languages/all.ts";
import { CONSONANT_GROUPS, CONSONANTS, ROMAN } from "../languages/letters.ts";
import type { ChatAlphabet } from "../languages/profile.ts";

const CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries(CONSONANTS).flatMap(([key, letters]) =>
    [...letters].map((letter): [string, string] => [letter, key]),
  ),
);

/**
 * Key under which a name is found across scripts: what is left of a folded word in Arabic, Latin or Cyrillic letters when vowels go and
 * letters that stand for one another become one; doubled ones are one. كريمنتشوك, كريمنشوك, Kremenchuk and Кременчуг meet. May be empty.
 */
export function skeleton(folded: string): string {
  let word = folded;
  for (const [group, key] of CONSONANT_GROUPS) word = word.replace(group, key);
  let key = "";
  for (const letter of word) {
    const next = CLASSES.get(letter) ?? (/[A-Z]/.test(letter) ? letter : "");
    if (next && !key.endsWith(next)) key += next;
  }
  // ج is j, g and zh by country, so it is as good as any of them
  return key.replace(/J/g, "C");
}

const CHAT = PROFILES.ar.chatAlphabet as ChatAlphabet;

/** A guess at an Arabizi word in Arabic letters, with a long vowel wherever a vowel was typed: for comparison, not for display. */
export function fromArabizi(folded: string): string {
  let word = folded
    .replace(/ou|oo/g, "u")
    .replace(/ee|ei|ie/g, "i")
    .replace(/([a-z])\1/g, "$1");
  // No Arabic word begins with a vowel alone
  word = word.replace(/^[ei](?=.)/, "a").replace(/^[ou](?=.)/, "au");
  for (const [letters, arabic] of CHAT.groups) word = word.replace(letters, arabic);
  let out = "";
  for (const c of word) out += CHAT.letters[c] ?? c;
  return out.replace(/ء/g, "");
}

/** A rough Latin spelling that keeps the vowels, to compare words with the same skeleton. */
export function romanise(folded: string): string {
  let word = folded
    .replace(/sh|ch|zh/g, "c")
    .replace(/kh/g, "h")
    .replace(/gh/g, "g")
    .replace(/ou|oo/g, "u")
    .replace(/ee/g, "i");
  word = [...word].map((c) => ROMAN.get(c) ?? c).join("");
  return word.replace(/(.)\1+/g, "$1");
}
