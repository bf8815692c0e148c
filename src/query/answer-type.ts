import { normalize } from "../analysis/normalizer.ts";
import type { Language } from "../model.ts";

/** What kind of answer a question asks for. */
export type AnswerType =
  | "when"
  | "where"
  | "city"
  | "country"
  /** More than one of what is asked for. */
  | "several"
  | "who"
  | "how-many"
  | "why"
  | "how"
  | "what"
  | "which"
  | "yes-no";

/** Words that ask, by language and dialect. They are taken off questions only; in a text they are words like others. */
const WORDS: Readonly<Record<Language, Partial<Record<AnswerType, string>>>> = {
  ar: {
    when: "متى متا متي امتى إمتى امتا إيمتى ايمتى ايمتا يمتى وينتا وقتاش فوقاش وقتيش شوكت شوقت شوكيت اي-متى",
    where: "أين اين وين فين فيين منين أينما إين وينه وينها فينه",
    who: "لمن مين منو منهو منهي شكون مينو من-هو من-هي بمن بمين عمين",
    "how-many": "كم كام قداش قدّيش قديش اديش أديش شكد شقد اشكد جم بكام بكم بشحال شحال أشحال اشحال چم قدي كمية",
    why: "لماذا ليش ليه لي علاش علش لش لم لمَ لِمَ وراش ليه-كده",
    how: "كيف كيفاش ازاي إزاي ازي شلون اشلون شلونه كيفية وشلون",
    what: "ما ماذا ماهي ماهو شو بشو لشو عشو بايش عايش وشهو وشهي وشنو بشنو ايش إيش أيش وش ويش ايه إيه شنو شنهو شنهي شن شني اش آش اشنو أشنو شنوة شنوا واش اشهو بماذا بم بمَ مم ممَّ مِمَّ عم عمّ فيم فيمَ علام لماذ وماذا وما",
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
    how: "как каким каков какова каково каковы",
    what: "что чего чему чем чём",
    which: "какой какая какое какие каких каким какую каком какими который чьи",
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
    which: "کدام کدوم کدامند کداماند",
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

const TABLES: ReadonlyMap<Language, ReadonlyMap<string, AnswerType>> = new Map(
  (Object.entries(WORDS) as [Language, Partial<Record<AnswerType, string>>][]).map(([language, kinds]) => [
    language,
    new Map(
      Object.entries(kinds).flatMap(([asked, list]) =>
        list
          .split(" ")
          .map((word): [string, AnswerType] => [
            normalize(word).replace(/[^\p{L}\p{N}]/gu, ""),
            asked as AnswerType,
          ]),
      ),
    ),
  ]),
);

/** The kind of answer that this word asks for. */
export function answerTypeOfWord(folded: string, language: Language): AnswerType | undefined {
  const table = TABLES.get(language);
  const joined = language === "ar" && folded.length > 3 && /^[وف]/.test(folded) ? folded.slice(1) : undefined;
  return table?.get(folded) ?? (joined ? table?.get(joined) : undefined);
}

/** A phrase that asks, in words: what it asks for, and the word that it leaves in the question ("how old" asks about an age). */
interface Phrase {
  readonly words: readonly string[];
  readonly asked: readonly AnswerType[];
  readonly leaves?: string;
}

const phrase = (text: string, asked: readonly AnswerType[], leaves?: string): Phrase[] =>
  text
    .split("|")
    .map((one) => ({ words: one.trim().split(" ").map(normalize), asked, ...(leaves ? { leaves } : {}) }));

/** Folded by the same rules as the texts; the longest that fits is taken off the question. */
const PHRASES: readonly Phrase[] = [
  ...phrase("how many|how much|how often", ["how-many"]),
  ...phrase("how old", ["how-many"], "age"),
  ...phrase("how long", ["how-many"], "duration"),
  ...phrase("how far", ["how-many"], "distance"),
  ...phrase("how deep", ["how-many"], "depth"),
  ...phrase("how high|how tall", ["how-many"], "height"),
  ...phrase("сколько лет", ["how-many"], "возраст"),
  ...phrase("quel âge", ["how-many"], "âge"),
  ...phrase("kaç yaşında", ["how-many"], "yaş"),
  ...phrase("چند سال دارد|چند ساله", ["how-many"], "سن"),
  ...phrase("كم عمر|كم سن|شو عمر|قديش عمر|عمره كم", ["how-many"], "عمر"),
  ...phrase("какого дня|в каком месяце|в какие годы", ["when"]),
  ...phrase("ما اليوم الذي|أي سنين|في أي سنين|في أي مدة|في أي فترة|في أي شهر|أي شهر", ["when"]),
  ...phrase("how big|how large", ["how-many"], "size"),
  ...phrase("so far|at all|in fact|of course", []),
  ...phrase("in what year|in which year|in what years|in which years|what year|which years", ["when"]),
  ...phrase("what date|on what date|which day|on which day|what day|what time", ["when"]),
  ...phrase("what does|what did|what do", ["what"]),
  ...phrase("ne zaman|ne vakit", ["when"]),
  ...phrase("ne kadar", ["how-many"]),
  ...phrase("ne için|ne icin", ["why"]),
  ...phrase("est ce que|qu est ce que|qu est ce qu|est ce qu", ["what"]),
  ...phrase("à quelle date|quel jour|à quel moment", ["when"]),
  ...phrase("en quelle année|en quelles années|quelle année", ["when"]),
  ...phrase("в каком году|в каких годах|в котором году", ["when"]),
  ...phrase("какого числа|в какой день|в какое время", ["when"]),
  ...phrase("چه روزی|چه وقت|چه زمانی|چه تاریخی", ["when"]),
  ...phrase("در چه سالی|چه سالی|چه سال هایی", ["when"]),
  ...phrase("چه کسی|چه کسانی", ["who"]),
  ...phrase("برای چه|به چه دلیل", ["why"]),
  ...phrase("في أي يوم|أي يوم|في أي تاريخ|أي تاريخ|في أي وقت|أي وقت|في أي موعد", ["when"]),
  ...phrase("في أي عام|في أي سنة|أي عام|أي سنة|في أي سنوات|في أي أعوام", ["when"]),
  ...phrase("قد ايه|قد إيه|أد ايه|أد إيه|اد ايه|قد شو|قد ايش|قد إيش|على قد ايه", ["how-many"]),
  ...phrase("كم عدد|ما عدد|شو عدد|كم مرة", ["how-many"]),
  ...phrase("ما تاريخ|ما هو تاريخ|بأي تاريخ|شو تاريخ|ايش تاريخ|وش تاريخ|ايه تاريخ", ["when"]),
  ...phrase("ما موعد|ما هو موعد|شو موعد|ايش موعد|وش موعد|ايه موعد|باليوم والشهر|باليوم والشهر والسنة", [
    "when",
  ]),
  ...phrase("منذ متى|من متى|إلى متى|الى متى|حتى متى|لحد امتى|من امتى", ["when"]),
  ...phrase("لأي غاية|لأي غرض|لأي هدف|ما الهدف من|ما الغاية من|ما الغرض من|ما هدف|بأي هدف", ["why"], "هدف"),
  ...phrase(
    "for what purpose|to what end|what is the purpose of|what was the purpose of",
    ["why"],
    "purpose",
  ),
  ...phrase("how come|what for", ["why"]),
  ...phrase("с какой целью|для чего", ["why"], "цель"),
  ...phrase("hangi amaçla|ne amaçla", ["why"], "amaç"),
  ...phrase("dans quel but", ["why"], "but"),
  ...phrase("با چه هدفی|به چه منظور", ["why"], "هدف"),
  ...phrase("à quand remonte|depuis quand", ["when"]),
  ...phrase("hangi yıl|hangi tarihte|hangi gün|hangi ay|hangi yılda", ["when"]),
  ...phrase("من هو|من هي|من هم|من الذي|من التي|من الذين|من صاحب|من اللي", ["who"]),
  ...phrase("ما هو|ما هي|ما هم|ما الذي|ما التي", ["what"]),
  ...phrase("لأي سبب|ما سبب|ما السبب|ما أسباب|ما الأسباب|شو السبب|ايه السبب", ["why"], "سبب"),
];
const LONGEST_PHRASE = Math.max(...PHRASES.map(({ words }) => words.length));
const BY_WORDS: ReadonlyMap<string, Phrase> = new Map(PHRASES.map((p) => [p.words.join(" "), p]));

/** The phrase that asks at a place of a question, longest first. */
export function questionPhrase(folded: readonly string[], at: number): Phrase | undefined {
  for (let length = Math.min(LONGEST_PHRASE, folded.length - at); length > 1; length -= 1) {
    const found = BY_WORDS.get(folded.slice(at, at + length).join(" "));
    if (found) return found;
  }
  return undefined;
}
