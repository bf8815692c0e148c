import { dates, isolate, listed, numbers, plural, type Strings } from "./strings.ts";

const number = numbers("fa");
const date = dates("fa");

const keptDays = plural("fa", { other: "# روز" });

export const fa = {
  language: "fa",
  direction: "rtl",
  name: "فارسی",
  answer: {
    asked: "پرسش",
    closest: "منابع به این پرسش پاسخ نمی‌دهند. نزدیک‌ترین چیزی که در آن‌ها هست:",
    nothing: "در منابع چیزی در این باره نیست.",
    missing: (words) => `در منابع نیست: ${listed("fa", words)}`,
    searchedFor: (typed, as) => `به جای ${isolate(typed)}، ${isolate(as)} جست‌وجو شد`,
    tryInstead: "این‌ها را بپرسید:",
    counter: (at, of) => `${number(at)} از ${number(of)}`,
    empty: "پرسش خود را بنویسید تا پاسخش را در منابع بجویم.",
    tooLong: "پرسش بیش از حد بلند است. لطفاً کوتاهش کنید.",
    help: {
      greeting:
        "سلام! دربارهٔ هر چه در منابع هست بپرسید: بندهایی را که پاسخ می‌دهند واژه به واژه و با ذکر منبع نقل می‌کنم.",
      thanks: "خواهش می‌کنم! هر وقت خواستید بپرسید.",
      bot: "من اِسناد هستم. با نقل واژه به واژه از منابع و با ذکر منبع پاسخ می‌دهم. از خودم چیزی نمی‌نویسم و اگر منابع پاسخ ندهند، همین را می‌گویم.",
    },
    privacy: "هیچ‌چیز از نوشته‌های شما نگه داشته نمی‌شود.",
    support: "پشتیبانی",
    named: (name) => `منابع: ${isolate(name)}.`,
    about: (subject) => `موضوع آن‌ها: ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `بند ${number(n)}`,
    noHeadline: "بدون عنوان",
    untitled: (opening) => `بدون عنوان، آغازش: «${opening}…»`,
    date: (d) =>
      d.how === "unknown"
        ? "بدون تاریخ"
        : d.how === "inferred"
          ? `${date(d.value)} (استنباطی)`
          : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "ناشر نامعلوم" : p.how === "inferred" ? `${p.value} (استنباطی)` : p.value,
    published: "منبع",
  },
  leader: {
    choose: "منظورتان کیست؟",
    unknown: (name) => `در منابع کسی به نام ${isolate(name)} نیست.`,
    said: (count) => `${number(count)} گفته`,
    mentioned: (count) => `در ${number(count)} بند از او یاد شده`,
    about: (topic, count) => `دربارهٔ ${isolate(topic)}: ${number(count)}`,
    roles: "سمت او در منابع",
    noStatements: "منابع گفته‌ای از این شخص نقل نمی‌کنند.",
    noMentions: "منابع از این شخص یاد نمی‌کنند.",
  },
  verification: {
    verdict: {
      exact: "این عین سخن منبع است، حرف به حرف.",
      spelling: "این سخن منبع است؛ تنها املا یا نشانه‌گذاری فرق دارد.",
      altered: "این نقل‌قول تغییر کرده است: همهٔ واژه‌هایش از منبع نیست.",
      stitched: "این نقل‌قول از جاهای گوناگون سرهم شده است.",
      misattributed: "این سخن در منابع هست، اما از این شخص نیست.",
      translation: "این ترجمهٔ سخنی در منابع است. اصل آن:",
      absent: "این سخن در منابع نیست.",
    },
    pasted: "آنچه چسباندید",
    nearest: "نزدیک‌ترین در منابع:",
    saidBy: (names) => `گوینده در منبع: ${listed("fa", names)}`,
    byText: "منبع آن را به کسی نسبت نمی‌دهد: سخن خود متن است.",
    added: (words) => `افزوده، در منبع نیست: ${isolate(words)}`,
    dropped: (words) => `حذف‌شده: ${isolate(words)}`,
    changed: (typed, source) => `${isolate(typed)} به جای ${isolate(source)}`,
    moved: (words) => `جابه‌جا شده: ${isolate(words)}`,
  },
  sources: {
    title: "منابع",
    passages: (count) => `${number(count)} بند`,
    page: (at, of) => `صفحهٔ ${number(at)} از ${number(of)}`,
    unknown: "چنین منبعی نیست. یکی از فهرست منابع برگزینید.",
    pick: "منبعی را برای خواندن برگزینید",
  },
  translation: {
    label: "ترجمهٔ ویراستار",
    whole: "ترجمهٔ کامل",
    elsewhere: "خواندن ترجمه",
  },
  button: {
    previous: "قبلی",
    next: "بعدی",
    around: "متن پیرامون",
    back: "بازگشت",
    post: "انتشار در کانال",
    delete: "حذف",
    copy: "رونوشت با ذکر منبع",
    read: "خواندن منبع",
    said: "گفته‌ها",
    mentioned: "موارد ذکر نام",
  },
  notice: {
    outdated: "منابع پس از این پاسخ تغییر کرده‌اند. لطفاً دوباره بپرسید.",
    notYours: "این پاسخ برای کس دیگری است. خودتان بپرسید تا پاسخ بگیرید.",
    unknownButton: "این دکمه دیگر کار نمی‌کند. لطفاً دوباره بپرسید.",
    slowDown: (seconds) => `کمی آهسته‌تر. ${number(seconds)} ثانیهٔ دیگر دوباره امتحان کنید.`,
    failed: "مشکلی از سوی من پیش آمد. لطفاً کمی بعد دوباره امتحان کنید.",
    cannotQuote: "نتوانستم متن را عیناً نقل کنم، پس نقل نکردم. آن را در خود منبع بخوانید.",
    busy: "پرسش‌ها هم‌زمان زیاد شد و نتوانستم به‌موقع به این یکی پاسخ دهم. لطفاً کمی بعد دوباره بپرسید.",
    mayBeLost: "شاید پاسخ من به دستتان نرسیده باشد. اگر آن را نمی‌بینید، لطفاً دوباره بپرسید.",
    voted: "سپاس، رأی شما ثبت شد.",
    questionsKept: (days) =>
      `پرسش‌هایی که پاسخی برایشان نمی‌یابم، بی‌نام پرسنده، ${keptDays(days)} نگه داشته می‌شوند تا روشن شود منابع چه کم دارند.`,
  },
  command: {
    start: "آغاز",
    ask: "از منابع بپرسید: پاسخ، نقل‌قول با ذکر منبع است",
    question: "پرسش شما",
    leader: "گفته‌های یک شخص و جاهایی که از او یاد شده",
    leaderName: "نام شخص",
    topic: "دربارهٔ چه",
    verify: "بررسی نقل‌قول: آیا این سخن منابع است؟",
    quotation: "نقل‌قول، همان‌گونه که به دستتان رسیده",
    speaker: "به چه کسی نسبت داده می‌شود",
    sources: "فهرست منابع و خواندن آن‌ها",
    help: "راهنمای اِسناد",
    private: "پاسخ را فقط شما می‌بینید",
    askSources: "از منابع بپرس",
    short: "با نقل واژه به واژهٔ منابع و ذکر منبع پاسخ می‌دهم.",
    about:
      "به یکی از نُه زبان از آنچه در منابع هست بپرسید. بندهایی را که پاسخ می‌دهند عیناً و با ذکر منبع نقل می‌کنم و اگر منابع پاسخ ندهند، آشکارا می‌گویم. از خودم چیزی نمی‌نویسم.",
    inGroup: (bot) =>
      `برای پرسیدن در این‌جا: /ask و پرسش، یا نام @${bot} را ببرید، یا به یکی از پاسخ‌هایم پاسخ دهید.`,
    inlineHelp: "پرسش خود را پس از نام ربات بنویسید",
  },
  terminal: {
    loading: "در حال بارگذاری…",
    endsPage: "صفحه هم متوقف می‌شود.",
    unknown: "چنین فرمانی نیست. فرمان\u200cها:",
    nothingMore: "چیز دیگری برای نمایش نیست. بپرسید یا /help بنویسید.",
    leave: "خروج",
    turn: "اگر حروف عربی وارونه یا جدا از هم دیده می\u200cشوند",
    leader: "نام: موضوع",
  },
} satisfies Strings;
