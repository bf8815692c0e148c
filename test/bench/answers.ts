/** A row for each corpus, printed: run by `answers.bench.ts`. */
import { createAnswerer } from "../../src/answerer.ts";
import type { RawFile } from "../../src/corpus/decode.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { grow, growLexicon } from "../support/grown-corpus.ts";
import { hostileQuestions } from "../support/hostile.ts";
import { askedQuestions, seedFiles } from "../support/seeds.ts";
import { type Built, build, plainMiniSearch, speedOf, table } from "./measure.ts";

interface Case {
  readonly name: string;
  readonly files: () => readonly RawFile[];
  readonly builds: number;
  /** How many questions, and how often each: MiniSearch takes long over the largest. */
  readonly questions: number;
  readonly rounds: number;
  readonly plainRounds: number;
}

/** Answers before the clock runs: the compiler needs some thousands of them. */
const WARM_UP = 4_000;

const files = seedFiles();
const asked = askedQuestions();
/** What stands beside the texts, whose cost does not grow with them: people, lexicon, translations, expected questions. */
const BESIDE = /^leaders|[/]/;
const CASES: readonly Case[] = [
  { name: "seeds", files: () => files, builds: 5, questions: 340, rounds: 5, plainRounds: 5 },
  {
    name: "seeds, 50,000 lexicon entries",
    files: () => growLexicon(files, 50_000),
    builds: 5,
    questions: 340,
    rounds: 5,
    plainRounds: 5,
  },
  {
    name: "1,000 passages",
    files: () => grow(files, 1_000),
    builds: 5,
    questions: 200,
    rounds: 3,
    plainRounds: 3,
  },
  {
    name: "1,000 passages, texts alone",
    files: () => grow(files, 1_000).filter(({ name }) => !BESIDE.test(name)),
    builds: 5,
    questions: 200,
    rounds: 3,
    plainRounds: 3,
  },
  {
    name: "10,000 passages",
    files: () => grow(files, 10_000),
    builds: 3,
    questions: 100,
    rounds: 3,
    plainRounds: 1,
  },
  {
    name: "100,000 passages",
    files: () => grow(files, 100_000),
    builds: 1,
    questions: 100,
    rounds: 3,
    plainRounds: 1,
  },
];
const HEAD =
  "corpus|built|of MS|heap|a passage|of MS|answers/s|p50 ms|of MS|p99 ms|of MS|p99 of all|most ms|hostile ms".split(
    "|",
  );

interface Ready {
  readonly ours: Built<{ seeds: Seeds; answerer: Answerer }>;
  readonly plain: Built<ReturnType<typeof plainMiniSearch>>;
}

function prepare(from: readonly RawFile[], builds: number): Ready {
  const ours = build(() => {
    const loaded = loadSeeds(from);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
    return { seeds: loaded.seeds, answerer: createAnswerer({ seeds: loaded.seeds }) };
  }, builds);
  return { ours, plain: build(() => plainMiniSearch(ours.value.seeds.corpus), builds) };
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const ratio = (value: number) => `${value.toFixed(value < 1 ? 2 : 1)}x`;

/** A row of the table: the bot and MiniSearch over the same passages and questions. */
function compare({ name, questions, rounds, plainRounds }: Case, { ours, plain }: Ready): string[] {
  const { answerer, seeds } = ours.value;
  const { passages } = seeds.corpus;
  const some = asked.slice(0, questions);
  const speed = speedOf((text) => answerer.answer({ text }), some, rounds, WARM_UP);
  const plainSpeed = speedOf((text) => plain.value.search(text), some, plainRounds, WARM_UP);
  const pasted = passages
    .slice(0, 200)
    .map(({ text }) => text)
    .join(" ");
  const hostile = Object.values(hostileQuestions(pasted)).map(
    (text) => speedOf(() => answerer.answer({ text }), [text], 3).p50,
  );
  return [
    name,
    `${ours.seconds.toFixed(1)} s`,
    ratio(ours.seconds / plain.seconds),
    `${(ours.bytes / 1e6).toFixed(0)} MB`,
    `${(ours.bytes / passages.length / 1000).toFixed(1)} kB`,
    ratio(ours.bytes / plain.bytes),
    speed.perSecond.toFixed(0),
    ms(speed.p50),
    ratio(speed.p50 / plainSpeed.p50),
    ms(speed.p99),
    ratio(speed.p99 / plainSpeed.p99),
    ms(speed.p99OfAll),
    ms(speed.most),
    ms(Math.max(...hostile)),
  ];
}

console.log(
  `${table(
    HEAD,
    CASES.map((one) => compare(one, prepare(one.files(), one.builds))),
  )}\n"of MS": beside MiniSearch with its defaults over the same passages. Built and heap have the texts, people and lexicon in them; a second building and later ones are quicker than the first, and the median of up to five counts.`,
);
