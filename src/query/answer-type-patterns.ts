import type { AnswerType } from "./answer-type.ts";

/**
 * How a language asks which of a kind: its "which", and the nouns of the kinds that can be looked for; `several` are those of them in the
 * plural. The noun stays in the question. Patterns over folded words joined by spaces.
 */
interface Which {
  readonly which: string;
  readonly nouns: Partial<Record<AnswerType, string>>;
  readonly several: string;
}

const LANGUAGES: readonly Which[] = [
  {
    which:
      "(?:^| )[وفبل]?(?:اي|ايه|ما|ما هي|ما هو|ماهي|شو|ايش|وش|شنو|انهي|انو|ياتو|من هم|مين|اسماء|اسما|اسامي|قايمه|اذكر|عدد لي|سم) " +
      "(?:هي |هم |اسماء |اسما )?(?:ال)?",
    nouns: {
      city: "(?:مدينه|مدن|عاصمه|عواصم|بلده)(?: |$)",
      country: "(?:بلد|بلاد|دوله|دول|بلدان|جمهوريه)(?: |$)",
      where: "(?:مكان|موقع|ميناء|مينا|مطار|مقر) ",
      who: "(?:رييس|زعيم|قايد|مسوول|وزير|صحفي|سفير|سياسي|شخص|قاده|زعماء|روساء|روسا)(?: |$)",
    },
    several: "(?:دول|بلدان|سنوات|اعوام|سنين|مدن|عواصم|روساء|روسا|زعماء|قاده|وزراء|اشخاص|شهور|اشهر)(?: |$)",
  },
  {
    which: "\\b(?:what|which|names? of(?: the)?|list(?: of)?(?: the)?|name the) (?:[a-z]+ )?",
    nouns: {
      city: "(?:city|cities|town|capital)",
      country: "(?:country|countries|states|nations|state|nation)\\b",
      where: "(?:place|port|airport|venue|location)\\b",
      who: "(?:president|leader|minister|official|politician|journalist|ambassador|person|diplomat)s?\\b",
    },
    several: "(?:countries|states|nations|years|cities|leaders|presidents|ministers|months)\\b",
  },
  {
    which:
      "(?:^| )как(?:ой|ая|ое|ие|их|им|ими|ом|ую|ого) (?:[а-я]+(?:ой|ая|ое|ие|ые|их|ых|им|ым|ими|ыми|ом|ую|ого) )?",
    nouns: {
      city: "(?:город|столиц)",
      country: "(?:стран|государств|республик)",
      where: "(?:мест|порт|аэропорт)",
      who: "(?:президент|лидер|министр|политик|чиновник|журналист|посол)",
    },
    several:
      "(?:страны|стран(?:ах|ам|ами)?|государства|года|годах|лет|города|городах|лидеры|президенты|министры)(?: |$)",
  },
  {
    which: "(?:^| )hangi (?:[a-z]+ )?",
    nouns: {
      city: "(?:sehir|sehr|kent|baskent)",
      country: "(?:ulke|devlet)",
      where: "(?:yer|liman|havaalan)",
      who: "(?:lider|baskan|cumhurbaskan|bakan|gazeteci|siyasetci)",
    },
    several: "(?:ulkeler|yillar|sehirler|liderler|devletler)",
  },
  {
    which: "(?:^| )(?:كدام|جه|كدوم) ",
    nouns: {
      city: "(?:شهر|بايتخت)",
      country: "(?:كشور|دولت|مملكت)",
      where: "(?:مكان|جا |بندر|محل)",
      who: "(?:رييس|رهبر|وزير|مقام|خبرنكار|سياستمدار)",
    },
    several: "(?:كشورها|سالها|شهرها|رهبران|روساي)",
  },
  {
    which: "(?:^| )quel(?:le)?s? (?:est la |sont les |etait la |etaient les )?",
    nouns: {
      city: "(?:ville|capitale)",
      country: "(?:pays|etats?)\\b",
      where: "(?:endroit|lieu|port|aeroport)",
      who: "(?:president|dirigeant|ministre|responsable|journaliste|ambassadeur)",
    },
    several: "(?:etats|annees|villes|dirigeants)",
  },
];

const ASKED: readonly (readonly [AnswerType, RegExp])[] = LANGUAGES.flatMap(({ which, nouns, several }) =>
  Object.entries({ ...nouns, several }).map(
    ([asked, noun]) => [asked as AnswerType, new RegExp(which + noun, "u")] as const,
  ),
);

/** Somebody's name is asked for by the office: "the name of the ambassador". */
const NAME =
  /(?:^| )[وف]?اسم (?:ال)?(?:رييس|زعيم|وزير|صحفي|سفير|مسوول|متحدث|مدير|قايد|زوج|ممثل)|\bname of (?:the )?(?:[a-z]+ )?(?:president|minister|ambassador|leader|journalist|official|spokes|envoy|wife)/u;
/** من opens a question about a person; elsewhere it is "from". */
const WHO = /^(?:و|ف)?من (?!(?:اي|اين|وين|فين|متي|امتي|خلال|بين|اجل|ضمن|حيث|جهه) )(?:[^ ]+)/u;

/** What a whole question asks for by its wording; `folded` is its words joined by spaces. */
export function answerTypesOfPatterns(folded: string): AnswerType[] {
  const asked = ASKED.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);
  if (WHO.test(folded) || NAME.test(folded)) asked.push("who");
  return asked;
}
