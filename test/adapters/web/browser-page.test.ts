import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import {
  ABOUT_FINLAND,
  ABOUT_THE_SEA,
  answered,
  answerer,
  ask,
  browsing,
  focused,
  inBrowser,
  isInView,
  PHONE,
} from "../../support/web/browsing.ts";

const asked = (question: string, rest = "") => `/?q=${encodeURIComponent(question)}${rest}`;

inBrowser("the page", () => {
  const browser = browsing();

  test.each([
    ["a question", asked(ABOUT_THE_SEA), {}],
    ["a person", "/?leader=putin&lang=en", {}],
    ["without a script", asked(ABOUT_FINLAND), { javaScriptEnabled: false }],
    [
      "at twice the size",
      asked(ABOUT_THE_SEA),
      { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
    ],
    ["on a phone", asked(ABOUT_FINLAND), { viewport: PHONE }],
  ])("a link to an answer opens on the answer: %s", async (_, path, options) => {
    const { page } = await browser.open(path, options);
    expect(await page.locator(".lead, .examples").count()).toBe(0);
    const quote = page.locator(".answered .verbatim").first();
    const { y } = (await quote.boundingBox()) as { y: number };
    expect(y).toBeLessThan((page.viewportSize() as { height: number }).height - 60);
    expect(await focused(page)).not.toContain("#q");
  });

  test("home says what this is and how much, with a field, examples and people below one another", async () => {
    for (const viewport of [PHONE, { width: 1280, height: 860 }]) {
      const { page } = await browser.open("/?lang=en", { viewport });
      expect(await focused(page)).toContain("#q");
      expect(await page.locator(".hero").textContent()).toContain("5 sources · 74 paragraphs");
      const middles = (await page.evaluate(`[".hero h1", ".composer", ".examples"].map((part) => {
        const { left, right, top } = document.querySelector(part).getBoundingClientRect();
        return [Math.abs((left + right) / 2 - document.documentElement.clientWidth / 2) < 2, top];
      })`)) as [boolean, number][];
      expect(middles.map(([isCentred]) => isCentred)).toEqual([true, true, true]);
      expect(middles.map(([, top]) => top)).toEqual(middles.map(([, top]) => top).toSorted((a, b) => a - b));
      const people = page.locator(".shelf .people a");
      expect(await people.count()).toBe(answerer.corpus.leaders.length);
      await people.first().click();
      await answered(page, "leader");
      // What home says is gone, and the way back brings it again
      expect(await page.locator(".lead").isVisible()).toBe(false);
      await page.goBack();
      await page.locator(".lead").waitFor();
    }
  });

  test("the way back from an answer that was opened by its link to the home before it", async () => {
    const { page } = await browser.open("/");
    await ask(page, ABOUT_THE_SEA);
    await page.reload();
    await answered(page);
    await page.goBack();
    await page.locator(".lead").waitFor();
    expect(await page.locator(".turn").count()).toBe(0);
  });

  test("a question that is asked has its answer in view and in focus", async () => {
    const { page } = await browser.open(asked(ABOUT_FINLAND), { viewport: PHONE });
    await ask(page, ABOUT_THE_SEA);
    expect(await page.evaluate("document.activeElement === document.querySelector('.turn:last-child')")).toBe(
      true,
    );
    expect(await isInView(page, ".turn:last-child blockquote")).toBe(true);
  });

  test("the sentence that answers is on a background, the matched words underlined, all of it in full ink", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await browser.open(asked(ABOUT_THE_SEA), { colorScheme });
      const look = (selector: string, property: string) =>
        page.evaluate(`getComputedStyle(document.querySelector("${selector}")).${property}`);
      expect(await look("blockquote mark", "backgroundColor")).not.toBe("rgba(0, 0, 0, 0)");
      expect(await look("blockquote b", "textDecorationLine")).toBe("underline");
      expect(await look("blockquote", "color")).toBe(await look("body", "color"));
    }
  });

  test("a quote is copied with its citation and its address, and a question's link by itself", async () => {
    const { page, context } = await browser.open(asked(ABOUT_THE_SEA, "&lang=en"), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const copied = () => page.evaluate("navigator.clipboard.readText()") as Promise<string>;
    await page.locator("[data-copy=quote]").first().click();
    await page
      .locator(".told", { hasText: "نُسخ" })
      .or(page.locator(".told", { hasText: "Copied" }))
      .waitFor();
    const [quote = "", citation = "", address = ""] = (await copied()).split("\n");
    expect(quote).toBe(`«${await page.locator("blockquote").first().textContent()}»`);
    for (const fact of await page.locator("a.cite bdi").allTextContents()) expect(citation).toContain(fact);
    await page.goto(address);
    expect(quote).toContain((await page.locator("li.cited mark").textContent()) as string);
    await page.goBack();
    await page.locator("[data-copy=link]").click();
    await page.waitForFunction("document.querySelector('.told').textContent !== ''");
    // Spaces may be written in either way
    expect(new URL(await copied()).searchParams).toEqual(new URL(page.url()).searchParams);
    // Nothing there to share with: no button for it, and a link without a script is a link
    expect(await page.locator(".sharing").isVisible()).toBe(false);
    await context.addInitScript(
      "navigator.share = (what) => { globalThis.shared = what; return Promise.resolve(); }",
    );
    await page.reload();
    await page.locator(".sharing").click();
    expect(new URL(String(await page.evaluate("globalThis.shared.url"))).searchParams).toEqual(
      new URL(page.url()).searchParams,
    );
  });

  test("on paper: the question, the answer, its citation and the address, and nothing else", async () => {
    const { page } = await browser.open(asked(ABOUT_FINLAND));
    await page.emulateMedia({ media: "print" });
    const text = ((await page.evaluate("document.body.innerText")) as string).replace(/\s+/g, " ");
    const parts = await page
      .locator(
        ".asked p, blockquote, .translation .by, .translation .rendering, a.cite .work, a.cite .translated, a.cite .facts, .address",
      )
      .allInnerTexts();
    let rest = text;
    for (const part of parts) rest = rest.replace(part.replace(/\s+/g, " "), "");
    // Headings for those who read by ear are not seen
    rest = rest.replace((await page.locator("h2.unseen, h3.unseen").allTextContents()).join(" "), "");
    for (const unseen of await page.locator(".unseen").allTextContents()) rest = rest.replace(unseen, "");
    expect(rest.replace(/[()\s]/g, "")).toBe("");
    expect(text).toContain(new URL(page.url()).pathname);
    await page.goto(`${browser.url}/sources/${answerer.corpus.documents[1]?.id}`);
    expect(await page.locator(".bar").isVisible()).toBe(false);
    expect(await page.locator("ol.text").isVisible()).toBe(true);
  });

  test("points stand between facts, never inside one, and a title begins where its facts begin", async () => {
    for (const lang of ["ar", "en"]) {
      const { page } = await browser.open(asked(ABOUT_THE_SEA, `&lang=${lang}`), { viewport: PHONE });
      expect((await page.locator("bdi").allTextContents()).filter((text) => text.includes("·"))).toEqual([]);
      const starts = (await page.evaluate(`[...document.querySelectorAll("a.cite, .works a")].map((block) => {
        const side = getComputedStyle(block).direction === "rtl" ? "right" : "left";
        const range = document.createRange();
        return [...block.querySelectorAll(".work, .facts, small")].map((part) => {
          range.selectNodeContents(part);
          const edges = [...range.getClientRects()].map((rect) => rect[side]);
          return side === "right" ? Math.max(...edges) : Math.min(...edges);
        });
      })`)) as number[][];
      expect(starts.length).toBeGreaterThan(3);
      for (const [title = 0, facts = 0] of starts) expect(Math.abs(title - facts)).toBeLessThan(2);
    }
  });

  test("a role that takes two lines begins on both where the name begins", async () => {
    const { page } = await browser.open("/?lang=en", { viewport: { width: 260, height: 740 } });
    const lefts = (await page.evaluate(`[...document.querySelectorAll(".shelf .who")].map((who) => {
      const range = document.createRange();
      range.selectNodeContents(who.querySelector("[lang=ar]"));
      const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
      return [who.querySelector("b").getBoundingClientRect().left, ...lines.map(({ left }) => left)];
    })`)) as number[][];
    expect(Math.max(...lefts.map(({ length }) => length))).toBeGreaterThan(2);
    for (const [name = 0, ...lines] of lefts)
      for (const line of lines) expect(Math.abs(line - name)).toBeLessThan(2);
  });

  test("every letter of a language is of the page's own faces", async () => {
    const { page } = await browser.open("/");
    const client = await page.context().newCDPSession(page);
    await client.send("DOM.enable");
    await client.send("CSS.enable");
    for (const lang of LANGUAGES) {
      // Faces are optional on a first visit: from the second on they are there
      for (const _visit of [1, 2])
        await page.goto(`${browser.url}/?lang=${lang}`, { waitUntil: "networkidle" });
      const { root } = await client.send("DOM.getDocument");
      for (const selector of [".hero h1", ".lead", ".places a", ".examples li a"]) {
        const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector });
        const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId });
        const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
        expect([lang, selector, foreign.map(({ familyName }) => familyName)]).toEqual([lang, selector, []]);
      }
    }
  });

  test("the field says in every language how to ask, and the phone has room for it", async () => {
    for (const lang of LANGUAGES) {
      const { page } = await browser.open(`/?lang=${lang}`, { viewport: PHONE });
      const [text, room] = (await page.evaluate(`document.fonts.ready.then(() => {
        const field = document.querySelector("#q");
        const style = getComputedStyle(field);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        return [pen.measureText(field.placeholder).width, field.clientWidth - 2 * parseFloat(style.paddingLeft)];
      })`)) as [number, number];
      expect([lang, text <= room]).toEqual([lang, true]);
    }
  });

  test("no two landmarks of navigation share a name, however much was asked", async () => {
    const { page } = await browser.open("/?leader=putin");
    await page.locator(".shelf .people a").nth(1).click();
    await answered(page, "leader");
    await ask(page, ABOUT_FINLAND);
    const names = (await page.evaluate(
      "[...document.querySelectorAll('nav, [role=navigation]')].map((nav) => nav.getAttribute('aria-label'))",
    )) as string[];
    expect(new Set(names).size).toBe(names.length);
  });

  test("a person: the search on top, then what they said by source, the title of each once", async () => {
    const { page } = await browser.open("/?leader=putin&lang=en");
    const order = (await page.evaluate(
      `[".topic", ".tabs", ".from"].map((part) => document.querySelector(".leader " + part).getBoundingClientRect().top)`,
    )) as number[];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await page.locator(".topic button").textContent()).toBe("Search");
    const titles = await page.locator(".from h4").allTextContents();
    expect(titles).toEqual([...new Set(titles)]);
    expect(await page.locator(".from").first().locator("figure").count()).toBeGreaterThan(1);
  });

  test("an error says what to do, and has a field to do it in", async () => {
    for (const lang of LANGUAGES) {
      const { page } = await browser.open(`/nothing?lang=${lang}`);
      expect((await page.locator(".failure p").first().textContent())?.length).toBeGreaterThan(20);
      await page.locator(".failure #q").fill(ABOUT_THE_SEA);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\?.*q=/);
      expect(await page.locator("blockquote").count()).toBeGreaterThan(0);
      expect(await page.getAttribute("html", "lang")).toBe(lang);
    }
  });

  test("the first answer is one document, light over the wire, and nothing moves", async () => {
    const { page, context } = await browser.open("/sources");
    const sizes = await wire(page);
    await context.addInitScript(`globalThis.shifted = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.shifted += entry.value; })
        .observe({ type: "layout-shift", buffered: true });`);
    await page.goto(browser.url + asked(ABOUT_THE_SEA), { waitUntil: "networkidle" });
    expect(Number(await page.evaluate("globalThis.shifted"))).toBeLessThan(0.01);
    expect(sizes.total()).toBeLessThan(150_000);

    const bare = await browser.open("/sources", { javaScriptEnabled: false });
    const documents: string[] = [];
    bare.page.on("request", (request) => {
      if (!["stylesheet", "font", "image", "other"].includes(request.resourceType()))
        documents.push(request.resourceType());
    });
    await bare.page.goto(browser.url + asked(ABOUT_THE_SEA), { waitUntil: "networkidle" });
    expect(await bare.page.locator("blockquote").first().isVisible()).toBe(true);
    expect(documents).toEqual(["document"]);
  });
});

/** Bytes that come over the wire from now on, headers too, fonts left out; nothing is kept from before. */
async function wire(page: Page): Promise<{ total(): number }> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const fonts = new Set<string>();
  let bytes = 0;
  client.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Font") fonts.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  return { total: () => bytes };
}
