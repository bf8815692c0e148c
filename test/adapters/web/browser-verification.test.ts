import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { browsing, inBrowser, PHONE } from "../../support/web/browsing.ts";

const BENT = "قال بوتين: «لن نبدأ إنتاج الناقلات المشتركة مع أذربيجان»";
const { verdict } = STRINGS.ar.verification;

inBrowser("checking a quotation", () => {
  const browser = browsing();

  test("without JavaScript: both texts side by side, what differs marked, and an address to pass on", async () => {
    const { page, complaints } = await browser.open("/verify?lang=ar", { javaScriptEnabled: false });
    await page.fill("#q", BENT);
    await page.click(".verify button");
    await page.waitForURL(/\/verify\?.*q=/);
    expect(await page.locator(".verdicts h2").textContent()).toBe(verdict.altered);
    expect(await page.locator(".compare mark").allTextContents()).toEqual(["لن", "نبدأ"]);
    expect(await page.locator(".compare .quote b").allTextContents()).toEqual(["سنبدأ"]);
    expect(await page.locator(".differences li").count()).toBeGreaterThan(0);
    const pasted = await page.locator(".compare > figure").boundingBox();
    const source = await page.locator(".compare > div").boundingBox();
    // Right to left, what was pasted comes first
    expect(pasted?.x).toBeGreaterThan(source?.x ?? 0);
    expect(Math.abs((pasted?.y ?? 0) - (source?.y ?? 99))).toBeLessThan(20);
    await page.locator("a.cite").first().click();
    await page.waitForURL(/\/sources\//);
    expect(complaints).toEqual([]);
  });

  test("a question after a quotation comes here by itself, and nothing is hard to read", async () => {
    const { page, complaints } = await browser.open(
      `/?q=${encodeURIComponent("هل قال بوتين: «الجيش الروسي يضرب أهدافاً مدنية»؟")}`,
    );
    await page.waitForURL(/\/verify\?/);
    expect(await page.locator(".verdicts h2").textContent()).toBe(verdict.altered);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each(["ru", "fa", "en"] as const)(
    "an Arabic quotation is judged in its reader's language (%s)",
    async (lang) => {
      const { page } = await browser.open(`/verify?lang=${lang}&q=${encodeURIComponent(BENT)}`);
      expect(await page.locator(".verdicts h2").textContent()).toBe(
        STRINGS[lang].verification.verdict.altered,
      );
      expect(await page.getAttribute(".verdicts", "lang")).toBe(lang);
      // The source's words with a translation under them, and cited as everywhere
      expect(await page.locator(".translation .by").textContent()).toBe(STRINGS[lang].translation.label);
      expect(await page.locator(".compare .cite .work").count()).toBe(1);
    },
  );

  test("on a phone and in the dark it has margins, and a field as everywhere", async () => {
    const { page } = await browser.open(`/verify?lang=ar&q=${encodeURIComponent(BENT)}`, {
      viewport: PHONE,
      colorScheme: "dark",
    });
    for (const part of ["h1", ".intro", ".verdicts", "textarea", "#speaker"]) {
      const { x, width } = (await page.locator(`main ${part}`).first().boundingBox()) as {
        x: number;
        width: number;
      };
      expect([part, x >= 12 && x + width <= PHONE.width - 12]).toEqual([part, true]);
    }
    const look = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector("${selector}")).backgroundColor`);
    expect(await look("textarea")).toBe(await look("#speaker"));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test("what comes nearest to words that are nowhere is said to be so before it is shown", async () => {
    const { page } = await browser.open(
      `/verify?lang=en&q=${encodeURIComponent("Putin said that relations between Russia and the Group of Seven are at their best")}`,
    );
    expect(await page.locator(".verdicts h2").textContent()).toBe(STRINGS.en.verification.verdict.absent);
    expect(await page.locator(".compare > div .over").textContent()).toBe(STRINGS.en.verification.nearest);
  });

  test("markup that is pasted is text", async () => {
    const { page } = await browser.open(
      `/verify?q=${encodeURIComponent("<img src=x onerror=alert(1)> «بحر قزوين»")}`,
    );
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.inputValue("#q")).toContain("<img");
  });

  test("the true quotation is copied by one press, with its citation and an address that shows it", async () => {
    const { page, complaints } = await browser.open(`/verify?lang=ar&q=${encodeURIComponent(BENT)}`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const quote = page.locator(".compare .quote").first();
    await quote.locator("[data-copy=quote]").click();
    await page.locator(".told", { hasText: "نُسخ" }).waitFor();
    const copied = (await page.evaluate("navigator.clipboard.readText()")) as string;
    const [words = "", citation, address = ""] = copied.split("\n");
    expect(words).toContain("سنبدأ");
    expect(words.replace(/[«»…]/g, "")).toBe(await quote.locator("blockquote").textContent());
    for (const fact of await quote.locator("a.cite bdi").allTextContents()) expect(citation).toContain(fact);
    await page.goto(address);
    expect(await page.locator("li.cited mark").first().textContent()).toContain("سنبدأ");
    expect(complaints).toEqual([]);
  });

  test("the bar says where one is", async () => {
    const { page } = await browser.open("/verify?lang=ar");
    for (const [path, place] of [
      ["/verify", "/verify"],
      ["/sources", "/sources"],
      ["/", "/"],
    ] as const) {
      await page.goto(new URL(`${path}?lang=ar`, page.url()).href);
      const here = await page
        .locator(".places [aria-current=page]")
        .evaluateAll((links) => links.map(String));
      expect(here.map((href) => new URL(href).pathname)).toEqual([place]);
    }
  });
});
