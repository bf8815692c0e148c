import { createHash } from "node:crypto";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { QUOTED_WIDTH, render as renderForDiscord } from "../../../adapters/discord/render.ts";
import { createRender, QUOTE_WIDTH } from "../../../adapters/telegram/render.ts";
import { realAnswerer } from "../core.ts";
import { asHtml as discordAsHtml } from "../discord/as-html.ts";
import { asHtml as telegramAsHtml } from "../telegram/as-html.ts";
import { running } from "../web/running.ts";

const ARABIC = "ماذا قال بوتين عن سمك الحفش؟"; // What did Putin say about sturgeon?
const ENGLISH = "Why is Aliyev worried about the Caspian Sea?";
export const PAGE = `/?q=${encodeURIComponent(ENGLISH)}&lang=en`;

/** What the README's pictures show, as it is now: each file with what stands in it. */
export async function contents(): Promise<ReadonlyMap<string, string>> {
  const answerer = realAnswerer();
  const { corpus } = answerer;
  const inDiscord = createConversation({ answerer, width: QUOTED_WIDTH }).ask({ text: ARABIC }).card;
  const inTelegram = createConversation({
    answerer,
    width: QUOTE_WIDTH,
    publicUrl: "https://isnad.example",
  }).ask({ text: ENGLISH }).card;
  const { fingerprint } = corpus;
  const site = await running({ answerer });
  const page = (await (await fetch(site.url + PAGE)).text()).replaceAll(site.url, "");
  await site.close();
  return new Map([
    [
      "discord.png",
      discordAsHtml(
        renderForDiscord(inDiscord, { fingerprint, owner: "1", audience: "channel", mayPost: true }),
      ),
    ],
    ["telegram.png", telegramAsHtml(createRender(corpus)(inTelegram, 1))],
    // Its words, without the names of files, which change with every style
    [
      "answer.png",
      page
        .slice(page.indexOf("<body"))
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " "),
    ],
  ]);
}

/** What a picture says of itself, so that one which shows what is no longer so can be told. */
export const mark = (content: string) => createHash("sha256").update(content).digest("hex");
