/**
 * `npm run fit`: fits the weights of ranking and of the answerability classifier to questions with known answers, prints what they are worth
 * on writers that they were not fitted to and what each feature buys there, and writes both weights files.
 *
 *   npm run fit                 fit, report, write
 *   npm run fit -- --dry        fit and report only
 *   npm run fit -- --only=plain (or expanded)
 *   npm run fit -- --features   also what each feature buys
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { AnswerabilityFeatures } from "../../src/answerability/features.ts";
import { SCORE_TERMS, type ScoreTerm } from "../../src/ranking/features.ts";
import { digestOf, EXPANDED, type Feature, PLAIN } from "./features.ts";
import { auc, type Example, type Fitted, fitLogistic, scoreOf } from "./logistic.ts";
import { plainProjectSamples, projectSamples, publicSamples, type Sample } from "./samples.ts";
import { dot, firstRight, fitSoftmax } from "./softmax.ts";

/**
 * Terms of the score that are left out: where editors wrote nothing theirs say nothing, and beside theirs the best sentence and the kind of
 * thing that it holds order nothing.
 */
const LEFT_OUT: Readonly<Record<"expanded" | "plain", ReadonlySet<ScoreTerm>>> = {
  expanded: new Set<ScoreTerm>(["window", "expected"]),
  plain: new Set<ScoreTerm>(["expansion", "likelihood"]),
};
/** An answer withheld and a wrong one weigh alike, but people ask far more that is answered. */
const ANSWERABLE_WEIGHT = { expanded: 1.9, plain: 1.65 };

const { values } = parseArgs({
  options: { dry: { type: "boolean" }, only: { type: "string" }, features: { type: "boolean" } },
});
const ANSWERABILITY = fileURLToPath(new URL("../../src/answerability/weights.json", import.meta.url));
const RANKING = fileURLToPath(new URL("../../src/ranking/weights.json", import.meta.url));

const groupsOf = (samples: readonly Sample[]) => [...new Set(samples.map(({ group }) => group))];
const percent = (share: number) => (100 * share).toFixed(1);
const round = (value: number, to = 3) => Number(value.toFixed(to));

/** The score's weights with the coverage worth 1. */
function fitRanking(samples: readonly Sample[], leftOut: ReadonlySet<ScoreTerm>): number[] {
  const kept = SCORE_TERMS.map((name) => !leftOut.has(name));
  const weights = fitSoftmax(
    samples.map(({ list: { candidates, right } }) => ({
      candidates: candidates.map((x) => x.map((value, at) => (kept[at] ? value : 0))),
      right,
    })),
    SCORE_TERMS.length,
  );
  const coverage = Math.max(weights[SCORE_TERMS.indexOf("coverage")] as number, 0.1);
  return weights.map((weight, at) => (kept[at] ? weight / coverage : 0));
}

interface Judged {
  readonly group: string;
  readonly answerable: boolean;
  /** Whether the passage that comes first answers. */
  readonly right: boolean;
  readonly features: AnswerabilityFeatures;
}

function judged(samples: readonly Sample[], ranking: readonly number[]): Judged[] {
  return samples.map((sample) => {
    const { candidates, right } = sample.list;
    const scores = candidates.map((x) => dot(ranking, x));
    const first = scores.indexOf(Math.max(...scores));
    return {
      group: sample.group,
      answerable: sample.answerable,
      right: right[first] === true,
      features: sample.features(scores),
    };
  });
}

/**
 * A wrong passage of an answerable question is neither. Groups weigh alike, and in each the two kinds do; a group without questions that
 * nothing answers says nothing here.
 */
function examples(rows: readonly Judged[], features: readonly Feature[], answerable: number): Example[] {
  const honest = new Set(rows.filter((row) => !row.answerable).map(({ group }) => group));
  const usable = rows.filter((row) => honest.has(row.group) && (row.right || !row.answerable));
  const counts = new Map<string, number>();
  const key = (row: Judged) => `${row.group} ${row.answerable}`;
  for (const row of usable) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return usable.map((row) => ({
    x: features.map((name) => row.features[name]),
    y: row.answerable,
    weight: (row.answerable ? answerable : 1) / (counts.get(key(row)) as number),
  }));
}

interface Read {
  readonly auc: number;
  readonly answered: number;
  readonly right: number;
  readonly honest: number;
}

function readOff(rows: readonly Judged[], fitted: Fitted, features: readonly Feature[]): Read {
  const scores = rows.map((row) =>
    scoreOf(
      fitted,
      features.map((name) => row.features[name]),
    ),
  );
  const share = (of: (row: Judged) => boolean, hit: (row: Judged, at: number) => boolean) => {
    const all = rows.filter(of).length;
    return rows.filter((row, at) => of(row) && hit(row, at)).length / (all || 1);
  };
  const sure = (at: number) => (scores[at] as number) > 0;
  return {
    auc: auc(
      scores,
      rows.map(({ answerable }) => answerable),
    ),
    answered: share(
      ({ answerable }) => answerable,
      (_, at) => sure(at),
    ),
    right: share(
      ({ answerable }) => answerable,
      ({ right }, at) => right && sure(at),
    ),
    honest: share(
      ({ answerable }) => !answerable,
      (_, at) => !sure(at),
    ),
  };
}

const line = (name: string, { auc: area, answered, right, honest }: Read) =>
  console.log(
    name.padEnd(24),
    `auc ${area.toFixed(3)}  answered ${percent(answered)}  right ${percent(right)}  honest ${percent(honest)}`,
  );

/** Fits on all groups but one and reads it off on that one; then on all. */
function fitGroup(kind: "expanded" | "plain", name: string, samples: readonly Sample[]) {
  const features = kind === "expanded" ? EXPANDED : PLAIN;
  const [answerable, leftOut] = [ANSWERABLE_WEIGHT[kind], LEFT_OUT[kind]];
  const groups = groupsOf(samples);
  console.log(`\n${name}: ${samples.length} questions, ${groups.length} groups`);
  const figures: Record<string, Record<string, number>> = {};
  for (const held of groups) {
    const rest = samples.filter(({ group }) => group !== held);
    const own = samples.filter(({ group }) => group === held);
    const ranking = fitRanking(rest, leftOut);
    const first = firstRight(
      own.filter(({ answerable }) => answerable).map(({ list }) => list),
      ranking,
    );
    const rows = judged(rest, ranking);
    const unseen = judged(own, ranking);
    const read = readOff(unseen, fitLogistic(examples(rows, features, answerable)), features);
    line(`  ${held} (first ${percent(first)})`, read);
    figures[held] = {
      first: round(first),
      ...Object.fromEntries(Object.entries(read).map(([key, value]) => [key, round(value as number)])),
    };
    if (values.features)
      for (const feature of features) {
        const left = features.filter((other) => other !== feature);
        const without = readOff(unseen, fitLogistic(examples(rows, left, answerable)), left);
        const on = unseen.filter((row) => row.features[feature] !== 0).length;
        console.log(
          `      without ${feature.padEnd(20)} auc ${(without.auc - read.auc).toFixed(4)}  rows ${on}`,
        );
      }
  }
  const ranking = fitRanking(samples, leftOut);
  const fitted = fitLogistic(examples(judged(samples, ranking), features, answerable));
  return { ranking, fitted, figures, rows: samples.length };
}

const named = (features: readonly Feature[], { weights, bias }: Fitted) => ({
  bias: round(bias),
  ...Object.fromEntries(features.map((name, at) => [name, round(weights[at] as number)])),
});
const namedTerms = (weights: readonly number[]) =>
  Object.fromEntries(SCORE_TERMS.map((name, at) => [name, round(weights[at] as number)]));

const wanted = (name: "expanded" | "plain") => values.only === undefined || values.only === name;
const expanded = wanted("expanded")
  ? fitGroup("expanded", "with expected questions", projectSamples())
  : undefined;
const open = wanted("plain") ? publicSamples() : [];
const plain =
  open.length > 0 ? fitGroup("plain", "texts alone", [...open, ...plainProjectSamples()]) : undefined;
if (!plain) console.log("\ntexts alone: not fitted, their weights stay as they are");

if (!values.dry) {
  const date = new Date().toISOString().slice(0, 10);
  write(ANSWERABILITY, {
    ...(expanded ? { expanded: named(EXPANDED, expanded.fitted) } : {}),
    ...(plain ? { plain: named(PLAIN, plain.fitted) } : {}),
  });
  write(RANKING, {
    ...(expanded ? { expanded: namedTerms(expanded.ranking) } : {}),
    ...(plain ? { plain: namedTerms(plain.ranking) } : {}),
  });

  function write(file: string, fitted: Readonly<Record<string, unknown>>): void {
    const before = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    const fit = {
      ...(before["fit"] as object | undefined),
      ...(expanded ? { expanded: { date, rows: expanded.rows, heldOut: expanded.figures } } : {}),
      ...(plain ? { plain: { date, rows: plain.rows, heldOut: plain.figures } } : {}),
    };
    const weights = { ...before, ...fitted } as { expanded: unknown; plain: unknown };
    const { expanded: one, plain: other } = weights;
    writeFileSync(
      file,
      `${JSON.stringify({ fit: { ...fit, digest: digestOf(weights) }, expanded: one, plain: other }, null, 2)}\n`,
    );
  }
}
