import { expect, it } from "vitest";
import {
  ABOUT_A_SUMMIT,
  ABOUT_THE_SEA,
  answered,
  answerer,
  ask,
  browsing,
  inBrowser,
  turns,
} from "../../support/web/browsing.ts";
import { BASE, underPath } from "../../support/web/under-path.ts";

inBrowser("the page under a path", () => {
  const site = browsing();

  it.each([false, true])(
    "is a conversation like any other (the proxy takes the path off: %s)",
    async (strips) => {
      const there = await underPath(strips, { answerer });
      const { page, complaints } = await site.open(`${BASE}/`, {}, there);
      await ask(page, ABOUT_THE_SEA);
      await ask(page, ABOUT_A_SUMMIT);
      const path = (): string => new URL(page.url()).pathname;
      expect(path()).toBe(`${BASE}/`);
      // The second may be shown with what it goes on from, so they are counted
      expect(await turns(page)).toHaveLength(2);
      await page.reload();
      await expect.poll(async () => (await turns(page)).length).toBe(2);
      await page.goBack();
      await expect.poll(() => turns(page)).toEqual([ABOUT_THE_SEA]);

      // In another language the conversation is there as well
      await page.locator("details.languages summary").click();
      await page.locator('[data-language="en"]').click();
      await page.waitForURL(/lang=en/);
      await answered(page);
      expect(await page.evaluate("document.documentElement.lang")).toBe("en");
      expect(path()).toBe(`${BASE}/`);

      // A citation leads into the reader, the bar to the other pages and back
      await page.locator("a.cite").first().click();
      await page.waitForURL(/\/sources\//);
      expect(await page.locator("li.cited").count()).toBe(1);
      for (const place of ["/verify", "/sources", "/"]) {
        await page.locator(`nav.places a[href^="${BASE}${place}?"]`).click();
        await page.waitForURL((url) => url.pathname === BASE + place);
      }
      expect(await page.evaluate("document.fonts.ready.then(() => document.fonts.size > 0)")).toBe(true);
      expect(there.astray).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
