import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSeedFiles } from "../../adapters/service/corpus-files.ts";
import { createAnswerer } from "../../src/answerer.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { realAnswerer } from "../support/core.ts";
import {
  type Figures,
  type FollowUpKind,
  measure,
  measureFollowUps,
  type QuestionSets,
  readSets,
} from "./measure.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const sets = readSets("test/questions", path("../questions")) as QuestionSets;
const measured = measure(realAnswerer(), sets);

/** Shares, three to five points under what was reached: a change that costs more than that is no improvement. */
const FLOORS: Readonly<Record<string, Partial<Figures>>> = {
  msa: { right: 0.79, three: 0.93, answered: 0.92, pointed: 0.92 },
  casual: { right: 0.86, three: 0.94, answered: 0.92, pointed: 0.91 },
  multi: { right: 0.85, three: 0.94, answered: 0.92, pointed: 0.92 },
};
const HONEST = 0.8;
/** Of messages after another: answered, not answered, and questions by themselves. */
const FOLLOW_UPS = { answered: 0.83, unanswered: 0.7, new: 0.88 } as const;
/** Of every foreign language by itself, for a share of all hides the smallest. */
const MIN_OF_A_LANGUAGE = 0.6;

const least = (figures: Figures | undefined, floors: Partial<Figures>) =>
  Object.entries(floors).filter(([name, floor]) => !((figures?.[name as keyof Figures] ?? 0) >= floor));

describe("what answers are worth", () => {
  it.each(Object.entries(FLOORS))("does not fall: %s", (set, floors) => {
    expect([least(measured.sets[set], floors), measured.sets[set]]).toEqual([[], measured.sets[set]]);
  });

  it("does not fall where the sources do not answer", () => {
    expect(measured.honest).toBeGreaterThanOrEqual(HONEST);
  });

  const followUps = measureFollowUps(realAnswerer(), sets);
  it.each(Object.entries(FOLLOW_UPS))("does not fall after another question: %s", (kind, floor) => {
    const { n, right } = followUps.get(kind as FollowUpKind) ?? { n: 0, right: 0 };
    expect(n).toBeGreaterThan(100);
    expect(right).toBeGreaterThanOrEqual(floor);
  });

  it("is had in every language", () => {
    const languages = Object.entries(measured.sets).filter(([name]) => name.startsWith("multi/"));
    expect(languages.length).toBeGreaterThanOrEqual(5);
    expect(languages.filter(([, { right }]) => right < MIN_OF_A_LANGUAGE)).toEqual([]);
  });
});

describe("the lexicon", () => {
  it("takes no more than a point from Arabic questions", () => {
    const files = readSeedFiles(path("../../seeds")).filter(({ name }) => !name.startsWith("lexicon"));
    const loaded = loadSeeds(files);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const without = measure(createAnswerer({ seeds: loaded.seeds }), sets);
    for (const set of ["msa", "casual"])
      for (const figure of ["first", "three", "right"] as const)
        expect([
          set,
          figure,
          (measured.sets[set]?.[figure] ?? 0) >= (without.sets[set]?.[figure] ?? 1) - 0.01,
        ]).toEqual([set, figure, true]);
  });
});

interface Person {
  readonly id: string;
  readonly leader?: boolean;
  readonly arabic: string;
  readonly english: string;
  readonly aliases: readonly string[];
  readonly titles?: readonly string[];
  readonly not?: readonly string[];
}
interface People {
  readonly leaders: readonly Person[];
  readonly ambiguous: readonly { readonly input: string; readonly ids: readonly string[] }[];
  readonly absent: readonly { readonly name: string }[];
}

describe("the names by which people are looked up", () => {
  const people = JSON.parse(readFileSync(path("../questions/leaders.json"), "utf8")) as People;
  const FLOOR = 0.97;
  const found = (name: string): readonly string[] => {
    const answer = realAnswerer().leader({ name });
    if (answer.kind === "leader") return [answer.leader.id];
    return answer.kind === "leaders" ? answer.leaders.map(({ id }) => id) : [];
  };
  const share = (rows: readonly boolean[]) => rows.filter(Boolean).length / rows.length;
  const leaders = people.leaders.filter(({ leader }) => leader !== false);

  it("find the person, and only that person", () => {
    const rows = leaders.flatMap(({ id, arabic, english, aliases, titles = [] }) =>
      [...new Set([arabic, english, ...aliases, ...titles])].map((name) => found(name).join() === id),
    );
    expect(rows.length).toBeGreaterThan(100);
    expect(share(rows)).toBeGreaterThanOrEqual(FLOOR);
  });

  it("of others find nobody", () => {
    const rows = [
      ...people.leaders.flatMap(({ id, not = [] }) => not.map((name) => !found(name).includes(id))),
      ...people.absent.map(({ name }) => found(name).length === 0),
    ];
    expect(rows.length).toBeGreaterThan(30);
    expect(share(rows)).toBeGreaterThanOrEqual(FLOOR);
  });

  it("that several have find them all", () => {
    for (const { input, ids } of people.ambiguous)
      expect([input, found(input).toSorted()]).toEqual([input, ids.toSorted()]);
  });
});
