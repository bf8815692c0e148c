import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The ladder of the core, from the ground up: a room may import those above it in this list, and its own. The lint's rules are made from
 * it (`npm run rooms` writes them into `.biome.json`), and `imports.test.ts` holds both to it.
 */
export const ROOMS: readonly (readonly string[])[] = [
  ["src/languages"],
  ["src/model"],
  ["src/strings"],
  ["src/analysis"],
  ["src/corpus"],
  ["src/index"],
  ["src/expansion"],
  ["src/query"],
  ["src/ranking"],
  ["src/answerability"],
  ["src/passages.ts"],
  ["src/quote.ts", "src/translation.ts", "src/pagination.ts", "src/citation.ts"],
  ["src/verification"],
  ["src/search.ts"],
  ["src/decision.ts", "src/leader-lookup.ts", "src/named-documents.ts", "src/answer-record.ts"],
  ["src/dialogue.ts"],
  ["src/answerer.ts"],
];

/** Each knows the core and what all of them share, never another platform. */
export const PLATFORMS = ["discord", "telegram", "web", "terminal"] as const;
/** The only user of MiniSearch. */
export const SEARCH_ENGINE_USER = "src/index/term-search.ts";

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

const PURE: Pattern = {
  group: ["node:*", "**/adapters/**", "**/test/**"],
  message: "The core is pure: no files, no environment, no adapter.",
};
const ENGINE: Pattern = { group: ["minisearch"], message: `Only ${SEARCH_ENGINE_USER} uses MiniSearch.` };

const glob = (room: string) =>
  room.endsWith(".ts") ? `**/${room.slice("src/".length)}` : `**/${room.slice("src/".length)}/**`;

const override = (includes: string, patterns: readonly Pattern[]) => ({
  includes: [includes],
  linter: { rules: { style: { noRestrictedImports: { level: "error", options: { patterns } } } } },
});

/** The lint's rules on imports, as Biome takes them. A later rule of a file takes the place of an earlier one. */
export function importRules(): unknown[] {
  const rooms = ROOMS.flatMap((floor, at) => {
    const above = ROOMS.slice(at + 1)
      .flat()
      .map(glob);
    const message = "Imports run down the ladder of test/rooms.ts.";
    return floor.map((room) =>
      override(room.endsWith(".ts") ? room : `${room}/**`, [
        PURE,
        ENGINE,
        ...(above.length > 0 ? [{ group: above, message }] : []),
      ]),
    );
  });
  const platforms = PLATFORMS.map((platform) =>
    override(`adapters/${platform}/**`, [
      ENGINE,
      {
        group: PLATFORMS.filter((other) => other !== platform).map((other) => `**/${other}/**`),
        message: "Platforms know the core and what they share, never one another.",
      },
    ]),
  );
  const engine = override(SEARCH_ENGINE_USER, [PURE]);
  return [override("src/**", [PURE, ENGINE]), ...rooms, engine, ...platforms];
}

const CONFIG = fileURLToPath(new URL("../.biome.json", import.meta.url));

interface BiomeConfig {
  overrides: { linter?: { rules?: { style?: { noRestrictedImports?: unknown } } } }[];
}

export const biomeConfig = () => JSON.parse(readFileSync(CONFIG, "utf8")) as BiomeConfig;
export const isImportRule = (one: BiomeConfig["overrides"][number]) =>
  one.linter?.rules?.style?.noRestrictedImports !== undefined;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const config = biomeConfig();
  config.overrides = [...config.overrides.filter((one) => !isImportRule(one)), ...(importRules() as [])];
  writeFileSync(CONFIG, `${JSON.stringify(config, null, 2)}\n`);
}
