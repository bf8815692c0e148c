import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";

/** A corpus folder that a test makes up: texts or bytes by file name. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

const loadFolder = (folder: Folder) =>
  loadSeeds(
    Object.entries(folder).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    })),
  );

/** Throws where the folder has a fault. */
export function seedsOf(folder: Folder): Seeds {
  const loaded = loadFolder(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.seeds;
}

/** Each fault as `file:line message`. */
export function faultsOf(folder: Folder): string[] {
  const loaded = loadFolder(folder);
  return loaded.ok ? [] : loaded.problems.map((p) => `${p.file}:${p.line ?? ""} ${p.message}`);
}
