import type { UnspokenLanguage } from "./unspoken-language.ts";

export const ARABIC: readonly UnspokenLanguage[] = [
  {
    code: "ur",
    script: "arabic",
    detector: {
      letters: [
        { pattern: /[ٹڈڑے]/u, votes: 1.5 },
        { pattern: /[ہں]/u, votes: 1 },
      ],
      markers: `
        کیا کون کب کہاں کیوں کیسے کتنے کتنی کتنا کس نے کے کا کو سے میں پر اور ہے ہیں تھا تھی تھے ہوا ہوئے ہوئی گا گے گی کہ وہ بارے لیے ساتھ
        درمیان پہلے کہا کرتا کرتے کرنے جو تک بھی نہیں نیا نئے نئی گئے بنایا ممالک معاہدہ معاہدے بندرگاہ راہداری سمندر فوجی مستقبل تم سکتے ماہی گیری`,
    },
  },
  {
    code: "ps",
    script: "arabic",
    detector: { typed: { pattern: /[ښږټډړڼځڅۍ]/u, votes: 1 }, markers: "څه د په" },
  },
  {
    code: "ku",
    script: "arabic",
    detector: { typed: { pattern: /[ڵڕێۆە]/u, votes: 1 }, markers: "چی لە بە" },
  },
  {
    code: "ug",
    script: "arabic",
    detector: { typed: { pattern: /[ېۈۇۆە]/u, votes: 1 }, markers: "نېمە" },
  },
  {
    code: "sd",
    script: "arabic",
    detector: { typed: { pattern: /[ٻڀٿڻڳڇڄٽ]/u, votes: 1 }, markers: "ڇا جو" },
  },
];
