/** What somebody meets who has just got the bot: how it is invited, what it says it is, and something to press. */
import { describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { realAnswerer } from "../../support/core.ts";
import { labels, stage, textOf } from "../../support/discord/stage.ts";

const { corpus } = realAnswerer();
const { answer, open, pressIt } = stage();

describe("a newcomer", () => {
  it("finds the link that adds the bot to a server in the first line after it is connected", async () => {
    const { book, discord } = await open();
    const said = book.lines().find(({ invite }) => typeof invite === "string");
    const link = new URL(String(said?.["invite"]));
    expect(link.origin + link.pathname).toBe("https://discord.com/oauth2/authorize");
    expect(link.searchParams.get("client_id")).toBe(discord.world.applicationId);
    expect(link.searchParams.get("scope")).toBe("bot applications.commands");
    // To see channels, to read what is answered, to answer, also in threads
    expect(BigInt(link.searchParams.get("permissions") ?? 0)).toBe(
      (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n),
    );
  });

  it("sees under the bot's name what the corpus is called", async () => {
    const { discord } = await open();
    expect(discord.gateway.identifies[0]?.presence).toMatchObject({
      activities: [{ type: 4, state: corpus.presentation?.ar?.name }],
    });
  });

  it("presses an example of the help, and has its answer", async () => {
    const { them } = await open();
    const help = await answer(them.command("help", {}));
    const { examples } = introduction(corpus, "en");
    expect(labels(help)).toEqual(expect.arrayContaining([...examples]));
    expect(textOf(help)).toContain(STRINGS.en.answer.privacy);
    const answered = await pressIt(help, examples[1] as string);
    expect(textOf(answered)).toContain(examples[1]);
    expect(JSON.stringify(answered.body)).toContain("> \u200f");
  });

  it("presses what may be asked instead of what is not in the sources", async () => {
    const { them } = await open();
    const nothing = await answer(them.command("ask", { question: "xqzw vbnm" }));
    const { examples } = introduction(corpus, "en");
    expect(labels(nothing)).toEqual(expect.arrayContaining([...examples]));
    expect(textOf(await pressIt(nothing, examples[0] as string))).toContain(examples[0]);
  });
});
