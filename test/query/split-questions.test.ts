import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Language } from "../../src/languages/codes.ts";
import { lastParts, splitQuestions } from "../../src/query/split-questions.ts";

const split = (text: string, language: Language = "en") =>
  splitQuestions({ text, tokens: tokenize(text), language, typedIn: language });

describe("a message that asks several things", () => {
  it.each<[string, Language, string[]]>([
    [
      "Who built the bridge, and what do the fishermen fear?",
      "en",
      ["Who built the bridge,", "and what do the fishermen fear?"],
    ],
    ["Who built it? Where is the harbour?", "en", ["Who built it?", "Where is the harbour?"]],
    ["Кто построил мост и когда открыли порт?", "ru", ["Кто построил мост", "и когда открыли порт?"]],
    // who built the bridge and when was the harbour opened
    ["من بنى الجسر ومتى افتتح الميناء؟", "ar", ["من بنى الجسر", "ومتى افتتح الميناء؟"]],
  ])("is cut into its questions: %s", (text, language, parts) => {
    expect(split(text, language)).toEqual(parts);
  });

  it.each(["Who built the bridge and the harbour?", "bridge and harbour", "what", "", "and what?", "؟؟؟"])(
    "is left whole where it asks one: %s",
    (text) => {
      expect(split(text)).toEqual([text]);
    },
  );

  it("is left whole where it asks more than anyone answers", () => {
    const text = "Who is he? Where is she? When was it? What was that?";
    expect(split(text)).toEqual([text]);
  });
});

describe("the last parts of a message", () => {
  const parts = (text: string) => lastParts({ text, tokens: tokenize(text), language: "en", typedIn: "en" });

  it("stand behind marks and pictures, at most four", () => {
    expect(parts("Hello, I am a nurse 😅 who built the bridge?")).toEqual([
      "Hello",
      "I am a nurse",
      "who built the bridge",
    ]);
    expect(parts("a, b, c, d, e, f")).toEqual(["c", "d", "e", "f"]);
  });

  it("are none where nothing is told first", () => {
    expect(parts("who built the bridge?")).toEqual([]);
    expect(parts("")).toEqual([]);
    expect(parts("?!,")).toEqual([]);
  });
});
