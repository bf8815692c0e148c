import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Card } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { COMMAND } from "../../../adapters/discord/commands.ts";
import { QUOTED_WIDTH, render } from "../../../adapters/discord/render.ts";
import { VARIABLES } from "../../../adapters/service/settings.ts";
import { realAnswerer } from "../../support/core.ts";
import { asHtml } from "../../support/discord/as-html.ts";

const readme = readFileSync(new URL("../../../adapters/discord/README.md", import.meta.url), "utf8");

const conversation = createConversation({ answerer: realAnswerer(), width: QUOTED_WIDTH });
const shown = (title: string, card: Card) => {
  const { fingerprint } = realAnswerer().corpus;
  const message = render(card, { fingerprint, owner: "1", audience: "channel", mayPost: true });
  return `${title}\n\n${asHtml(message)}\n`;
};
const RENDERINGS = [
  shown("An Arabic question:", conversation.ask({ text: "ماذا قال بوتين عن سمك الحفش؟" }).card),
  shown(
    "The same sources, asked in English:",
    conversation.ask({ text: "Why is Aliyev worried about the Caspian Sea?" }).card,
  ),
  shown("`/leader` with a topic:", conversation.leader({ name: "Putin", topic: "G7", locale: "en" }).card),
  shown("A name that fits two people:", conversation.leader({ name: "محمدوف" }).card),
  shown(
    "A question that the sources do not answer:",
    conversation.ask({ text: "Who won the football world cup in Qatar?" }).card,
  ),
];

describe("the README", () => {
  it("shows the bot's own messages as they are now", async () => {
    const [before, rest = ""] = readme.split("<!-- renderings -->\n");
    const after = rest.slice(rest.indexOf("<!-- /renderings -->"));
    await expect(`${before}<!-- renderings -->\n\n${RENDERINGS.join("\n")}\n${after}`).toMatchFileSnapshot(
      "../../../adapters/discord/README.md",
    );
  });

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
