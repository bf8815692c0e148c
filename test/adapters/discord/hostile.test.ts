/** Inputs that break naive bots, as they arrive: the Discord rows of the project's list, where it lies beside it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Scene, scene } from "../../support/discord/bot.ts";
import { shownOf } from "../../support/discord/driver.ts";
import { ALICE, BORIS } from "../../support/discord/people.ts";
import type { JsonObject, PendingInteraction, StoredMessage } from "../../support/discord/server-state.ts";

interface Row {
  readonly id: string;
  readonly platform: string;
  readonly channel: string;
  readonly class: string;
  readonly input: string | number;
  readonly command?: string;
  readonly event?: { readonly user_id?: string; readonly owner_id?: string; readonly type?: object };
}

function rows(): Row[] {
  try {
    const file = new URL("../../../../shared/gold/hostile.jsonl", import.meta.url);
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row)
      .filter(({ platform }) => platform === "discord" || platform === "both");
  } catch {
    return [];
  }
}

const BUILT_IN: Row[] = [
  {
    id: "mention",
    platform: "discord",
    channel: "command-option",
    class: "mention",
    input: "@everyone بوتين",
  },
];

let here: Scene;
beforeAll(async () => {
  here = await scene();
});
afterAll(() => here.close());

/** What of a reply a reader could be misled by: marks that reverse what follows, and hidden letters. */
const UNSEEN = /[\u202a-\u202e\u200b\u2060\u{e0000}-\u{e007f}]/u;

describe.each([...BUILT_IN, ...rows()])("hostile input $id ($class, $channel)", (row) => {
  it("gets one harmless answer in bounded time", async () => {
    const { them, discord, book } = here;
    const before = them.sent().length;
    const started = performance.now();
    const { message, pending } = await send(row);
    expect(performance.now() - started).toBeLessThan(30_000);
    if (pending?.kind === "autocomplete") {
      expect(JSON.stringify(pending.response?.data["choices"])).not.toContain(String(row.input));
      return;
    }
    if (message === undefined) throw new Error("no answer");
    const shown = shownOf(message, discord.world.violations);
    expect(shown.faults).toEqual([]);
    expect(shown.pings).toEqual([]);
    expect(shown.text).not.toMatch(UNSEEN);
    expect(them.sent().length).toBe(before + (row.channel === "button-custom-id" ? 2 : 1));
    if (row.channel === "button-custom-id") expect(shown.private).toBe(true);
    expect(book.lines().filter(({ level }) => level >= 50)).toEqual([]);
  });
});

async function send(
  row: Row,
): Promise<{ message?: StoredMessage | undefined; pending?: PendingInteraction }> {
  const { them, discord } = here;
  const input = String(row.input);
  const me = `<@${discord.world.botId}>`;
  switch (row.channel) {
    case "dm":
      return { message: (await them.repliesTo(them.say(input, { at: "dm" })))[0] };
    case "mention": {
      const id = them.say(`${me} ${input}`);
      for (let edits = row.event?.type === undefined ? 0 : 5; edits > 0; edits -= 1)
        them.edit(id, `${me} ${input}`);
      return { message: (await them.repliesTo(id))[0] };
    }
    case "autocomplete": {
      const pending = them.complete(row.command ?? "leader", "name", { name: input });
      await them.answered(pending);
      return { pending };
    }
    case "button-custom-id": {
      const message = await them.answered(them.command("ask", { question: "بوتين" }));
      const stranger = row.event?.user_id !== row.event?.owner_id;
      const pressed = them.press(message as StoredMessage, input, { by: stranger ? BORIS : ALICE });
      return { message: await them.answered(pressed) };
    }
    default: {
      const option = row.command === "leader" ? "name" : "question";
      const given: JsonObject = {
        [option]: typeof row.input === "string" ? input.slice(0, 6_000) : row.input,
      };
      return { message: await them.answered(them.command(row.command ?? "ask", given)) };
    }
  }
}
