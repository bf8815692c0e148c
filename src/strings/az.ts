import { dates, isolate, listed, plural, type Strings } from "./strings.ts";

const date = dates("az");

const keptDays = plural("az", { other: "# gün" });

export const az = {
  language: "az",
  direction: "ltr",
  name: "Azərbaycanca",
  answer: {
    asked: "Sual",
    closest: "Mənbələr bu suala cavab vermir. Ən yaxını budur:",
    nothing: "Mənbələrdə bununla bağlı heç nə yoxdur.",
    missing: (words) => `Mənbələrdə yoxdur: ${listed("az", words)}`,
    searchedFor: (typed, as) => `${isolate(typed)} əvəzinə ${isolate(as)} axtarıldı`,
    tryInstead: "Bunu soruşmağa çalışın:",
    counter: (at, of) => `${at} / ${of}`,
    empty: "Sualınızı yazın, cavabını mənbələrdə axtarım.",
    tooLong: "Sual çox uzundur. Zəhmət olmasa, qısaldın.",
    help: {
      greeting:
        "Salam! Mənbələrdə olan hər şeyi soruşa bilərsiniz: cavab verən abzasları sözbəsöz, mənbəsi ilə sitat gətirirəm.",
      thanks: "Buyurun! İstədiyiniz vaxt soruşun.",
      bot: "Mən İsnadam. Mənbələrdən sözbəsöz, mənbəni göstərərək sitat gətirməklə cavab verirəm. Özümdən heç nə yazmıram; mənbələrdə cavab yoxdursa, bunu deyirəm.",
    },
    privacy: "Yazdıqlarınızın heç biri saxlanmır.",
    support: "Dəstək",
    named: (name) => `Mənbələr: ${isolate(name)}.`,
    about: (subject) => `Mövzusu: ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `abzas ${n}`,
    noHeadline: "başlıqsız",
    untitled: (opening) => `başlıqsız, belə başlayır: ${isolate(`“${opening}…”`)}`,
    date: (d) =>
      d.how === "unknown"
        ? "tarix göstərilməyib"
        : d.how === "inferred"
          ? `${date(d.value)} (ehtimal)`
          : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "naşir məlum deyil" : p.how === "inferred" ? `${p.value} (ehtimal)` : p.value,
    published: "Mənbə",
  },
  leader: {
    choose: "Kimi nəzərdə tutursunuz?",
    unknown: (name) => `Mənbələrdə ${isolate(name)} adlı heç kim yoxdur.`,
    said: (count) => `${count} sitat`,
    mentioned: (count) => `${count} abzasda adı çəkilir`,
    about: (topic, count) => `${isolate(topic)} haqqında: ${count}`,
    roles: "Mənbələrdəki vəzifəsi",
    noStatements: "Mənbələr onun sözlərini gətirmir.",
    noMentions: "Mənbələrdə onun adı çəkilmir.",
  },
  verification: {
    verdict: {
      exact: "Bunlar hərfi-hərfinə mənbənin sözləridir.",
      spelling: "Bunlar mənbənin sözləridir; yalnız yazılış və ya durğu işarələri fərqlidir.",
      altered: "Bu sitat dəyişdirilib: sözlərin hamısı mənbənin deyil.",
      stitched: "Bu sitat müxtəlif yerlərdən birləşdirilib.",
      misattributed: "Bu sözlər mənbələrdə var, amma bu şəxsə aid deyil.",
      translation: "Bu, mənbələrdəki sözlərin tərcüməsidir. Əsli:",
      absent: "Bu sözlər mənbələrdə yoxdur.",
    },
    pasted: "Sizin yapışdırdığınız",
    nearest: "Mənbələrdə ən yaxını:",
    saidBy: (names) => `Mənbədə deyən: ${listed("az", names)}`,
    byText: "Mənbə bunları heç kimə aid etmir: mətnin öz sözləridir.",
    added: (words) => `Əlavə edilib, mənbədə yoxdur: ${isolate(words)}`,
    dropped: (words) => `Çıxarılıb: ${isolate(words)}`,
    changed: (typed, source) => `${isolate(source)} əvəzinə ${isolate(typed)}`,
    moved: (words) => `Yeri dəyişdirilib: ${isolate(words)}`,
  },
  sources: {
    title: "Mənbələr",
    passages: (count) => `${count} abzas`,
    page: (at, of) => `səhifə ${at} / ${of}`,
    unknown: "Belə bir mənbə yoxdur. Mənbələr siyahısından birini seçin.",
    pick: "Oxumaq üçün bir mənbə seçin",
  },
  translation: {
    label: "Redaktorun tərcüməsi",
    whole: "Bütün tərcümə",
    elsewhere: "Tərcüməsini oxu",
  },
  button: {
    previous: "Əvvəlki",
    next: "Növbəti",
    around: "Kontekst",
    back: "Geri",
    post: "Kanala göndər",
    delete: "Sil",
    copy: "Mənbəsi ilə köçür",
    read: "Mənbəni oxu",
    said: "Sözləri",
    mentioned: "Adı çəkilən yerlər",
  },
  notice: {
    outdated: "Bu cavabdan sonra mənbələr dəyişib. Zəhmət olmasa, yenidən soruşun.",
    notYours: "Bu cavab başqasınındır. Siz də soruşun, sizə cavab verim.",
    unknownButton: "Bu düymə artıq işləmir. Zəhmət olmasa, yenidən soruşun.",
    slowDown: (seconds) => `Bir az yavaş. ${seconds} saniyədən sonra yenidən cəhd edin.`,
    failed: "Məndə bir nasazlıq oldu. Zəhmət olmasa, bir az sonra yenidən cəhd edin.",
    cannotQuote: "Mətni olduğu kimi sitat gətirə bilmədim, ona görə də gətirmədim. Mənbənin özündən oxuyun.",
    busy: "Eyni anda həddən çox sual gəldi, buna vaxtında cavab verə bilmədim. Zəhmət olmasa, bir az sonra yenidən soruşun.",
    voted: "Təşəkkürlər, səsiniz nəzərə alındı.",
    mayBeLost: "Cavabım sizə çatmamış ola bilər. Görmürsünüzsə, zəhmət olmasa, yenidən soruşun.",
    questionsKept: (days) =>
      `Cavab verə bilmədiyim suallar, kimin soruşduğu göstərilmədən, ${keptDays(days)} saxlanılır ki, mənbələrdə nəyin çatışmadığı görünsün.`,
  },
  command: {
    start: "Başla",
    ask: "Mənbələrdən soruş: cavab mənbəsi göstərilən sitatdır",
    question: "Sualınız",
    leader: "Bir şəxsin sözləri və adının çəkildiyi yerlər",
    leaderName: "Şəxsin adı",
    topic: "Hansı mövzuda",
    verify: "Sitatı yoxla: bunlar mənbələrin sözləridirmi?",
    quotation: "Sitat, sizdə olduğu kimi",
    speaker: "Kimə aid edildiyi",
    sources: "Mənbələrin siyahısı və mətni",
    help: "İsnaddan necə istifadə etmək olar",
    private: "Cavabı yalnız siz görürsünüz",
    askSources: "Mənbələrdən soruş",
    short: "Mənbələri sözbəsöz, mənbəni göstərərək sitat gətirirəm.",
    about:
      "Mənbələrdə yazılanları azərbaycanca və ya başqa bir dildə soruşun. Cavab verən abzasları olduğu kimi, mənbəsi ilə sitat gətirirəm; mənbələrdə cavab yoxdursa, açıq deyirəm. Özümdən heç nə yazmıram.",
    inGroup: (bot) =>
      `Burada soruşmaq üçün: /ask və sualı yazın, @${bot} adını çəkin və ya cavablarımdan birinə cavab verin.`,
    inlineHelp: "Sualınızı botun adından sonra yazın",
  },
  terminal: {
    loading: "yüklənir…",
    endsPage: "Səhifə də dayanır.",
    unknown: "Belə bir əmr yoxdur. Əmrlər:",
    nothingMore: "Burada göstəriləcək başqa heç nə yoxdur. Bir şey soruşun və ya /help yazın.",
    leave: "Çıx",
    turn: "Ərəb hərfləri tərs və ya ayrı görünürsə",
    leader: "ad: mövzu",
  },
} satisfies Strings;
