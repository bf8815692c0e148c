import { dates, isolate, listed, plural, type Strings } from "./strings.ts";

const date = dates("tk");

const keptDays = plural("tk", { other: "# gün" });

export const tk = {
  language: "tk",
  direction: "ltr",
  name: "Türkmençe",
  answer: {
    asked: "Sorag",
    closest: "Çeşmeler bu soraga jogap bermeýär. Iň ýakyny şu:",
    nothing: "Çeşmelerde munuň bilen bagly hiç zat ýok.",
    missing: (words) => `Çeşmelerde ýok: ${listed("tk", words)}`,
    searchedFor: (typed, as) => `${isolate(typed)} ýerine ${isolate(as)} gözlendi`,
    tryInstead: "Şuny sorap görüň:",
    counter: (at, of) => `${at} / ${of}`,
    empty: "Soragyňyzy ýazyň, jogabyny çeşmelerden gözläýin.",
    tooLong: "Sorag örän uzyn. Gysgaldyp ýazmagyňyzy haýyş edýärin.",
    help: {
      greeting:
        "Salam! Çeşmelerdäki islendik zady sorap bilersiňiz: jogap berýän abzaslary sözme-söz, çeşmesi bilen getirýärin.",
      thanks: "Baş üstüne! Islän wagtyňyz soraň.",
      bot: "Men Isnad. Çeşmelerden sözme-söz, çeşmesini görkezip sitata getirmek bilen jogap berýärin. Özümden hiç zat ýazmaýaryn; çeşmelerde jogap ýok bolsa, muny aýdýaryn.",
    },
    privacy: "Ýazanlaryňyzyň hiç biri saklanmaýar.",
    support: "Goldaw",
    named: (name) => `Çeşmeler: ${isolate(name)}.`,
    about: (subject) => `Temasy: ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `${n}-nji abzas`,
    noHeadline: "sözbaşysyz",
    untitled: (opening) => `sözbaşysyz, şeýle başlaýar: ${isolate(`“${opening}…”`)}`,
    date: (d) =>
      d.how === "unknown"
        ? "senesi görkezilmedik"
        : d.how === "inferred"
          ? `${date(d.value)} (çaklama)`
          : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "neşirçi belli däl" : p.how === "inferred" ? `${p.value} (çaklama)` : p.value,
    published: "Çeşme",
  },
  leader: {
    choose: "Kimi göz öňünde tutýarsyňyz?",
    unknown: (name) => `Çeşmelerde ${isolate(name)} atly adam ýok.`,
    said: (count) => `${count} sitata`,
    mentioned: (count) => `${count} abzasda ady tutulýar`,
    about: (topic, count) => `${isolate(topic)} barada: ${count}`,
    roles: "Çeşmelerdäki wezipesi",
    noStatements: "Çeşmeler onuň sözlerini getirmeýär.",
    noMentions: "Çeşmelerde onuň ady tutulmaýar.",
  },
  verification: {
    verdict: {
      exact: "Bular çeşmäniň edil öz sözleri.",
      spelling: "Bular çeşmäniň sözleri; diňe ýazylyşy ýa-da dyngy belgileri tapawutly.",
      altered: "Bu sitata üýtgedilen: sözleriň hemmesi çeşmäniňki däl.",
      stitched: "Bu sitata dürli ýerlerden birleşdirilen.",
      misattributed: "Bu sözler çeşmelerde bar, ýöne bu adama degişli däl.",
      translation: "Bu çeşmelerdäki sözleriň terjimesi. Asly:",
      absent: "Bu sözler çeşmelerde ýok.",
    },
    pasted: "Siziň goýanyňyz",
    nearest: "Çeşmelerde iň ýakyny:",
    saidBy: (names) => `Çeşmede aýdan: ${listed("tk", names)}`,
    byText: "Çeşme bulary hiç kime degişli etmeýär: tekstiň öz sözleri.",
    added: (words) => `Goşulan, çeşmede ýok: ${isolate(words)}`,
    dropped: (words) => `Aýrylan: ${isolate(words)}`,
    changed: (typed, source) => `${isolate(source)} ýerine ${isolate(typed)}`,
    moved: (words) => `Ýeri üýtgedilen: ${isolate(words)}`,
  },
  sources: {
    title: "Çeşmeler",
    passages: (count) => `${count} abzas`,
    page: (at, of) => `sahypa ${at} / ${of}`,
    unknown: "Şeýle çeşme ýok. Çeşmeleriň sanawyndan birini saýlaň.",
    pick: "Okamak üçin bir çeşme saýlaň",
  },
  translation: {
    label: "Redaktoryň terjimesi",
    whole: "Terjimäniň hemmesi",
    elsewhere: "Terjimesini oka",
  },
  button: {
    previous: "Öňki",
    next: "Indiki",
    around: "Töweregi",
    back: "Yza",
    post: "Kanala iber",
    delete: "Poz",
    copy: "Çeşmesi bilen göçür",
    read: "Çeşmäni oka",
    said: "Sözleri",
    mentioned: "Ady tutulan ýerler",
  },
  notice: {
    outdated: "Bu jogapdan soň çeşmeler üýtgedi. Täzeden soramagyňyzy haýyş edýärin.",
    notYours: "Bu jogap başga biriniňki. Siz hem soraň, size-de jogap bereýin.",
    unknownButton: "Bu düwme indi işlemeýär. Täzeden soramagyňyzy haýyş edýärin.",
    slowDown: (seconds) => `Biraz haýal. ${seconds} sekuntdan täzeden synanyşyň.`,
    failed: "Mende bir näsazlyk boldy. Biraz soňra täzeden synanyşmagyňyzy haýyş edýärin.",
    cannotQuote: "Teksti bolşy ýaly getirip bilmedim, şonuň üçin getirmedim. Çeşmäniň özünden okaň.",
    busy: "Bir wagtda aşa köp sorag geldi, muňa wagtynda jogap berip bilmedim. Biraz soňra täzeden soramagyňyzy haýyş edýärin.",
    voted: "Sag boluň, sesiňiz hasaba alyndy.",
    mayBeLost: "Jogabym size ýetmedik bolmagy mümkin. Görmeýän bolsaňyz, täzeden soramagyňyzy haýyş edýärin.",
    questionsKept: (days) =>
      `Jogap berip bilmedik soraglarym, kimiň sorandygy görkezilmän, ${keptDays(days)} saklanýar; şeýlelikde, çeşmelerde nämäniň ýetmeýändigi görünýär.`,
  },
  command: {
    start: "Başla",
    ask: "Çeşmelerden sora: jogap çeşmesi görkezilen sitatadyr",
    question: "Soragyňyz",
    leader: "Bir adamyň sözleri we adynyň tutulan ýerleri",
    leaderName: "Adamyň ady",
    topic: "Haýsy tema barada",
    verify: "Sitatany barla: bular çeşmeleriň sözlerimi?",
    quotation: "Sitata, sizde bolşy ýaly",
    speaker: "Kime degişli edilýär",
    sources: "Çeşmeleriň sanawy we teksti",
    help: "Isnady nähili ulanmaly",
    private: "Jogaby diňe siz görýärsiňiz",
    askSources: "Çeşmelerden sora",
    short: "Çeşmeleri sözme-söz, çeşmesini görkezip getirýärin.",
    about:
      "Çeşmelerde ýazylanlary türkmençe ýa-da başga bir dilde soraň. Jogap berýän abzaslary bolşy ýaly, çeşmesi bilen getirýärin; çeşmelerde jogap ýok bolsa, açyk aýdýaryn. Özümden hiç zat ýazmaýaryn.",
    inGroup: (bot) =>
      `Bu ýerde soramak üçin: /ask we soragy ýazyň, @${bot} adyny tutuň ýa-da jogaplarymyň birine jogap beriň.`,
    inlineHelp: "Soragyňyzy botuň adyndan soň ýazyň",
  },
  terminal: {
    loading: "ýüklenýär…",
    endsPage: "Sahypa hem durýar.",
    unknown: "Şeýle buýruk ýok. Buýruklar:",
    nothingMore: "Bu ýerde görkezere başga zat ýok. Bir zat soraň ýa-da /help ýazyň.",
    leave: "Çyk",
    turn: "Arap harplary ters ýa-da aýry görünse",
    leader: "at: tema",
  },
} satisfies Strings;
