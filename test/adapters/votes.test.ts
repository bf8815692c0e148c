import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConversation } from "../../adapters/conversation/conversation.ts";
import { createMetrics } from "../../adapters/service/metrics.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { realAnswerer } from "../support/core.ts";
import { scene } from "../support/discord/bot.ts";
import { conversationOf } from "../support/telegram/bot.ts";
import {
  anna,
  boris,
  buttons,
  labelled,
  people,
  press,
  restart,
  STURGEON,
  sent,
  setBotStage,
  toasts,
} from "../support/telegram/bot-stage.ts";

describe("votes on Telegram", () => {
  setBotStage();
  const metrics = () => createMetrics({ process: false });

  it("are under answers where that is wanted, thanked for, and counted once a person", async () => {
    const counted = metrics();
    const conversation = createConversation({ answerer: realAnswerer(), width: 2_400, feedback: true });
    await restart(realAnswerer(), { conversation, meter: counted });
    people.say(anna, STURGEON);
    await sent(1);
    for (const vote of ["👍", "👍", "👎"]) await press(labelled(vote));
    expect(toasts()).toEqual(Array(3).fill(STRINGS.en.notice.voted));
    await press(labelled("👍"), boris);
    expect(toasts().at(-1)).toBe(STRINGS.ru.notice.notYours);
    const { text } = await counted.exposition();
    expect(text).toContain('isnad_votes_total{surface="telegram",vote="up"} 1');
    expect(text).not.toContain('vote="down"');
    // The buttons are still there on the next passage, and not under help
    await press(labelled(STRINGS.ar.button.next));
    expect(buttons().map((one) => one.text)).toContain("👎");
    people.say(anna, "/help");
    await sent(2);
    expect(buttons().map((one) => one.text)).not.toContain("👍");
  });

  it("are nowhere where it is not said", async () => {
    const { card } = conversationOf(realAnswerer()).ask({ text: STURGEON });
    expect(card.actions.map(({ label }) => label)).not.toContain("👍");
  });
});

describe("votes on Discord", () => {
  let stage: Awaited<ReturnType<typeof scene>>;
  const metrics = createMetrics({ process: false });
  beforeEach(async () => {
    stage = await scene({
      conversation: () => createConversation({ answerer: realAnswerer(), width: 2_400, feedback: true }),
      meter: metrics,
    });
  });
  afterEach(() => stage.close());

  it("are buttons of an answer that Discord takes, thanked for in private, and counted", async () => {
    const { them } = stage;
    const message = await them.answered(them.command("ask", { question: STURGEON }));
    if (!message) throw new Error("it is answered");
    const found = [
      ...JSON.stringify(message.body).matchAll(
        /"custom_id":"([^"]+)"[^}]*"label":"👎"|"label":"👎"[^}]*"custom_id":"([^"]+)"/g,
      ),
    ];
    const id = found[0]?.[1] ?? found[0]?.[2];
    if (id === undefined) throw new Error("no thumb");
    const thanks = await them.answered(them.press(message, id));
    expect(JSON.stringify(thanks?.body)).toContain(STRINGS.ar.notice.voted);
    expect(thanks?.ephemeral).toBe(true);
    const { text } = await metrics.exposition();
    expect(text).toContain('isnad_votes_total{surface="discord",vote="down"} 1');
  });
});
