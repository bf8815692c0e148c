import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSeedFiles } from "../../adapters/service/corpus-files.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { realAnswerer } from "../support/core.ts";

const DATA = readSeedFiles(fileURLToPath(new URL("../../seeds", import.meta.url))).filter(
  (file) => !file.name.endsWith(".txt") && file.name !== "catalogue.json" && file.name !== "speakers.json",
);

interface Correction {
  readonly paragraph: number;
  readonly speakers: readonly string[];
}

/** Who speaks in each line of a text, with the people and the lexicon of the seeds. */
function speakers(lines: readonly string[], corrections: readonly Correction[] = []): (readonly string[])[] {
  const encoder = new TextEncoder();
  const own = corrections.map((correction) => ({ doc: "a.txt", ...correction }));
  const loaded = loadSeeds([
    ...DATA,
    { name: "a.txt", bytes: encoder.encode(lines.join("\n")) },
    { name: "speakers.json", bytes: encoder.encode(JSON.stringify({ corrections: own })) },
  ]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.seeds.corpus.passages.map((passage) => passage.speakers);
}
const speaks = (line: string, ...before: string[]) => speakers([...before, line]).at(-1);

const LAVROV = "قال لافروف إن موسم القمح كان جيدا هذا العام في الجنوب.";

describe("a speaker", () => {
  it.each([
    ["the subject behind the verb", "putin", "قال بوتين إن القمح سيصدر إلى الخارج."], // Putin said that the wheat would be exported
    ["a subject with its office", "raisi", "أكد الرئيس الإيراني إبراهيم رئيسي أن السوق مفتوحة للجميع."], // the Iranian president Ebrahim Raisi affirmed that the market is open to all
    ["an office alone", "putin", "وأوضح الرئيس الروسي أن المخازن ممتلئة."], // and the Russian president explained that the stores are full
    ["a woman", "zakharova", "أعلنت زاخاروفا أن الموعد تأجل إلى الغد."], // Zakharova announced that the date was put off to tomorrow
    ["behind an aside", "aliyev", "وقال من جهته علييف إن الطريق مفتوح."], // and Aliyev, for his part, said that the road is open
    ["the subject before the verb", "putin", "بوتين يؤكد أهمية القمح للجميع في كل مكان."], // Putin stresses the importance of wheat
    ["the name before a colon", "putin", "بوتين: لا قمح بعد اليوم في هذا السوق"], // Putin: no wheat in this market after today
    ["according to", "tokayev", "وبحسب توكاييف فإن المحصول تضاعف هذا العام."], // and according to Tokayev the harvest doubled
    ["a present tense", "lavrov", "يشدد لافروف على موعد الحصاد في كل خطاب."], // Lavrov insists on the date of the harvest
  ])("is found by %s", (_what, id, line) => {
    expect(speaks(line)).toEqual([id]);
  });

  it.each([
    ["وأضاف", "وأضاف أن الحصاد يبدأ الأسبوع القادم."], // and he added that the harvest begins next week
    ["وتابع", "وتابع: سنبدأ الحصاد غدا صباحا."], // and he went on: we begin the harvest tomorrow
    ["ووفقا له", "ووفقا له، فإن المخازن لن تكفي هذا العام."], // and according to him the stores will not last
    ["وفي رأيه", "وبرأيه أن الأسعار ستنخفض، وأكد أن المخازن ممتلئة."], // and in his view prices will fall, and he affirmed that the stores are full
    ["his own office", "وأشار الوزير إلى أن الأسعار لن ترتفع."], // and the minister pointed out that prices will not rise
  ])("is carried over by %s", (_what, line) => {
    expect(speaks(line, LAVROV)).toEqual(["lavrov"]);
  });

  it("is carried over a line in which nobody speaks", () => {
    expect(
      speaks("وأضاف أن الحصاد يبدأ الأسبوع القادم.", LAVROV, "تقع السوق في وسط المدينة منذ مئة عام."),
    ).toEqual(["lavrov"]);
  });

  it("is the last of those who spoke", () => {
    expect(speaks("وأضاف أن الحصاد يبدأ الأسبوع القادم.", LAVROV, "قال بوتين إن المخازن ممتلئة.")).toEqual([
      "putin",
    ]);
  });

  it("is not carried from text to text", () => {
    const encoder = new TextEncoder();
    const loaded = loadSeeds([
      ...DATA,
      { name: "a.txt", bytes: encoder.encode(LAVROV) },
      { name: "b.txt", bytes: encoder.encode("وأضاف أن الحصاد يبدأ الأسبوع القادم.") },
    ]);
    expect(loaded.ok && loaded.seeds.corpus.passages.map((p) => p.speakers)).toEqual([["lavrov"], []]);
  });
});

describe("nobody of the leaders speaks", () => {
  it.each([
    ["a narrator", "تجدر الإشارة إلى أن السوق بنيت قبل مئة عام."], // it should be noted that the market was built a hundred years ago
    ["a narrator in the passive", "يذكر أن لافروف زار السوق قبل عام."], // it is recalled that Lavrov visited the market
    ["a spokesman about a president", "أعلن المكتب الصحفي أن بوتين سيزور السوق يوم الخميس."], // the press office announced that Putin will visit the market
    ["another man about a president", "قال المدير إن بوتين سيزور السوق يوم الخميس."], // the director said that Putin will visit the market
    ["the name nearest to the verb", "قال مدير السوق بعد لقاء بوتين إن الأسعار انخفضت."], // the director of the market said after meeting Putin that prices fell
    ["another's office", "أعلن وزير الزراعة أن الأسعار انخفضت."], // the minister of agriculture announced that prices fell
    ["an agency", "وذكرت وكالة الأنباء أن بوتين غادر السوق."], // the news agency reported that Putin left the market
    ["somebody doing something", "زار بوتين السوق واشترى القمح."], // Putin visited the market and bought the wheat
    ["somebody who is spoken to", "وصافح المدير بوتين في السوق."], // and the director shook hands with Putin
  ])("where there is %s", (_what, line) => {
    expect(speaks(line, LAVROV)).toEqual([]);
  });
});

describe("several speakers", () => {
  it("are all those who speak in a paragraph", () => {
    expect(speaks("قال بوتين إن القمح وفير، وأكد علييف أن السوق مفتوحة.")).toEqual(["putin", "aliyev"]);
  });

  it("are both of two who say it together", () => {
    expect(speaks("بوتين وعلييف يؤكدان أهمية القمح للجميع في كل مكان.")).toEqual(["putin", "aliyev"]);
  });

  it("are not those whom a quotation only names", () => {
    expect(speaks('قال بوتين: "التقيت لافروف وعلييف في السوق أمس صباحا".')).toEqual(["putin"]);
  });
});

describe("an editor's correction", () => {
  it("stands over what the rules find, and what follows carries on from it", () => {
    const lines = [LAVROV, "وأضاف أن الحصاد يبدأ الأسبوع القادم."];
    expect(speakers(lines, [{ paragraph: 1, speakers: ["putin"] }])).toEqual([["putin"], ["putin"]]);
    expect(speakers(lines, [{ paragraph: 2, speakers: [] }])).toEqual([["lavrov"], []]);
  });
});

describe("the articles", () => {
  it("never let a source line, a photographer or a caption speak", () => {
    const { passages } = realAnswerer().corpus;
    const silent = passages.filter((p) => ["source", "credit", "caption"].includes(p.kind));
    expect(silent.length).toBeGreaterThan(4);
    expect(silent.flatMap((p) => p.speakers)).toEqual([]);
  });
});
