import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import {
  ABOUT_FINLAND,
  ABOUT_THE_SEA,
  answered,
  answerer,
  ask,
  browsing,
  inBrowser,
  isInView,
  turns,
} from "../../support/web/browsing.ts";
import { running } from "../../support/web/running.ts";

inBrowser("the conversation", () => {
  const browser = browsing();

  test("a question in Arabic: the answer comes without a reload, its citation opens the marked words, and back returns", async () => {
    const { page, complaints } = await browser.open("/");
    await page.evaluate("globalThis.sameDocument = true");
    await ask(page, ABOUT_THE_SEA);
    expect(await page.evaluate("globalThis.sameDocument")).toBe(true);
    expect(await turns(page)).toEqual([ABOUT_THE_SEA]);
    expect(new URL(page.url()).searchParams.get("q")).toBe(ABOUT_THE_SEA);
    expect(await page.locator(".turn:last-child .answered").getAttribute("dir")).toBe("rtl");
    expect(await page.locator(".turn:last-child mark").count()).toBeGreaterThan(0);
    const quoted = await page.locator(".turn:last-child blockquote mark").first().textContent();

    await page.locator(".turn:last-child a.cite").first().click();
    await page.waitForURL(/\/sources\/.*h=\d+-\d+#p\d+/);
    const marked = page.locator("li.cited mark");
    expect(await marked.textContent()).toBe(quoted);
    const h = (new URL(page.url()).searchParams.get("h") as string).split("-").map(Number);
    const document = answerer.corpus.documents.find(({ id }) => page.url().includes(id));
    expect(document?.text.slice(h[0], h[1])).toBe(quoted);
    expect(await isInView(page, "li.cited mark")).toBe(true);

    await page.goBack();
    await answered(page);
    expect(await turns(page)).toEqual([ABOUT_THE_SEA]);
    expect(complaints).toEqual([]);
  });

  test("a question in English is answered in English around the Arabic quote", async () => {
    const { page, complaints } = await browser.open("/", { locale: "en-GB" });
    await ask(page, ABOUT_FINLAND);
    const answer = page.locator(".turn:last-child .answered");
    expect([await answer.getAttribute("lang"), await answer.getAttribute("dir")]).toEqual(["en", "ltr"]);
    const quote = answer.locator("blockquote").first();
    expect(await quote.getAttribute("lang")).toBe("ar");
    expect(await direction(page, ".turn:last-child blockquote")).toBe("rtl");
    expect(await answer.locator(".facts").first().textContent()).toContain("paragraph");
    expect(complaints).toEqual([]);
  });

  test("the language is switched in the menu, and the conversation comes along", async () => {
    const { page, complaints } = await browser.open("/");
    await ask(page, ABOUT_THE_SEA);
    await ask(page, ABOUT_FINLAND);
    await page.click(".languages summary");
    await page.click('.languages a[lang="ru"]');
    await page.waitForURL(/lang=ru/);
    expect([await page.getAttribute("html", "lang"), await page.getAttribute("html", "dir")]).toEqual([
      "ru",
      "ltr",
    ]);
    await page.locator(".turn .bubble.answered[data-kind]").nth(1).waitFor();
    expect(await turns(page)).toEqual([ABOUT_THE_SEA, ABOUT_FINLAND]);
    expect(await page.locator(".places a").first().textContent()).toBe("Спросить");
    await page.click(".places a[href*='/sources']");
    await page.waitForURL(/\/sources\?lang=ru/);
    expect(complaints).toEqual([]);
  });

  test("back, forward and reload show what was there", async () => {
    const { page, complaints } = await browser.open("/");
    await ask(page, ABOUT_THE_SEA);
    await ask(page, ABOUT_FINLAND);
    await page.goBack();
    expect(await turns(page)).toEqual([ABOUT_THE_SEA]);
    expect(await page.title()).toContain(ABOUT_THE_SEA);
    await page.goBack();
    expect(await turns(page)).toEqual([]);
    expect(new URL(page.url()).search).toBe("");
    await page.goForward();
    await page.goForward();
    expect(await turns(page)).toEqual([ABOUT_THE_SEA, ABOUT_FINLAND]);
    await page.reload();
    await page.locator(".turn .bubble.answered[data-kind]").nth(1).waitFor();
    expect(await turns(page)).toEqual([ABOUT_THE_SEA, ABOUT_FINLAND]);
    expect(complaints).toEqual([]);
  });

  test("a permalink opens its question by itself; an example and a person are pressed; pages turn in their place", async () => {
    const { page, complaints } = await browser.open("/");
    await page.locator(".examples .chips a").first().click();
    await answered(page);
    const link = (await page.locator(".turn:last-child [data-copy=link]").getAttribute("href")) as string;
    const question = await turns(page);
    await page.locator('.shelf .people a[href*="putin"]').click();
    await answered(page, "leader");
    expect(await turns(page)).toHaveLength(2);
    const before = await page.locator(".turn:last-child blockquote").allTextContents();
    await page.locator(".turn:last-child .pager a[rel=next]").click();
    await page.locator(".turn:last-child .pager a[rel=prev]").waitFor();
    expect(await turns(page)).toHaveLength(2);
    expect(await page.locator(".turn:last-child blockquote").allTextContents()).not.toEqual(before);
    await page.goBack();
    await page.locator(".turn:last-child .pager a[rel=prev]").waitFor({ state: "detached" });
    expect(await page.locator(".turn:last-child blockquote").allTextContents()).toEqual(before);
    await page.fill(".turn:last-child .topic input[name=topic]", "بحر قزوين");
    await page.keyboard.press("Enter");
    await page.locator(".turn:last-child .tabs a", { hasText: "بحر قزوين" }).waitFor();
    expect(new URL(page.url()).searchParams.get("topic")).toBe("بحر قزوين");

    const fresh = await browser.open(link);
    expect(await turns(fresh.page)).toEqual(question);
    expect([...complaints, ...fresh.complaints]).toEqual([]);
  });

  test("a name that fits two people is a choice", async () => {
    const { page } = await browser.open("/");
    await ask(page, "محمدوف");
    const choices = page.locator('.turn:last-child [data-kind="leaders"] .people a');
    expect(await choices.count()).toBe(2);
    await choices.last().click();
    await answered(page, "leader");
  });

  test("what is not in the sources is said, with something to ask instead or the nearest there is", async () => {
    const { page } = await browser.open("/");
    await ask(page, "كم سعر الذهب في أستراليا؟");
    const answer = page.locator(".turn:last-child .answered");
    expect(["nothing", "closest"]).toContain(await answer.getAttribute("data-kind"));
    expect(await answer.locator(".notice").count()).toBe(1);
    expect(await answer.locator(".chips a, blockquote").count()).toBeGreaterThan(0);
  });

  test("answers stand in the order of their questions, however long each takes", async () => {
    const { page } = await browser.open("/");
    let first = true;
    await page.route("**/?q=*", async (route) => {
      const wait = first ? 800 : 0;
      first = false;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await route.continue();
    });
    for (const question of [ABOUT_THE_SEA, ABOUT_FINLAND]) {
      await page.fill("#q", question);
      await page.keyboard.press("Enter");
    }
    await page.locator(".turn .answered[data-kind]").nth(1).waitFor();
    expect(await turns(page)).toEqual([ABOUT_THE_SEA, ABOUT_FINLAND]);
  });

  test.each([
    ["the server is gone", (page: Page) => page.route("**/?q=*", (route) => route.abort()), "لم يصل الجواب"],
    [
      "the server breaks",
      (page: Page) =>
        page.route("**/?q=*", (route) => route.fulfill({ status: 502, body: "<h1>Bad gateway" })),
      "لم يصل الجواب",
    ],
  ])("when %s it says so, and trying again works", async (_, broken, said) => {
    const { page } = await browser.open("/");
    await broken(page);
    await page.fill("#q", ABOUT_THE_SEA);
    await page.keyboard.press("Enter");
    const notice = page.locator(".turn:last-child .notice a");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(said);
    expect(await page.locator(".turn:last-child .asked p").textContent()).toBe(ABOUT_THE_SEA);
    await page.unroute("**/?q=*");
    await notice.click();
    await answered(page, "quotes");
    expect(await turns(page)).toEqual([ABOUT_THE_SEA]);
  });

  test("too many questions at once are told to wait, in the page's words", async () => {
    const strict = await running({ answerer, perMinute: 2 });
    onTestFinished(() => strict.close());
    const { page } = await browser.open("/", { locale: "en" }, strict);
    await ask(page, ABOUT_FINLAND);
    await page.fill("#q", ABOUT_THE_SEA);
    await page.keyboard.press("Enter");
    const notice = page.locator(".turn:last-child .notice");
    await notice.waitFor();
    expect(await notice.textContent()).toContain("Wait a minute");
  });
});

function direction(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`,
  ) as Promise<string>;
}
