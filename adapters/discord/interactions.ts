/** Commands, autocomplete, buttons and menus. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import { languageOf } from "../../src/analysis/language-detector.ts";
import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { decodeButton } from "../conversation/button-codec.ts";
import type { Card } from "../conversation/card.ts";
import type { Asked } from "../service/ahead.ts";
import { choicesFor, lookupOf } from "./autocomplete.ts";
import { ASK_ABOUT_MESSAGE, CHECK_MESSAGE, COMMAND, OPTION } from "./commands.ts";
import {
  apology,
  type DiscordContext,
  languageFor,
  type Message,
  mayPostIn,
  notice,
  once,
  written,
} from "./context.ts";
import { described, expected } from "./errors.ts";
import { POST_COPY } from "./render.ts";
import { change, reply } from "./respond.ts";
import { restatedQuestion } from "./restated-question.ts";

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;
type Pressed = ButtonInteraction | StringSelectMenuInteraction;

/** ms. Discord takes the first response within 3 s: one that is begun later than this comes too late. */
const PATIENCE = 2_000;

export function createInteractions(desk: DiscordContext): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    // Discord uses the first list of names that it gets, and a late one is useless
    if (interaction.isAutocomplete()) return complete(desk, interaction);
    await once(desk, interaction.id, async () => {
      if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
        await command(desk, interaction);
      else if (interaction.isButton() || interaction.isStringSelectMenu()) await pressed(desk, interaction);
    });
  };
}

async function complete(desk: DiscordContext, interaction: AutocompleteInteraction): Promise<void> {
  if (!(await desk.queue.take(PATIENCE))) return;
  const typed = String(interaction.options.getFocused());
  let choices: ReturnType<typeof choicesFor> = [];
  try {
    choices = choicesFor(desk.conversation.answerer, typed, interaction.locale);
  } catch (error) {
    // An empty list lets people type the name to its end; that is resolved as well.
    desk.log.error(described(error), "could not complete a name");
  }
  await interaction.respond(choices);
}

interface CommandRequest {
  readonly text: string;
  readonly make: () => Card;
  /** What of it the core has to think about. */
  readonly asked?: Asked;
}

async function command(desk: DiscordContext, interaction: Command): Promise<void> {
  const { text, make, asked } = requestOf(desk, interaction);
  const lang = languageFor(text, interaction.locale);
  const seconds = await desk.limits.wait(interaction.user.id);
  if (seconds > 0) {
    await reply(interaction, notice(lang, STRINGS[lang].notice.slowDown(seconds)), "asker");
    return;
  }
  if (!(await inTime(desk, interaction, lang, asked))) return;
  const mayPost = mayPostHere(desk, interaction);
  const wished = interaction.isChatInputCommand() && optionValue(interaction, OPTION.private) === true;
  const audience = wished || !mayPost ? "asker" : "channel";
  let message: Message;
  try {
    message = written(desk, make(), { owner: interaction.user.id, audience, mayPost });
  } catch (error) {
    return reply(interaction, apology(desk, error, lang), "asker");
  }
  await deliver(desk, interaction, lang, () => reply(interaction, message, audience));
}

/** Waits for this question's turn; if that would take too long, says so while Discord still accepts a response. */
async function inTime(
  desk: DiscordContext,
  interaction: RepliableInteraction,
  lang: Language,
  asked?: Asked,
): Promise<boolean> {
  if (await desk.queue.take(PATIENCE, asked)) return true;
  desk.log.warn("too busy to answer an interaction in time");
  await reply(interaction, notice(lang, STRINGS[lang].notice.busy), "asker");
  return false;
}

/** What a command asks for. Option types are not trusted: Discord checks them, a forged interaction need not. */
function requestOf(desk: DiscordContext, interaction: Command): CommandRequest {
  const { conversation } = desk;
  const { locale } = interaction;
  const interfaceLanguage = languageOf(locale) ?? "ar";
  if (interaction.isMessageContextMenuCommand()) {
    const { content } = interaction.targetMessage;
    if (interaction.commandName === CHECK_MESSAGE)
      return { text: content, make: () => conversation.verify({ text: content, locale }).card };
    const text = interaction.commandName === ASK_ABOUT_MESSAGE ? content : "";
    const question = { text, locale };
    return { text, make: () => conversation.ask(question).card, asked: { kind: "answer", question } };
  }
  const textOf = (option: string): string => String(optionValue(interaction, option) ?? "");
  switch (interaction.commandName) {
    case COMMAND.ask: {
      const text = textOf(OPTION.question);
      const question = { text, locale };
      return { text, make: () => conversation.ask(question).card, asked: { kind: "answer", question } };
    }
    case COMMAND.verify: {
      const text = textOf(OPTION.quotation);
      const speaker = textOf(OPTION.speaker);
      const request = { text, locale, ...(speaker === "" ? {} : { speaker }) };
      return { text, make: () => conversation.verify(request).card };
    }
    case COMMAND.leader: {
      const text = textOf(OPTION.name);
      const topic = textOf(OPTION.topic);
      const lookup = { ...lookupOf(conversation.answerer, text, locale), ...(topic === "" ? {} : { topic }) };
      return {
        text: lookup.name,
        make: () => conversation.leader(lookup).card,
        asked: { kind: "leader", lookup },
      };
    }
    case COMMAND.sources:
      return { text: "", make: () => conversation.sources(interfaceLanguage) };
    default:
      return { text: "", make: () => conversation.help(interfaceLanguage) };
  }
}

const optionValue = (interaction: ChatInputCommandInteraction, option: string): unknown =>
  interaction.options.get(option)?.value;

async function pressed(desk: DiscordContext, interaction: Pressed): Promise<void> {
  const data = interaction.isButton() ? interaction.customId : (interaction.values[0] ?? "");
  const copying = data.startsWith(POST_COPY);
  const button = decodeButton(copying ? data.slice(POST_COPY.length) : data);
  const lang = button?.lang ?? languageOf(interaction.locale) ?? "ar";
  const words = STRINGS[lang].notice;
  const say = (text: string): Promise<void> => reply(interaction, notice(lang, text), "asker");
  if (button === undefined) return say(words.unknownButton);
  const owner = String(button.owner);
  if (owner !== "0" && owner !== interaction.user.id) return say(words.notYours);
  if (button.press.act === "delete" && !copying) {
    await interaction.deferUpdate();
    await interaction.deleteReply();
    return;
  }
  const seconds = await desk.limits.waitToPress(interaction.user.id);
  if (seconds > 0) return say(words.slowDown(seconds));
  const question = restatedQuestion(interaction.message);
  const asked: Asked | undefined =
    typeof question === "string" && question !== ""
      ? { kind: "answer", question: { text: question } }
      : undefined;
  if (!copying && !(await inTime(desk, interaction, lang, asked))) return;

  if (button.press.act === "vote") {
    const key = `${interaction.message.id} ${interaction.user.id}`;
    desk.meter.voted({ surface: "discord", up: button.press.up, key });
    return say(words.voted);
  }

  const mayPost = mayPostHere(desk, interaction);
  const posting = copying || button.press.act === "post";
  if (posting && !mayPost) return say(words.unknownButton);
  if (copying) return reply(interaction, copyOf(interaction.message, data, lang), "channel");
  const isPrivate = interaction.message.flags.has("Ephemeral");
  const audience = posting || !isPrivate ? "channel" : "asker";
  let message: Message;
  try {
    const card = desk.conversation.press(button, question);
    if (card === "outdated") return say(words.outdated);
    if (card === "unknown") return say(words.unknownButton);
    message = written(desk, card, { owner: interaction.user.id, audience, mayPost });
  } catch (error) {
    // Privately, and the message that was pressed stays as it is.
    return reply(interaction, apology(desk, error, lang), "asker");
  }
  await deliver(desk, interaction, lang, () =>
    posting ? reply(interaction, message, "channel") : change(interaction, message),
  );
}

/** Posts the private message publicly: its texts were checked when it was made, and its buttons still belong to the asker. */
function copyOf(message: Pressed["message"], posted: string, lang: Language): Message {
  const copy = JSON.parse(JSON.stringify(message.components), (_key, value: unknown) => {
    const isPost =
      typeof value === "object" && value !== null && "custom_id" in value && value.custom_id === posted;
    return isPost
      ? { ...value, custom_id: posted.slice(POST_COPY.length), label: STRINGS[lang].button.delete }
      : value;
  }) as Message;
  return copy;
}

/** Discord may reject our message (50035); the interaction is then still open and gets a notice instead of silence. */
async function deliver(
  desk: DiscordContext,
  interaction: RepliableInteraction,
  lang: Language,
  send: () => Promise<void>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    const refused = error instanceof DiscordAPIError && error.status === 400 && expected(error) === undefined;
    if (!refused) throw error;
    await reply(interaction, apology(desk, error, lang), "asker");
  }
}

function mayPostHere(desk: DiscordContext, interaction: Command | Pressed): boolean {
  if (interaction.guildId === null) return true;
  const { channel } = interaction;
  const parent = channel?.isThread() === true ? channel.parentId : undefined;
  return mayPostIn(desk, interaction.channelId, parent);
}
