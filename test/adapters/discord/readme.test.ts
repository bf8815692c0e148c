import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMAND } from "../../../adapters/discord/commands.ts";
import { VARIABLES } from "../../../adapters/service/settings.ts";
import { realAnswerer } from "../../support/core.ts";

const readme = readFileSync(new URL("../../../adapters/discord/README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("quotes the sources word for word, too", () => {
    const quotes = [...readme.matchAll(/<blockquote dir="rtl">(?!\n)(.*)<\/blockquote>/g)].map(
      ([, html = ""]) => html.replace(/<\/?b>/g, ""),
    );
    expect(quotes.length).toBeGreaterThan(2);
    for (const quote of quotes)
      expect(
        realAnswerer().corpus.documents.some(({ text }) => text.includes(quote)),
        quote,
      ).toBe(true);
  });

  it("names every command and every variable of Discord", () => {
    for (const name of Object.values(COMMAND)) expect(readme).toContain(`\`/${name}`);
    for (const name of VARIABLES.filter((variable) => variable.startsWith("DISCORD_")))
      expect(readme).toContain(`\`${name}\``);
  });
});
