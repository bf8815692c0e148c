/**
 * `npm run score`: what answers are worth, on the questions with known answers.
 *
 *   npm run score               a row per set, and what each part of the search buys
 *   npm run score -- --curve    what each threshold of confidence costs
 *   npm run score -- --misses   the questions that went wrong, by set
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { readSeedFiles } from "../../adapters/service/corpus-files.ts";
import { ANSWER_THRESHOLD, type AnswererOptions, createAnswerer } from "../../src/answerer.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Passage } from "../../src/model/corpus.ts";
import { wholeQuote } from "../../src/quote.ts";
import type { ScoreTerm } from "../../src/ranking/features.ts";
import { WEIGHTS } from "../../src/ranking/weights.ts";
import { type Measured, measure, measureFollowUps, type QuestionSets, readSets } from "./measure.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const SETS = [
  readSets("test/questions", path("../questions")),
  readSets("gold", path("../../../shared/gold")),
].filter((sets): sets is QuestionSets => sets !== undefined);

/** The score without some of its terms. */
const dropped = (...terms: readonly ScoreTerm[]) => {
  const none = Object.fromEntries(terms.map((term) => [term, 0]));
  return { expanded: { ...WEIGHTS.expanded, ...none }, plain: { ...WEIGHTS.plain, ...none } };
};

/** The parts that can be taken away, and how. */
const WITHOUT: readonly {
  name: string;
  options?: Partial<AnswererOptions>;
  lexicon?: false;
  questions?: false;
}[] = [
  { name: "everything" },
  { name: "without the lexicon", lexicon: false },
  { name: "without expected questions", questions: false },
  { name: "without spelling", options: { spelling: false } },
  { name: "without speakers", options: { weights: dropped("speaks") } },
  { name: "without surroundings", options: { weights: { context: 0 } } },
  {
    name: "without the second stage",
    options: {
      weights: dropped("coverage", "window", "proximity", "expected", "speaks", "astray"),
    },
  },
];

const { values } = parseArgs({ options: { curve: { type: "boolean" }, misses: { type: "boolean" } } });
const percent = (share: number) => (100 * share).toFixed(1).padStart(6);
const row = (name: string, cells: readonly string[]) => console.log(name.padEnd(28), ...cells);

function seeds(lexicon = true): Seeds {
  const files = readSeedFiles(path("../../seeds"));
  const loaded = loadSeeds(lexicon ? files : files.filter((file) => !file.name.startsWith("lexicon")));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.seeds;
}

const whole = seeds();
const bare = seeds(false);
for (const sets of SETS) {
  console.log(`\n${sets.name}`);
  if (values.curve) curve(sets);
  else if (values.misses) misses(sets, measure(createAnswerer({ seeds: whole }), sets));
  else table(sets);
}

function table(sets: QuestionSets): void {
  const all = measure(createAnswerer({ seeds: whole }), sets);
  row("", ["     n", " first", " three", "answered", " right", "pointed"]);
  for (const [name, f] of Object.entries(all.sets))
    row(name, [
      String(f.n).padStart(6),
      percent(f.first),
      percent(f.three),
      `  ${percent(f.answered)}`,
      percent(f.right),
      ` ${percent(f.pointed)}`,
    ]);
  row("unanswerable", [`honest ${percent(all.honest)}`]);
  const asked = measureFollowUps(createAnswerer({ seeds: whole }), sets);
  for (const [kind, { n, right }] of asked)
    row(`after another: ${kind}`, [
      String(n).padStart(6),
      `${kind === "unanswered" ? "honest" : "right"} ${percent(right)}`,
    ]);
  console.log("");
  row("", ["msa right", "casual right", "multi right", "honest"]);
  line("plain MiniSearch", measure(plainMiniSearch(whole), sets));
  for (const { name, options, lexicon, questions } of WITHOUT) {
    const own = lexicon === false ? bare : whole;
    const seeds = questions === false ? { ...own, questions: new Map() } : own;
    line(name, measure(createAnswerer({ seeds, ...options }), sets));
  }
}

function line(name: string, measured: Measured): void {
  const right = (set: string) => percent(measured.sets[set]?.right ?? 0);
  row(name, [
    `   ${right("msa")}`,
    `      ${right("casual")}`,
    `     ${right("multi")}`,
    percent(measured.honest),
  ]);
}

/** The anchor of every figure: MiniSearch with its own tokenizer and ranking over the same paragraphs. It answers whatever it finds. */
function plainMiniSearch({ corpus }: Seeds): Pick<Answerer, "answer" | "corpus"> {
  const search = new MiniSearch({ fields: ["text"], idField: "index" });
  search.addAll(corpus.passages);
  return {
    corpus,
    answer({ text }) {
      const quotes = search
        .search(text)
        .slice(0, 10)
        .map(({ id }) => wholeQuote(corpus.passages[id] as Passage));
      const rest = { lang: "ar", missing: [], unmet: [], suggestions: [], readings: [] } as const;
      return quotes.length > 0 ? { kind: "quotes", quotes, ...rest } : { kind: "nothing", ...rest };
    },
  };
}

function curve(sets: QuestionSets): void {
  row("sure at", ["msa answered", "casual answered", "multi answered", "honest"]);
  for (let sure = 0.2; sure < 0.86; sure += 0.05) {
    const measured = measure(createAnswerer({ seeds: whole, threshold: sure }), sets);
    const answered = (set: string) => percent(measured.sets[set]?.answered ?? 0);
    const mark = Math.abs(sure - ANSWER_THRESHOLD) < 0.001 ? " <- SURE" : "";
    row(sure.toFixed(2), [
      `      ${answered("msa")}`,
      `         ${answered("casual")}`,
      `        ${answered("multi")}`,
      percent(measured.honest),
      mark,
    ]);
  }
}

function misses(sets: QuestionSets, { outcomes }: Measured): void {
  for (const { row: asked, set, answer, rank } of outcomes) {
    const wrong = set === "unanswerable" ? answer.kind === "quotes" : answer.kind !== "quotes" || rank !== 1;
    if (wrong)
      console.log(`${set.padEnd(13)}${answer.kind.padEnd(8)}${String(rank).padStart(3)}  ${asked.question}`);
  }
  console.log(`${sets.name}: ranks are of the first right quote, 0 when there is none`);
}
