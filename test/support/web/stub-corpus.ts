import type { Answer, Quote } from "../../../src/model/answer.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import type { Corpus, Document, Known, Leader, Passage, Span } from "../../../src/model/corpus.ts";

/** A small corpus and a plain word search over it, so that what is tested is the page and not the ranking. */
export interface StandIn {
  /** Texts by file name. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly titles?: Readonly<Record<string, string>>;
  readonly leaders?: readonly Leader[];
}

export const PUTIN: Leader = {
  id: "putin",
  name: { ar: "فلاديمير بوتين", en: "Vladimir Putin", ru: "Владимир Путин" },
  roles: ["الرئيس الروسي"],
};
const ALIYEV: Leader = { id: "aliyev", name: { ar: "إلهام علييف", en: "Ilham Aliyev" }, roles: [] };

const TEXTS: Readonly<Record<string, string>> = {
  "000_summit.txt": [
    "وأشار بوتين إلى ضرورة معالجة المشاكل البيئية، بما في ذلك تقليل أعداد سمك الحفش.",
    "ودعا بوتين القادة الآخرين إلى تنظيم مهرجان سينمائي.",
    "زار الرئيس الروسي العاصمة الطاجيكية دوشانبي.",
    "قال بوتين إن روسيا تؤيد الشراكة بين دول بحر قزوين.",
    "وتابع بوتين أن البنية التحتية للنقل ستسهم في تنمية السياحة.",
  ].join("\n"),
  "001_meeting.txt": [
    "بعد اجتماع بوتين وعلييف",
    "وتابع علييف: إن الوضع البيئي في بحر قزوين يقلقنا جميعًا.",
    '=”text-align:justify”>أهمية <b onclick="x()">الاتجاهات</b> & <script>alert(1)</script>',
  ].join("\r\n\r\n"),
};

export function standIn({
  texts = TEXTS,
  titles = { "001_meeting.txt": "بعد اجتماع بوتين وعلييف" },
  leaders = [PUTIN, ALIYEV],
}: StandIn = {}): Answerer {
  const corpus = corpusOf(texts, titles, leaders);
  return {
    corpus,
    answer: ({ text, locale }) => answerTo(text, locale, corpus),
    leader: ({ name }) => leaderCalled(name, corpus),
    complete: () => corpus.leaders,
    verify: () => ({ kind: "refused", lang: "ar", reason: "empty" }),
    quotations: (text) => [{ text }],
    asksAboutQuotation: () => false,
  };
}

function corpusOf(
  texts: Readonly<Record<string, string>>,
  titles: Readonly<Record<string, string>>,
  leaders: readonly Leader[],
): Corpus {
  const passages: Passage[] = [];
  const documents = Object.entries(texts).map(([id, text]): Document => {
    const own = [...text.matchAll(/[^\r\n]+/g)].map((line, at): Passage => {
      const start = line.index;
      const end = start + line[0].length;
      const people = leaders
        .filter(({ name }) => line[0].includes(name.ar.split(" ").at(-1) as string))
        .map((leader) => leader.id);
      const spoke = /قال|تابع|أشار|دعا/.test(line[0]) ? people : [];
      return {
        index: passages.length + at,
        doc: id,
        paragraph: at + 1,
        start,
        end,
        text: line[0],
        kind: "body",
        sentences: [[start, end]],
        speakers: spoke,
        people,
      };
    });
    passages.push(...own);
    const title: Known<string> =
      titles[id] === undefined ? { how: "unknown" } : { how: "stated", value: titles[id] };
    return {
      id,
      text,
      lang: "ar",
      title,
      opening: text.slice(0, 30).split(/[\r\n]/)[0] as string,
      publisher: { how: "unknown" },
      date: { how: "inferred", value: "2022-06-29" },
      passages: own,
    };
  });
  return { documents, passages, leaders, fingerprint: 0xabc, translations: new Map() };
}

const words = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

function answerTo(text: string, locale: string | undefined, corpus: Corpus): Answer {
  const lang = /[a-z]/i.test(text) ? "en" : /\p{L}/u.test(text) ? "ar" : locale === "en" ? "en" : "ar";
  if (text.trim() === "") return { kind: "refused", lang, reason: "empty" };
  if (text.length > 2000) return { kind: "refused", lang, reason: "too-long" };
  if (text === "hello") return { kind: "help", lang, topic: "greeting" };
  const wanted = new Set(words(text));
  const quotes = corpus.passages
    .map((passage) => quoteOf(passage, wanted))
    .filter((quote) => quote.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 10);
  const missing = [...wanted].filter(
    (word) => !corpus.passages.some((passage) => passage.text.includes(word)),
  );
  if (quotes.length === 0)
    return { kind: "nothing", lang, missing, suggestions: ["سمك الحفش"], readings: [] };
  return {
    kind: missing.length > 0 ? "closest" : "quotes",
    lang,
    quotes,
    missing,
    unmet: [],
    suggestions: [],
    readings: [],
  };
}

function quoteOf(passage: Passage, wanted: ReadonlySet<string>): Quote {
  const { doc, paragraph, start, end, text } = passage;
  const highlights = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)]
    .filter(([word]) => wanted.has(word))
    .map((match): Span => [start + match.index, start + match.index + match[0].length]);
  return { doc, paragraph, start, end, text, best: [start, end], highlights, score: highlights.length };
}

function leaderCalled(name: string, corpus: Corpus): Answer {
  const lang = "ar";
  if (name.trim() === "") return { kind: "refused", lang, reason: "empty" };
  const found = corpus.leaders.filter((leader) => Object.values(leader.name).join().includes(name));
  const [leader] = found;
  if (leader === undefined) return { kind: "nothing", lang, missing: [name], suggestions: [], readings: [] };
  if (found.length > 1) return { kind: "leaders", lang, leaders: found };
  const quotes = (those: readonly Passage[]) => those.map((passage) => quoteOf(passage, new Set()));
  return {
    kind: "leader",
    lang,
    leader,
    about: [],
    mentions: quotes(corpus.passages.filter(({ people }) => people.includes(leader.id))),
    statements: quotes(corpus.passages.filter(({ speakers }) => speakers.includes(leader.id))),
  };
}
