import { dates, isolate, listed, numbers, plural, type Strings } from "./strings.ts";

const number = numbers("ar");
const date = dates("ar");

export const ar = {
  language: "ar",
  direction: "rtl",
  name: "العربية",
  answer: {
    asked: "السؤال",
    closest: "المصادر لا تجيب عن هذا السؤال. هذا أقرب ما فيها:",
    nothing: "لا شيء في المصادر عن هذا.",
    missing: (words) => `لم يرد في المصادر: ${listed("ar", words)}`,
    searchedFor: (typed, as) => `بحثتُ عن ${isolate(as)} بدل ${isolate(typed)}`,
    tryInstead: "جرّب أن تسأل:",
    counter: (at, of) => `${number(at)} من ${number(of)}`,
    empty: "اكتب سؤالك وسأبحث عن جوابه في المصادر.",
    tooLong: "السؤال طويل جداً. اختصره من فضلك.",
    help: {
      greeting: "أهلاً بك! اسألني عن أي شيء في المصادر، وسأنقل لك منها ما يجيب، حرفياً ومع ذكر المصدر.",
      thanks: "على الرحب والسعة! اسأل متى شئت.",
      bot: "أنا إسناد: أجيب عن الأسئلة بنقل الفقرات التي تجيب من المصادر، كلمة بكلمة ومع ذكر المصدر. لا أكتب شيئاً من عندي، وإذا لم تُجب المصادر قلت ذلك.",
    },
    named: (name) => `المصادر: ${isolate(name)}.`,
    about: (subject) => `موضوع المصادر: ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `الفقرة ${number(n)}`,
    noHeadline: "بلا عنوان",
    untitled: (opening) => `بلا عنوان، أوله: «${opening}…»`,
    date: (d) =>
      d.how === "unknown"
        ? "بلا تاريخ"
        : d.how === "inferred"
          ? `${date(d.value)} (تاريخ مستنتج)`
          : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "ناشر غير معروف" : p.how === "inferred" ? `${p.value} (مستنتج)` : p.value,
    published: "المصدر",
  },
  leader: {
    choose: "من تقصد؟",
    unknown: (name) => `لا أعرف في المصادر أحداً باسم ${isolate(name)}.`,
    said: plural("ar", {
      zero: "لا أقوال",
      one: "قول واحد",
      two: "قولان",
      few: "# أقوال",
      many: "# قولاً",
      other: "# قول",
    }),
    mentioned: plural("ar", {
      zero: "لم يُذكر",
      one: "ذُكر في فقرة واحدة",
      two: "ذُكر في فقرتين",
      few: "ذُكر في # فقرات",
      many: "ذُكر في # فقرة",
      other: "ذُكر في # فقرة",
    }),
    about: (topic, count) => `عن ${isolate(topic)}: ${number(count)}`,
    roles: "صفته في المصادر",
    noStatements: "لا تنقل المصادر عنه قولاً.",
    noMentions: "لا تذكره المصادر.",
  },
  sources: {
    title: "المصادر",
    passages: plural("ar", {
      zero: "لا فقرات",
      one: "فقرة واحدة",
      two: "فقرتان",
      few: "# فقرات",
      many: "# فقرة",
      other: "# فقرة",
    }),
    page: (at, of) => `صفحة ${number(at)} من ${number(of)}`,
    unknown: "لا مصدر بهذا الاسم.",
    pick: "اختر مصدراً لتقرأه",
  },
  button: {
    previous: "السابق",
    next: "التالي",
    around: "ما حوله",
    back: "رجوع",
    post: "انشره في القناة",
    delete: "احذف",
    read: "اقرأ المصدر",
    said: "أقواله",
    mentioned: "ذكره",
  },
  notice: {
    outdated: "تغيّرت المصادر منذ هذا الجواب. اسأل من جديد.",
    notYours: "هذا الجواب لغيرك. اسأل أنت وسأجيبك.",
    unknownButton: "هذا الزر لم يعد يعمل. اسأل من جديد.",
    slowDown: plural("ar", {
      zero: "مهلاً من فضلك.",
      one: "مهلاً. أعد المحاولة بعد ثانية.",
      two: "مهلاً. أعد المحاولة بعد ثانيتين.",
      few: "مهلاً. أعد المحاولة بعد # ثوانٍ.",
      many: "مهلاً. أعد المحاولة بعد # ثانية.",
      other: "مهلاً. أعد المحاولة بعد # ثانية.",
    }),
    failed: "حدث خلل عندي. أعد المحاولة بعد قليل.",
    cannotQuote: "لم أستطع نقل النص كما هو، فلم أنقله.",
  },
  command: {
    start: "ابدأ",
    ask: "اسأل المصادر، ويأتيك الجواب نصاً مع المصدر",
    question: "سؤالك",
    leader: "ما قاله قائد وما ذُكر عنه",
    leaderName: "اسم القائد",
    topic: "عن أي موضوع",
    sources: "قائمة المصادر وقراءتها",
    help: "كيف تستعمل إسناد",
    private: "الجواب لك وحدك",
    askSources: "اسأل المصادر",
    short: "أجيب بنقل المصادر كلمة بكلمة، مع ذكر المصدر.",
    about:
      "اسألني عمّا في المصادر بأي لهجة أو لغة. أنقل لك الفقرات التي تجيب كما هي، مع ذكر المصدر، وأقول صراحة إذا لم تُجب المصادر. لا أكتب شيئاً من عندي.",
    inlineHelp: "اكتب سؤالك بعد اسم البوت",
  },
  terminal: {
    unknown: "لا أعرف هذا الأمر. الأوامر:",
    nothingMore: "ليس هنا ما يُعرض.",
    leave: "خروج",
    turn: "إن بدت الحروف العربية معكوسة أو مفككة",
    leader: "القائد: الموضوع",
  },
} satisfies Strings;
