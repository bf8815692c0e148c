import { describe, expect, it } from "vitest";
import { retyped } from "../../src/analysis/keyboard-layouts.ts";

describe("keys on another layout", () => {
  it.each([
    ["genby", "путин"],
    ["GENBY", "путин"],
    ["згешт", "putin"],
    ["[fhrjd", "харков"],
    ["حعفهى", "putin"],
    ["פוצ", "pum"],
    ["qliyev", "aliyev"],
  ])("%s may be %s", (typed, meant) => {
    expect(retyped(typed)).toContain(meant);
  });

  it("reads a key of two letters as one key", () => {
    expect(retyped("لاشق")).toContain("bar");
    expect(retyped("bar")).toContain("لاشق");
  });

  it("keeps spaces, and gives nothing for what no layout has", () => {
    expect(retyped("kfdhjd cthutq")).toContain("лавров сергей");
    expect(retyped("普京")).toEqual([]);
    expect(retyped("")).toEqual([]);
  });
});
