/**
 * Writes `src/languages/trigrams.ts`: how much more often three letters stand together in one language than in the others of its script. Learned
 * of what the bot itself says, of the corpus's translations and of the first writers' questions.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tokenize } from "../src/analysis/tokenizer.ts";
import { PROFILES } from "../src/languages/all.ts";

const FILE = "src/languages/trigrams.ts";
const MODELS = {
  latin: ["en", "tr", "fr", "az", "tk", "kk", "arabizi"],
  cyrillic: ["ru", "kk"],
} as const;
/** The Latin alphabet of 2021. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  "аa әä бb вv гg ғğ дd еe ёo жj зz иi йi кk қq лl мm нn ңñ оo өö пp рr сs тt уu ұū үü фf хh һh цs чş шş щş ыy іı эe юiu яia"
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const kazakhInLatin = (text: string): string =>
  text.toLowerCase().replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[letter] ?? "");
/** As people type it who know no alphabet but that of their passports. */
const asInPassports = (latin: string) =>
  latin
    .replace(/(?<=[aäeoöıiūü])i(?=[aäuū])/gu, "y")
    .replace(/(?<=[aäeoöūü])i/gu, "y")
    .replace(/j/gu, "zh")
    .replace(/ş/gu, "sh")
    .replace(/ç/gu, "ch")
    .replace(/q/gu, "k");

/** Trigrams kept of each script: twice as many tell a tenth of a percent more. */
const KEPT = { latin: 1600, cyrillic: 600 } as const;
/** Added to each count, and to the total, for what the texts do not have. */
const UNSEEN = 0.5;
const UNSEEN_TOTAL = 5000;

const read = (path: string) => readFileSync(path, "utf8");
const files = (folder: string) => {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
};

function textOf(language: string): string {
  const said = ["src/strings", "adapters/web/strings"].flatMap((folder) =>
    language === "arabizi"
      ? []
      : [...read(`${folder}/${language}.ts`).matchAll(/["`]([^"`\n]*)["`]/g)]
          .map(([, text]) => (text as string).replace(/\$\{[^}]*\}/g, " "))
          .filter((text) => !text.endsWith(".ts")),
  );
  const asked = read(`seeds/questions/${language}/first.txt`)
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const profile = Object.values(PROFILES).find(({ code }) => code === language);
  const known = profile
    ? [
        profile.stopwords.words,
        ...Object.values(profile.asking.words),
        ...profile.asking.phrases.map(({ text }) => text),
        ...Object.values(profile.smallTalk).flat(),
        ...Object.values(profile.names.countries),
        ...profile.names.months,
      ]
    : [];
  return [...said, ...known, ...files(`seeds/translations/${language}`).map(read), ...asked].join("\n");
}

function trigramsOf(folded: string): string[] {
  const padded = `_${folded}_`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
}

function counts(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { folded } of tokenize(text))
    for (const trigram of trigramsOf(folded)) found.set(trigram, (found.get(trigram) ?? 0) + 1);
  return found;
}

function table(script: keyof typeof MODELS): string {
  const models = MODELS[script].map((language) => {
    const text = textOf(language);
    const count = counts(
      script === "latin" && language === "kk"
        ? `${kazakhInLatin(text)}\n${asInPassports(kazakhInLatin(text))}`
        : text,
    );
    const total = [...count.values()].reduce((sum, one) => sum + one, 0) + UNSEEN_TOTAL;
    return { count, total };
  });
  const rows = [...new Set(models.flatMap(({ count }) => [...count.keys()]))]
    .filter((trigram) => (script === "latin" ? /^[_a-z]+$/ : /^[_а-я]+$/).test(trigram))
    .map((trigram) => {
      const shares = models.map(({ count, total }) => ((count.get(trigram) ?? 0) + UNSEEN) / total);
      const logs = shares.map(Math.log);
      const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
      const least = Math.min(...logs);
      // Half nats
      const digits = logs.map((log) => Math.min(9, Math.round((log - least) * 2))).join("");
      const tells = shares.reduce((sum, share, at) => sum + share * Math.abs((logs[at] as number) - mean), 0);
      return { trigram, digits, tells };
    })
    .toSorted((a, b) => b.tells - a.tells)
    .slice(0, KEPT[script])
    .map(({ trigram, digits }) => trigram + digits)
    .toSorted();
  const lines: string[] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + row.length < 132) lines[lines.length - 1] = `${last} ${row}`;
    else lines.push(row);
  }
  return lines.map((line) => `      ${line}`).join("\n");
}

writeFileSync(
  FILE,
  `/** Made by \`npm run trigrams\`; not to be edited. A digit a language: half nats by which the trigram speaks for it more than for the least likely. */
export const TRIGRAMS = {
${(["latin", "cyrillic"] as const)
  .map(
    (script) => `  ${script}: {
    languages: ${JSON.stringify(MODELS[script])},
    rows: \`
${table(script)}\`,
  },`,
  )
  .join("\n")}
} as const;
`,
);
