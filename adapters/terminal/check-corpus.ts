import { truncate } from "../../src/analysis/truncate.ts";
import { createAnswerer } from "../../src/answerer.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import {
  type CorpusOverview,
  type DocumentOverview,
  overviewOf,
  type TrialQuestion,
} from "../../src/corpus/overview.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Known } from "../../src/model/corpus.ts";
import { lineOf, readSeedFiles, SeedsError } from "../service/corpus-files.ts";
import { bundleWeights } from "../service/weight-cache.ts";
import { faultWithExample } from "./corpus-faults.ts";

/** Exit codes, for CI. */
const SOUND = 0;
const FAULTY = 1;
const MAX_WORDS = 20;
const MAX_HEADINGS = 5;
/** UTF-16 units of a quote or a heading that are printed. */
const MAX_SHOWN = 100;

type Write = (text: string) => void;

/** Checks a folder, prints the result and resolves with the exit code. */
export function checkCorpus(folder: string, write: Write): number {
  let seeds: Seeds;
  try {
    const loaded = loadSeeds(readSeedFiles(folder));
    if (!loaded.ok) throw new SeedsError(folder, loaded.problems);
    seeds = loaded.seeds;
  } catch (error) {
    if (!(error instanceof SeedsError)) throw error;
    const { problems } = error;
    const count = problems.length === 1 ? "1 fault" : `${problems.length} faults`;
    write(`${folder}: ${count}\n${problems.map(faultWithExample).join("\n")}\n`);
    return FAULTY;
  }
  const overview = overviewOf(seeds);
  write(`${folder}: no faults\n`);
  for (const one of overview.documents) write(`\n${documentLines(one, seeds).join("\n")}\n`);
  if (seeds.leftOut.length > 0) write(`\nnot read:\n${seeds.leftOut.map(lineOf).join("\n")}\n`);
  write(`\n${corpusLines(seeds, overview).join("\n")}\n`);
  if (overview.trials.length > 0) write("\ntrial questions:\n");
  const answerer = createAnswerer({ seeds, weightStore: bundleWeights() });
  for (const trial of overview.trials) write(`${trialLines(trial, answerer).join("\n")}\n`);
  return SOUND;
}

function documentLines(
  { document, headings, speakers, numbers, dates, untranslated, unasked }: DocumentOverview,
  seeds: Seeds,
): string[] {
  const { id, title, opening, publisher, date, lang, passages } = document;
  const source = passages[0]?.source;
  const translated = seeds.translations.size > 0;
  return [
    `${id}${source ? ` (${source})` : ""}`,
    `  title       ${title.how === "unknown" ? `none; shown as “${opening}…”` : known(title)}`,
    `  publisher   ${known(publisher)}`,
    `  date        ${known(date)}`,
    `  language    ${lang}`,
    `  passages    ${passages.length}`,
    ...(headings.length > 0 ? [`  headings    ${some(headings, MAX_HEADINGS)}`] : []),
    ...(speakers.length > 0 ? [`  speakers    ${speakers.join(", ")}`] : []),
    `  recognised  ${numbers} numbers, ${dates} days and months`,
    ...(translated
      ? [
          `  translation ${untranslated.length > 0 ? `missing: ${untranslated.join(" ")}` : "in every language that the corpus has any in"}`,
        ]
      : []),
    ...(seeds.questions.size > 0
      ? [
          `  questions   ${unasked === 0 ? "for every passage" : `none for ${unasked} of ${passages.length} passages`}`,
        ]
      : []),
  ];
}

const known = (fact: Known<string>) =>
  fact.how === "unknown" ? "not known; catalogue.json may say" : `${fact.value} (${fact.how})`;

function corpusLines(seeds: Seeds, { unexplained }: CorpusOverview): string[] {
  const { corpus, lexicon, leaders, translations, questions } = seeds;
  const own = lexicon.concepts.filter(({ id }) => !id.startsWith("core-")).length;
  const count = [...questions.values()].reduce((sum, list) => sum + list.length, 0);
  const words = unexplained.slice(0, MAX_WORDS).map(({ word, count: times }) => `${word} ${times}`);
  return [
    `in all       ${corpus.documents.length} documents, ${corpus.passages.length} passages`,
    `people       ${leaders.all.length === 0 ? "none: leaders.json would let them be looked up" : leaders.all.length}`,
    `lexicon      ${own === 0 ? "none: questions in other languages are answered by names, numbers and dates alone" : `${own} concepts`}`,
    `translations ${translations.size === 0 ? "none" : [...translations.keys()].join(" ")}`,
    `questions    ${count === 0 ? "none: examples and trial questions are made of the texts" : count}`,
    `words that nothing explains, so that only their stems are found: ${unexplained.length}`,
    ...(words.length > 0 ? [`  ${words.join(", ")}${unexplained.length > MAX_WORDS ? ", …" : ""}`] : []),
  ];
}

function trialLines({ text, passage }: TrialQuestion, answerer: Answerer): string[] {
  const answer = answerer.answer({ text });
  const top = "quotes" in answer ? answer.quotes[0] : undefined;
  const same = top !== undefined && top.doc === passage.doc && top.start === passage.start;
  const verdict =
    top === undefined
      ? answer.kind
      : `${answer.kind}, ${same ? "the passage meant" : `not the passage meant (${passage.doc} ${passage.paragraph})`}`;
  return [
    `  ${text}`,
    `    ${verdict}`,
    ...(top ? [`    ${top.doc} ${top.paragraph}: ${cut(top.text)}`] : []),
  ];
}

const cut = (text: string) => truncate(text.replace(/\s+/gu, " "), MAX_SHOWN);
const some = (list: readonly string[], most: number) =>
  `${list.slice(0, most).map(cut).join(" · ")}${list.length > most ? ` · and ${list.length - most} more` : ""}`;
