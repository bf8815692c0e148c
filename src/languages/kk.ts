import { kazakhFromLatin } from "./kk-latin.ts";
import { kkNames } from "./names/kk.ts";
import { kkNumerals } from "./numerals/kk.ts";
import type { LanguageProfile } from "./profile.ts";

export const kk = {
  code: "kk",
  number: 8,
  script: "cyrillic",
  direction: "ltr",
  locale: { numbers: "kk", dates: "kk" },
  comma: ", ",
  detector: {
    own: "әғқңөұүһ",
    markers: `
      және мен пен бен үшін қандай қай қайда қашан кім кімнің кімге кіммен неше қанша не нені неге ненің қалай туралы деді айтты болды
      болады бар жоқ ма ме ба бе па пе сәлем салем рахмет бойынша дейін кейін деген елдер елдері ел ресей қазақстан путиннің
      каспийде каспийдің каспийдегі керек емес үкімет жыл жылғы жылы туралы берді етеді өтті бес барды екі келісім кездесу сауда теңіз
      мұнай кеме маңызы бірге`,
    shared: "ме не бар бес",
    letters: [{ pattern: /[әғқңөұүһ]/iu, votes: 3 }],
  },
  romanised: {
    detector: {
      markers: `
        jäne jane men pen ben üşin ushin qandai qanday qai qaida qayda qaşan qashan kim kımnıñ kımge neşe neshe qanşa qansha ne nenı nege nenıñ
        qalai qalay turaly dedi aitty aytty boldy bolady bar joq zhoq ma me ba be pa sälem salem rahmet boiynşa deiın keiın elder elderı el
        resei qazaqstan kerek emes ükımet jyl jylğy jyly jyldary etedı berdı bes ekı kelısım kezdesu sauda teñız teniz mūnai mañyzy birge
        memleket memleketter ğylymi qol qoidy qatysty üşinşi nätije şeşim`,
      shared: "men ben kim ne bar ma me pa be el bes aytty boldy dedi birge",
      letters: [
        { pattern: /ū/iu, votes: 4 },
        // The alphabet of 2018, whose ý is the у of Cyrillic, where Turkmen has neither of the others
        { pattern: /^(?=.*ý)(?=.*[áóúǵńq])/isu, votes: 6 },
        { pattern: /^(?=.*[ñń])(?=.*[ğşüǵ])/isu, votes: 2 },
      ],
    },
    toOwn: kazakhFromLatin,
  },
  stopwords: {
    source:
      "Compiled for this project after the Kazakh list of stopwords-iso: postpositions, pronouns and auxiliaries.",
    words: `
      және мен пен бен да де та те үшін бұл осы сол ол бір біз сіз сен мені олар бұлар сияқты дейін қарай туралы бойынша ма ме ба бе па пе
      өте ең әр ешқандай бірақ алайда деп деген дейді деді айтты болып болған болды болады болу бар жоқ еді екен емес кейбір кейін соң
      бұрын алдында арасында арасындағы тарапынан жөнінде қатысты оған маған саған бізге сізге оның мұның біздің сіздің оны оларды
      мұны осындай сондай көп аз тек ғана етеді етіп етті еткен ету етілді отыр жатыр тұр жүр келеді келе өз өзі сондай-ақ иә барлық
      тағы үстінде ішінде керек`,
  },
  stemmer: {
    // Over folded letters, in which ә ғ қ ң ө ұ ү і are а г к н о у у и, as they are typed on a Russian keyboard. Case, possessive and plural
    // endings, the commonest of the verb; к and п before a vowel are г and б.
    suffixes: `
      ларындагы леринин лардын лердин дардын дердин тардын тердин ларына лерине ларында леринде ларынан леринен ларын лерин ларга лерге
      дарга дерге тарга терге лары лери дары дери тары тери лар лер дар дер тар тер ындагы индеги сындагы синдеги дагы деги тагы теги
      сынын синин ынын инин нын нин дын дин тын тин ында инде ынан инен сында синде сынан синен сына сине ына ине сын син дан ден тан
      тен нан нен мен пен бен да де та те га ге ка ке на не ды ди ты ти ны ни сы си ын ин ын ган ген кан кен ды ди ады еди йды йди
      улы ули уды уди уга уге у ып ип ы и а е`,
    rounds: 3,
    min: 4,
  },
  asking: {
    words: {
      when: "қашан қашаннан качан",
      where: "қайда қайдан қайдағы қайдасың қаяқта",
      who: "кім кімнің кімге кімді кіммен кімдер кімнен кімдікі",
      "how-many": "неше қанша қаншаға нешеге нешінші нешеуі нешеу қаншасы",
      why: "неге неліктен",
      how: "қалай қалайша",
      what: "не нені ненің неде неден немен нелер",
      which: "қай қандай қайсы қайсысы",
      "yes-no": "ма ме ба бе па пе",
    },
    phrases: [
      { text: "неше жаста|неше жасқа толды", asks: "how-many", leaves: "жас" },
      { text: "қай күні|қай жылы|қай жылдары|қай айда|қай кезде", asks: "when" },
      { text: "не үшін|не себепті", asks: "why" },
      { text: "қандай мақсатпен|қандай мақсатта", asks: "why", leaves: "мақсат" },
      { text: "қай жерде|қай қалада", asks: "where" },
    ],
    which: {
      which: "(?:^| )(?:кай|кандай) ",
      nouns: {
        city: "(?:кала|астана)",
        country: "(?:ел|мемлекет)",
        where: "(?:жер|порт|онир)",
        who: "(?:президент|министр|журналист|елши|басшы)",
      },
      several: "(?:елдер|жылдар|қалалар|мемлекеттер)",
    },
  },
  smallTalk: {
    greeting:
      "сәлем|сәлеметсіз бе|сәлеметсің бе|ассалаумағалейкум|қайырлы таң|қайырлы күн|қайырлы кеш|қалайсың|қалайсыз|қалыңыз қалай|сау бол|сау болыңыз",
    thanks: "рахмет|рақмет|көп рахмет|үлкен рахмет|жақсы|керемет",
    bot: `
      жасың нешеде|сен кімсің|сіз кімсіз|атың кім|атыңыз кім|не істей аласың|не істей аласыз|көмек|көмектес|маған көмектес|қалай жұмыс істейсің|
      сені кім жасады|сен ботсың ба|сен роботсың ба|сен адамсың ба|дереккөздерің қандай|сынақ`,
    polite: "өтінемін|өтініш|айтып бере аласыз ба|айтып жіберші|бір сұрағым бар",
    filler: "ал",
    itself: ["сен (?:адам|робот|бот|багдарлама)сын", "дереккоздери(?:н|низ)"],
  },
  joining: "және ал",
  names: kkNames,
  numerals: kkNumerals,
  address: "президент президенті мырза ханым министр министрі жолдас басшы басшысы",
  labels: { source: "Дереккөз", credit: "Сурет|Фото", question: "С|Сұрақ" },
  articles: {
    text: "мәтіні мәтін мазмұны мазмұн дейді",
    nouns: "бап бабы баптың бапта бөлім бөлімі тарау тарауы тармақ тармағы",
    numbers: [
      {
        from: 1,
        step: 1,
        words:
          "бір бірінші|екі екінші|үш үшінші|төрт төртінші|бес бесінші|алты алтыншы|жеті жетінші|сегіз сегізінші|тоғыз тоғызыншы|он оныншы",
      },
      {
        from: 20,
        step: 10,
        words:
          "жиырма жиырмасыншы|отыз отызыншы|қырық қырқыншы|елу елуінші|алпыс алпысыншы|жетпіс жетпісінші|сексен сексенінші|тоқсан тоқсаныншы|жүз жүзінші",
      },
    ],
  },
} satisfies LanguageProfile;
