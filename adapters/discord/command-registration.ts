/** Commands are written only when they differ: Discord allows 200 creations a day, and clients reload what changes. */
import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord.js";
import { commands } from "./commands.ts";

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  /** Registers for this server only, where changes show at once. */
  readonly guildId?: string | undefined;
}

export interface Registered {
  /** Whether anything had to be. */
  readonly written: boolean;
  /** Logged when a bot that registers for one server also has global commands, so that they appear twice there. */
  readonly alsoGlobal: boolean;
}

export async function registerCommands({ rest, applicationId, guildId }: Registration): Promise<Registered> {
  const wanted = commands(guildId === undefined ? "global" : "guild");
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  // Without the parameter Discord leaves out the very fields that are to be compared.
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = (await rest.get(route, { query })) as unknown;
  const written = !sameCommands(wanted, registered);
  if (written) await rest.put(route, { body: wanted });
  if (guildId === undefined) return { written, alsoGlobal: false };
  const everywhere = (await rest.get(Routes.applicationCommands(applicationId))) as unknown;
  return { written, alsoGlobal: Array.isArray(everywhere) && everywhere.length > 0 };
}

export function sameCommands(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: unknown,
): boolean {
  if (!Array.isArray(registered) || registered.length !== wanted.length) return false;
  const canonical = (set: readonly unknown[]): string[] => set.map((command) => essence(command)).sort();
  return canonical(wanted).join("\n") === canonical(registered).join("\n");
}

/** Defaults that Discord fills in, and fields that it adds. */
const DEFAULTS: Readonly<Record<string, unknown>> = { required: false, autocomplete: false, type: 1 };
const COMPARED = [
  "type",
  "name",
  "name_localizations",
  "description",
  "description_localizations",
  "required",
  "autocomplete",
  "max_length",
  "integration_types",
  "contexts",
  "options",
] as const;

function essence(entry: unknown): string {
  const given = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const parts = COMPARED.map((field) => [field, comparable(field, given[field] ?? DEFAULTS[field])]);
  return JSON.stringify(parts);
}

function comparable(field: string, value: unknown): unknown {
  if (value === undefined || value === null || value === "") return null;
  // Some servers list `options: []` where a command has none
  if (Array.isArray(value) && value.length === 0) return null;
  if (field === "options") return (value as unknown[]).map((option) => essence(option));
  if (field === "integration_types" || field === "contexts") return [...(value as number[])].sort();
  if (field.endsWith("_localizations")) return Object.entries(value as object).sort();
  return value;
}
