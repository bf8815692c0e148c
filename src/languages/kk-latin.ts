/**
 * Kazakh in Latin letters, in Cyrillic ones as they are folded (`analysis/normalizer.ts`): the alphabet of 2021, and what people typed before it
 * (sh, ch, zh, w, and á ý of 2018, a' n' of 2017, whose apostrophes are taken off with the token). Where one letter stands for two, what stands around
 * it decides.
 */
const VOWELS = "aäeıioöuūüyаеиоуы";
const STEPS: readonly (readonly [latin: RegExp, cyrillic: string])[] = [
  [/s['’]|ş|sh/gu, "ш"],
  [/c['’]|ç|ch/gu, "ч"],
  [/zh|j/gu, "ж"],
  [/y['’]|ý|w/gu, "у"],
  [/kh/gu, "х"],
  // As passports spell it
  [/(?<=[iı])ya/gu, "я"],
  [/(?<=[iı])yu/gu, "ю"],
  [new RegExp(`(?<![^${VOWELS}])ya`, "gu"), "я"],
  [new RegExp(`(?<![^${VOWELS}])yu`, "gu"), "ю"],
  [/(?<=[aäeoöiıūü])y/gu, "й"],
  [/ts|c/gu, "ц"],
  [/['’]/gu, ""],
  [new RegExp(`(?<=[${VOWELS}])ia`, "gu"), "я"],
  [new RegExp(`(?<=[${VOWELS}])iu`, "gu"), "ю"],
  [/ia/gu, "ия"],
  [new RegExp(`(?<=[${VOWELS}])i`, "gu"), "й"],
  [/x/gu, "х"],
];
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  "aа äа bб vв gг ğг ǵг dд eе zз ıи iи íи kк qк lл mм nн ñн ńн oо öо óо pп rр sс tт uу ūу üу úу fф hх yы áа"
    .split(" ")
    .map((pair) => [...pair] as [string, string]),
);

/** The alphabet of 2018, in which the dotless i is the и and й of Cyrillic, and the dotted one its і. */
const OF_2018 = /[áóúýǵń]/u;

/** A word in Cyrillic letters; what has none of the Latin ones stays as it is. */
export function kazakhFromLatin(word: string): string {
  // JavaScript's lower case of a dotted capital is two characters
  let text = word.normalize("NFC").replaceAll("İ", "i").toLowerCase();
  if (OF_2018.test(text)) text = text.replace(/[iı]/gu, (letter) => (letter === "i" ? "ı" : "i"));
  for (const [latin, cyrillic] of STEPS) text = text.replace(latin, cyrillic);
  return text.replace(/\p{Script=Latin}/gu, (letter) => LETTERS[letter] ?? letter);
}
