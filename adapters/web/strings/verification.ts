import type { Language } from "../../../src/languages/codes.ts";

/** What the page to check a quotation on says itself; verdicts and differences are the bot's words. */
export interface VerificationWords {
  /** In the navigation, and over the page. */
  readonly title: string;
  readonly lead: string;
  readonly check: string;
  /** Over the source's words. */
  readonly source: string;
  readonly differences: string;
}

export const VERIFICATION_WORDS: Readonly<Record<Language, VerificationWords>> = {
  ar: {
    title: "تحقّق من اقتباس",
    lead: "ألصق كلامًا يُنسب إلى أحد، وسنقارنه بالمصادر كلمة كلمة.",
    check: "تحقّق",
    source: "ما في المصدر",
    differences: "مواضع الاختلاف",
  },
  en: {
    title: "Check a quotation",
    lead: "Paste words that somebody is said to have said: they are compared with the sources word by word.",
    check: "Check",
    source: "What the source says",
    differences: "Differences",
  },
  ru: {
    title: "Проверить цитату",
    lead: "Вставьте слова, которые кому-то приписывают: они сверяются с источниками слово за словом.",
    check: "Проверить",
    source: "Что в источнике",
    differences: "Различия",
  },
  tr: {
    title: "Alıntıyı denetle",
    lead: "Birine atfedilen sözleri yapıştırın: kaynaklarla kelime kelime karşılaştırılır.",
    check: "Denetle",
    source: "Kaynakta olan",
    differences: "Farklar",
  },
  fa: {
    title: "بررسی نقل‌قول",
    lead: "سخنی را که به کسی نسبت داده می‌شود بچسبانید تا واژه به واژه با منابع سنجیده شود.",
    check: "بررسی",
    source: "آنچه در منبع است",
    differences: "تفاوت‌ها",
  },
  fr: {
    title: "Vérifier une citation",
    lead: "Collez des mots que l’on prête à quelqu’un : ils sont comparés aux sources mot à mot.",
    check: "Vérifier",
    source: "Ce que dit la source",
    differences: "Différences",
  },
  az: {
    title: "Sitatı yoxla",
    lead: "Kiminsə dediyi söylənən sözləri yapışdırın: onlar mənbələrlə sözbəsöz müqayisə edilir.",
    check: "Yoxla",
    source: "Mənbədə olan",
    differences: "Fərqlər",
  },
  tk: {
    title: "Sitatany barla",
    lead: "Biriniň aýdandygy aýdylýan sözleri goýuň: olar çeşmeler bilen sözme-söz deňeşdirilýär.",
    check: "Barla",
    source: "Çeşmede bar bolan",
    differences: "Tapawutlar",
  },
  kk: {
    title: "Үзіндіні тексеру",
    lead: "Біреу айтты делінген сөздерді қойыңыз: олар дереккөздермен сөзбе-сөз салыстырылады.",
    check: "Тексеру",
    source: "Дереккөздегісі",
    differences: "Айырмашылықтар",
  },
};
