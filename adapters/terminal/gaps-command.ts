/** `npm run -s gaps [language]`: questions without an answer, to be put into the corpus folder; notes for the editor on standard error. */
import { createAnswerer } from "../../src/answerer.ts";
import { standsAlone } from "../../src/corpus/questions.ts";
import { LANGUAGES, type Language } from "../../src/languages/codes.ts";
import { readSettings } from "../service/bootstrap.ts";
import { ConfigError } from "../service/config.ts";
import { readSeeds } from "../service/corpus-files.ts";
import { readUnanswered } from "../service/unanswered-log.ts";
import { bundleWeights } from "../service/weight-cache.ts";
import { gapsOf, printGaps } from "./gaps.ts";
import { endsWithItsReader, runProgram } from "./run-program.ts";

const FAILED = 1;
const USAGE = `Usage: npm run -s gaps [${LANGUAGES.join("|")}]`;

function main([only]: readonly string[]): number {
  if (only !== undefined && !LANGUAGES.includes(only as Language)) throw new ConfigError(USAGE);
  const { config } = readSettings();
  if (config.unanswered === undefined)
    throw new ConfigError("UNANSWERED_LOG is not set: without it no question is kept to look at.");
  const seeds = readSeeds(config.seedsDir);
  const answerer = createAnswerer({ seeds, weightStore: bundleWeights() });
  const known = new Set(
    [...seeds.questions.values()]
      .flat()
      .filter(standsAlone)
      .map(({ text }) => text),
  );
  const gaps = gapsOf(readUnanswered(config.unanswered.folder), answerer, known);
  for (const language of only === undefined ? LANGUAGES : [only as Language]) {
    const { form, notes } = printGaps(gaps, answerer, language);
    if (form === "" && notes === "") continue;
    process.stderr.write(`\nquestions/${language}/asked.txt\n${notes}\n\n`);
    process.stdout.write(form);
  }
  return 0;
}

endsWithItsReader("gaps", FAILED);
await runProgram(main, FAILED);
