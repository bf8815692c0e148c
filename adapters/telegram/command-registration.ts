import { LANGUAGES, type Language } from "../../src/languages/codes.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { introduction } from "../../src/strings/introduction.ts";
import type { ApiClient, Payload } from "./api-client.ts";

/** In the order in which apps list them; /start is offered by the apps themselves. */
const COMMANDS = ["ask", "verify", "leader", "sources", "help"] as const;

/** Bots have a default, for all whose language is none of these, and one per language. */
const AUDIENCES: readonly { code?: Language; language: Language }[] = [
  { language: "en" },
  ...LANGUAGES.map((language) => ({ code: language, language })),
];

/**
 * What the bot says about itself in people's apps: its commands, its description (in an empty chat) and the short one (on
 * its profile). Sets what differs from what is set: changes count against a limit, and apps are told of each.
 */
export async function registerCommands(calls: ApiClient, corpus: Corpus): Promise<void> {
  for (const { code, language } of AUDIENCES) {
    const { command: says } = STRINGS[language];
    const audience = code === undefined ? {} : { language_code: code };
    const list = COMMANDS.map((command) => ({ command, description: says[command] }));
    await setWhenChanged(calls, "MyCommands", audience, list, { commands: list });
    const about = { description: introduction(corpus, language).description };
    await setWhenChanged(calls, "MyDescription", audience, about, about);
    const short = { short_description: says.short };
    await setWhenChanged(calls, "MyShortDescription", audience, short, short);
  }
}

async function setWhenChanged(
  calls: ApiClient,
  what: string,
  audience: Payload,
  wanted: unknown,
  payload: Payload,
): Promise<void> {
  const current = await calls.call(`get${what}`, audience);
  if (!current.ok || JSON.stringify(current.result) === JSON.stringify(wanted)) return;
  await calls.call(`set${what}`, { ...payload, ...audience });
}
