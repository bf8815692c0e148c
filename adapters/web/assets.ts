import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { packageRoot } from "../service/package-root.ts";

/** The page's typefaces, from their packages: of the many files there, those that `fonts.css` names. */
const FONTS = [
  {
    of: "@fontsource-variable/noto-naskh-arabic",
    files: ["noto-naskh-arabic-arabic-wght-normal.woff2", "noto-naskh-arabic-latin-wght-normal.woff2"],
  },
  {
    of: "@fontsource/ibm-plex-sans-arabic",
    files: [400, 600].flatMap((weight) =>
      ["arabic", "latin"].map((script) => `ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`),
    ),
  },
  {
    // The Arabic family's own extended Latin lacks most of Turkish, Azerbaijani and Turkmen
    of: "@fontsource/ibm-plex-sans",
    files: [400, 600].flatMap((weight) =>
      ["cyrillic", "cyrillic-ext", "latin-ext"].map(
        (script) => `ibm-plex-sans-${script}-${weight}-normal.woff2`,
      ),
    ),
  },
] as const;

const PUBLIC = join(packageRoot(), "adapters/web/public");

export interface Assets {
  /** The address of a file of `public/` or of a typeface. */
  url(file: string): string;
  register(server: FastifyInstance): Promise<void>;
}

/**
 * The page's static files. Their address holds a hash of what is in them, so browsers may keep them for good and get new ones
 * as soon as anything in them changes. `base` is the path under which the public reaches the server.
 */
export function loadAssets(base = ""): Assets {
  const { resolve } = createRequire(import.meta.url);
  const fontRoots = FONTS.map(({ of }) => join(dirname(resolve(`${of}/package.json`)), "files"));
  const own = readdirSync(PUBLIC).toSorted();
  const hash = createHash("sha256");
  for (const file of own) hash.update(file).update(readFileSync(join(PUBLIC, file)));
  const served = new Set<string>([...own, ...FONTS.flatMap(({ files }) => files)]);
  const prefix = `/assets/${hash.digest("hex").slice(0, 12)}/`;
  return {
    url(file) {
      if (!served.has(file)) throw new Error(`${file} is not among the page's files`);
      return base + prefix + file;
    },
    async register(server) {
      await server.register(staticFiles, {
        root: [PUBLIC, ...fontRoots],
        prefix,
        index: false,
        decorateReply: false,
        maxAge: "365d",
        immutable: true,
        allowedPath: (path) => served.has(path.replace(/^\//, "")),
      });
    },
  };
}
