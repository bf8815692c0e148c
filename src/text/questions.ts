import type { Language } from "../model.ts";
import { fold } from "./fold.ts";

/** What kind of answer a question asks for. */
export type Asked = "when" | "where" | "who" | "how-many" | "why" | "how" | "what" | "which" | "yes-no";

/** Words that ask, by language and dialect. They are taken off questions only; in a text they are words like others. */
const WORDS: Readonly<Record<Language, Partial<Record<Asked, string>>>> = {
  ar: {
    when: "متى متا متي امتى إمتى امتا إيمتى ايمتى ايمتا وقتاش فوقاش وقتيش اي-متى",
    where: "أين اين وين فين فيين منين أينما إين وينه وينها فينه",
    who: "مين منو منهو منهي شكون مينو من-هو من-هي لمن بمن",
    "how-many": "كم كام قداش قدّيش قديش اديش أديش شكد شقد اشكد جم بكام بكم بشحال شحال أشحال اشحال چم قدي كمية",
    why: "لماذا ليش ليه لي علاش علش لش لم لمَ لِمَ وراش ليه-كده",
    how: "كيف كيفاش ازاي إزاي ازي شلون اشلون شلونه كيفية وشلون",
    what: "ما ماذا ماهي ماهو شو ايش إيش أيش وش ويش ايه إيه شنو شنهو شنهي شن شني اش آش اشنو أشنو شنوة شنوا واش اشهو بماذا بم بمَ مم ممَّ مِمَّ عم عمّ فيم فيمَ علام لماذ وماذا وما",
    which: "أي اي أية اية أيّ ايّة أيهما انهي أنهي أنو انا-هي اما-هي ياتو",
    "yes-no": "هل أ وهل واش",
  },
  en: {
    when: "when date",
    where: "where",
    who: "who whom whose who's",
    why: "why",
    how: "how",
    what: "what what's whats",
    which: "which",
    "yes-no": "did does is are was were has have do",
  },
  ru: {
    when: "когда",
    where: "где куда откуда",
    who: "кто кого кому кем ком чей чья чьи",
    "how-many": "сколько",
    why: "почему зачем отчего",
    how: "как каким каков",
    what: "что чего чему чем чём",
    which: "какой какая какое какие каких каким какую каком какими который",
    "yes-no": "ли",
  },
  tr: {
    when: "zaman",
    where: "nerede nereye nereden neresi neresinde nerde",
    who: "kim kimin kimi kime kimle kimler kimdir",
    "how-many": "kaç kac kaçıncı",
    why: "neden niçin nicin niye",
    how: "nasıl nasil",
    what: "ne nedir neler nelerdir neyi neye neydi",
    which: "hangi hangisi hangileri",
    "yes-no": "mi mı mu mü midir",
  },
  fa: {
    when: "کی چه‌وقت چه‌زمانی زمانی",
    where: "کجا کجاست کجای",
    who: "کیست چه‌کسی کسی کیا",
    "how-many": "چند چندتا چقدر چه‌قدر چندمین",
    why: "چرا",
    how: "چگونه چطور چه‌طور",
    what: "چه چی چیست چیه چی‌بود چیا",
    which: "کدام کدوم",
    "yes-no": "آیا",
  },
  fr: {
    when: "quand",
    where: "où",
    who: "qui",
    "how-many": "combien",
    why: "pourquoi",
    how: "comment",
    what: "que quoi qu",
    which: "quel quelle quels quelles lequel laquelle",
    "yes-no": "est-ce",
  },
};

const TABLES: ReadonlyMap<Language, ReadonlyMap<string, Asked>> = new Map(
  (Object.entries(WORDS) as [Language, Partial<Record<Asked, string>>][]).map(([language, kinds]) => [
    language,
    new Map(
      Object.entries(kinds).flatMap(([asked, list]) =>
        list
          .split(" ")
          .map((word): [string, Asked] => [fold(word).replace(/[^\p{L}\p{N}]/gu, ""), asked as Asked]),
      ),
    ),
  ]),
);

/** The kind of answer that this word asks for. */
export function askedBy(folded: string, language: Language): Asked | undefined {
  const table = TABLES.get(language);
  const joined = language === "ar" && folded.length > 3 && /^[وف]/.test(folded) ? folded.slice(1) : undefined;
  return table?.get(folded) ?? (joined ? table?.get(joined) : undefined);
}

/** Phrases that ask: a question word with the word that turns it to another kind. Over folded text. */
const PHRASES: readonly (readonly [RegExp, Asked])[] = [
  [/\bhow (?:many|much|far|big|large|old|long|often)\b/, "how-many"],
  [/\bwhat (?:year|years|date|day|month|time)\b|\bin (?:what|which) years?\b/, "when"],
  [/\b(?:what|which) (?:city|country|place|capital)\b/, "where"],
  [/\bne zaman\b|\bhangi (?:gun|yil|tarih)/, "when"],
  [/\bne kadar\b/, "how-many"],
  [/\bquel(?:le)?s? (?:annee|date|jour|mois)/, "when"],
  [/\bquel(?:le)? (?:ville|pays)/, "where"],
  [/в как(?:ом|их) (?:год|город|стран)/, "when"],
  [/(?:^| )(?:في )?اي (?:عام|سنه|يوم|تاريخ|شهر|وقت|موعد)/, "when"],
  [/(?:^| )(?:في )?اي (?:مدينه|بلد|دوله|عاصمه|مكان)/, "where"],
  [/(?:^| )(?:ما|شو|كم) (?:عدد|نسبه|حجم|مقدار|مبلغ|قيمه)/, "how-many"],
  [/چه (?:روزي|سالي|تاريخي|زماني)|جه (?:روزي|سالي|تاريخي|زماني|وقت)/, "when"],
  // من opens a question about a person; elsewhere it is "from"
  [/^(?:و|ف)?من (?:هو|هي|الذي|التي|صاحب|اللي|كان|قال|ال)/, "who"],
];

/** The kinds of answer that a whole question asks for, from its phrases; `folded` is its words joined by spaces. */
export function askedByPhrase(folded: string): Asked[] {
  return PHRASES.filter(([phrase]) => phrase.test(folded)).map(([, asked]) => asked);
}
