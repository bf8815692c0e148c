/**
 * `node adapters/launch.mjs PROGRAM [arguments]`: starts a program from a bundle of the sources. Reading two hundred modules through a
 * TypeScript loader takes longer than an answer, and the usual loader dies where no temporary folder can be written. The bundle stands
 * beside the packages and is made anew when any source is newer; where it cannot be made, the sources are read one by one.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/isnad");
const SOURCES = ["src", "adapters", "package-lock.json"];

/**
 * By bundle, its programs. `ask` is one process a question, so its few packages are bundled as well, and so are those of `learn`, which
 * installing runs. The others share their modules, and leave the packages, which look for files of their own, where they are.
 * @type {Record<string, Record<string, string>>}
 */
const BUNDLES = {
  ask: { ask: "adapters/terminal/ask.ts", learn: "adapters/terminal/learn.ts" },
  service: {
    main: "adapters/main.ts",
    chat: "adapters/terminal/chat-command.ts",
    gaps: "adapters/terminal/gaps-command.ts",
    shard: "adapters/discord/shard.ts",
    "check-corpus": "adapters/terminal/check-corpus-command.ts",
    thinker: "adapters/service/thinker.ts",
    builder: "adapters/service/builder.ts",
  },
};

/**
 * The address of a program's module, ready to be imported.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function addressOf(name) {
  const [bundle, programs] = Object.entries(BUNDLES).find(([, those]) => name in those) ?? [];
  const source = programs?.[name];
  if (bundle === undefined || source === undefined) throw new Error(`there is no program "${name}"`);
  try {
    return pathToFileURL(join(await bundled(bundle), `${name}.mjs`)).href;
  } catch {
    register("./typescript-hooks.mjs", import.meta.url);
    return pathToFileURL(join(ROOT, source)).href;
  }
}

/**
 * Changes with every edit: the paths, sizes and times of these files, and of the TypeScript in these folders.
 * @param {string[]} paths
 */
function stateOf(paths) {
  const files = paths.flatMap((path) =>
    statSync(join(ROOT, path)).isDirectory()
      ? readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" })
          .filter((file) => /\.(?:ts|mjs|json)$/.test(file))
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

/**
 * The folder of a bundle, made where it is not there yet. Several processes may make it at once: each writes a folder of its own, and the
 * first to rename wins.
 * @param {string} name
 */
async function bundled(name) {
  const state = stateOf(SOURCES);
  const folder = join(CACHE, `${name}-${state}`);
  if (existsSync(folder)) return folder;
  const { build } = await import("esbuild");
  mkdirSync(CACHE, { recursive: true });
  const own = join(CACHE, `making-${name}-${process.pid}`);
  try {
    await build({
      entryPoints: Object.entries(BUNDLES[name] ?? {}).map(([out, path]) => ({ in: join(ROOT, path), out })),
      outdir: own,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      ...(name === "ask"
        ? {
            mainFields: ["module", "main"],
            // Packages that are CommonJS ask for Node's own modules by `require`
            banner: {
              js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
            },
          }
        : { packages: "external", splitting: true, sourcemap: "linked" }),
      logLevel: "silent",
    });
    try {
      renameSync(own, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  for (const other of readdirSync(CACHE))
    if ((other.startsWith(`${name}-`) || other.startsWith("weights-")) && !other.endsWith(`-${state}`))
      rmSync(join(CACHE, other), { recursive: true, force: true });
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [program = ""] = process.argv.splice(2, 1);
  if (program === "--only-bundle") {
    // Installing makes the bundles and learns from the questions of the corpus, so that not even the first question waits for them; an
    // installation without them is sound as well
    for (const name of Object.keys(BUNDLES)) await bundled(name).catch(() => {});
    await bundled("ask")
      .then((folder) => import(pathToFileURL(join(folder, "learn.mjs")).href))
      .catch(() => {});
  } else {
    // Where a log says that a fault happened is a line of the sources
    if (program !== "ask") process.setSourceMapsEnabled(true);
    await import(await addressOf(program));
  }
}
