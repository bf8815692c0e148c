import type { UnspokenLanguage } from "./unspoken-language.ts";

export const LATIN: readonly UnspokenLanguage[] = [
  {
    code: "es",
    script: "latin",
    detector: {
      letters: [
        { pattern: /[¿¡]/u, votes: 3 },
        { pattern: /[áíóú]|[^aeiou\s]ñ|ñ[ao]s?(?!\p{L})/iu, votes: 1 },
      ],
      markers: `
        que cual cuales quien quienes cuando donde adonde como cuanto cuanta cuantos cuantas porque por para pero el los las del al una unos unas
        y en con sin sobre entre hasta desde hacia segun contra es son fue fueron era eran ser sera esta estan hay habia ha han sido dijo dice
        dijeron dicen hizo hace tiene tienen tuvo puede pueden puedes debe quiere su sus se le les lo este estos estas ese esa esto eso mas
        menos muy tambien ya hola gracias favor pais paises ano anos mar guerra presidente ministro acuerdo acuerdos tratado convenio reunion
        cumbre cumbres ciudad primer primera segundo vez veces hablo firmo firmaron visito reunio reunieron paso acerca cerca costa orillas
        estado estados gobierno millones mil mayor nueva nuevo opina piensa propuso apoya durante despues antes ante tras me te mi tu decir
        lugar exteriores comercio rusia iran`,
      folded: { pattern: /.{2}(?:cion|ciones|miento|mientos|ieron)$/, votes: 1 },
    },
  },
  {
    code: "de",
    script: "latin",
    detector: {
      letters: [{ pattern: /ß/u, votes: 1.5 }],
      markers: `
        der die das den dem des ein eine einen einem einer eines und oder aber ist sind wird wurde wurden werden hat haben hatte sein wer was
        wann wo warum wieso weshalb wie wohin woher welche welcher welches welchen wen wem viele viel mit ohne von vom zu zum zur im auf aus
        bei nach vor uber unter zwischen fur gegen durch bis seit wahrend nicht kein keine auch noch nur schon mehr sehr er sie es wir ihr ich
        du mich mir sich seine seiner ihre ihrer dass wenn als ob sagt sagte gesagt sagen gibt gab laut sprach traf trafen kann konnen soll
        sollen darf durfen jahr jahre jahren lander staat staaten meer krieg prasident prasidenten aussenminister gipfel vertrag abkommen
        stadt hallo danke bitte guten tag statt fand kannst dein deine hoch zusammenarbeit handel besuch treffen russland russische
        russischen russischer`,
      folded: { pattern: /.{4}(?:keit|keiten|schaft|schaften|ungen|ischen|ischer|lichen|licher)$/, votes: 1 },
    },
  },
  {
    code: "it",
    script: "latin",
    detector: {
      letters: [{ pattern: /[ìò]/iu, votes: 1 }],
      markers: `
        che chi cosa quando dove perche come quale quali quanto quanti quante il lo gli della del dei delle degli dell nel nella nei sul sulla con
        per tra fra di da non e sono era stato stata stati ha hanno detto disse dice una uno questo questa anche piu ciao grazie paesi mare
        presidente incontro vertice accordo guerra secondo alla allo agli dal dalla si tenuto firmato russia sostiene commercio`,
      folded: { pattern: /.{3}(?:zione|zioni)$/, votes: 1 },
    },
  },
  {
    code: "pt",
    script: "latin",
    detector: {
      letters: [{ pattern: /[ãõ]/iu, votes: 1.5 }],
      markers: `
        que quem quando onde como qual quais quanto quantos quantas por porque o os as um uma do da dos das no na nos nas ao aos com sem sobre
        entre ate para pelo pela nao foi foram era esta estao ha tem disse diz dizem seu sua seus mais tambem ja ola obrigado pais paises
        ano anos mar acordo cupula cimeira reuniao guerra presidente assinou assinada assinado vezes comercio ficam margens apoia cinco`,
      folded: { pattern: /.{3}(?:cao|coes|idade|idades)$/, votes: 1 },
    },
  },
  {
    code: "nl",
    script: "latin",
    detector: {
      markers: `
        de het een en van voor met naar over op uit bij tussen aan niet ook zijn waren werd werden wordt heeft hebben wie wat wanneer waar
        waarom hoe hoeveel welke welk dat die dit deze er zei zegt zeggen landen zee jaar oorlog verdrag hun haar zij wij ik jij hallo dank
        alstublieft ondertekend kunnen grenzen`,
    },
  },
  {
    code: "pl",
    script: "latin",
    detector: {
      letters: [{ pattern: /[łąęśźż]/iu, votes: 1.5 }],
      markers: `
        co kto kiedy gdzie dlaczego jak jaki jaka jakie jakich ktore ktory ktora ile czy w z do od po za przez przed miedzy dla nie jest sa byl
        byla bylo byli bedzie maja powiedzial powiedziala mowi oraz lub sie jego jej ich tego tej tym morze morza morzem kraje krajow panstw
        prezydent prezydentem wojny rosja rosji podpisano spotkanie nad wspiera leza`,
    },
  },
  {
    code: "cs",
    script: "latin",
    detector: {
      letters: [{ pattern: /[řůěťď]/iu, votes: 1.5 }],
      markers: `
        co kdo kdy kde proc jak jaky jaka jake ktere ktery ktera kolik je jsou byl byla bylo byli bude maji rekl rekla v do od z za po pri mezi
        pro pred nebo se si ze jeho jejich more mori zeme prezident valka`,
    },
  },
  {
    code: "hr",
    script: "latin",
    detector: {
      letters: [{ pattern: /[čćđ]/iu, votes: 1.5 }],
      markers: `
        sto sta tko ko kada gdje gde zasto koliko koji koja koje je su u na da se od za sa iz bio bila rekao izmedu nakon zemlje mora moru rat
        predsednik predsjednik`,
    },
  },
  {
    code: "ro",
    script: "latin",
    detector: {
      letters: [{ pattern: /[țșă]/iu, votes: 1.5 }],
      markers: `
        ce cine cand unde cate cati cum care este sunt fost au avut din pe cu despre intre pentru si sau dar nu spus zis tari tarile marea marii
        presedintele razboi acord`,
    },
  },
  {
    code: "sv",
    script: "latin",
    detector: {
      letters: [{ pattern: /å/iu, votes: 1.5 }],
      markers: `
        vad vem nar varfor hur vilka vilken vilket manga ar och att det en ett av med om till fran pa som inte har hade sade sager mellan efter
        fore lander havet hvad hvem hvornar hvor hvorfor hvordan hvilke hvilken hva hvilket mange er og ikke fra til mellem mellom etter ble
        blev blir lande sagde sa`,
    },
  },
  {
    code: "fi",
    script: "latin",
    detector: {
      markers: `
        mita mika kuka missa milloin miksi miten kuinka monta mitka ja on oli ovat olivat ei etta sanoi sanonut valilla kanssa maat meri meren`,
      folded: { pattern: /.{5}(?:ssa|sta|lla|lta|nnen)$/, votes: 0.5 },
    },
  },
  {
    code: "hu",
    script: "latin",
    detector: {
      letters: [{ pattern: /[őű]/iu, votes: 1.5 }],
      markers: `
        mi mit ki kik mikor hol hova miert hogyan melyik mely hany mennyi az es vagy nem van volt voltak lesz mondott mondta kozott szerint utan
        elott orszagok tenger`,
    },
  },
  {
    code: "id",
    script: "latin",
    detector: {
      markers: `
        apa siapa kapan mana dimana mengapa kenapa bagaimana berapa yang dan atau dengan untuk dari ke pada dalam tentang antara adalah ini itu
        tidak bukan akan telah sudah oleh negara laut presiden perjanjian perang saja kata dikatakan mengatakan menurut`,
    },
  },
  {
    code: "vi",
    script: "latin",
    detector: {
      typed: { pattern: /[ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, votes: 0.6 },
      markers: "gi khi nao dau tai sao bao nhieu cua va la co khong nhung voi ve cac duoc",
    },
  },
  {
    code: "ku",
    script: "latin",
    detector: {
      letters: [{ pattern: /[êîû]/iu, votes: 1 }],
      markers: "ci ki kenge ku cima cawa kijan cend li ji bi ser deryaya got gotin welaten ye bu kir",
    },
  },
  {
    code: "uz",
    script: "latin",
    detector: {
      letters: [
        // Between letters, for what follows a Turkish name may also stand behind an o and an apostrophe
        { pattern: /[og][ʻ‘]\p{L}/iu, votes: 1.5 },
        {
          pattern: /(?<!\p{L})(?:(?:b|q|t|k|y|s|d|m)o['’ʼ`]\p{L}|o['’ʼ`](?:z|t|rta)|\p{L}+og['’ʼ`][aiou])/iu,
          votes: 1.5,
        },
      ],
      markers: `
        nima nimalar nimaga haqida haqidagi qaysi qaysilar qachon qayerda qayerga qayerdan qanday qancha necha nechta nechanchi nega kimlar uchun
        bilan emas edi ekan hamda lekin deb dedi degan dedilar qildi qilgan qiladi qilish mumkin kerak shu ular uning ularning biz siz men
        sen bir kim salom rahmat iltimos davlat davlatlar davlatlari davlati mamlakatlar mamlakat vaziri dengizi dengiz urush shartnoma
        kelishuv bordi borgan uchrashuv sammit aytishicha aytdi gapirdi gaplashdi qatnashadi tomonidan keyin oldin marta yil yilda rossiya
        eron ozarbayjon turkmaniston shimol janub besh olasan bo lib lgan ldi`,
      folded: { pattern: /[a-z]{3}(?:moqda|yapti|ishicha|langan|landi|laydi|ydigan|vchi|adigan)$/, votes: 1 },
    },
  },
];
