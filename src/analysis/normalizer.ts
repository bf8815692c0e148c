/**
 * Folding: the one spelling under which a word is indexed and looked up. Lengths change, so folded text is only ever
 * compared; what is quoted is cut from the original by the token's offsets.
 */

/** Letters that writers and keyboards use for one another. Undotted forms are here when only one letter is meant. */
const LETTERS: Readonly<Record<string, string>> = {
  // Alef with any hamza, madda or wasla
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ٲ: "ا",
  ٳ: "ا",
  // The hamza's seats; a hamza alone is often left out
  ؤ: "و",
  ئ: "ي",
  ء: "",
  // Yeh, alef maksura, Persian yeh
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ێ: "ي",
  ۍ: "ي",
  ے: "ي",
  // Teh marbuta, and the hehs of Persian, Urdu and Kurdish keyboards
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ہ: "ه",
  ھ: "ه",
  ۃ: "ه",
  // Kafs and gafs; Arabic writes a foreign g with any of ك ق غ ج, this is only the letter
  ک: "ك",
  ڪ: "ك",
  گ: "ك",
  ڭ: "ك",
  // Letters that Arabic borrows for foreign sounds
  پ: "ب",
  چ: "ج",
  ژ: "ز",
  ڤ: "ف",
  ڥ: "ف",
  ۋ: "و",
  ۆ: "و",
  ۇ: "و",
  // Undotted feh, qaf and noon; an undotted beh may be five letters and is kept (see `rasm`)
  ڡ: "ف",
  ٯ: "ق",
  ں: "ن",
  // Latin letters that NFKD leaves whole
  ı: "i",
  // as Azerbaijani is typed without it
  ə: "e",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  // Cyrillic
  ё: "е",
  // as Kazakh is typed on a Russian keyboard
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  і: "и",
  һ: "х",
};

const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
/** Combining marks (tashkeel, accents), tatweel, and format characters: zero-width, bidi controls, tags. */
const INVISIBLE = /[\p{M}\p{Cf}ـ]/gu;
const DIGIT = /[٠-٩۰-۹]/g;
const HAS_FOREIGN_DIGIT = /[٠-٩۰-۹]/;
/** Letters of Latin, Cyrillic and Arabic that each fold alone, whatever stands beside them: those of nearly all words. */
const ALONE = /[a-zA-Z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0400-\u0482\u048a-\u052fء-غف-يٱپچژکگڭی]/;
/** By UTF-16 unit what each of these becomes; null where it stays. */
const FOLDS = Array.from({ length: 0x0700 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  const own = ALONE.test(letter) ? unfold(letter) : undefined;
  return own === letter ? null : own;
});

/**
 * One spelling for one word. Order: compatibility forms apart (NFKD, so that a presentation form becomes its letter and an
 * accent a mark), lower case, letters, then marks away, then digits. Composed hammzas would decompose into marks, so
 * the text is composed again before the letters are looked up.
 */
export function normalize(word: string): string {
  let [folded, kept] = ["", 0];
  for (let at = 0; at < word.length; at += 1) {
    const own = FOLDS[word.charCodeAt(at)];
    if (own === undefined) return unfold(word);
    if (own === null) continue;
    folded += word.slice(kept, at) + own;
    kept = at + 1;
  }
  return kept === 0 ? word : folded + word.slice(kept);
}

function unfold(word: string): string {
  let text = word.normalize("NFKC").toLowerCase();
  // й must not lose its breve with the other marks: it is a letter of its own
  text = text.replace(LETTER, (c) => LETTERS[c] as string);
  text = text
    .normalize("NFD")
    .replace(/и\u0306/gu, "й")
    .replace(INVISIBLE, "")
    .normalize("NFC");
  text = text.replace(LETTER, (c) => LETTERS[c] as string);
  if (HAS_FOREIGN_DIGIT.test(text))
    text = text.replace(DIGIT, (c) => String((c.codePointAt(0) as number) & 0xf)).replace(/[٫]/g, ".");
  return text;
}

/** Letters that look alike once their dots are gone. */
const RASM: Readonly<Record<string, string>> = Object.fromEntries(
  ["بتثني\u066e", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق"].flatMap((group) =>
    [...group].map((letter) => [letter, group[0] as string]),
  ),
);

/** The drawing of a folded Arabic word without its dots: equal for words that only their dots tell apart. */
export function rasm(folded: string): string {
  let key = "";
  for (const letter of folded) key += RASM[letter] ?? letter;
  return key;
}
