/**
 * Keys under which a name is found across scripts: what is left of a word when vowels go and letters that the scripts, and the
 * agencies, write for one another become one. كريمنتشوك, كريمنشوك, Kremenchuk and Кременчуг meet.
 */

/** Letter groups first, longest first: each becomes one class. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/تش|دج/g, "C"],
  [/[جژ]/g, "J"],
  [/shch|tsch|sch|tch|ch|sh|zh|dzh|dj/g, "C"],
  [/kh|gh/g, "H"],
  [/th|dh/g, "T"],
  [/ph/g, "F"],
  [/ck|x/g, "K"],
  [/c(?=[eiy])/g, "S"],
];
const CLASSES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["B", "بbpбп"],
    ["T", "تطدضثtdтд"],
    ["C", "شшщчцC"],
    ["J", "ج j ж J"],
    ["S", "سصsс"],
    ["Z", "زذظzз"],
    ["H", "حخهhхH"],
    ["K", "كقغkqgcкгK"],
    ["L", "لlл"],
    ["M", "مmм"],
    ["N", "نnн"],
    ["R", "رrр"],
    ["F", "فfvwфвF"],
  ].flatMap(([key, letters]) =>
    [...(letters as string)].filter((c) => c !== " ").map((c) => [c, key as string]),
  ),
);

/** Consonant skeleton of a folded word in Arabic, Latin or Cyrillic letters; doubled classes are one. May be empty. */
export function skeleton(folded: string): string {
  let word = folded;
  for (const [group, key] of GROUPS) word = word.replace(group, key);
  let key = "";
  for (const letter of word) {
    const next = CLASSES[letter] ?? (/[A-Z]/.test(letter) ? letter : "");
    if (next && !key.endsWith(next)) key += next;
  }
  // ج is j, g and zh by country, so it is as good as any of them
  return key.replace(/J/g, "C");
}

/** Digits of Arabic typed in Latin letters, and its letter pairs; a second reading where the dialects differ. */
const ARABIZI: readonly (readonly [RegExp, string])[] = [
  [/3'|gh/g, "غ"],
  [/7'|5|kh/g, "خ"],
  [/sh|ch/g, "ش"],
  [/th/g, "ث"],
  [/dh/g, "ذ"],
  [/3/g, "ع"],
  [/7/g, "ح"],
  [/[89]/g, "ق"],
  [/6/g, "ط"],
  [/2/g, "ء"],
];
const ARABIZI_LETTERS: Readonly<Record<string, string>> = {
  b: "ب",
  p: "ب",
  t: "ت",
  j: "ج",
  g: "ج",
  d: "د",
  r: "ر",
  z: "ز",
  s: "س",
  f: "ف",
  v: "ف",
  q: "ق",
  k: "ك",
  l: "ل",
  m: "م",
  n: "ن",
  h: "ه",
  w: "و",
  o: "و",
  u: "و",
  y: "ي",
  i: "ي",
  a: "ا",
  e: "",
  c: "ك",
  x: "كس",
};

/** A guess at an Arabizi word in Arabic letters, with a long vowel wherever a vowel was typed: for comparison, not for display. */
export function fromArabizi(folded: string): string {
  let word = folded
    .replace(/ou|oo/g, "u")
    .replace(/ee|ei|ie/g, "i")
    .replace(/([a-z])\1/g, "$1");
  // No Arabic word begins with a vowel alone
  word = word.replace(/^[ei](?=.)/, "a").replace(/^[ou](?=.)/, "au");
  for (const [letters, arabic] of ARABIZI) word = word.replace(letters, arabic);
  let out = "";
  for (const c of word) out += ARABIZI_LETTERS[c] ?? c;
  return out.replace(/ء/g, "");
}

const ROMAN: Readonly<Record<string, string>> = {
  ا: "a",
  ب: "b",
  ت: "t",
  ث: "t",
  ج: "j",
  ح: "h",
  خ: "h",
  د: "d",
  ذ: "z",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "c",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "a",
  غ: "g",
  ف: "f",
  ق: "k",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  و: "u",
  ي: "i",
  а: "a",
  б: "b",
  в: "f",
  г: "g",
  д: "d",
  е: "i",
  ж: "j",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "u",
  п: "b",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "c",
  ш: "c",
  щ: "c",
  ы: "i",
  э: "i",
  ю: "iu",
  я: "ia",
  e: "i",
  y: "i",
  o: "u",
  p: "b",
  q: "k",
  c: "k",
  v: "f",
  w: "u",
};

/** A rough Latin spelling that keeps the vowels, to compare words with the same skeleton. */
export function romanise(folded: string): string {
  let word = folded
    .replace(/sh|ch|zh/g, "c")
    .replace(/kh/g, "h")
    .replace(/gh/g, "g")
    .replace(/ou|oo/g, "u")
    .replace(/ee/g, "i");
  word = [...word].map((c) => ROMAN[c] ?? c).join("");
  return word.replace(/(.)\1+/g, "$1");
}
