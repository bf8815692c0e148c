import { REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerCommands } from "../../../adapters/discord/command-registration.ts";
import { commands } from "../../../adapters/discord/commands.ts";
import { commandSetFaults } from "../../support/discord/command-rules.ts";
import { schemaJudge } from "../../support/discord/schema.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import type { JsonObject } from "../../support/discord/server-state.ts";

describe("the commands", () => {
  it.each(["global", "guild"] as const)("are such as Discord takes (%s)", (scope) => {
    const set = commands(scope);
    expect(commandSetFaults(set as unknown as JsonObject[])).toEqual([]);
    expect(schemaJudge().faults("PUT", "/applications/1/commands", set)).toEqual([]);
  });

  it("are described in Arabic and English where Discord has no word of the reader's", () => {
    for (const command of commands("global")) {
      expect(Object.keys(command.name_localizations ?? {})).toEqual(["ru", "tr", "fr"]);
      if (!("description" in command)) {
        // The menu of a message has a name and no description
        expect(command.name).toMatch(/\p{sc=Arab}.* · [A-Z]/u);
        continue;
      }
      expect(command.description).toMatch(/\p{sc=Arab}.* · [A-Z]/u);
      expect(Object.keys(command.description_localizations ?? {})).toEqual(["ru", "tr", "fr"]);
    }
  });
});

describe("the registration", () => {
  let discord: LoopbackDiscord;
  let rest: REST;
  beforeEach(async () => {
    discord = await startDiscord();
    rest = new REST({ api: discord.api }).setToken(discord.world.token);
  });
  afterEach(async () => {
    expect(discord.world.violations).toEqual([]);
    await discord.close();
  });

  const register = async (guildId?: string): Promise<boolean> =>
    (await registerCommands({ rest, applicationId: discord.world.applicationId, guildId })).written;
  const writes = (): number => discord.world.calls.filter(({ method }) => method === "PUT").length;

  it("writes them once, for everybody, installable on servers and for users", async () => {
    expect(await register()).toBe(true);
    expect(await register()).toBe(false);
    expect(writes()).toBe(1);
    for (const command of discord.world.commands.get("") ?? []) {
      expect(command["integration_types"]).toEqual([0, 1]);
      expect(command["contexts"]).toEqual([0, 1, 2]);
    }
  });

  it("writes them for one server when told so, and leaves the global ones alone", async () => {
    expect(await register(discord.world.guildId)).toBe(true);
    expect(await register(discord.world.guildId)).toBe(false);
    expect(discord.world.commands.get("")).toBeUndefined();
    expect(discord.world.commands.get(discord.world.guildId)).toHaveLength(commands("guild").length);
  });

  it.each<[string, (set: JsonObject[]) => JsonObject[]]>([
    ["one is missing", (set) => set.slice(1)],
    ["one is not ours", (set) => [...set, { name: "old", type: 1, description: "old" }]],
    ["a description", ([first, ...rest]) => [{ ...first, description: "other" }, ...rest]],
    [
      "a name's translation",
      ([first, ...rest]) => [{ ...first, name_localizations: { ru: "другой" } }, ...rest],
    ],
    ["where it may be used", ([first, ...rest]) => [{ ...first, contexts: [0] }, ...rest]],
    ["an option", ([first, ...rest]) => [{ ...first, options: [] }, ...rest]],
  ])("writes them again when something differs: %s", async (_what, change) => {
    await register();
    discord.world.commands.set("", change(discord.world.commands.get("") ?? []));
    expect(await register()).toBe(true);
    expect(await register()).toBe(false);
  });

  it("does not mind what Discord adds, or in which order it lists them", async () => {
    await register();
    discord.world.commands.set("", [...(discord.world.commands.get("") ?? [])].reverse());
    expect(await register()).toBe(false);
  });
});

describe("the loopback Discord", () => {
  it.each<[string, JsonObject]>([
    ["a space in a name", { name: "two words", description: "x" }],
    ["capitals in a name", { name: "Ask", description: "x" }],
    ["tashkeel in a name", { name: "اِسأل", description: "x" }],
    ["no description", { name: "ask" }],
    [
      "a locale that Discord does not have",
      { name: "ask", description: "x", name_localizations: { ar: "اسأل" } },
    ],
    ["a long description", { name: "ask", description: "x".repeat(101) }],
    [
      "an optional option before a required one",
      {
        name: "ask",
        description: "x",
        options: [
          { type: 3, name: "a", description: "x" },
          { type: 3, name: "b", description: "x", required: true },
        ],
      },
    ],
    ["a description on a message command", { name: "Ask", type: 3, description: "x" }],
  ])("refuses a command with %s", (_what, command) => {
    expect(commandSetFaults([command])).not.toEqual([]);
  });

  it("takes an Arabic name", () => {
    expect(commandSetFaults([{ name: "اسأل", description: "x" }])).toEqual([]);
  });
});
