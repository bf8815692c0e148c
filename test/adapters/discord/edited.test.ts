/** A question that is edited after it was answered. */
import { describe, expect, it } from "vitest";
import { stage, textOf } from "../../support/discord/stage.ts";
import { until } from "../../support/discord/until.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const here = stage();

describe("a question that is edited", () => {
  it("has its answer edited, and no second one", async () => {
    const { discord, them } = await here.open();
    const mention = `<@${discord.world.botId}>`;
    const id = them.say(`${mention} متى عقدت القمة؟`);
    const [first] = await them.repliesTo(id);
    const before = textOf(first);
    them.edit(id, `${mention} ${STURGEON}`);
    await until(() => textOf(first) !== before, "the new answer");
    expect(textOf(first)).toContain("سمك الحفش");
    them.edit(id, `${mention} ${STURGEON}`);
    await them.answered(them.command("help"));
    expect(await them.repliesTo(id)).toHaveLength(1);
    expect(first?.edits).toBe(1);
  });

  it("that was never asked of us is left alone", async () => {
    const { discord, them } = await here.open();
    const id = them.say("nothing for a bot");
    them.edit(id, `<@${discord.world.botId}> ${STURGEON}`);
    await them.answered(them.command("help"));
    expect(them.sent()).toHaveLength(1);
  });
});
