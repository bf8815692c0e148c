import { describe, expect, test } from "vitest";
import { preferredLanguage } from "../../../adapters/web/locale.ts";

describe("the language of a browser", () => {
  test.each([
    [undefined, "ar"],
    ["", "ar"],
    ["de-DE,de;q=0.9", "ar"],
    ["en-GB,en;q=0.9,ar;q=0.8", "en"],
    ["de, fr;q=0.5, tr;q=0.7", "tr"],
    ["fa-IR", "fa"],
    ["RU", "ru"],
    ["en;q=0, ar;q=0.1", "ar"],
    ["en;q=0", "ar"],
    ["*", "ar"],
    [";;;,,,q=,en;q=x,fr", "fr"],
    [`${"x,".repeat(100_000)}en`, "ar"],
  ])("%.40s → %s", (header, language) => expect(preferredLanguage(header)).toBe(language));
});
