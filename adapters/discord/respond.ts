/** Every message to Discord goes through here: flags, allowed mentions and nonces are set in one place. */
import {
  DiscordAPIError,
  type Message as DiscordMessage,
  type MessageComponentInteraction,
  MessageFlags,
  type RepliableInteraction,
} from "discord.js";
import { NO_MENTIONS } from "./client.ts";
import type { Message } from "./context.ts";

export async function reply(
  interaction: RepliableInteraction,
  components: Message,
  audience: "asker" | "channel",
): Promise<void> {
  const flags =
    audience === "asker"
      ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const)
      : ([MessageFlags.IsComponentsV2] as const);
  await interaction.reply({ components: [...components], flags, allowedMentions: NO_MENTIONS });
}

/** In place of what the message said. */
export async function change(interaction: MessageComponentInteraction, components: Message): Promise<void> {
  await interaction.update({
    components: [...components],
    flags: [MessageFlags.IsComponentsV2],
    allowedMentions: NO_MENTIONS,
  });
}

/** "Cannot reply without permission to read message history": it can still be said, only not as a reply. */
const CANNOT_REPLY = 160002;

/**
 * In answer to a message. The nonce is made of the message's own id, so that neither a second try nor a second
 * process that heard the same message makes a second answer. `part` tells apart what is meant as two messages.
 */
export async function answer(
  message: DiscordMessage,
  components: Message,
  part = "",
): Promise<DiscordMessage> {
  const body = {
    components: [...components],
    flags: [MessageFlags.IsComponentsV2],
    allowedMentions: NO_MENTIONS,
    nonce: `${message.id}${part}`,
    enforceNonce: true,
  } as const;
  try {
    return await message.reply({ ...body, failIfNotExists: false });
  } catch (error) {
    const speechless = !(error instanceof DiscordAPIError) || error.code !== CANNOT_REPLY;
    if (speechless || !message.channel.isSendable()) throw error;
    return await message.channel.send(body);
  }
}

/** In place of what the bot's own message said. */
export async function rewrite(own: DiscordMessage, components: Message): Promise<void> {
  await own.edit({
    components: [...components],
    flags: [MessageFlags.IsComponentsV2],
    allowedMentions: NO_MENTIONS,
  });
}
