import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * A seventh language, added as a contributor would: to a copy of the project, with files in `languages/`, `strings/` and the corpus
 * folder alone. Esperanto, since it is small and regular; what stands for its sentences is English.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Milliseconds; type-checking the copy takes about five seconds on a quiet core. */
const TIMEOUT = 180_000;

let copy: string;
const touched: string[] = [];

function write(path: string, text: string): void {
  touched.push(path);
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}
function edit(path: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]): void {
  let text = readFileSync(join(copy, path), "utf8");
  for (const [from, to] of changes) {
    expect(text).toMatch(
      from instanceof RegExp ? from : new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
    );
    text = text.replace(from, to);
  }
  write(path, text);
}

/** A file of English as one of Esperanto. */
const adapted = (path: string): string =>
  readFileSync(join(copy, path), "utf8")
    .replace(/export const en\b/, "export const eo")
    .replace(/(language|code): "en"/, '$1: "eo"')
    .replace(/\bdates\("en"\)/, 'dates("eo")')
    .replace(/\b(plural|listed|numbers)\("en"/g, '$1("eo"');

const PROFILE = `import type { LanguageProfile } from "./profile.ts";

export const eo = {
  code: "eo",
  number: 9,
  script: "latin",
  direction: "ltr",
  locale: { numbers: "eo", dates: "eo" },
  comma: ", ",
  detector: { markers: "kio kiu kie kiam kial kiel kiom kaj estas estis la pri sed saluton", own: "ĉĝĥĵŝŭ" },
  stopwords: { source: "Made for a test.", words: "la kaj sed estas estis pri en de al" },
  stemmer: { suffixes: "ojn ajn oj aj on an o a", rounds: 1, min: 3 },
  asking: {
    words: {
      when: "kiam",
      where: "kie",
      who: "kiu",
      "how-many": "kiom",
      why: "kial",
      how: "kiel",
      what: "kio",
      which: "kiu",
      "yes-no": "ĉu",
    },
    lowContent: "nomo speco nombro",
    phrases: [{ text: "je kioma horo", asks: "when" }],
    which: {
      which: "(?:^| )kiu (?:estas )?",
      nouns: { city: "urbo", country: "lando", where: "loko", who: "prezidanto" },
      several: "(?:landoj|urboj|jaroj)",
    },
  },
  smallTalk: {
    greeting: "saluton",
    thanks: "dankon",
    bot: "kiu vi estas",
    polite: "bonvolu",
    filler: "",
    itself: ["(?:^| )viaj fontoj"],
  },
  names: {
    months: "januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro".split(" "),
    weekdays: "lundo mardo merkredo ĵaŭdo vendredo sabato dimanĉo".split(" "),
    units: { kilometer: "kilometro" },
    countries: { IR: "Irano" },
  },
  numerals: { numbers: { 2: "du", 3: "tri" }, ordinals: { 1: "unua" } },
  joining: "kaj sed",
  address: "sinjoro sinjorino prezidanto",
  labels: { source: "Fonto", credit: "Foto", question: "Demando" },
  articles: { nouns: "artikolo", numbers: [{ from: 1, step: 1, words: "unu unua|du dua|tri tria" }] },
  negation: { source: "Made for a test.", words: "ne neniam neniu" },
} satisfies LanguageProfile;
`;

const TEXT =
  "بناء الجسر في المدينة\nافتتح العمال الجسر الجديد فوق النهر الكبير يوم الخميس بعد عامين من البناء.\n";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "seventh-"));
  for (const part of ["src", "adapters", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));

  write("src/languages/eo.ts", PROFILE);
  edit("src/languages/codes.ts", ['["ar", ', '["ar", "eo", ']);
  edit("src/languages/all.ts", [/^/, 'import { eo } from "./eo.ts";\n'], ["= { ar, ", "= { ar, eo, "]);
  for (const folder of ["src/strings", "adapters/web/strings"]) {
    write(`${folder}/eo.ts`, adapted(`${folder}/en.ts`));
    edit(`${folder}/all.ts`, [/^/, 'import { eo } from "./eo.ts";\n'], ["= { ar, ", "= { ar, eo, "]);
  }
  edit(
    "adapters/web/strings/verification.ts",
    [/^/, "const same = <T>(words: T): T => words;\n"],
    [/ {2}en: (\{[\s\S]*?\n {2}\}),/, "  en: same($1),\n  eo: same($1),"],
  );
  write("seeds/bridge.txt", TEXT);
  write("seeds/corpus.json", JSON.stringify({ name: { eo: "La ponto" } }));
  write(
    "seeds/lexicon/bridge.json",
    JSON.stringify({
      concepts: [
        { id: "bridge", ar: ["جسر"], eo: ["ponto"] },
        { id: "open", ar: ["افتتح"], eo: ["malfermi", "malfermis"] },
      ],
    }),
  );
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const run = (...command: readonly string[]) =>
  spawnSync(process.execPath, command, { cwd: copy, encoding: "utf8", timeout: TIMEOUT });

describe("a seventh language", () => {
  it("touches languages, strings and the corpus folder alone", () => {
    const rooms = new Set(
      touched.map((path) => /(?:^|\/)(languages|strings|seeds)\//.exec(path)?.[1] ?? path),
    );
    expect([...rooms].toSorted()).toEqual(["languages", "seeds", "strings"]);
    expect(relative(copy, join(copy, touched[0] as string))).toBe("src/languages/eo.ts");
  });

  it(
    "misses nothing that the compiler knows of",
    () => {
      writeFileSync(
        join(copy, "tsconfig.json"),
        JSON.stringify({ extends: join(ROOT, "tsconfig.json"), include: ["src", "adapters"] }),
      );
      const { stdout, status } = run(join(ROOT, "node_modules/typescript/bin/tsc"), "-p", copy);
      expect([stdout, status]).toEqual(["", 0]);
    },
    TIMEOUT,
  );

  it(
    "is asked in and answered in",
    () => {
      const ask = (question: string) => {
        const { stdout, stderr } = run("--import", "tsx", "adapters/terminal/ask.ts", question, "--json");
        if (!stdout) throw new Error(stderr);
        return JSON.parse(stdout) as { lang: string; kind: string; quotes?: { text: string }[] };
      };
      const answer = ask("Kiam malfermis la ponto?");
      expect(answer).toMatchObject({ lang: "eo", kind: "quotes" });
      expect(answer.quotes?.[0]?.text).toContain("الجسر الجديد");
      expect(ask("saluton")).toMatchObject({ lang: "eo", kind: "help" });
      expect(ask("When was the bridge opened?")).toMatchObject({ lang: "en" });
    },
    TIMEOUT,
  );
});
