import { describe, expect, it } from "vitest";
import { stage, textOf } from "../../support/discord/stage.ts";

const { open, answer } = stage();
const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const CROWD = 100;
/** ms that an answer takes, so that the crowd's take longer than Discord takes a command for. */
const THOUGHT = 45;

describe("a command after hundreds of mentions", () => {
  it("is answered before them: it has three seconds, and they have time", async () => {
    const { them, discord } = await open({
      conversation: (real) => ({
        ...real,
        ask(question) {
          const until = performance.now() + THOUGHT;
          while (performance.now() < until);
          return real.ask(question);
        },
      }),
    });
    const answered = (): number =>
      [...discord.world.messages.values()].filter(({ repliesTo }) => repliesTo !== undefined).length;
    for (let n = 0; n < CROWD; n += 1)
      them.say(`<@${discord.world.botId}> ${STURGEON}`, { by: { id: `8${n + 1_000}`, locale: "ar" } });
    const asked = them.command("ask", { question: STURGEON });
    expect(textOf(await answer(asked))).toContain("الحفش");
    expect(answered()).toBeLessThan(CROWD / 2);
    await expect.poll(answered).toBe(CROWD);
  });
});
