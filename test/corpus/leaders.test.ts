import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSeedFiles } from "../../adapters/service/corpus-files.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { realAnswerer } from "../support/core.ts";

const DATA = readSeedFiles(fileURLToPath(new URL("../../seeds", import.meta.url))).filter(
  (file) => !file.name.endsWith(".txt") && file.name !== "catalogue.json" && file.name !== "speakers.json",
);

/** Whom each line of a text names, with the people and the lexicon of the seeds. */
function named(...lines: string[]): (readonly string[])[] {
  const loaded = loadSeeds([...DATA, { name: "a.txt", bytes: new TextEncoder().encode(lines.join("\n")) }]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.seeds.corpus.passages.map((passage) => passage.people);
}
const namedIn = (line: string, ...before: string[]) => named(...before, line).at(-1);

const RAISI = "وصل الرئيس الإيراني إبراهيم رئيسي إلى العاصمة في زيارة تستغرق يومين.";
const XI = "استقبل الرئيس الصيني شي جين بينغ ضيوفه في القصر قبل الغداء.";
const BOTH = "جلس سردار بردي محمدوف إلى جانب أبيه قربانقلي بردي محمدوف في الصف الأول.";

describe("رئيسي", () => {
  it.each([
    "وقال رئيسي للصحافيين إن المحادثات كانت مفيدة.", // and Raisi told the journalists that the talks were useful
    "ثم غادر رئيسي، ولم يدل بتصريح.", // then Raisi left, and made no statement
    "وشكر المضيف رئيسي على زيارته.", // and the host thanked Raisi for his visit
  ])("is the man where a name stands: %s", (line) => {
    expect(namedIn(line, RAISI)).toEqual(["raisi"]);
  });

  it.each([
    "ناقش الوزير بشكل رئيسي أسعار القمح في السوق.", // the minister mainly discussed wheat prices
    "لعبت المدينة الدور الرئيسي في تجارة القمح.", // the town played the main part in the wheat trade
    "هذا سبب رئيسي لارتفاع الأسعار في السوق.", // this is a main cause of the rise in prices
    "رحب بلقاء رئيسي فرنسا وألمانيا في المدينة.", // he welcomed the meeting of the two presidents of France and Germany
    "تحدث مع رئيسي أرمينيا وجورجيا عن الحدود.", // he spoke with the two presidents of Armenia and Georgia
  ])("is an adjective or the dual: %s", (line) => {
    expect(namedIn(line, RAISI)).toEqual([]);
  });

  it("is nobody in a text that never names him in full", () => {
    expect(namedIn("وقال رئيسي في العمل إن الإجازة ملغاة هذا الأسبوع.")).toEqual([]);
  });
});

describe("شي", () => {
  it("is the man where the text names him in full", () => {
    expect(namedIn("وقال شي إن المعرض سيفتح أبوابه غدا.", XI)).toEqual(["xi-jinping"]);
  });

  it.each([
    "لم يبق في السوق أي شيء بعد الظهر.", // nothing was left in the market after noon
    "كل شيء جاهز لافتتاح المعرض كما قال المدير.", // everything is ready for the opening of the fair
    "هذه الأشياء القديمة لا تباع في المعرض.", // these old things are not sold at the fair
  ])("is not شيء: %s", (line) => {
    expect(namedIn(line, XI)).toEqual([]);
  });

  it("is nobody in a text that never names him in full", () => {
    expect(namedIn("ما في شي جديد بالسوق اليوم يا جماعة.")).toEqual([]);
  });
});

describe("words that look like names", () => {
  const OTHERS = "وصل فلاديمير بوتين وإلهام علييف وسيرغي لافروف إلى المطار معا.";

  it.each([
    ["بوتيرة", "تنمو أسعار القمح بوتيرة سريعة هذا العام."], // wheat prices grow at a rapid pace
    ["المهام", "وزع المدير المهام على الموظفين في الصباح."], // the director assigned the tasks to the staff
    ["مهام", "للموظف الجديد مهام كثيرة في المكتب."], // the new employee has many tasks
    ["روسيا", "تزرع روسيا القمح في الجنوب."], // Russia grows wheat in the south
    ["a president of another country", "وصل الرئيس الفرنسي إلى المطار بعد ساعة."], // the French president arrived at the airport
    ["a minister of another country", "قال وزير الخارجية الفرنسي إن الاجتماع تأجل."], // the French foreign minister said that the meeting was put off
    ["a former president", "كتب الرئيس السابق مذكراته في عامين."], // the former president wrote his memoirs
  ])("are nobody: %s", (_what, line) => {
    expect(namedIn(line, OTHERS)).toEqual([]);
  });

  it.each([
    ["putin", "وبوتين لم يحضر الغداء مع الضيوف."], // and Putin did not come to the lunch
    ["putin", "سلم الضيف رسالة لبوتين قبل الغداء."], // the guest handed over a letter for Putin
    ["putin", "ثم تحدث الرئيس الروسي عن القمح."], // then the Russian president spoke about wheat
    ["aliyev", "ووصل إلهام علييف بعد الظهر إلى المدينة."], // and Ilham Aliyev arrived in the afternoon
    ["aliyev", "زار الرئيس الأذربيجاني سوق القمح."], // the Azerbaijani president visited the wheat market
    ["lavrov", "اتصل لافروف بنظيره الفرنسي مساء أمس."], // Lavrov called his French counterpart
    ["lavrov", "وصل وزير الخارجية الروسي إلى المدينة."], // the Russian foreign minister arrived in the town
    ["zakharova", "كتبت ماريا زاخاروفا رسالة قصيرة."], // Maria Zakharova wrote a short letter
    ["tokayev", "افتتح قاسم جومارت توكاييف معرض القمح."], // Kassym-Jomart Tokayev opened the wheat fair
  ])("are not %s, who is named in: %s", (id, line) => {
    expect(namedIn(line)).toEqual([id]);
  });
});

describe("the two men of one surname", () => {
  it("are told apart by their first names", () => {
    expect(namedIn("افتتح سردار بردي محمدوف السوق الجديدة.", BOTH)).toEqual(["serdar-berdimuhamedow"]);
    expect(namedIn("وزرع قربانقلي بردي محمدوف شجرة.", BOTH)).toEqual(["gurbanguly-berdimuhamedow"]);
  });

  it("are both named where both are", () => {
    expect(new Set(namedIn(BOTH))).toEqual(new Set(["serdar-berdimuhamedow", "gurbanguly-berdimuhamedow"]));
  });

  it("are neither where the surname alone could be either", () => {
    expect(namedIn("ثم ألقى بردي محمدوف كلمة قصيرة.", BOTH)).toEqual([]);
  });

  it("leave the surname to the only one whom the text names", () => {
    expect(
      namedIn("ثم ألقى بردي محمدوف كلمة قصيرة.", "وصل سردار بردي محمدوف إلى السوق الجديدة مع الضيوف."),
    ).toEqual(["serdar-berdimuhamedow"]);
  });

  it("are told apart by present and former president", () => {
    expect(namedIn("ألقى الرئيس التركماني كلمة قصيرة.")).toEqual(["serdar-berdimuhamedow"]);
    expect(namedIn("ألقى الرئيس التركماني السابق كلمة قصيرة.")).toEqual(["gurbanguly-berdimuhamedow"]);
  });
});

describe("one office in the dual", () => {
  it("names two people by two adjectives", () => {
    expect(namedIn("صافح الرئيسان الروسي والإيراني الحضور في القاعة.")).toEqual(["putin", "raisi"]);
  });

  it("names nobody where one of them is of another country", () => {
    expect(namedIn("صافح الرئيسان الفرنسي والألماني الحضور في القاعة.")).toEqual([]);
  });
});

describe("a counterpart", () => {
  it.each([
    ["استقبل بوتين نظيره الإيراني في القاعة.", ["putin", "raisi"]], // Putin received his Iranian counterpart
    ["ثم اتصل علييف بنظيره الروسي.", ["aliyev", "putin"]], // then Aliyev called his Russian counterpart
    ["Putin called his Iranian counterpart.", ["putin", "raisi"]],
  ])("holds the same office in another country: %s", (line, ids) => {
    expect(namedIn(line)).toEqual(ids);
  });

  it("is nobody where the office is another, the country is not among them, or nobody was named before", () => {
    // The Iranian minister is not among the people, and the Iranian president is no minister
    expect(namedIn("استقبل لافروف نظيره الإيراني في القاعة.")).toEqual(["lavrov"]);
    expect(namedIn("استقبل بوتين نظيره الفرنسي في القاعة.")).toEqual(["putin"]);
    expect(namedIn("استقبله نظيره الإيراني في القاعة.")).toEqual([]);
  });
});

describe("the articles", () => {
  const { passages, leaders } = realAnswerer().corpus;
  it.each(leaders.map((leader) => leader.id))("name %s somewhere", (id) => {
    expect(passages.some((passage) => passage.people.includes(id))).toBe(true);
  });

  it("name a person wherever the surname stands that only they have", () => {
    const surnames: [string, RegExp][] = [
      ["putin", /(?<!\p{L})[ولب]?بوتين(?!\p{L})/u],
      ["lavrov", /(?<!\p{L})[ولب]?لافروف(?!\p{L})/u],
      ["aliyev", /(?<!\p{L})[ولب]?علييف(?!\p{L})/u],
      ["tokayev", /(?<!\p{L})[ولب]?توكاييف(?!\p{L})/u],
    ];
    for (const [id, surname] of surnames)
      for (const { text, people } of passages)
        if (surname.test(text)) expect([text, people]).toEqual([text, expect.arrayContaining([id])]);
  });
});
