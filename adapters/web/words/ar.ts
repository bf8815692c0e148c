import type { Words } from "./words.ts";

const PARAGRAPHS = new Intl.PluralRules("ar");

export const ar: Words = {
  name: "إسناد",
  tagline: "الجواب بنصّ المصدر، حرفًا حرفًا",
  languageName: "العربية",
  language: "اللغة",
  skip: "انتقل إلى السؤال",
  ask: "اسأل",
  sources: "المصادر",
  people: "شخصيات في المصادر",
  conversation: "المحادثة",
  question: "سؤالك",
  placeholder: "اكتب سؤالك…",
  send: "أرسل",
  youAsked: "سألت",
  answer: "الجواب",
  waiting: "أبحث في المصادر…",
  offline: "لم يصل الجواب. حاول مرة أخرى.",
  permalink: "رابط هذا السؤال",
  welcome:
    "اسألني عمّا تقوله هذه المقالات. أجيبك باقتباس نصّها كما هو، وكل اقتباس يُفتح في موضعه من المقال. وما لم تقله المصادر لا أقوله.",
  tryOne: "جرّب أحد هذه الأسئلة",

  closest: "لا جواب عن هذا في المصادر. أقرب ما فيها:",
  nothing: "هذا غير موجود في المصادر.",
  missing: "لا تذكر المصادر شيئًا عن:",
  readAs: "قُرئ هكذا:",
  suggestions: "يمكنك أن تسأل:",
  which: "ينطبق الاسم على أكثر من شخص. من تقصد؟",
  empty: "لا سؤال هنا بعد. اكتبه في الأسفل.",
  tooLong: "هذا أطول من أن يكون سؤالًا واحدًا. اسأل في جملة أو جملتين.",
  help: {
    greeting: "أهلًا بك! اسألني عمّا تقوله المقالات، أقتبس لك الفقرة التي تجيب.",
    thanks: "على الرحب والسعة. تفضّل بسؤالك التالي.",
    bot: "أنا برنامج يبحث في بضع مقالات عربية ويقتبس الفقرات التي تجيب كما هي، مع ذكر موضعها. لا أكتب عنها شيئًا من عندي.",
  },

  openSource: "افتح في المقال",
  context: "ما قبله وما بعده",
  pages: "فقرات أخرى",
  page: (page, of) => `صفحة ${page} من ${of}`,
  next: "التالي",
  previous: "السابق",
  statements: "أقواله",
  mentions: "ذكره",
  noStatements: "لم يُنقل عنه قول.",
  about: (topic) => `عن «${topic}»`,
  topic: "ماذا قال عن…",
  topicPlaceholder: "موضوع",

  paragraph: (number) => `الفقرة ${number}`,
  paragraphs(number) {
    switch (PARAGRAPHS.select(number)) {
      case "one":
        return "فقرة واحدة";
      case "two":
        return "فقرتان";
      case "few":
        return `${number} فقرات`;
      default:
        return `${number} فقرة`;
    }
  },
  opening: "مطلع النص",
  publisher: "الناشر",
  date: "التاريخ",
  inferred: "مستنتج من النص",
  unknown: "غير معروف",
  mentioned: "يُذكر فيه",
  cited: "الموضع المقتبس",
  badMark: "يشير هذا الرابط إلى كلمات لم تعد في هذا المقال، فعُرض بلا تعليم.",
  allSources: "كل المصادر",
  sourcesLead: "كل ما تُبنى عليه الأجوبة، كما ورد تمامًا.",
  failures: {
    "bad-request": "لا يمكن قراءة هذا العنوان.",
    "not-found": "لا شيء في هذا العنوان.",
    "too-many": "أسئلة كثيرة دفعة واحدة. انتظر دقيقة ثم تابع.",
    broken: "حدث خلل عندنا وسُجّل. حاول لاحقًا.",
  },
};
