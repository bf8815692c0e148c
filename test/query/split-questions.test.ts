import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Language } from "../../src/languages/codes.ts";
import { splitQuestions } from "../../src/query/split-questions.ts";

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
