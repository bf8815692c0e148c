import { azNames } from "./names/az.ts";
import { azNumerals } from "./numerals/az.ts";
import type { LanguageProfile } from "./profile.ts";

export const az = {
  code: "az",
  number: 6,
  script: "latin",
  direction: "ltr",
  locale: { numbers: "az", dates: "az" },
  comma: ", ",
  detector: {
    own: "əƏ",
    // also as typed without ə, ş, ç; those that Turkish has too count half, so that it keeps its questions
    markers: `
      ne kim ve bu bir var kime ile daha gore deyil yox haqda haqqinda haqqda barede barədə nece neçə nəcə necedir nedir nədir
       hansi hansı hansilar hansidir hara harada haradadir haradir haraya haradan niye niyə nədən
      ucun üçün olub edib deyib verib edir edibler ediblər olublar deyir deyilib edilib olunub gəlib gelib gedib salam sagol xahis
      zehmet lutfen beli bəli xeyr yaxsi yaxşı men mən oldu dedi kimdir saheler ölkə olke olkeler olkeleri xezer xəzər cixis
      prezident prezidenti dehliz neft qaz indi dunen hemise   nə yoxsa hec heç emekdasliq tehlukesizlik razilasma gorus
      gorusub gorusde munasibetler musahibe mesele meseleler senedler dovlet dovletler simal cenub sulh inkisafi inkisaf inkişafı
      muharibe muharibeden müharibə sefer seferi meqsed meqsedi məqsədi muzakire müzakirə beynelxalq beynəlxalq birge iqtisadi
      meqale emeliyyat emeliyyatin musteqil cavab naziri nazirler nazirlerin menbe teklif ölkələr kimdən danisib danışıb
      baresinde neticesi olacaq keçirilib kecirilib basqa serhed suiti mdb`,
    shared:
      "ne kim ve bu bir var kime ile daha gore nedir nədir niye niyə nədən lutfen oldu dedi kimdir nə kimdən",
    letters: [
      { pattern: /ə/iu, votes: 4 },
      { pattern: /[ğşıİ]/u, votes: 2 },
      { pattern: /[öü]/iu, votes: 1 },
    ],
    // the perfect in -ib, and words with an x or a q where Turkish has an h or a k
    folded: {
      pattern:
        /^(?:xeb[ae]r|xaric|xalq|xususi|qaz[ae]x|qonsu|qor[ux]|q[ae]rar|qeyd|q[ae]rb|qrup|qarsi|zaxar|xin$)|[a-z]siya(?:si|nin|da|ya|lar)?$|(?:[rlndty]ib|[iu]nub|lub|ey?ib)(?:di[rl]?|mi|l[ae]r)?$/,
      votes: 1,
    },
  },
  stopwords: {
    source:
      "Compiled for this project after the Azerbaijani list of stopwords-iso: postpositions, pronouns and auxiliaries; folding adds what is typed without ə.",
    words: `
      və ya ki da də ilə isə bu o bir biz siz mən sən onlar bunlar üçün ucun kimi qədər qeder görə gore mi mı mu mü daha ən hər heç amma
      ancaq lakin nə deyə olaraq olan oldu olur olub olduğu oldugu olduğunu var yox idi imiş həm bəzi şey sonra əvvəl evvel arasında arasındakı
      arasinda arasindaki tərəfindən terefinden haqqında haqqinda haqda barədə barede barəsində üzrə uzre üzərində üzrindən əlaqədar bağlı bagli
      dair mənə sənə ona bizə sizə onun bunun bizim sizin onu onları bunu belə bele elə ele çox cox az artıq artiq yalnız yalniz edir
      edib etdi edən etmək etmek edilir edilib edilmiş edəcək ediləcək olunub olunur olunacaq olacaq deyil deyir deyib demişdir dedi
      deyilib deyilir verib verir öz özü həmçinin hemcinin həm də bəs bes zəhmət olmasa xahiş xahis edirəm ediblər olublar`,
  },
  stemmer: {
    // As for Turkish, over folded letters, in which ə is e: case, possessive and plural endings, the copula, then the commonest of the verb.
    // A vowel turns the q of an ending into ğ, so that both are read as g, and the k of -lik into y.
    suffixes: `
      larindan lerinden larinin lerinin larinda lerinde larina lerine larini lerini lardan lerden larin lerin larda lerde lara
      lere lari leri lar ler liginin liyinin lugunun luyunun ligindan liyindan liginden liyinden lugundan luyundan liginda liyinda
      liginde liyinde lugunda luyunda ligina liyina ligine liyine luguna luyuna ligini liyini lugunu luyunu ligin liyin lugun
      luyun ligi liyi lugu luyu lig lik lug luk sindan sinden sundan sinda sinde sunda sinin sunun sina sine suna sini sunu indan
      inden undan inda inde unda daki deki acagdir ecekdir misdir musdur magdir acag ecek misler miler ibler ubler ibdir ubdur
      ibmi ubmi irmi urmu mis mus yib yub ib ub ir ur nin nun dan den ina ine una ini unu dir dur masi mesi mag mek da de di du si
      su in un im um ya ye yi yu na ne ni nu ma me i u a e n`,
    rounds: 3,
    min: 4,
    spellings: "sh s|ch c|gh g|q g|a e",
  },
  asking: {
    words: {
      when: "haçan",
      where: "harada hara haraya haradan haradadır haradır harda hardan hardadı",
      who: "kim kimin kimi kimə kimdən kimlər kimdir kimlərdir kimlə kiminlə kimləri",
      "how-many": "neçə neçədir neçəyə neçənci",
      why: "niyə",
      how: "necə necədir necəsə",
      what: "nə nədir nələr nələrdir nəyi nəyə nəyin nədən nədə nəyə nəydi nədədir",
      which: "hansı hansıdır hansılar hansılardır hansıları",
      "yes-no": "mi mı mu mü məgər",
    },
    lowContent:
      "ad adı adını adlı adlar adları növ növü növlər növləri say sayı sayını miqdar miqdarı termin adlanır",
    phrases: [
      { text: "neçə yaşında|neçə yaşı", asks: "how-many", leaves: "yaş" },
      {
        text: "nə vaxt|nə zaman|hansı gün|hansı tarixdə|hansı ildə|hansı il|hansı illərdə|hansı ayda|neçənci ildə",
        asks: "when",
      },
      { text: "nə qədər|nə qədərdir|neçə dəfə|neçə nəfər", asks: "how-many" },
      { text: "nə üçün|nəyə görə|nədən ötrü|nə səbəbdən|nə səbəbə", asks: "why" },
      { text: "hansı məqsədlə", asks: "why", leaves: "məqsəd" },
    ],
    which: {
      which: "(?:^| )hansi (?:[a-z]+ )?",
      nouns: {
        city: "(?:seher|paytaxt)",
        country: "(?:olke|dovlet)",
        where: "(?:yer|liman|hava ?liman|bolge)",
        who: "(?:lider|prezident|nazir|jurnalist|siyasetci|rehber|sefir)",
      },
      several: "(?:olkeler|iller|seherler|liderler|dovletler)",
    },
  },
  smallTalk: {
    greeting:
      "salam|salamlar|salam əleyküm|xeyirli səhər|gecəniz xeyrə|hər vaxtınız xeyir|sabahınız xeyir|günortanız xeyir|axşamınız xeyir|necəsən|necəsiniz|nə var nə yox|hələlik|sağ olun hələlik|xoş gördük",
    thanks:
      "təşəkkürlər|təşəkkür edirəm|təşəkkür|çox təşəkkürlər|çox sağ ol|çox sağ olun|sağ ol|sağ olun|sağol|minnətdaram|əla|yaxşı",
    bot: `
      neçə yaşın var|neçə yaşınız var|sən kimsən|siz kimsiniz|adın nədir|adınız nədir|nə edə bilərsən|nə edə bilirsən|nələr edə bilirsən|
      kömək|kömək et|mənə kömək et|necə işləyirsən|səni kim yaradıb|səni kim düzəldib|adın nə|nə bilirsən|bot|test|botsan|robotsan|sən botsan|sən robotsan|insansan|mənbələrin nədir|sınaq`,
    polite:
      "zəhmət olmasa|xahiş edirəm|xahiş edirem|mənə deyə bilərsən|mənə deyə bilərsiniz|deyə bilərsən|deyə bilərsiniz|bir sualım var|mənə de|de görüm|maraqlıdır",
    filler: "ya bəs",
    itself: [
      // Instructions to the bot, and its names
      String.raw`\b(?:bunu|metni|xeberi|meqaleni) (?:tercume|xulase|qisalt)`,
      String.raw`\b(?:evvelki|butun) (?:telimat|gosteris)`,
      String.raw`\b(?:insan|adam|robot|bot|proqram|masin)(?:san|siniz)(?:mi)?\b`,
      // "Your sources"; the same word is also "of the sources"
      String.raw`\bmenbeleriniz\b|^(?:senin )?menbelerin (?:ne|nedir|nelerdir|hansi|hansilardir|haradan)\b`,
    ],
  },
  joining: "və bəs ya",
  names: azNames,
  numerals: azNumerals,
  address: "prezident prezidenti cənab xanım bəy nazir naziri yoldaş dövlət başçısı lider",
  labels: { source: "Mənbə", credit: "Foto|Şəkil", question: "S|Sual" },
  articles: {
    text: "mətni mətn məzmunu məzmun deyir deyilir",
    nouns: "maddə maddəsi maddənin maddədə maddəsinin bölmə bölməsi fəsil fəsli bənd bəndi",
    numbers: [
      {
        from: 1,
        step: 1,
        words:
          "bir birinci|iki ikinci|üç üçüncü|dörd dördüncü|beş beşinci|altı altıncı|yeddi yeddinci|səkkiz səkkizinci|doqquz doqquzuncu|on onuncu",
      },
      {
        from: 20,
        step: 10,
        words:
          "iyirmi iyirminci|otuz otuzuncu|qırx qırxıncı|əlli əllinci|altmış altmışıncı|yetmiş yetmişinci|səksən səksəninci|doxsan doxsanıncı|yüz yüzüncü",
      },
    ],
  },
  negation: {
    source: "Compiled for this project.",
    words: "deyil yox heç xeyr",
    // dəmir is iron, and Vladimir ends alike
    within:
      /(?:[bcçfgğhxjkqlnprsştvyzaıuü]|(?<!^d)ə)m[ıiuü]r(?:$|l|s|d)|m[əa]y(?:ib|əcək|acaq)|m[əa]d[ıi](?:$|l|k|q|m)|m[əa]m[əa]li/u,
  },
  that: "ki",
  caseEndings: "[nd]?[ıiuü]n|[td][aə]n?|l[aə]",
} satisfies LanguageProfile;
