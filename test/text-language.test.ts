import { describe, expect, it } from "vitest";
import { loadSeeds } from "../src/corpus/load.ts";
import { answererOver } from "./support/small-corpus.ts";

const filler = (sentences: readonly string[]) => sentences.join("\n");
const TEXTS = {
  tr: filler([
    "Kütüphane çocuklar için pazartesi açıktır.",
    "Belediye yeni köprüyü ilkbaharda tamamladı.",
    "Öğretmenler toplantıda kitapları dağıttı.",
  ]),
  ru: filler([
    "Библиотека открыта для детей по понедельникам.",
    "Мэрия достроила новый мост весной.",
    "Учителя раздали книги на собрании.",
  ]),
  fr: filler([
    "La bibliothèque est ouverte aux enfants le lundi.",
    "La mairie a terminé le nouveau pont au printemps.",
    "Les professeurs ont distribué les livres à la réunion.",
  ]),
  en: filler([
    "The library is open to children on Mondays.",
    "The council finished the new bridge in spring.",
    "The teachers handed the books out at the meeting.",
  ]),
  fa: filler([
    "کتابخانه برای کودکان دوشنبه‌ها باز است.",
    "شهرداری پل تازه را در بهار تمام کرد.",
    "آموزگاران کتاب‌ها را در نشست پخش کردند.",
  ]),
};

describe("texts in another language than Arabic", () => {
  it.each([
    ["tr", "kütüphanede çocuk", "Kütüphane"],
    ["tr", "köprüler", "Belediye"],
    ["ru", "мосты", "Мэрия"],
    ["ru", "кому открыты библиотеки", "Библиотека"],
    ["fr", "professeur distribuait livre", "Les professeurs"],
    ["en", "teacher handing books", "The teachers"],
    ["fa", "پل‌های تازه", "شهرداری"],
  ] as const)("are stemmed as theirs: %s, %s", (language, question, begins) => {
    const answer = answererOver({ "a.txt": TEXTS[language] }).answer({ text: question });
    if (answer.kind !== "quotes" && answer.kind !== "closest") throw new Error(answer.kind);
    expect(answer.quotes[0]?.text.startsWith(begins)).toBe(true);
    expect(answer.missing).toEqual([]);
  });

  it("are found beside one another, each in its language", () => {
    const files = Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`${name}.txt`, text]));
    const answerer = answererOver(files);
    expect(answerer.corpus.documents.map(({ id, lang }) => `${lang}.txt` === id)).toEqual(
      Array(5).fill(true),
    );
    for (const [question, doc] of [
      ["köprüler", "tr.txt"],
      ["bridges", "en.txt"],
      ["мосты", "ru.txt"],
      ["ponts", "fr.txt"],
    ]) {
      const answer = answerer.answer({ text: question as string });
      if (answer.kind !== "quotes" && answer.kind !== "closest") throw new Error(answer.kind);
      expect(answer.quotes[0]?.doc).toBe(doc);
    }
  });

  it("break the tie where a question could be in two languages, unless the platform does", () => {
    const lang = (text: string, question: string, locale?: string) =>
      answererOver({ "a.txt": text }).answer({ text: question, ...(locale ? { locale } : {}) }).lang;
    expect(lang(TEXTS.fa, "شهردار تازه")).toBe("fa");
    expect(lang("شهر كبير فيه جسر قديم وسوق.\nوفيه مكتبة.", "شهردار تازه")).toBe("ar");
    expect(lang(TEXTS.tr, "Ankara")).toBe("tr");
    expect(lang(TEXTS.en, "Ankara")).toBe("en");
    expect(lang(TEXTS.tr, "Ankara", "fr-CA")).toBe("fr");
  });

  it("are in the language that the catalogue gives them", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const catalogue = { documents: { "a.txt": { lang: "tr" } } };
    const loaded = loadSeeds([
      { name: "a.txt", bytes: bytes("Ankara 1961 Konya") },
      { name: "catalogue.json", bytes: bytes(JSON.stringify(catalogue)) },
    ]);
    expect(loaded.ok && loaded.seeds.corpus.documents[0]?.lang).toBe("tr");
  });
});

describe("names in another script than the texts'", () => {
  const over = (text: string, question: string) => {
    const answer = answererOver({ "a.txt": text }).answer({ text: question });
    return "quotes" in answer ? answer.quotes[0]?.text : answer.kind;
  };
  const ENGLISH = [
    "The library was designed by Nabil Awad in 1961.",
    "The garden belongs to Salim Haddad, a merchant.",
  ];
  const RUSSIAN = ["Здание спроектировал Набиль Аввад в 1961 году.", "Сад принадлежит купцу Салиму Хаддаду."];
  const TAIL = "\nTickets are sold at the gate.\nFerries leave at eight.";

  it.each([
    [ENGLISH, 0, "نبيل عواد"],
    [ENGLISH, 1, "سليم حداد"],
    [ENGLISH, 0, "Набиль Авад"],
    [RUSSIAN, 0, "نبيل عواد"],
    [RUSSIAN, 0, "Nabil Awad"],
  ] as const)("are found there: %s, line %i, by %s", (lines, at, name) => {
    expect(over(lines.join("\n") + (lines === ENGLISH ? TAIL : ""), name)).toBe(lines[at]);
  });
});
