import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSeedFiles, readSeeds } from "../../adapters/service/corpus-files.ts";
import { documentShare } from "../../src/answerability/document-share.ts";
import { type AnswerabilityFeatures, answerabilityFeatures } from "../../src/answerability/features.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import { type ExpectedQuestion, type ExpectedQuestions, standsAlone } from "../../src/corpus/questions.ts";
import { SCORE_TERMS, scoreTerm } from "../../src/ranking/features.ts";
import type { Ranked } from "../../src/ranking/reranker.ts";
import { createSearch } from "../../src/search.ts";
import { readSets } from "../score/measure.ts";
import type { Listwise } from "./softmax.ts";

/** A question with known answers, as the search sees it when it has not seen its writer. */
export interface Sample {
  /** Its writers or round: never fitted and read off at once. */
  readonly group: string;
  readonly answerable: boolean;
  readonly list: Listwise;
  /** Of the passage that a ranking puts first, whose scores these are; made anew for each ranking. */
  features(scores: readonly number[]): AnswerabilityFeatures;
}

interface Asked {
  readonly question: string;
  /** Passage numbers that answer; none where nothing does. */
  readonly right: readonly number[];
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Candidates that training looks at: what is ranked lower by any weights is no rival. */
const MAX_RIVALS = 20;

function samplesOf(group: string, seeds: Seeds, asked: readonly Asked[]): Sample[] {
  const search = createSearch(seeds);
  return asked.flatMap(({ question, right }) => {
    const query = search.parse(search.read(question));
    const ranked = search.rank(query);
    const own = ranked.filter(({ passage }, at) => at < MAX_RIVALS || right.includes(passage.index));
    if (own.length === 0) return [];
    return [
      {
        group,
        answerable: right.length > 0,
        list: {
          candidates: own.map((one) => SCORE_TERMS.map((name) => scoreTerm(one, name))),
          right: own.map(({ passage }) => right.includes(passage.index)),
        },
        features(scores: readonly number[]) {
          const order = own
            .map((_, at) => at)
            .toSorted((a, b) => (scores[b] as number) - (scores[a] as number));
          const share = documentShare(
            order.map((at) => ({ doc: own[at]?.passage.doc as string, score: scores[at] as number })),
            seeds.corpus,
          );
          return answerabilityFeatures(query, own[order[0] as number] as Ranked, share, search.parts);
        },
      },
    ];
  });
}

/** Every `step`-th answered question: writers asked ten of each paragraph, and near ones that nothing answers are the rarer. */
const ANSWERED_STEP = 2;

/** The project's corpus, each group of writers asked of what the others expect; `rounds` are those of `test/questions`. */
export function projectSamples(): Sample[] {
  const seeds = readSeeds(path("../../seeds"));
  const numbers = new Map(
    seeds.corpus.passages.map(({ doc, paragraph, index }) => [`${doc} ${paragraph}`, index]),
  );
  // In a language of one writer nothing is expected that the writer did not write
  const all = [...seeds.questions.values()]
    .filter((list) => new Set(list.map(({ writers }) => writers)).size > 1)
    .flat()
    .filter(standsAlone);
  const groups = [...new Set(all.map(({ writers }) => writers))].toSorted();
  const written = groups.flatMap((group) => {
    const own = all.filter(({ writers }) => writers === group);
    const asked = [
      ...own.filter(({ answered }) => answered).filter((_, at) => at % ANSWERED_STEP === 0),
      ...own.filter(({ answered }) => !answered),
    ].map(({ text, answered, doc, paragraph }: ExpectedQuestion) => ({
      question: text,
      right: answered ? [numbers.get(`${doc} ${paragraph}`) as number] : [],
    }));
    return samplesOf(group, without(seeds, group), asked);
  });
  return [...written, ...samplesOf("rounds", seeds, rounds(seeds))];
}

/** The rounds of `test/questions`, asked of the corpus as if its editors had expected nothing. */
export const plainProjectSamples = (): Sample[] => {
  const seeds = readSeeds(path("../../seeds"));
  return samplesOf("rounds", { ...seeds, questions: new Map() }, rounds(seeds));
};

function without(seeds: Seeds, group: string): Seeds {
  const questions: ExpectedQuestions = new Map(
    [...seeds.questions.keys()].map((language) => [
      language,
      (seeds.questions.get(language) ?? []).filter(({ writers }) => writers !== group),
    ]),
  );
  return { ...seeds, questions };
}

function rounds({ corpus }: Seeds): Asked[] {
  const sets = readSets("test/questions", path("../questions"));
  if (!sets) return [];
  const text = new Map(corpus.documents.map((document) => [document.id, document.text]));
  const right = ({ doc, quote }: { doc: string; quote: string }) => {
    const at = text.get(doc)?.indexOf(quote) ?? -1;
    return corpus.passages
      .filter((p) => p.doc === doc && at >= 0 && overlap(p, at, quote.length) * 2 >= quote.length)
      .map(({ index }) => index);
  };
  const answerable = Object.values(sets.answerable)
    .flat()
    .map(({ question, relevant = [] }) => ({ question, right: relevant.flatMap(right) }))
    .filter((one) => one.right.length > 0);
  return [...answerable, ...sets.unanswerable.map(({ question }) => ({ question, right: [] }))];
}

const overlap = (p: { start: number; end: number }, at: number, length: number) =>
  Math.min(p.end, at + length) - Math.max(p.start, at);

const PUBLIC = path("../../../shared/public");
/** Public sets, and the set whose questions they do not answer. */
const SETS: Readonly<Record<string, string | undefined>> = {
  arcd: "xquad-ar",
  "xquad-ar": "arcd",
  "xquad-en": undefined,
  "xquad-ru": undefined,
  "xquad-tr": undefined,
};

/** Corpora that nobody tuned the search for, without anything but their texts; none where they are not at hand. */
export function publicSamples(): Sample[] {
  return Object.entries(SETS).flatMap(([name, foreign]) =>
    [false, true].flatMap((lexicon) => {
      if (!existsSync(join(PUBLIC, name)) || (lexicon && !foreign)) return [];
      return publicSet(name, foreign, lexicon);
    }),
  );
}

/** `lexicon`: with the project's own in the folder, as a careless copy would have it. */
function publicSet(name: string, foreign: string | undefined, lexicon: boolean): Sample[] {
  const files = readSeedFiles(join(PUBLIC, name, "seeds"));
  const own = readSeedFiles(path("../../seeds")).filter((file) => file.name.startsWith("lexicon"));
  const loaded = loadSeeds(lexicon ? [...files, ...own] : files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { seeds } = loaded;
  const right = ({ doc, paragraph }: { doc: string; paragraph: number }) =>
    seeds.corpus.passages.filter((p) => p.doc === doc && p.paragraph === paragraph).map(({ index }) => index);
  const asked = questionsOf(name).map(({ question, relevant }) => ({
    question,
    right: relevant.flatMap(right),
  }));
  const others = foreign ? questionsOf(foreign).map(({ question }) => ({ question, right: [] })) : [];
  return samplesOf(lexicon ? `${name}+lexicon` : name, seeds, [
    ...asked.filter((one) => one.right.length > 0),
    ...others,
  ]);
}

interface PublicQuestion {
  readonly question: string;
  readonly relevant: readonly { readonly doc: string; readonly paragraph: number }[];
}

const questionsOf = (name: string): PublicQuestion[] =>
  readFileSync(join(PUBLIC, name, "questions.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PublicQuestion);
