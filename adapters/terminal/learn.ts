/** Learns from the expected questions of the corpus, and keeps that for all programs: an installation runs it, so that no question waits. */
import { ExpansionIndex } from "../../src/expansion/expansion-index.ts";
import { readSettings } from "../service/bootstrap.ts";
import { readSeeds } from "../service/corpus-files.ts";
import { bundleWeights } from "../service/weight-cache.ts";

const { corpus, questions } = readSeeds(readSettings().config.seedsDir);
for (const _ of new ExpansionIndex(corpus, questions, bundleWeights()).steps());
