/** `npm run -s gaps [language]`: questions without an answer, to be put into the corpus folder; notes for the editor on standard error. */
import { createAnswerer } from "../../src/answerer.ts";
import { LANGUAGES, type Language } from "../../src/languages/codes.ts";
import { lastWords, readSettings } from "../service/bootstrap.ts";
import { ConfigError } from "../service/config.ts";
import { readSeeds } from "../service/corpus-files.ts";
import { readUnanswered } from "../service/unanswered-log.ts";
import { gapsOf, printGaps } from "./gaps.ts";

const USAGE = `Usage: npm run -s gaps [${LANGUAGES.join("|")}]`;

function main([only]: readonly string[]): void {
  if (only !== undefined && !LANGUAGES.includes(only as Language)) throw new ConfigError(USAGE);
  const { config } = readSettings();
  if (config.unanswered === undefined)
    throw new ConfigError("UNANSWERED_LOG is not set: without it no question is kept to look at.");
  const seeds = readSeeds(config.seedsDir);
  const answerer = createAnswerer({ seeds });
  const known = new Set([...seeds.questions.values()].flat().map(({ text }) => text));
  const gaps = gapsOf(readUnanswered(config.unanswered.folder), answerer, known);
  for (const language of only === undefined ? LANGUAGES : [only as Language]) {
    const { form, notes } = printGaps(gaps, answerer, language);
    if (form === "" && notes === "") continue;
    process.stderr.write(`\nquestions/${language}/asked.txt\n${notes}\n\n`);
    process.stdout.write(form);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exitCode = 1;
}
