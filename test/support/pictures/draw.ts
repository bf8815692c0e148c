/** Draws the README's pictures from the bot's own messages and page: `npm run pictures`. It needs a Chromium. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { realAnswerer } from "../core.ts";
import { ROOT } from "../service/program.ts";
import { findChromium } from "../web/chromium.ts";
import { running } from "../web/running.ts";
import { contents, mark, PAGE } from "./pictures.ts";
import { withText } from "./png-text.ts";

const FACES = [
  ["@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2", 400],
  ["@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2", 600],
  ["@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2", 400],
  ["@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2", 600],
] as const;
const faces = FACES.map(
  ([file, weight], at) => `@font-face { font-family: face${at >> 1}; font-weight: ${weight};
    src: url(data:font/woff2;base64,${readFileSync(join(ROOT, "node_modules", file)).toString("base64")}); }`,
).join("\n");

const COMMON = `${faces}
  body { margin: 0; padding: 24px; width: 592px; font: 16px/1.55 face1, face0, sans-serif; }
  p, blockquote { margin: 0; }
  h1 { margin: 0 0 6px; font-size: 16px; font-weight: 600; }
  body > blockquote { padding: 14px 18px; border-radius: 10px; }
  body > blockquote > * + * { margin-block-start: 6px; }
  blockquote blockquote { padding-inline-start: 12px; border-inline-start: 4px solid; line-height: 1.8; }
  b { font-weight: 600; }
  kbd { display: inline-block; padding: 5px 14px; border-radius: 7px; font: inherit; font-size: 14px; }`;
const STYLES: Readonly<Record<string, string>> = {
  "discord.png": `${COMMON}
    body { background: #313338; color: #dbdee1; }
    h1 { color: #fff; }
    body > blockquote { background: #2b2d31; border: 1px solid #3f4147; }
    blockquote blockquote { border-color: #4e5058; }
    b { color: #fff; }
    sub { vertical-align: baseline; font-size: 13px; color: #b5bac1; }
    kbd { background: #4e5058; color: #fff; }`,
  "telegram.png": `${COMMON}
    body { background: #c8d8bd; color: #000; }
    h1 { color: #2a6d9e; }
    body > blockquote { background: #fff; }
    blockquote blockquote { padding-block: 4px; border-color: #3390ec; border-radius: 4px; background: #eaf4fd; }
    kbd { box-sizing: border-box; background: #6d8a63; color: #fff; text-align: center; }
    p:has(kbd) { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 6px; }`,
};

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("no Chromium was found (Debian: apt-get install chromium)");
// No sandbox: in a container there often is none to be had, and only this repository's own markup is opened
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const [file, content] of await contents()) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: "light" });
  const style = STYLES[file];
  const site = style === undefined ? await running({ answerer: realAnswerer() }) : undefined;
  if (site) await page.goto(site.url + PAGE, { waitUntil: "networkidle" });
  else {
    await page.setContent(`<!doctype html><style>${style}</style><h1>Isnad</h1>${content}`);
    await page.setViewportSize({ width: 640, height: 300 });
  }
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  const png = await page.screenshot({ fullPage: site === undefined });
  writeFileSync(join(ROOT, ".github", file), withText(png, mark(content)));
  await site?.close();
  await page.close();
}
await browser.close();
