import { describe, expect, it } from "vitest";
import { mainScript } from "../../src/analysis/script.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

describe("the script of most letters", () => {
  it.each<[string, string | undefined]>([
    ["кто построил bridge", "cyrillic"],
    ["bridge и", "latin"],
    ["متى بني bridge", "arabic"],
    // As many of each: the Latin word is a name
    ["жук bug", "cyrillic"],
    ["bug جسر", "arabic"],
    ["1978 ?", undefined],
    ["", undefined],
  ])("of «%s» is %s", (text, script) => {
    expect(mainScript(tokenize(text))).toBe(script);
  });
});
