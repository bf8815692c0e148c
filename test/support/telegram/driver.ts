import type { Answerer } from "../../../src/model/answerer.ts";
import type { Driver, Shown, Who } from "../contract.ts";
import { startBot } from "./bot.ts";
import { People, person } from "./people.ts";
import type { Json } from "./rules.ts";
import { TelegramServer } from "./server.ts";
import type { SentMessage } from "./server-state.ts";

const WHO = { asker: person(11), other: person(12) };

/** People in a group with the bot, and what they see of it. */
export async function startDriver(answerer: Answerer): Promise<Driver> {
  const server = await TelegramServer.start();
  const people = new People(server);
  const chat = people.group();
  const { connection } = startBot(server, answerer);

  const refused = (): string[] =>
    server.calls
      .filter(({ outcome }) => outcome !== "ok" && outcome !== "pending")
      .map(({ method, outcome }) => `${method}: ${outcome}`);

  const shown = (message: SentMessage): Shown => ({
    text: message.text,
    buttons: (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => ({ label: text })),
    private: false,
    pings: message.live.filter((live) => live.startsWith("@")),
    faults: [...message.live.filter((live) => !live.startsWith("@")), ...refused(), ...server.complaints],
  });
  const last = (): SentMessage => {
    const message = server.sent.at(-1);
    if (!message) throw new Error("the bot has said nothing yet");
    return message;
  };

  async function say(text: string, who: Who = "asker", replyTo?: Json): Promise<Shown> {
    const before = server.sent.length;
    people.say(WHO[who], text, { chat, ...(replyTo ? { replyTo } : {}) });
    await server.until(() => server.sent.length > before, "an answer in the group");
    await server.until(() => server.updates.pending.length === 0, "the confirmation");
    return shown(last());
  }

  async function press(which: string | number, who: Who = "asker"): Promise<Shown> {
    const message = last();
    const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
    const button = typeof which === "number" ? buttons[which] : buttons.find(({ text }) => text === which);
    if (!button?.callback_data) throw new Error(`no button ${which}`);
    const from = server.calls.length;
    people.press(WHO[who], structuredClone(message), button.callback_data);
    await server.until(() => server.updates.pending.length === 0, "the press to be dealt with");
    const answer = server.calls.slice(from).find((call) => call.method === "answerCallbackQuery");
    const toast = answer?.body["text"];
    if (typeof toast !== "string") return shown(message);
    return { text: toast, buttons: [], private: true, pings: [], faults: refused() };
  }

  return {
    ask: (text, who) => say(`/ask@this_bot ${text}`, who),
    leader: (name) => say(`/leader ${name}`),
    follow: (text) => say(text, "asker", last()),
    press,
    async botSays(text) {
      people.say({ id: 99, is_bot: true, first_name: "Other" }, `/ask@this_bot ${text}`, { chat });
      await server.until(() => server.updates.pending.length === 0, "the other bot to be left alone");
    },
    messages: () => server.sent.map(shown),
    async close() {
      await connection.stop();
      await server.close();
    },
  };
}
