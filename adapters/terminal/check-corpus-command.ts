/** `npm run check-corpus [folder]`: every fault of a corpus folder, or what was understood of it, with trial questions. */
import { loadEnvironment } from "../service/environment.ts";
import { checkCorpus } from "./check-corpus.ts";
import { endsWithItsReader, runProgram } from "./run-program.ts";

/** Exit codes: 0 and 1 are those of the check. */
const USED_WRONGLY = 2;
const FAILED = 3;

function main([folder, ...more]: readonly string[]): number {
  if (more.length > 0 || folder?.startsWith("-")) {
    process.stderr.write("check-corpus: npm run check-corpus [folder]\n");
    return USED_WRONGLY;
  }
  return checkCorpus(folder ?? loadEnvironment()["SEEDS_DIR"] ?? "seeds", (text) =>
    process.stdout.write(text),
  );
}

endsWithItsReader("check-corpus", FAILED);
await runProgram(main, FAILED);
