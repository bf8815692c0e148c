import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import { unspokenLanguage } from "../../src/analysis/unspoken-language.ts";

const ROOT = new URL("../../", import.meta.url);
const detect = (text: string) => unspokenLanguage(text, tokenize(text));

const UNSPOKEN: readonly (readonly [code: string, text: string])[] = [
  ["de", "Wann wurde die neue Brücke über den Fluss eröffnet?"],
  ["de", "wer hat gestern in der bibliothek gesprochen"],
  ["es", "¿Quién construyó el puente nuevo?"],
  ["es", "cuando abre la biblioteca los domingos"],
  ["uk", "Хто побудував новий міст через річку?"],
  ["uk", "коли відкривається бібліотека"],
  ["uz", "Yangi ko‘prik qachon qurilgan?"],
  ["uz", "kutubxona qachon ochiladi va u yerda nima bor"],
  ["uz", "Янги кўприк қачон қурилган?"],
  ["ur", "نیا پل کب بنایا گیا؟"],
  ["ur", "لائبریری کہاں ہے"],
  ["he", "מי בנה את הגשר החדש?"],
  ["zh", "新桥是谁建的"],
  ["ja", "新しい橋は誰が建てましたか"],
  ["it", "Chi ha costruito il nuovo ponte?"],
  ["pt", "Quem construiu a ponte e quando foi isso?"],
  ["pl", "Kto zbudował nowy most i kiedy?"],
  ["nl", "Wie heeft de nieuwe brug gebouwd en wanneer?"],
  ["und", "ვინ ააშენა ახალი ხიდი?"],
  ["und", "Ποιος έχτισε τη νέα γέφυρα;"],
  ["und", "नया पुल किसने बनाया?"],
];

/** What is said in one of the bot's languages, or in none: nothing may be turned away for it. */
const KEPT: readonly string[] = [
  "Путін", // names in Ukrainian spelling
  "Angela Merkel",
  "José Mourinho",
  "Wolfgang Schäuble Bundestag",
  "São Paulo",
  "Łukasz Żółkowski",
  "Novak Đoković",
  "Viktor Győző",
  "Nguyễn Phú Trọng",
  "Київ",
  "Володимир Зеленський",
  "Новак Ђоковић",
  "ٹرمپ", // Trump, in Urdu
  "Oʻzbekiston",
  "مەسعود بارزانی", // a name in Kurdish
  "محمد بن سلمان",
  "حضرت امام حسین",
  "NATO'nun kararı",
  "o'clock",
  "que dit le ministre ?",
  "Кто такой фон дер Ляйен",
  "Қазақстан",
  "İlham Əliyev",
  "2023",
  "🙂 !!",
  "asdkjh qwoeiu zxmnc",
  "𝐖𝐡𝐨 𝐛𝐮𝐢𝐥𝐭 𝐢𝐭",
  "Who is 普京?",
];

describe("a language that the bot does not speak", () => {
  it.each(UNSPOKEN)("is known: %s, %s", (code, text) => {
    expect(detect(text)).toBe(code);
  });

  it.each(KEPT)("is not seen in %s", (text) => {
    expect(detect(text)).toBeUndefined();
  });

  it("takes none but a few in a thousand of what people ask in the bot's languages", () => {
    const taken: string[] = [];
    const asked = questions();
    for (const text of asked) if (detect(text)) taken.push(text);
    expect(asked.length).toBeGreaterThan(20_000);
    // None at this writing
    expect(taken.length / asked.length, taken.slice(0, 20).join("\n")).toBeLessThan(0.003);
  });

  it("is looked for in any text, however long and strange", () => {
    for (const text of ["", "\ud800", "ß".repeat(4000), "што ".repeat(1000), "ی".repeat(4000)])
      expect(["string", "undefined"]).toContain(typeof detect(text));
  });
});

/** Those of the tests, and what the corpus's editors expect. */
function questions(): string[] {
  const expected = readdirSync(new URL("seeds/questions/", ROOT)).flatMap((language) =>
    readdirSync(new URL(`seeds/questions/${language}/`, ROOT)).flatMap((file) =>
      lines(`seeds/questions/${language}/${file}`).filter((line) => !line.startsWith("#")),
    ),
  );
  const tested = ["casual", "msa", "multi", "unanswerable"].flatMap((set) =>
    lines(`test/questions/${set}.jsonl`).map((line) => JSON.parse(line).question as string),
  );
  return [...expected, ...tested];
}

function lines(path: string): string[] {
  return readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8")
    .split("\n")
    .filter(Boolean);
}
