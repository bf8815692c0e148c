import { describe, expect, it } from "vitest";
import { shownText } from "../../../adapters/discord/escape.ts";
import { emphasised } from "../../../adapters/discord/markdown.ts";
import { livePieces } from "../../support/discord/live-markup.ts";

describe("emphasis", () => {
  const excerpt = { start: 0, end: 9, cutBefore: false, cutAfter: false, best: [0, 9] as const };

  it("joins marks that touch or that only spaces part", () => {
    const marks = [
      [0, 2],
      [2, 4],
      [5, 7],
      [8, 9],
    ] as const;
    expect(emphasised({ ...excerpt, text: "abcd ef,g", marks })).toBe("**abcd ef**,**g**");
  });

  it("is gone again in what is shown", () => {
    const shown = emphasised({
      ...excerpt,
      text: "a*b _c_ d",
      marks: [
        [0, 3],
        [4, 7],
      ],
    });
    expect(shownText(shown)).toBe("a*b _c_ d");
    expect(livePieces(shown.replaceAll("**", ""))).toEqual([]);
  });
});
