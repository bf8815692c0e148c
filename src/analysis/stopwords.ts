import type { Language } from "../model.ts";
import { normalize } from "./normalizer.ts";
import { stem } from "./stemmer.ts";

/**
 * Words that carry no content, by language, folded by the same rules as the texts. Negations are here too: the sources are quoted,
 * not judged, so "has not changed" and "changed" are found alike. Words that ask are in `questions.ts`.
 */
const LISTS: Readonly<Record<Language, string>> = {
  ar: `
    ال في من على الى عن مع ب ل ك و ف ثم او أو ام بل لكن لكنّ ولكن حتى منذ مذ عند لدى لدي بين خلال حول دون بدون سوى غير إلا ضد نحو عبر ضمن
    ان أن إن أنّ إنّ انه أنه إنه انها أنها إنها انهم أنهم لان لأن لأنه كان كانت كانوا يكون تكون كون سيكون ستكون ليس ليست لم لن لا ما قد لقد سوف
    هو هي هم هن هما انا أنا انت أنت أنتم نحن احنا إحنا هذا هذه هذي هاذي ذلك تلك هؤلاء اولئك هذان هاتان ذا ذي ده دي دا دول هاد هاي هادا هيدا هيدي هاذا هاذ
    الذي التي الذين اللاتي اللواتي اللذان اللتان اللي الي يلي إلي لي له لها لهم لنا لك لكم به بها بهم بك فيه فيها فيهم منه منها منهم عنه عنها عنهم عليه عليها عليهم
    اليه إليه إليها اليها معه معها معهم كل بعض اي أي ايضا أيضا أيضاً كذلك هناك هنا ثمة ثمّة كما مثل فقط جدا يا إذا اذا لو اذ إذ حيث حين حينما عندما بينما كي لكي
    وهو وهي وهم وكان وما ولا ومن وفي وعلى وعن ومع وان وأن وإن والتي والذي فيما بما مما ممّا عما عمّا لما بأن بان بأنه بانه بهذا بهذه لهذا لهذه وهذا وهذه
    مش مو موش مب ماهو ليسوا ع عال بال فال هال شي كمان برضه بس يعني طيب هيك كده كدا كذا هكذا اللى علي ولو سواء قبل بعد أحد احد احنا إيانا إياه تم يتم تمت جرى
    شخص إلى نفس ذات عدم لا نعم بلى أجل اجل لعل ليت ربما عسى قط أبدا ابدا إما اما أما أمّا كأن كأنه لعله ولم ولن فلم فلن وقد فقد
    رح راح عم حيكون هيكون بيكون بكون كنت كنا يكونوا تبع تاع ديال متاع بتاع بتاعة حق حقت مال عند عندي عندك عندنا عندهم عنده عندها معي معك
    بيناتهم بيناتنا بيناتكم معلش معليش شفيه قاعد قاعدة قاعدين لسه لسا هسه هسة هلق هلأ دلوقتي توا
    بلاده بلادها بلادهم بلده بلدها بلدهم بلدانهم
    بوصفه بوصفها بوصفهم باعتباره باعتبارها باعتبارهم بصفته بصفتها كونه كونها أثناء إبان بغية عموما
    اذن إذن اذاً لذا لذلك فهل وهل فما انك أنك إنك اننا أننا إننا وانه وأنه هنالك ايا أيا كلا كلتا كليهما كلاهما كلاهم خلالها خلاله بعضهم بعضها كلها كله كلهم`,
  en: `a an the of and or but if in on at to from by for with about into over under between among as is are was were be been being am do does did done
    has have had having it its this that these those there here he she they them his her their him i me my we us our you your not no nor so than then too very
    can could will would shall should may might must any some such only own same both each few more most other again further once also just s t re ve ll d m
    really actually please exactly ever yet still out up down off during against according regarding concerning via per within without upon one ones anything something someone anyone
    let want get got go going instead around along make makes made order`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё нет о об из ему теперь когда даже ну вдруг ли если уже или ни быть
    был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой
    совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между это эта той свой своей своего своих которые который которая которых также согласно словам относительно такое такого такие нужен нужна нужно нужны будут является являются стал стала стали чьим чьей`,
  tr: `ve veya ya da de ile ise ki bu su o bir biz siz ben sen onlar bunlar icin için gibi kadar göre gore mi mı mu mü midir mıdır değil degil çok cok daha en her hiç hic ama fakat ancak ne diye olarak olan oldu olur olduğu oldugu olduğunu
    var yok idi ise hem hep bazı bazi şey sey sonra önce once arasında arasinda tarafından tarafindan hakkında hakkinda üzerine uzerine üzerinde uzerinde ilgili konusunda konuda karşı karsi dair bana sana ona bize size onun bunun şu mıydı miydi mı acaba lütfen lutfen etmek etti edildi edilecek ediyor ediliyor yapılıyor yapiliyor yapmak yaptı yapti yapıldı yapildi`,
  fa: `و در به از که را با این آن برای تا بر هم نیز یا اما اگر است هست بود شد شده می یک هر چه هیچ باید خود او وی ما شما آنها آنان ایشان من تو نه بین میان روی زیر درباره دربارهٔ مورد طبق بنابر توسط چون پس همه دیگر
    کرد کرده کند کنند کردند شود شوند شدند دارد دارند داشت داشته بوده باشد باشند خواهد خواهند آیا ای ها های ی ش اند‌ همین همان اینکه آنکه وقتی حتی فقط بسیار خیلی چند حول ضمن لطفا لطفاً رو تو چی اند ام ایم اید نمی هستند هستیم نیست نیستند تاکنون قرار کنون است`,
  fr: `le la les l un une des de du d et ou mais si en dans sur au aux a à par pour avec sans sous entre vers chez ce cet cette ces c ça cela il elle ils elles on je j tu nous vous me m te t se s lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos
    y ne n pas plus que qu qui dont où est sont était étaient être été a ont avait avaient avoir eu fait faire comme aussi tout tous toute toutes même très donc car ni selon propos concernant lors afin depuis pendant après avant contre sera seront serait peut peuvent doit doivent vont va ait soit toujours encore si`,
};

/** Arabic prepositions with the pronouns glued to them: بينهما, لديهم, ضدها. */
const PREPOSITIONS =
  "بين عند مع لدي حول خلال ضد نحو فوق تحت امام وراء قبل بعد دون عن من في علي الي ب ل منذ عبر ضمن حسب وفق".split(
    " ",
  );
const PRONOUNS = "ه ها هم هما هن ك كم كما نا ي".split(" ");
const WITH_PRONOUNS = PREPOSITIONS.flatMap((word) => PRONOUNS.map((pronoun) => normalize(word + pronoun)));

const STOPWORDS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, list]) => [
    language as Language,
    new Set([...list.trim().split(/\s+/).map(normalize), ...(language === "ar" ? WITH_PRONOUNS : [])]),
  ]),
);

/** Turkish glues its endings to small words too: arasındaki, kadardı, hakkındaki. */
const TURKISH_STEMS = new Set(
  [...(STOPWORDS.get("tr") as ReadonlySet<string>)].map((word) => stem(word, "tr")),
);

/** Words of their own that begin like a glued small word. */
const WHOLE = new Set(["واحد"]);

export function isStopword(folded: string, language: Language): boolean {
  const words = STOPWORDS.get(language) as ReadonlySet<string>;
  if (words.has(folded)) return true;
  // "and" and "so" are glued to small words as to others
  if (language === "ar")
    return folded.length > 3 && /^[وف]/.test(folded) && !WHOLE.has(folded) && words.has(folded.slice(1));
  return language === "tr" && folded.length > 4 && TURKISH_STEMS.has(stem(folded, "tr"));
}
