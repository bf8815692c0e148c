import { describe, expect, it } from "vitest";
import { WORDS } from "../../adapters/web/strings/all.ts";
import { VERIFICATION_WORDS } from "../../adapters/web/strings/verification.ts";
import { LANGUAGES, type Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { labelled } from "../../src/strings/strings.ts";

/** What is put into the phrases that take something, by the name of the phrase; any other takes a number, and is shown with several. */
const GIVEN: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  missing: [[["«A»"]], [["«A»", "«B»"]]],
  searchedFor: [["«typed»", "«read»"]],
  named: [["«name»"]],
  about: [["«subject»", 3]],
  counter: [[2, 6]],
  page: [[2, 6]],
  untitled: [["«opening»"]],
  date: [
    [{ how: "stated", value: "2024-02-29" }],
    [{ how: "inferred", value: "2024-02-29" }],
    [{ how: "unknown" }],
  ],
  publisher: [
    [{ how: "stated", value: "«publisher»" }],
    [{ how: "inferred", value: "«publisher»" }],
    [{ how: "unknown" }],
  ],
  unknown: [["«name»"]],
  saidBy: [[["«A»"]], [["«A»", "«B»"]]],
  added: [["«words»"]],
  dropped: [["«words»"]],
  changed: [["«typed»", "«source»"]],
  moved: [["«words»"]],
  inGroup: [["bot"]],
};
const COUNTS = [[0], [1], [2], [5], [11], [21]];

/** Every phrase of a language on a line of its own, those that take something filled in: a table to read through. */
function table(value: unknown, path = ""): string[] {
  if (typeof value === "function") {
    const given = GIVEN[path.split(".").at(-1) as string] ?? COUNTS;
    return given.map(
      (some) => `${path}(${some.map((one) => JSON.stringify(one)).join(", ")}): ${value(...some)}`,
    );
  }
  if (typeof value !== "object" || value === null) return [`${path}: ${value}`];
  return Object.entries(value).flatMap(([key, one]) => table(one, path === "" ? key : `${path}.${key}`));
}

const tableOf = (language: Language) =>
  `${[...table(STRINGS[language], "bot"), ...table(WORDS[language], "page"), ...table(VERIFICATION_WORDS[language], "page.verify")].join("\n").replace(/[\u2066-\u2069]/g, "")}\n`;

describe("the words of each language, in one table to be read by an editor", () => {
  it.each(LANGUAGES)(
    "%s is as it was read last (`vitest -u` writes a new table: read it before it is committed)",
    async (language) => {
      await expect(tableOf(language)).toMatchFileSnapshot(`tables/${language}.txt`);
    },
  );
});

describe("what an editor found once", () => {
  it("Arabic writes its tanwin before the alif, everywhere", () => {
    expect(tableOf("ar")).not.toMatch(/اً/);
  });

  it("English and French write the apostrophe of print", () => {
    for (const language of ["en", "fr"] as const) expect(tableOf(language)).not.toContain("'");
  });

  it("French lets no line end before a sign that has a space before it", () => {
    expect(tableOf("fr")).not.toMatch(/ [:;?!»]|« /);
    expect(labelled("fr", "Question")).toBe("Question\u00a0:");
    expect(labelled("en", "Question")).toBe("Question:");
  });

  it("Arabic does not speak of every person as of a man", () => {
    const { leader, button, command } = STRINGS.ar;
    const said = [
      leader.roles,
      leader.noStatements,
      leader.noMentions,
      button.said,
      button.mentioned,
      command.leader,
    ];
    const { saidBy } = STRINGS.ar.verification;
    expect(saidBy(["زاخاروفا"])).not.toContain("القائل");
    for (const phrase of [...said, leader.said(3), leader.mentioned(3)])
      expect(phrase).not.toMatch(/(?:أقواله|ذكره|صفته|عنه|قائد)(?!\p{L})/u);
    expect(STRINGS.fr.leader.mentioned(3)).not.toContain("mentionné ");
  });

  it("Persian writes the bot's name with its vowel, French counts the languages, Russian supposes a date", () => {
    expect(tableOf("fa").match(/(?<![\p{L}\p{M}])اسناد/gu)).toBeNull();
    expect(tableOf("fr")).not.toContain("l’une de six");
    expect(STRINGS.ru.citation.date({ how: "inferred", value: "2022-06-29" })).toContain(
      "дата предположительная",
    );
  });

  it.each(LANGUAGES)("in %s no two buttons that may stand together say the same", (language) => {
    const { previous, back, next, ...others } = STRINGS[language].button;
    const labels = [previous, back, next, ...Object.values(others)];
    expect(new Set(labels).size).toBe(labels.length);
    // "Назад" and "Вернуться" are both "back"
    if (language === "ru") expect(labels).not.toContain("Назад");
  });

  it.each(LANGUAGES)("in %s whatever went wrong says what to do about it", (language) => {
    const { notice, sources, terminal, answer } = STRINGS[language];
    const sentences = (text: string) =>
      text.split(/[.؟?!](?:\s|$)|:$/u).filter((part) => part.trim() !== "").length;
    for (const text of [
      notice.outdated,
      notice.notYours,
      notice.unknownButton,
      notice.failed,
      notice.cannotQuote,
      notice.slowDown(5),
      sources.unknown,
      terminal.nothingMore,
      answer.tooLong,
    ])
      expect([text, sentences(text)]).toEqual([text, 2]);
    for (const [failure, text] of Object.entries(WORDS[language].advice))
      expect([failure, text.length > 15]).toEqual([failure, true]);
  });
});
