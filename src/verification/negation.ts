import type { Language } from "../languages/codes.ts";
import { lettersWithHamza } from "./words.ts";

/** Words that deny, by which a quotation is most often turned into its opposite; with their hamzas, without marks. */
const WORDS = new Set(
  (
    "لا لم لن ليس ليست ليسا ليسوا لسنا لست لسن ما غير عدم دون بدون بلا كلا نفى نفت ألا " +
    "no not never none nothing nobody nor neither without cannot don doesn didn won isn aren wasn weren can't t " +
    "не нет ни никогда никто ничего без нельзя " +
    "değil yok hayır asla hiç hiçbir olmadan " +
    "نه نیست نیستند هیچ بدون بی نمی هرگز " +
    "deyil yox heç xeyr däl ýok hiç емес жоқ ешқашан ешкім ештеңе " +
    "ne pas non jamais aucun aucune sans ni n rien"
  ).split(" "),
);

/** Whether a word, as written, denies; "and" and "so" may be glued before it. */
export function negates(word: string): boolean {
  const letters = lettersWithHamza(word);
  if (WORDS.has(letters)) return true;
  return letters.length > 2 && /^[وف]/.test(letters) && WORDS.has(letters.slice(1));
}

/** Verbs that deny by an ending or a beginning. */
const WITHIN: Partial<Readonly<Record<Language, RegExp>>> = {
  tr: /m[ıiuü]yor|m[ae]z(?:$|l|s)|m[ae]d[ıi]|m[ae]y[ae]c[ae]|m[ae]mi[şs]|m[ae]meli/u,
  // dəmir is iron, and Vladimir ends alike
  az: /(?:[bcçfgğhxjkqlnprsştvyzaıuü]|(?<!^d)ə)m[ıiuü]r(?:$|l|s|d)|m[əa]y(?:ib|əcək|acaq)|m[əa]d[ıi](?:$|l|k|q|m)|m[əa]m[əa]li/u,
  tk: /m[ae]z(?:$|l|s|d)|m[ae]d[yi](?:$|l|k|m)|ma[ýy]ar|me[ýy][äa]r|m[ae]nok/u,
  kk: /(?:[мпб]ай|[мпб]ей)(?:ды|ді|мыз|міз|тын|тін|ақ|ек)|(?:ма|ме|па|пе)(?:ды|ді|ған|ген)(?:$|[а-я])/u,
  fa: /^(?:نمی|نخواه|نبود|نشد|نکرد|ندار|نداشت|نباید)/u,
};

export const negatesWithin = (word: string, language: Language): boolean =>
  WITHIN[language]?.test(lettersWithHamza(word)) === true;
