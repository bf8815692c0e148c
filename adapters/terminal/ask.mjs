/**
 * Starts `ask.ts` from a bundle of it. One question is one process, and reading a hundred modules through the TypeScript loader
 * takes longer than the answer. The bundle stands beside the packages and is made anew when any source is newer; where it cannot
 * be made, the loader does what it does for everything else.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/isnad");
const SOURCES = ["src", "adapters", "package-lock.json"];

const bundle = join(CACHE, `ask-${stateOf(SOURCES)}.mjs`);
/** @type {string} */
let program;
try {
  program = existsSync(bundle) ? bundle : await makeBundle();
} catch {
  const { register } = await import("tsx/esm/api");
  register();
  program = fileURLToPath(new URL("ask.ts", import.meta.url));
}
// installing makes the bundle, so that not even the first question waits for it
if (process.argv[2] !== "--only-bundle") await import(pathToFileURL(program).href);

/**
 * Changes with every edit: the paths, sizes and times of these files, and of the TypeScript in these folders.
 * @param {string[]} paths
 */
function stateOf(paths) {
  const files = paths.flatMap((path) =>
    statSync(join(ROOT, path)).isDirectory()
      ? readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".ts"))
          .map((file) => join(path, file))
      : [path],
  );
  const hash = createHash("sha1").update(process.version);
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Two processes may make it at once: each writes a file of its own, and the last to rename wins. */
async function makeBundle() {
  const { build } = await import("esbuild");
  mkdirSync(CACHE, { recursive: true });
  const own = join(CACHE, `making-${process.pid}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL("ask.ts", import.meta.url))],
    outfile: own,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    // packages that are CommonJS ask for Node's own modules by `require`
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "silent",
  });
  renameSync(own, bundle);
  for (const file of readdirSync(CACHE))
    if (/^ask-.*\.mjs$/.test(file) && join(CACHE, file) !== bundle)
      rmSync(join(CACHE, file), { force: true });
  return bundle;
}
