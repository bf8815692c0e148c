import { trNames } from "./names/tr.ts";
import { trNumerals } from "./numerals/tr.ts";
import type { LanguageProfile } from "./profile.ts";

export const tr = {
  code: "tr",
  number: 3,
  script: "latin",
  direction: "ltr",
  locale: { numbers: "tr", dates: "tr" },
  comma: ", ",
  detector: {
    own: "ğşıİ",
    markers: `
      ne nedir kim nerede nereye nereden ve ile icin hakkinda neden nasil hangi kac mi mu midir var yok bir bu dedi olan oldu arasinda
      gore gibi daha cok merhaba selam tesekkurler lutfen zaman degil sonra once kadar ilk konusunda misin nasilsin konustu kimdir
      nelerdir ettigi icinde neler kimler kimden kime hangileri niye etmek etti edildi edilecek arasindaki hakkindaki ulke ulkeler
      ulkeleri devlet baskani toplantisi denizi`,
    letters: [
      { pattern: /[ğşıİ]/u, votes: 2 },
      { pattern: /[öü]/iu, votes: 1 },
    ],
  },
  stopwords: {
    source:
      "Compiled for this project: postpositions, pronouns and auxiliaries, each also as typed without its dots.",
    words: `
      ve veya ya da de ile ise ki bu su o bir biz siz ben sen onlar bunlar icin için gibi kadar göre gore mi mı mu mü midir mıdır değil
      degil çok cok daha en her hiç hic ama fakat ancak ne diye olarak olan oldu olur olduğu oldugu olduğunu var yok idi ise hem hep
      bazı bazi şey sey sonra önce once arasında arasinda tarafından tarafindan hakkında hakkinda üzerine uzerine üzerinde uzerinde
      ilgili konusunda konuda karşı karsi dair bana sana ona bize size onun bunun şu mıydı miydi mı acaba lütfen lutfen etmek etti
      edildi edilecek ediyor ediliyor yapılıyor yapiliyor yapmak yaptı yapti yapıldı yapildi`,
    // arasındaki, kadardı, hakkındaki
    inflected: true,
  },
  stemmer: {
    // Over folded letters, since people type it without its dots; Snowball's needs them, and turns `denizi` into `de`. Case, possessive
    // and plural endings, the copula, then the commonest of the verb. The consonants that join an ending to a vowel come off too: only a
    // dictionary knows whether `savasi` is savas-i or sava-si, so both must come to one stem.
    suffixes: `
      maktadir mektedir maktaydi mekteydi acaktir ecektir mistir mustur larindan lerinden larinin lerinin larinda lerinde larina
      lerine larini lerini lardan lerden larin lerin larda lerde lara lere lari leri lar ler sindan sinden sundan sinda sinde sunda
      sinin sunun sina sine suna sini sunu indan inden undan inda inde unda daki deki taki teki acak ecek iyor uyor mis mus nin nun
      dan den tan ten ina ine una ini unu dir dur tir tur da de ta te di du ti tu si su in un im um ya ye yi yu na ne ni nu mak mek
      ma me i u a e n s t y`,
    rounds: 3,
    min: 4,
  },
  asking: {
    words: {
      when: "zaman",
      where:
        "nerede nereye nereden neresi neresinde nerde neredeydi nerededir nereli nerelidir neresidir neresiydi",
      who: "kim kimin kimi kime kimle kimler kimdir kimdi kimden kimlerdir kimlerdi kimlere kimleri kimindir",
      "how-many": "kaç kac kaçıncı kaçtır kaçtı kaça",
      why: "neden niçin nicin niye",
      how: "nasıl nasil nasıldır nasıldı",
      what: "ne nedir neler nelerdir neyi neye neydi neyin neyle nelerdi nelere neleri nelerin neyden neyde",
      which: "hangi hangisi hangileri hangisidir hangisiydi hangileridir hangisini hangisine hangisinin",
      "yes-no": "mi mı mu mü midir",
    },
    lowContent: `
      ad adı adını adına adında adlı adlar adları isim ismi ismini isimli tür türü türde türden türler türleri çeşit çeşidi şeyi
      sayı sayısı miktar miktarı yüzde yüzdesi oran oranı terim terimi denir deniyor denilir denmektedir`,
    phrases: [
      { text: "kaç yaşında", asks: "how-many", leaves: "yaş" },
      { text: "ne zaman|ne vakit", asks: "when" },
      { text: "ne kadar", asks: "how-many" },
      { text: "ne için|ne icin", asks: "why" },
      { text: "hangi amaçla|ne amaçla", asks: "why", leaves: "amaç" },
      { text: "hangi yıl|hangi tarihte|hangi gün|hangi ay|hangi yılda", asks: "when" },
    ],
    which: {
      which: "(?:^| )hangi (?:[a-z]+ )?",
      nouns: {
        city: "(?:sehir|sehr|kent|baskent)",
        country: "(?:ulke|devlet)",
        where: "(?:yer|liman|havaalan)",
        who: "(?:lider|baskan|cumhurbaskan|bakan|gazeteci|siyasetci)",
      },
      several: "(?:ulkeler|yillar|sehirler|liderler|devletler)",
    },
  },
  smallTalk: {
    greeting:
      "merhaba|selam|selamlar|günaydın|iyi günler|iyi akşamlar|nasılsın|nasılsınız|naber|ne haber|hoşça kal|güle güle",
    thanks: "teşekkürler|teşekkür ederim|çok teşekkürler|sağ ol|sağol|sağ olun|tamam|harika",
    bot: `
      kaç yaşındasın|kaç yaşındasınız|sen kimsin|siz kimsiniz|adın ne|adın nedir|ne yapabilirsin|neler yapabilirsin|yardım|yardım et|
      nasıl çalışıyorsun|seni kim yaptı|bot musun|robot musun|insan mısın|kaynakların neler|deneme`,
    polite: "lütfen|bana söyler misin|söyler misin|bir sorum var|merak ediyorum",
    filler: "ya",
    itself: [
      // Instructions to the bot, and its names
      String.raw`\b(?:bunu|sunu|metni|haberi|makaleyi) (?:cevir|ozetle)`,
      String.raw`\b(?:onceki|tum|butun) talimat`,
      String.raw`\b(?:insan|robot|bot|program) m[iu]s[iu]n`,
      // "Your sources"; the same word is also "of the sources"
      String.raw`\bkaynaklariniz\b|^(?:senin )?kaynaklarin (?:ne|neler|nedir|nelerdir|hangi|hangileri|kim|nereden)\b`,
    ],
  },
  joining: "ve peki ya",
  names: trNames,
  numerals: trNumerals,
  address: "baskan baskani cumhurbaskani sayin bay bayan bakan yoldas",
  // İran'ın: the case ending of a name
  apostropheEndings: true,
  labels: { source: "Kaynak", credit: "Fotoğraf|Foto", question: "S|Soru" },
  articles: {
    nouns: "madde maddesi maddenin maddede maddesinin bölüm bölümü",
    text: "metni metin içeriği içerik der diyor hükmü",
    numbers: [
      {
        from: 1,
        step: 1,
        words:
          "bir birinci|iki ikinci|üç üçüncü|dört dördüncü|beş beşinci|altı altıncı|yedi yedinci|sekiz sekizinci|dokuz dokuzuncu|on onuncu",
      },
      {
        from: 20,
        step: 10,
        words:
          "yirmi yirminci|otuz otuzuncu|kırk kırkıncı|elli ellinci|altmış altmışıncı|yetmiş yetmişinci|seksen sekseninci|doksan doksanıncı|yüz yüzüncü",
      },
    ],
  },
  negation: {
    source: "Compiled for this project.",
    words: "değil yok hayır asla hiç hiçbir olmadan",
    within: /m[ıiuü]yor|m[ae]z(?:$|l|s)|m[ae]d[ıi]|m[ae]y[ae]c[ae]|m[ae]mi[şs]|m[ae]meli/u,
  },
  that: "diye ki",
  caseEndings: "[nd]?[ıiuü]n|[td][ae]n?|l[ae]",
} satisfies LanguageProfile;
