import { tkNames } from "./names/tk.ts";
import { tkNumerals } from "./numerals/tk.ts";
import type { LanguageProfile } from "./profile.ts";

export const tk = {
  code: "tk",
  number: 7,
  script: "latin",
  direction: "ltr",
  locale: { numbers: "tk", dates: "tk" },
  comma: ", ",
  detector: {
    own: "ýňäž",
    // also as typed without ý, ň, ä, ş, ç
    markers: `
      we bilen näme name nämä nama nämäni namani nämäniň kim kime kimin kimiň haýsy haysy haysylar nirede nirä nira nireden näçe nace haçan hacan nähili
      nahili barada baradaky hakda hakynda üçin ucin ýok yok däl dal boldy bolar bolýar bolyar diýdi diydi aýtdy aytdy etdi edýär edyar
      berdi salam haýyş sagbol hawa boýunça boyunca şeýle seyle olar onuň biz siz men sen bu bir ýurt yurt ýurtlar yurtlar döwlet dowlet
      dowletler döwletler duşuşyk dususyk dususygy duşuşygy gepleşik geplesik gepleşikler russiýa russiya russiyanyn moskwa lawrow zaharowa
      tokaýew tokayew aliyew gunbatar günbatar gündogar gundogar demirgazyk günorta gunorta parahatçylyk parahatcylyk howpsuzlyk
      hyzmatdaşlyk hyzmatdaslyk ylalaşyk ylalasyk gatnaşyk gatnasyk gatnaşyklary gatnasyklary gatnasyklar meseleleri söwda sowda
      sowdasy resminama resminamalar gazagystan gazagystanyn azerbayjan türkmen bekre ulag nebit gami gämi denzi deňzi habar cesme çeşme
      indiki ýyl yyl ýylda gol cekdi çekdi goldady belledi nygtady etmeli gerek uruş urus merkezi`,
    shared: "kim kime kimin biz siz men sen bu bir olar yok ýok salam",
    letters: [
      { pattern: /[ýň]/iu, votes: 4 },
      { pattern: /[äž]/iu, votes: 2 },
      { pattern: /ş/iu, votes: 2 },
      { pattern: /[öü]/iu, votes: 1 },
    ],
    // -yň, -yny, -lyk, -ýar and the past in -dy, with the y that others write as ı or i
    folded: {
      pattern:
        /[a-z]{2}(?:[lr]yk|lygy|[ln]ary|yny[nu]?|ynyn|nyny|ylar|yyar|yarmy|dymy|[lnrtyskpm]dy|syny|yndan|lyar|nyar)$|iya(?:nyn|ny|da|dan)$/,
      votes: 1,
    },
  },
  stopwords: {
    source:
      "Compiled for this project: postpositions, pronouns and auxiliaries; folding adds what is typed without ý, ň and ä.",
    words: `
      we hem hem-de ýa ýa-da bilen üçin ucin bu şu ol bir biz siz men sen olar bular ýaly çenli cenli görä gora mi my da de has iň in her
      hiç hic emma ýöne yone diýip diyip diýen diyen bolup bolan bolýar bolyar boldy bolar bolmak bar ýok yok eken käbir kabir soň son öň
      on arasynda arasyndaky tarapyndan barada baradaky hakda hakynda boýunça boyunca baglanyşykly bagly degişli degisli maňa saňa oňa onga
      bize size onuň onun munuň munun biziň bizin siziň sizin ony olary muny şeýle seyle şol sol köp az eýýäm eyyam diňe dine edýär edyar
      edip etdi eden etmek edilýär edildi ediler eder etjek boljak däl dal diýdi diydi aýtdy aytdy diýildi diyildi berdi berýär öz özi ozi
      şeýlelik hawa haýyş edýärin edyarin ähli ahli ýene yene üstünde ustunde içinde icinde`,
  },
  stemmer: {
    // Over folded letters, in which ý is y and ň is n, as they are typed. Case, possessive and plural endings, the commonest of the verb.
    // The k of -lyk becomes g before a vowel, so both are read as g.
    suffixes: `
      laryndan lerinden larynyn lerinin larynda lerinde laryna lerine laryny lerini lardan lerden laryn lerin larda lerde lara lere
      lary leri lar ler lygynyn liginin lygyndan liginden lygynda liginde lygyna ligine lygyny ligini lygyn ligin lygy ligi lyga lige
      lyg lig syndan sinden synda sinde synyn sinin syna sine syny sini yndan inden ynda inde daky daki yyarmy yarmy yarlar yar
      andygyny endigini jagdygyny jekdigini maly meli jag jeg magyn megin magy megi maga mage mag meg ypdy ipdi yp ip dymy dimi ynyn
      inin nyn nin dan den yna ine yny ini da de dy di sy si yn in ym im ya ye ny ni na ne mi my y i a e n`,
    rounds: 3,
    min: 4,
    spellings: "sh s|ch c|zh z|j z|v w|k g",
  },
  asking: {
    words: {
      when: "haçan haçandan",
      where: "nirede nirä nireden nire nireler niredäki",
      who: "kim kimiň kimi kime kimden kimler kimiňki kimlere",
      "how-many": "näçe näçä näçede näçinji",
      why: "nämüçin",
      how: "nähili nätsek",
      what: "näme nämä nämäni nämäniň nämede nämeden nämeler",
      which: "haýsy haýsylar haýsysy haýsylary",
      "yes-no": "my mi",
    },
    lowContent: "ady adyny atlary görnüş görnüşi zat sany sanyny mukdary adalga atlandyrylýar",
    phrases: [
      { text: "näçe ýaşynda|näçe ýaşady", asks: "how-many", leaves: "ýaş" },
      {
        text: "haýsy gün|haýsy senede|haýsy ýylda|haýsy ýyl|haýsy ýyllarda|haýsy aýda|haýsy wagt",
        asks: "when",
      },
      { text: "näme üçin|näme sebäpden|näme sebäpli|näme maksat bilen", asks: "why" },
      { text: "haýsy maksat bilen|haýsy maksatlar üçin", asks: "why", leaves: "maksat" },
      { text: "haýsy ýerde|haýsy ýere|haýsy ýerden", asks: "where" },
      { text: "näçe gezek|näçe adam|näçe sany", asks: "how-many" },
    ],
    which: {
      which: "(?:^| )haysy (?:[a-z]+ )?",
      nouns: {
        city: "(?:saher|paytagt)",
        country: "(?:yurt|dowlet)",
        where: "(?:yer|port|sebit)",
        who: "(?:lider|prezident|ministr|zurnalist|bastutan|ilci|yolbasc)",
      },
      several: "(?:yurtlar|yyllar|saherler|liderler|dowletler)",
    },
  },
  smallTalk: {
    greeting:
      "salam|salam berdik|salam aleýkim|gündiziňiz haýyrly|essalawmaleýkim|ertiriňiz haýyrly|agşamyňyz haýyrly|nähili|ýagdaýyňyz nähili|gowumy|sag boluň|hoş gal|hoş galyň",
    thanks:
      "sag bol|sagbol|sag boluň|taňryýalkasyn|köp sag boluň|köp sag bol|minnetdarlyk|minnetdar|bolýar|gowy",
    bot: `
      näçe ýaşyň bar|sen kim|siz kim|adyň näme|adyňyz näme|näme edip bilýärsiň|näme edip bilýärsiňiz|kömek|kömek et|maňa kömek et|test|bot|sen näme bilýärsiň|seni kim ýasady|
      nähili işleýärsiň|seni kim döretdi|sen botmy|sen robotmy|sen adammy|çeşmeleriň näme|synag`,
    polite:
      "haýyş edýärin|haýyş|maňa aýdyp berseň|maňa aýdyp ber|aýdyp ber|aýdaýyň|aýdyp bermersiňizmi|bir soragym bar",
    filler: "how",
    itself: [
      // Instructions to the bot, and its names
      String.raw`\b(?:muny|teksti|habary|makalany) (?:terjime|gysgalt)`,
      String.raw`\b(?:onki|ahli) (?:gorkezme|tabsyryk|buyruk)`,
      String.raw`\b(?:sen|siz) (?:adam|ynsan|robot|bot|programma)`,
      // "Your sources"; the same word is also "of the sources"
      String.raw`\bcesmeleriniz\b|^(?:senin )?cesmelerin (?:name|nameler|haysy|nireden|kim)\b`,
    ],
  },
  joining: "we onsoň ýa",
  names: tkNames,
  numerals: tkNumerals,
  address: "prezident prezidenti jenap hanym ministr ministri ýoldaş baştutan baştutany lider",
  labels: { source: "Çeşme", credit: "Surat|Foto", question: "S|Sorag" },
  articles: {
    text: "teksti tekst mazmuny mazmun diýýär diýilýär",
    nouns: "madda maddasy maddanyň maddada maddasynyň bölüm bölümi bap baby bent bendi",
    numbers: [
      {
        from: 1,
        step: 1,
        words:
          "bir birinji|iki ikinji|üç üçünji|dört dördünji|bäş bäşinji|alty altynjy|ýedi ýedinji|sekiz sekizinji|dokuz dokuzynjy|on onunjy",
      },
      {
        from: 20,
        step: 10,
        words:
          "ýigrimi ýigriminji|otuz otuzynjy|kyrk kyrkynjy|elli ellinji|altmyş altmyşynjy|ýetmiş ýetmişinji|segsen segseninji|togsan togsanynjy|ýüz ýüzünji",
      },
    ],
  },
  negation: {
    source: "Compiled for this project.",
    words: "däl ýok hiç",
    within: /m[ae]z(?:$|l|s|d)|m[ae]d[yi](?:$|l|k|m)|ma[ýy]ar|me[ýy][äa]r|m[ae]nok/u,
  },
  caseEndings: "n?[yi]n|[td][ae]n?|n[yi]",
} satisfies LanguageProfile;
