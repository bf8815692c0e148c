import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import {
  ABOUT_A_SUMMIT,
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
  turns,
} from "../../support/web/browsing.ts";

inBrowser("access", () => {
  const browser = browsing();

  test("without JavaScript everything is a form or a link", async () => {
    const { page, complaints } = await browser.open("/", { javaScriptEnabled: false });
    await page.fill("#q", ABOUT_A_SUMMIT);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?q=/);
    expect(await turns(page)).toEqual([ABOUT_A_SUMMIT]);
    const summary = page.locator(".context summary").first();
    await summary.click();
    expect(await page.locator(".context p").first().isVisible()).toBe(true);
    await page.locator(".pager a[rel=next]").click();
    await page.waitForURL(/page=2/);
    await page.locator("a.cite").first().click();
    await page.waitForURL(/\/sources\//);
    expect(await page.locator("li.cited mark").count()).toBe(1);
    expect(await isInView(page, "li.cited")).toBe(true);
    await page.locator(".sheet .people a").first().click();
    await page.waitForURL(/leader=/);
    expect(await page.locator('[data-kind="leader"]').count()).toBe(1);
    await page.fill(".topic input[name=topic]", "بحر قزوين");
    await page.click(".topic button");
    await page.waitForURL(/topic=/);
    await page.click(".languages summary");
    await page.click('.languages a[lang="fr"]');
    await page.waitForURL(/lang=fr/);
    expect(await page.getAttribute("html", "lang")).toBe("fr");
    await page.fill("#q", "bonjour");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=bonjour/);
    expect(await page.getAttribute("html", "lang")).toBe("fr");
    expect(complaints).toEqual([]);
  });

  test("with the keyboard alone: skip link, ask, open a citation, come back", async () => {
    const { page } = await browser.open("/sources");
    await page.goto(`${browser.url}/?q=x`);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toContain("skip");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("#q");
    await page.keyboard.type(ABOUT_THE_SEA);
    await page.keyboard.press("Enter");
    await page.locator(".turn:last-child a.cite").first().waitFor();
    // The answer has the focus now, so the next step of the keyboard is into it
    expect(await focused(page)).toBe("turn#");
    let cite = false;
    for (let presses = 0; presses < 10 && !cite; presses += 1) {
      await page.keyboard.press("Tab");
      cite = (await focused(page)).includes("cite");
    }
    expect(cite).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).not.toBe("none");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sources\//);
    await page.goBack();
    await page.locator(".turn:last-child a.cite").first().waitFor();
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("/");
    expect(await focused(page)).toContain("#q");
    expect(await page.inputValue("#q")).toBe("");
  });

  test("pressing an example moves the focus to its answer, for whoever reads by ear or by key", async () => {
    const { page } = await browser.open("/");
    await page.locator(".examples .chips a").first().focus();
    await page.keyboard.press("Enter");
    await answered(page);
    expect(await page.evaluate("document.activeElement === document.querySelector('.turn:last-child')")).toBe(
      true,
    );
  });

  test("nothing serious for axe, on any page, dark and light, wide and narrow", async () => {
    const paths = [
      "/",
      `/?q=${encodeURIComponent(ABOUT_THE_SEA)}`,
      `/?q=${encodeURIComponent(ABOUT_FINLAND)}&page=2`,
      `/?q=${encodeURIComponent("كم سعر الذهب في أستراليا؟")}&lang=tr`,
      "/?leader=putin&topic=x",
      `/?q=${encodeURIComponent("محمدوف")}`,
      "/sources?lang=fa",
      `/sources/${answerer.corpus.documents[3]?.id}?h=${answerer.corpus.passages.find(({ doc }) => doc === answerer.corpus.documents[3]?.id)?.start}-900#p1`,
      "/sources/nothing",
    ];
    const looks = [
      { colorScheme: "light", viewport: { width: 1280, height: 900 }, paths },
      { colorScheme: "dark", viewport: { width: 1280, height: 900 }, paths },
      { colorScheme: "light", viewport: PHONE, paths: paths.slice(0, 2) },
    ] as const;
    for (const { colorScheme, viewport, paths } of looks) {
      const { page } = await browser.open("/", { colorScheme, viewport, reducedMotion: "reduce" });
      for (const path of paths) {
        await page.goto(browser.url + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        const told = serious.map(({ id, nodes }) => [
          id,
          nodes.map(({ html, failureSummary }) => [html, failureSummary]),
        ]);
        expect({ path, colorScheme, told }).toEqual({ path, colorScheme, told: [] });
      }
    }
  });

  test("a screen reader is told: a log that is live, a labelled field, headings, languages", async () => {
    const { page } = await browser.open("/", { locale: "en" });
    await ask(page, ABOUT_FINLAND);
    const log = page.getByRole("log", { name: "Conversation" });
    expect(await log.getAttribute("aria-live")).toBe("polite");
    expect(await log.getByRole("heading", { name: "Answer" }).count()).toBe(1);
    expect(await page.getByRole("textbox", { name: "Your question" }).count()).toBe(1);
    expect(await page.getByRole("button", { name: "Send" }).count()).toBe(1);
    expect(await page.getByRole("navigation").count()).toBeGreaterThan(0);
    expect(await page.getByRole("main").count()).toBe(1);
  });

  test("on a phone nothing is wider than the screen, and the field is at hand", async () => {
    const { page } = await browser.open("/", { viewport: PHONE, isMobile: true, hasTouch: true });
    for (const path of [
      "/",
      `/?q=${encodeURIComponent(ABOUT_THE_SEA)}`,
      "/?leader=putin",
      "/?leader=putin&lang=en",
      "/?leader=putin&lang=ru",
      "/sources?lang=fr",
      "/sources",
      `/sources/${answerer.corpus.documents[4]?.id}?lang=en`,
      "/nothing",
      `/?q=${"x".repeat(300)}`,
    ]) {
      await page.goto(browser.url + path);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect([path, width]).toEqual([path, PHONE.width]);
      if (path.startsWith("/?")) expect(await isInView(page, "#q")).toBe(true);
    }
  });

  test("nothing moves: not while the page loads, not when an answer arrives late", async () => {
    const { page, context } = await browser.open("/");
    await context.addInitScript(`
      globalThis.shifted = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value; })
        .observe({ type: "layout-shift", buffered: true });`);
    for (const path of [
      "/",
      `/?q=${encodeURIComponent(ABOUT_THE_SEA)}`,
      "/sources",
      "/?leader=putin&lang=en",
    ]) {
      await page.goto(browser.url + path, { waitUntil: "networkidle" });
      expect([path, Number(await page.evaluate("globalThis.shifted")) < 0.01]).toEqual([path, true]);
    }
    await page.goto(`${browser.url}/`);
    // An answer is kept back for longer than the half second in which a shift counts as the reader's own doing
    await page.route("**/?q=*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await route.continue();
    });
    await ask(page, ABOUT_THE_SEA);
    await page.waitForTimeout(200);
    expect(Number(await page.evaluate("globalThis.shifted"))).toBeLessThan(0.05);
  });

  test("dark and light follow the system", async () => {
    const brightness = async (colorScheme: "dark" | "light") => {
      const { page } = await browser.open("/", { colorScheme });
      const color = String(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
      return (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    };
    expect(await brightness("dark")).toBeLessThan(150);
    expect(await brightness("light")).toBeGreaterThan(600);
  });
});
