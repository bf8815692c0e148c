import { dates, isolate, listed, numbers, plural, type Strings } from "./strings.ts";

const number = numbers("ar");
const date = dates("ar");

const keptDays = plural("ar", {
  one: "يومًا واحدًا",
  two: "يومين",
  few: "# أيام",
  many: "# يومًا",
  other: "# يوم",
});

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
    tooLong: "السؤال طويل جدًا. اختصره من فضلك.",
    help: {
      greeting: "أهلًا بك! اسألني عن أي شيء في المصادر، وسأنقل لك منها ما يجيب، حرفيًا ومع ذكر المصدر.",
      thanks: "على الرحب والسعة! اسأل متى شئت.",
      bot: "أنا إسناد: أجيب عن الأسئلة بنقل الفقرات التي تجيب من المصادر، كلمة بكلمة ومع ذكر المصدر. لا أكتب شيئًا من عندي، وإذا لم تُجب المصادر قلت ذلك.",
    },
    privacy: "لا أحتفظ بشيء ممّا تكتبه.",
    support: "للمساعدة",
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
    choose: "أي شخصية تقصد؟",
    unknown: (name) => `لا أحد في المصادر باسم ${isolate(name)}.`,
    said: plural("ar", {
      zero: "لا أقوال",
      one: "قول واحد",
      two: "قولان",
      few: "# أقوال",
      many: "# قولًا",
      other: "# قول",
    }),
    mentioned: plural("ar", {
      zero: "لم يرد الاسم",
      one: "ورد الاسم في فقرة واحدة",
      two: "ورد الاسم في فقرتين",
      few: "ورد الاسم في # فقرات",
      many: "ورد الاسم في # فقرة",
      other: "ورد الاسم في # فقرة",
    }),
    about: (topic, count) => `عن ${isolate(topic)}: ${number(count)}`,
    roles: "الصفة في المصادر",
    noStatements: "لا تنقل المصادر قولًا لهذه الشخصية.",
    noMentions: "لا تذكر المصادر هذه الشخصية.",
  },
  verification: {
    verdict: {
      exact: "هذا نصّ المصدر حرفًا بحرف.",
      spelling: "هذا كلام المصدر؛ لا يختلف إلا الرسم أو علامات الترقيم.",
      altered: "هذا الكلام محرَّف: كلماته ليست كلها كلمات المصدر.",
      stitched: "هذا الكلام ملفَّق من مواضع متفرقة.",
      misattributed: "الكلام موجود في المصادر، لكنه ليس لمن نُسب إليه.",
      translation: "هذه ترجمة لكلام في المصادر، وهذا أصله.",
      absent: "هذا الكلام غير موجود في المصادر.",
    },
    pasted: "ما لصقته",
    nearest: "الأقرب إليه في المصادر:",
    saidBy: (names) => `القائل في المصدر: ${listed("ar", names)}`,
    byText: "لا ينسبه المصدر إلى أحد: هو من كلام النص نفسه.",
    added: (words) => `زيادة ليست في المصدر: ${isolate(words)}`,
    dropped: (words) => `حُذف من كلام المصدر: ${isolate(words)}`,
    changed: (typed, source) => `${isolate(typed)} في موضع ${isolate(source)}`,
    moved: (words) => `نُقل من موضعه: ${isolate(words)}`,
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
    unknown: "لا مصدر كهذا. اختر من قائمة المصادر.",
    pick: "اختر مصدرًا لتقرأه",
  },
  translation: {
    label: "ترجمة المحرّر",
    whole: "الترجمة كاملة",
    elsewhere: "اقرأه مترجمًا",
  },
  button: {
    previous: "السابق",
    next: "التالي",
    around: "ما حوله",
    back: "رجوع",
    post: "انشره في القناة",
    delete: "احذف",
    copy: "نسخ مع الإسناد",
    read: "اقرأ المصدر",
    said: "الأقوال",
    mentioned: "مواضع الذكر",
  },
  notice: {
    outdated: "تغيّرت المصادر منذ هذا الجواب. اسأل من جديد.",
    notYours: "هذا الجواب لغيرك. اسأل أنت وسأجيبك.",
    unknownButton: "هذا الزر لم يعد يعمل. اسأل من جديد.",
    slowDown: plural("ar", {
      zero: "مهلًا من فضلك.",
      one: "مهلًا. أعد المحاولة بعد ثانية.",
      two: "مهلًا. أعد المحاولة بعد ثانيتين.",
      few: "مهلًا. أعد المحاولة بعد # ثوانٍ.",
      many: "مهلًا. أعد المحاولة بعد # ثانية.",
      other: "مهلًا. أعد المحاولة بعد # ثانية.",
    }),
    failed: "حدث خلل عندي. أعد المحاولة بعد قليل.",
    cannotQuote: "لم أستطع نقل النص كما هو، فلم أنقله. اقرأه في المصدر نفسه.",
    busy: "كثرت الأسئلة عليّ الآن فلم أستطع الإجابة عن هذا في حينه. أعد السؤال بعد قليل من فضلك.",
    mayBeLost: "ربما لم تصلك إجابتي. إن لم ترها فأعد السؤال من فضلك.",
    questionsKept: (days) =>
      `ما لا أجد له جوابًا من الأسئلة يُحفظ نصه وحده، من غير اسم صاحبه، ${keptDays(days)} ليُعرف ما ينقص المصادر.`,
  },
  command: {
    start: "ابدأ",
    ask: "اسأل المصادر، ويأتيك الجواب نصًا مع المصدر",
    question: "سؤالك",
    leader: "أقوال شخصية ومواضع ذكرها",
    leaderName: "اسم الشخصية",
    topic: "عن أي موضوع",
    verify: "تحقّق من اقتباس: هل هو كلام المصادر؟",
    quotation: "الاقتباس كما وصلك",
    speaker: "إلى من يُنسب",
    sources: "قائمة المصادر وقراءتها",
    help: "كيف تستعمل إسناد",
    private: "الجواب لك وحدك",
    askSources: "اسأل المصادر",
    short: "أجيب بنقل المصادر كلمة بكلمة، مع ذكر المصدر.",
    about:
      "اسألني عمّا في المصادر بأي لهجة أو لغة. أنقل لك الفقرات التي تجيب كما هي، مع ذكر المصدر، وأقول صراحة إذا لم تُجب المصادر. لا أكتب شيئًا من عندي.",
    inGroup: (bot) => `للسؤال هنا: /ask ثم السؤال، أو اذكر @${bot} في رسالتك، أو ردّ على أحد أجوبتي.`,
    inlineHelp: "اكتب سؤالك بعد اسم البوت",
  },
  terminal: {
    loading: "جارٍ التحميل…",
    endsPage: "وتتوقف الصفحة أيضًا.",
    unknown: "لا أعرف هذا الأمر. الأوامر:",
    nothingMore: "ليس هنا ما يُعرض. اسأل، أو اكتب /help.",
    leave: "خروج",
    turn: "إن بدت الحروف العربية معكوسة أو مفككة",
    leader: "الاسم: الموضوع",
  },
} satisfies Strings;
