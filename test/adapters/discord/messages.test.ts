/** Mentions, direct messages and replies. */
import { describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import type { StoredMessage } from "../../support/discord/server-state.ts";
import { stage, textOf } from "../../support/discord/stage.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const en = STRINGS.en;
const { answer, open } = stage();

describe("messages", () => {
  it("are answered in a thread that the bot has not seen before", async () => {
    const { them, discord } = await open();
    const id = them.say(`<@${discord.world.botId}> ${STURGEON}`, { at: "thread" });
    expect(textOf((await them.repliesTo(id))[0])).toContain("سمك الحفش");
  });

  it("that only name the bot get its help", async () => {
    const { them, discord } = await open();
    const id = them.say(`<@!${discord.world.botId}>`);
    expect(textOf((await them.repliesTo(id))[0])).toContain(en.answer.help.bot);
  });

  it("that reply to an answer go on from its question", async () => {
    const asked: (string | undefined)[] = [];
    const { them } = await open({
      conversation: (real) => ({
        ...real,
        ask: (question) => {
          asked.push(question.earlier);
          return real.ask(question);
        },
      }),
    });
    const first = them.say(STURGEON, { at: "dm" });
    const [message] = await them.repliesTo(first);
    const second = them.say("وماذا عن رئيسي؟", { at: "dm", ...(message ? { replyTo: message } : {}) });
    const [followed] = await them.repliesTo(second);
    them.say("ومتى؟", { at: "dm", ...(followed ? { replyTo: followed } : {}) });
    await expect.poll(() => asked.length).toBe(3);
    // And a reply to that goes on from both
    expect(asked).toEqual([undefined, STURGEON, `وماذا عن رئيسي؟ · ${STURGEON}`]);
  });

  it("that are not for it are left alone", async () => {
    const { them, discord } = await open();
    const me = `<@${discord.world.botId}>`;
    const other = them.say("said by somebody");
    const answered = await answer(them.command("help"));
    them.say(STURGEON);
    them.say(`@everyone ${STURGEON}`, {
      event: { mention_everyone: true, content: `@everyone ${STURGEON}` },
    });
    them.say(STURGEON, { event: { mention_roles: ["5"], content: `<@&5> ${STURGEON}` } });
    them.say(`${me} ${STURGEON}`, { bot: true });
    them.say(`${me} ${STURGEON}`, { webhook: true });
    them.say(`${me} ${STURGEON}`, { by: { id: discord.world.botId, locale: "" } });
    them.say(`${me} ${STURGEON}`, { event: { type: 7 } });
    them.say(STURGEON, { replyTo: answered, ping: false });
    const stranger = discord.world.messages.get(other);
    if (stranger !== undefined) them.say(STURGEON, { replyTo: stranger });
    const last = them.say(`${me} ?`);
    await them.repliesTo(last);
    // The help, what the bot itself said above, and the last answer.
    expect(them.sent()).toHaveLength(3);
  });

  it("that are edited get no second answer", async () => {
    const { them, discord } = await open();
    const id = them.say(`<@${discord.world.botId}> ${STURGEON}`);
    await them.repliesTo(id);
    for (let edits = 0; edits < 5; edits += 1) them.edit(id, `<@${discord.world.botId}> ${STURGEON}!`);
    await answer(them.command("help"));
    expect(await them.repliesTo(id)).toHaveLength(1);
  });

  it("are answered though it may not reply to them", async () => {
    const { them, discord } = await open();
    discord.faults.next(/^POST \/channels/, {
      kind: "status",
      status: 400,
      body: { code: 160002, message: "Cannot reply without permission to read message history" },
    });
    them.say(STURGEON, { at: "dm" });
    await answer(them.command("help"));
    const said = (): StoredMessage[] => them.sent().filter(({ via }) => via === "channel");
    await expect.poll(() => said().length).toBe(1);
    expect(textOf(said()[0])).toContain("سمك الحفش");
  });
});
