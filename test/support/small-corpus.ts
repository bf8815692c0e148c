import { createAnswerer } from "../../src/answerer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { type Folder, seedsOf } from "./corpus-folder.ts";

/** A core over texts that a test makes up, by file name. */
export const answererOver = (texts: Folder): Answerer => createAnswerer({ seeds: seedsOf(texts) });
