import type { Detector } from "./profile.ts";
import type { Script } from "./script.ts";

/**
 * Languages that share a script with those of the bot and that people try all the same, so that a question in one is not answered as
 * though it were its neighbour's. Small words, question words and what questions about the news are full of; letters that the bot's own
 * languages do not have, which are not enough by themselves, since names have them. No detector in the registry serves: over this project's questions eld takes 55 % of the Kazakh ones and 27 % of the
 * Turkmen ones for languages that are none of ours and holds 29 MB a thread; tinyld takes 6 % of the English and Turkish ones, franc 35 to
 * 50 % of the Russian and Turkish ones.
 */
export interface UnspokenLanguage {
  /** ISO 639-1. */
  readonly code: string;
  readonly script: Script;
  readonly detector: Pick<Detector, "markers" | "letters" | "typed" | "folded">;
}

export const UNSPOKEN: readonly UnspokenLanguage[] = [
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
  {
    code: "uz",
    script: "cyrillic",
    detector: {
      letters: [
        // Of these Kazakh has the second alone
        { pattern: /^(?=.*[ҳў])(?=.*[қғ])(?!.*[әңөұүіһы])/isu, votes: 4 },
        { pattern: /[ҳў]/iu, votes: 1.5 },
      ],
      markers: `
        ва билан учун ҳақида нима деди қайси қачон қаерда ким нега нечта неча қандай давлатлар давлат бўйича бўлди бўлган эди эмас ҳам денгизи
        бўйида ўртасидаги тўғрисида имзоланган президенти`,
    },
  },
  {
    code: "uk",
    script: "cyrillic",
    detector: {
      letters: [
        { pattern: /[їєґ]/iu, votes: 1.5 },
        // Kazakh has this letter too, and with it nearly always one of its others
        { pattern: /^(?=.*і)(?!.*[әғқңөұүһыэ])/isu, votes: 1 },
      ],
      typed: {
        pattern: /(?:.нння|.ння|ість|ості|ськ\p{L}{1,3}|.ють|.ів|.ії|.ією|.ував|увати|.іки|.ікою)$/iu,
        votes: 1,
      },
      markers: `
        що як коли де хто чому який яка яке які яких якої чи про та й з із зі до від є був була було були буде має мають сказав сказала скільки
        разів між для за після перед під над через без або але вони він вона його її їх цей ця це ці того тому привіт дякую куди звідки навіщо
        рік року років країни країна країн держав держава море моря міністр війни війна росія росії росією україна угода угоди угоду договір
        договору відбувся відбулася зустріч саміт шостий підписали вперше уперше поїхав вмієш думає умови північ південь захищають`,
    },
  },
  {
    code: "bg",
    script: "cyrillic",
    detector: {
      folded: { pattern: /.{3}(?:ският|ската|ското|ските|ията|ването|нието)$/, votes: 1 },
      markers: `
        какво кой коя кое кои кога къде защо колко как се е са от за със във до по при след преди през между или но че да има имат беше бяха ще
        си го му те той тя това този тази тези каза според относно страни държави подписана подписан`,
    },
  },
  {
    code: "sr",
    script: "cyrillic",
    detector: {
      letters: [{ pattern: /[јљњћђџ]/iu, votes: 1.5 }],
      markers:
        "шта ко када где зашто колико који која које је су у да се од за са из био била рекао између после пре због земље",
    },
  },
  {
    code: "be",
    script: "cyrillic",
    detector: {
      letters: [
        { pattern: /^(?=.*ў)(?!.*[қғҳ])/isu, votes: 1.5 },
        { pattern: /^(?=.*і)(?!.*[әғқңөұүһи])/isu, votes: 1 },
      ],
      markers: `
        што як калі дзе хто чаму які якія якая якое колькі пра паміж пасля для ад да ці гэта краіны маюць сказаў сказала мора выхад прэзідэнт
        быў была было былі`,
    },
  },
  {
    code: "ky",
    script: "cyrillic",
    detector: {
      letters: [{ pattern: /^(?=.*[ңөү])(?!.*[әғқұһіҗ])/isu, votes: 3 }],
      markers: `
        эмне ким кайда качан кайсы канча эмнеге кантип жана жөнүндө менен үчүн эле болгон деди айтты боюнча ортосундагы бар жок өлкө өлкөлөр
        деңизи деңизинин`,
    },
  },
  {
    code: "tg",
    script: "cyrillic",
    detector: {
      letters: [{ pattern: /[ӣӯҷ]/iu, votes: 1.5 }],
      markers:
        "чӣ кӣ кай куҷо кадом чанд чаро ва дар бораи аз ба бо барои ки аст буд шуд гуфт кард баҳри кишварҳо соҳили",
    },
  },
  {
    code: "tt",
    script: "cyrillic",
    detector: {
      letters: [{ pattern: /җ/iu, votes: 3 }],
      markers:
        "нәрсә кем кайда кайчан нинди ничек турында белән һәм өчен булды булган диде диңгезе диңгез икән",
    },
  },
  {
    code: "mn",
    script: "cyrillic",
    detector: {
      folded: { pattern: /.{3}(?:ийн|ийг|ууд|ээс|аас)$/, votes: 1 },
      markers: "юу хэн хаана хэзээ ямар хэд яагаад вэ бэ гэж хэлсэн байна байсан талаар тухай нь болон улс",
    },
  },
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
