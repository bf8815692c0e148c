import type { Language } from "../model.ts";
import { LANGUAGES } from "../model.ts";
import type { Token } from "./tokenizer.ts";

/** What a question is written in: a language, or Arabic in Latin letters. */
export interface Detected {
  readonly language: Language;
  /** Arabic typed in Latin letters and digits (Arabizi). */
  readonly arabizi: boolean;
  /** False when nothing in the text told: the language is then a guess from the locale. */
  readonly certain: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Small words that only this one of the languages in its script has, folded. */
const MARKERS: Readonly<Record<Exclude<Language, "ru" | "ar">, ReadonlySet<string>>> = {
  en: words(
    "the of and is are was were what who when where why how which did does do in on to for with about from his her their say said tell me there any between against hello hi thanks please you your not have has had by at be that this can could would should",
  ),
  tr: words(
    "ne nedir kim nerede nereye nereden ve ile icin hakkinda neden nasil hangi kac mi mu midir var yok bir bu dedi olan oldu arasinda gore gibi daha cok merhaba selam tesekkurler lutfen zaman degil sonra once kadar ilk konusunda misin nasilsin konustu kimdir nelerdir ettigi icinde neler kimler kimden kime hangileri niye etmek etti edildi edilecek arasindaki hakkindaki ulke ulkeler ulkeleri devlet baskani toplantisi denizi hazar",
  ),
  fr: words(
    "le la les des du de et est sont que qui quoi quand comment pourquoi quel quelle quels quelles dans sur avec pour par une un aux au dit il elle ils ou bonjour merci salut entre selon ses son leur ont ete cette ce pas plus propos qu deux apres avant contre",
  ),
  fa: words(
    "است چيست كيست چه كجا چرا چكونه كدام را كه از با به در براي هاي شد شده مي اين ان يك بود كرد كفت خود سلام درباره آيا ايا چند چي كي بين روي تا هم نيز دارد دارند كند كردند كرده شود خواهد چكار چطور ميان بر",
  ),
};
/** Persian small words that are Arabic words too: they count half. */
const ALSO_ARABIC = words("ان به در با هم تا بين شد كي بر مي");
const ARABIC_MARKERS = words(
  "في من على الى عن ما ماذا متى اين كيف لماذا هل كم هو هي التي الذي هذا هذه مع شو ايش وش ايه فين ليش ليه شنو اللي قال قالت بين لا او ان كان عند بعد قبل ال دي ده علي و وين امتى",
);
/** Letters that one of the languages in its script has alone. */
const PERSIAN_LETTERS = /[پچژگکیۀ]/gu;
const PERSIAN_ONLY = /[پچژگ]/u;
const TURKISH_LETTERS = /[ğşıİ]/u;
const FRENCH_LETTERS = /[éèêàùœëïâîôû]/iu;

/**
 * Arabic as typed in Latin letters: digits for letters that Latin lacks, inside words, and its commonest small words. One digit word
 * or two small words decide.
 */
const ARABIZI_DIGIT = /^(?=.*[a-z])(?:[a-z]*[235679][a-z]+|[a-z]+[235679][a-z]*)+$/;
const ARABIZI_WORDS = words(
  "fi fe fel bel el al wel men min mn ala 3ala 3an an eh eih ezay lesh leh leih lih shu shou sho ma mada matha meta emta wen wein fein fen kam kif keef kayf hal ya w wa ma3 illi elli ely abel qabel ba3d yousal rusya rousia bahr ra2is rais 7asab ayna mata limatha sh esh wesh chnou chno wach ach kifach fach 9al gal 2al qal bein bayn meen emta imta 2alet qalet 2alo fo2 ta7t bta3 bta3et 3and ma3a talab hagmet roseya rosya okranya iran elra2is el ra2ees",
);

/**
 * The language of a question from its script, its letters and its small words. `locale` (a BCP 47 tag from the platform) only
 * breaks ties, since people write to a bot in another language than their telephone's; without one the language of the texts does.
 */
export function detectLanguage(
  text: string,
  tokens: readonly Token[],
  locale?: string,
  texts: Language = "ar",
): Detected {
  const fallback = languageOf(locale) ?? texts;
  const counts = { arabic: 0, latin: 0, cyrillic: 0 };
  for (const token of tokens) {
    if (/[\u0600-\u06ff]/.test(token.folded)) counts.arabic += token.folded.length;
    else if (/[a-z]/.test(token.folded)) counts.latin += token.folded.length;
    else if (/[\u0400-\u04ff]/.test(token.folded)) counts.cyrillic += token.folded.length;
  }
  const most = Math.max(counts.arabic, counts.latin, counts.cyrillic);
  if (most === 0) return { language: fallback, arabizi: false, certain: false };
  if (counts.cyrillic === most) return { language: "ru", arabizi: false, certain: true };
  if (counts.arabic === most) return { ...arabicScript(text, tokens, fallback), arabizi: false };
  return latinScript(text, tokens, fallback);
}

function arabicScript(
  text: string,
  tokens: readonly Token[],
  fallback: Language,
): { language: Language; certain: boolean } {
  let persian = 0;
  let arabic = 0;
  for (const { folded } of tokens) {
    if (MARKERS.fa.has(folded)) persian += ALSO_ARABIC.has(folded) ? 0.5 : 1;
    if (ARABIC_MARKERS.has(folded)) arabic += 1;
    // the article and teh marbuta are Arabic; Persian verbs carry their prefix
    if (folded.length > 4 && /^(?:وال|بال|لل|ال)/.test(folded)) arabic += 1;
  }
  for (const token of tokens) {
    if (/[ةأإؤ]/.test(token.text)) arabic += 0.5;
    if (/\u200c/.test(token.text)) persian += 1;
  }
  if (PERSIAN_ONLY.test(text)) persian += 1;
  // Persian keyboards write Arabic too: their yeh and kaf alone are a hint only
  if ((text.match(PERSIAN_LETTERS) ?? []).length > 0) persian += 0.6;
  const persianToo = persian === arabic && fallback === "fa";
  return { language: persian > arabic || persianToo ? "fa" : "ar", certain: true };
}

function latinScript(text: string, tokens: readonly Token[], fallback: Language): Detected {
  const latin = tokens.filter((t) => /[a-z]/.test(t.folded));
  const votes: Record<"en" | "tr" | "fr", number> = { en: 0, tr: 0, fr: 0 };
  let arabizi = 0;
  for (const { folded } of latin) {
    for (const language of ["en", "tr", "fr"] as const)
      if (MARKERS[language].has(folded)) votes[language] += 1;
    if (ARABIZI_DIGIT.test(folded) && !/^g(?:7|20|8)$/.test(folded)) arabizi += 2;
    else if (ARABIZI_WORDS.has(folded)) arabizi += 1;
  }
  if (TURKISH_LETTERS.test(text)) votes.tr += 2;
  else if (/[öü]/iu.test(text)) votes.tr += 1;
  if (FRENCH_LETTERS.test(text)) votes.fr += 1.5;
  const [best] = (["en", "fr", "tr"] as const).toSorted((a, b) => votes[b] - votes[a]);
  const votesOfBest = votes[best as "en"];
  if (arabizi >= 2 && arabizi > votesOfBest) return { language: "ar", arabizi: true, certain: true };
  if (votesOfBest > 0) return { language: best as Language, arabizi: false, certain: true };
  const guess = fallback === "tr" || fallback === "fr" ? fallback : "en";
  return { language: guess, arabizi: false, certain: false };
}

/** The language of a BCP 47 tag, where it is one that the bot speaks. */
export function languageOf(locale: string | undefined): Language | undefined {
  const code = locale?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === code);
}
