import { describe, expect, it } from "vitest";
import type { Language } from "../src/languages/codes.ts";
import { createTranslator } from "../src/translation.ts";
import { realAnswerer } from "./support/core.ts";
import { seedsOf } from "./support/corpus-folder.ts";

const TEXT =
  "افتتح الوزير الميناء الجديد في المدينة صباح أمس. وقال إن العمل فيه استمر ثلاث سنوات كاملة.\nوبلغت الكلفة 40 مليونا.\n";
const ENGLISH =
  "The minister opened the city's new port yesterday. He said the work on it took three whole years.\nThe cost was 40 million.\n";

const corpusOf = (files: Record<string, string>) => seedsOf(files).corpus;

describe("the translation of a quote", () => {
  const corpus = corpusOf({ "a.txt": TEXT, "translations/en/a.txt": ENGLISH });
  const [first, second] = corpus.passages;
  if (!first || !second) throw new Error("two paragraphs");
  const translator = createTranslator(corpus);
  const at = (best: readonly [number, number], lang: Language = "en") =>
    translator.of({ doc: "a.txt", best }, lang);

  it("is the whole paragraph's, with the sentence that renders the best one", () => {
    const found = at(first.sentences[1] as readonly [number, number]);
    expect(found?.text).toBe(ENGLISH.split("\n")[0]);
    expect(found?.text.slice(...found.best)).toBe("He said the work on it took three whole years.");
  });

  it("has several sentences where the best ones are several, and all where it is all", () => {
    const text = ENGLISH.split("\n")[0] as string;
    expect(at([first.start, first.end])?.best).toEqual([0, text.length]);
    expect(at([first.start + 3, first.end - 3])?.best).toEqual([0, text.length]);
    expect(at([first.start, first.start])?.best).toEqual([0, text.length]);
  });

  it("is none in a language, for a document or for a paragraph that there is none of", () => {
    expect(at(first.sentences[0] as readonly [number, number], "fr")).toBeUndefined();
    expect(translator.of({ doc: "b.txt", best: [0, 1] }, "en")).toBeUndefined();
    expect(translator.of({ doc: "a.txt", best: [9_000, 9_001] }, "en")).toBeUndefined();
  });
});

describe("an answer", () => {
  const answerer = realAnswerer();
  const asked: readonly (readonly [Language, string])[] = [
    ["en", "What did Putin say about sturgeon?"],
    ["ru", "Что Путин сказал об осетре?"],
    ["tr", "Putin mersin balığı hakkında ne dedi?"],
    ["fa", "پوتین درباره ماهیان خاویاری چه گفت؟"],
    ["fr", "Qu'a dit Poutine sur l'esturgeon ?"],
  ];

  it.each(asked)("in %s has a line of the translation beside every quote", (lang, text) => {
    const answer = answerer.answer({ text });
    if (answer.kind !== "quotes" && answer.kind !== "closest") throw new Error(answer.kind);
    expect(answer.lang).toBe(lang);
    for (const { doc, paragraph, translation } of answer.quotes) {
      expect(translation?.text).toBe(answerer.corpus.translations.get(lang)?.get(doc)?.[paragraph - 1]);
      expect(translation?.text.slice(...translation.best)).not.toBe("");
    }
  });

  it("in the language of the texts has none, nor has its quote changed by one", () => {
    const answer = answerer.answer({ text: "ماذا قال بوتين عن سمك الحفش؟" });
    if (answer.kind !== "quotes") throw new Error(answer.kind);
    for (const quote of answer.quotes) expect(quote).not.toHaveProperty("translation");
  });

  it("about a leader has one beside each statement and mention", () => {
    const answer = answerer.leader({ name: "Aliyev" });
    if (answer.kind !== "leader") throw new Error(answer.kind);
    for (const quote of [...answer.statements, ...answer.mentions])
      expect(quote.translation?.lang).toBe("en");
  });
});
