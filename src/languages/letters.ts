/** What letters sound like, in every script: which ones writers take for one another, and how names are written across scripts. */

/** Groups of letters that are typed for one another, since they look alike or sound alike. */
export const ALIKE =
  "بتثني جحخ دذ رز سش صض طظ عغ فق هح كق سص تط ضظد ثسص ذز اعه غق وف eiy ou aeo ckq sz vw дт ие оа бп сз".split(
    " ",
  );

/** Letters that are left out more often than others. */
export const VOWELS = "اويeiouayаеиоуыэюя";

/** Consonants that the scripts, and the agencies, write for one another, by a class for each. */
export const CONSONANTS: Readonly<Record<string, string>> = {
  B: "بbpбп",
  T: "تطدضثtdтд",
  C: "شшщчц",
  J: "جjж",
  S: "سصsс",
  Z: "زذظzз",
  H: "حخهhх",
  K: "كقغkqgcкг",
  L: "لlл",
  M: "مmм",
  N: "نnн",
  R: "رrр",
  F: "فfvwфв",
};

/** Groups of letters that make one consonant, the longest first, by its class. */
export const CONSONANT_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/تش|دج/g, "C"],
  [/[جژ]/g, "J"],
  [/shch|tsch|sch|tch|ch|sh|zh|dzh|dj/g, "C"],
  [/kh|gh/g, "H"],
  [/th|dh/g, "T"],
  [/ph/g, "F"],
  [/ck|x/g, "K"],
  [/c(?=[eiy])/g, "S"],
];

/** A rough Latin letter for each of the other scripts' letters, and one for the Latin letters that sound alike. */
export const ROMAN = new Map(
  [
    ["ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abttjhhdzrzscsdtzagfkklmnhui"],
    ["абвгдежзийклмнопрстуфхчшщыэ", "abfgdijziiklmnubrstufhcccii"],
    ["eyopqcvw", "iiubkkfu"],
  ].flatMap(([letters, roman]) =>
    [...(letters as string)].map((letter, at): [string, string] => [letter, (roman as string)[at] as string]),
  ),
)
  .set("ц", "ts")
  .set("ю", "iu")
  .set("я", "ia");
