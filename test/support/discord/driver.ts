/** A person on the loopback Discord, for the contract that every adapter keeps. */

import { shownText } from "../../../adapters/discord/escape.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import type { Driver, Shown, Who } from "../contract.ts";
import { scene } from "./bot.ts";
import { livePieces } from "./live-markup.ts";
import { texts } from "./mentions.ts";
import { ALICE, BORIS, type Place } from "./people.ts";
import { EPHEMERAL } from "./rules.ts";
import type { JsonObject, StoredMessage } from "./server-state.ts";

/** By a command, by a mention in a channel, or in a direct message. */
export type Way = "command" | "mention" | "dm";

/** Units. What a person can type: in a command's option, and in a message with the largest subscription. */
const TYPEABLE = { command: 6_000, mention: 3_900, dm: 4_000 } as const;

export async function startDriver(answerer: Answerer, way: Way): Promise<Driver> {
  const { discord, them, close } = await scene({ answerer });
  const at: Place = way === "dm" ? "dm" : "guild";
  const person = (who: Who) => (who === "asker" ? ALICE : BORIS);
  let last: StoredMessage | undefined;

  const show = (message: StoredMessage | undefined): Shown => {
    if (message === undefined) throw new Error("nothing was answered");
    last = message;
    return shownOf(message, discord.world.violations);
  };

  return {
    async ask(text, who = "asker") {
      const typed = text.slice(0, TYPEABLE[way]);
      const by = person(who);
      if (way === "command")
        return show(await them.answered(them.command("ask", { question: typed }, { by })));
      const said = way === "mention" ? `<@${discord.world.botId}> ${typed}` : typed;
      return show((await them.repliesTo(them.say(said, { by, at })))[0]);
    },
    async leader(name, topic) {
      return show(await them.answered(them.command("leader", { name, ...(topic ? { topic } : {}) }, { at })));
    },
    async follow(text) {
      if (last === undefined) throw new Error("nothing to reply to");
      return show((await them.repliesTo(them.say(text, { at, replyTo: last })))[0]);
    },
    async press(which, who = "asker") {
      const message = last;
      if (message === undefined) throw new Error("nothing to press");
      const buttons = buttonsOf(message.body);
      const button =
        typeof which === "number" ? buttons[which] : buttons.find(({ label }) => label === which);
      if (button === undefined) throw new Error(`no button ${which}`);
      const pressed = them.press(message, button.id, { by: person(who), at });
      const result = await them.answered(pressed);
      if (pressed.response?.type === 7) return show(result);
      return shownOf(result as StoredMessage, discord.world.violations);
    },
    async botSays(text) {
      them.say(`<@${discord.world.botId}> ${text}`, { by: BORIS, bot: true });
      them.say(text, { at: "dm", by: BORIS, bot: true });
    },
    messages: () =>
      them
        .sent()
        .filter((message) => !message.deleted)
        .map((message) => shownOf(message, discord.world.violations)),
    close,
  };
}

export function buttonsOf(body: JsonObject): { label: string; id: string }[] {
  const found: { label: string; id: string }[] = [];
  const visit = (component: JsonObject): void => {
    if (component["type"] === 2 && typeof component["custom_id"] === "string")
      found.push({ label: String(component["label"]), id: component["custom_id"] });
    for (const child of (component["components"] ?? []) as JsonObject[]) visit(child);
  };
  for (const component of (body["components"] ?? []) as JsonObject[]) visit(component);
  return found;
}

export function shownOf(message: StoredMessage, violations: readonly string[]): Shown {
  const raw = texts(message.body);
  return {
    text: raw.map((text) => shownText(ownMarkup(text))).join("\n"),
    buttons: buttonsOf(message.body),
    private: (Number(message.body["flags"] ?? 0) & EPHEMERAL) !== 0,
    pings: message.pings,
    faults: [...violations, ...raw.flatMap((text) => livePieces(ownMarkup(text).replaceAll("**", "")))],
  };
}

/** Without what the bot's own layout puts at the beginning of a line: quote, small print, heading. */
const ownMarkup = (text: string): string => text.replace(/^(> |-# |### )/gm, "");
