import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Card } from "../../../adapters/conversation/card.ts";
import { VARIABLES } from "../../../adapters/service/settings.ts";
import { createRender } from "../../../adapters/telegram/render.ts";
import { realAnswerer } from "../../support/core.ts";
import { asHtml } from "../../support/telegram/as-html.ts";
import { conversationOf } from "../../support/telegram/bot.ts";

const readme = readFileSync(new URL("../../../adapters/telegram/README.md", import.meta.url), "utf8");

const conversation = conversationOf(realAnswerer(), "https://isnad.example");
const render = createRender(realAnswerer().corpus);
const shown = (title: string, card: Card) => `${title}\n\n${asHtml(render(card, 1))}\n`;
const RENDERINGS = [
  shown("An Arabic question:", conversation.ask({ text: "ماذا قال بوتين عن سمك الحفش؟" }).card),
  shown(
    "The same sources, asked in English:",
    conversation.ask({ text: "Why is Aliyev worried about the Caspian Sea?" }).card,
  ),
  shown(
    "`/verify` and a quotation:",
    conversation.verify({ text: "الجيش الروسي يضرب أهدافاً مدنية", locale: "ar" }).card,
  ),
  shown(
    "A question that the sources do not answer:",
    conversation.ask({ text: "Who won the football world cup in Qatar?" }).card,
  ),
];

it("the README shows the bot's own messages as they are now", async () => {
  const [before, rest = ""] = readme.split("<!-- renderings -->\n");
  const after = rest.slice(rest.indexOf("<!-- /renderings -->"));
  await expect(`${before}<!-- renderings -->\n\n${RENDERINGS.join("\n")}\n${after}`).toMatchFileSnapshot(
    "../../../adapters/telegram/README.md",
  );
});

it("the README quotes the sources word for word, too", () => {
  const quotes = [...readme.matchAll(/^<blockquote dir="auto">(.*)<\/blockquote>$/gm)].map(([, html = ""]) =>
    html.replace(/<\/?[bu]>|^… | …$/g, ""),
  );
  expect(quotes.length).toBeGreaterThan(2);
  for (const quote of quotes)
    expect(
      realAnswerer().corpus.documents.some(({ text }) => text.includes(quote)),
      quote,
    ).toBe(true);
});

it("the README names every command and every variable of Telegram", () => {
  for (const name of ["ask", "verify", "leader", "sources", "help"]) expect(readme).toContain(`\`/${name}`);
  for (const name of VARIABLES.filter((variable) => variable.startsWith("TELEGRAM_")))
    expect(readme).toContain(`\`${name}\``);
});
