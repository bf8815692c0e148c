import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, describe, onTestFinished } from "vitest";
import { realAnswerer } from "../core.ts";
import { findChromium } from "./chromium.ts";
import { type Running, running } from "./running.ts";

const executablePath = findChromium();
if (executablePath === undefined)
  console.warn(
    "No Chromium was found on this machine, so the page was NOT tried in a browser. (Debian: apt-get install chromium)",
  );

/** Tests in a real browser; left out, and said to be, where there is none. Starting one takes seconds on a busy machine. */
export function inBrowser(name: string, tests: () => void): void {
  describe.skipIf(executablePath === undefined)(`${name} (in Chromium)`, tests);
}

export const PHONE = { width: 360, height: 740 };
export const ABOUT_THE_SEA = "لماذا يقلق علييف على بحر قزوين؟";
/** Two words that many passages have: its answer has pages, whatever the ranking. */
export const ABOUT_A_SUMMIT = "قمة قزوين"; // Caspian summit
export const ABOUT_FINLAND = "What did Putin say about Finland and Sweden?";

export const answerer = realAnswerer();

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about, or asked of anyone but its own server. */
  readonly complaints: string[];
}

export interface Browsing {
  readonly url: string;
  /** Opens an address of the site in a fresh browser profile. */
  open(path: string, options?: BrowserContextOptions, at?: Running): Promise<Opened>;
}

/** A browser and the site over the real corpus, for all tests of a `describe`. */
export function browsing(): Browsing {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof running>>;

  beforeAll(async () => {
    // No sandbox: in a container there often is none to be had, and only this repository's own page is opened
    browser = await chromium.launch({ executablePath: executablePath as string, args: ["--no-sandbox"] });
    site = await running({ answerer });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    get url() {
      return site.url;
    },
    async open(path, options = {}, at = site) {
      const context = await browser.newContext({
        locale: "ar",
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(at.url)) complaints.push(`request: ${request.url()}`);
      });
      await page.goto(at.url + path);
      return { page, context, complaints };
    },
  };
}

export async function ask(page: Page, question: string): Promise<void> {
  await page.fill("#q", question);
  await page.keyboard.press("Enter");
  await answered(page);
}

/** Waits for the last turn's answer. */
export async function answered(page: Page, kind?: string): Promise<void> {
  await page
    .locator(`.turn:last-child .answered[data-kind${kind === undefined ? "" : `="${kind}"`}]`)
    .waitFor();
}

/** The questions of the conversation as it is shown. */
export function turns(page: Page): Promise<string[]> {
  return page.locator(".turn:not(.welcome) .asked p").allTextContents();
}

/** Classes and id of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.className + '#' + document.activeElement.id");
}

export function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const { top, bottom } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  })()`);
}
