import { expect, onTestFinished, test } from "vitest";
import { answered, answerer, browsing, inBrowser } from "../../support/web/browsing.ts";
import { running } from "../../support/web/running.ts";
import { PUTIN, standIn } from "../../support/web/stub-corpus.ts";

inBrowser("hostile input runs nothing", () => {
  const browser = browsing();

  const HOSTILE = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onfocus='alert(1)' autofocus='`,
    `</title><svg onload=alert(1)>`,
    `javascript:alert(1)`,
    `\${alert(1)}{{constructor.constructor('alert(1)')()}}`,
    `<iframe srcdoc="<script>parent.alert(1)</script>">`,
    `&lt;script&gt;alert(1)&lt;/script&gt;`,
    `\u202e<b>بوتين</b>\u2066`,
  ];
  const pieces =
    "script:not([src]), img[src=x], svg[onload], iframe, [onerror], [onfocus], [onload], .asked b, a[href^=javascript]";

  test.each(HOSTILE)("as a question, typed and linked: %s", async (text) => {
    const { page, complaints } = await browser.open("/");
    await page.fill("#q", text);
    await page.keyboard.press("Enter");
    await answered(page);
    expect(await page.locator(pieces).count()).toBe(0);
    await page.goto(`${browser.url}/?q=${encodeURIComponent(text)}`);
    expect(await page.locator(pieces).count()).toBe(0);
    expect((await page.locator(".asked p").first().textContent()) ?? "").toBe(
      text.replace(/[\u202e\u2066]/g, ""),
    );
    expect(complaints).toEqual([]);
  });

  test("as a person, a topic, a language, a page, a fragment, words to mark", async () => {
    const { page, complaints } = await browser.open("/");
    const document = answerer.corpus.documents[0]?.id;
    for (const text of HOSTILE) {
      const e = encodeURIComponent(text);
      for (const path of [
        `/?leader=${e}`,
        `/?leader=putin&topic=${e}`,
        `/?lang=${e}`,
        `/?q=a&page=${e}`,
        `/?q=a#${e}`,
        `/?q=a#q${text}`,
        `/sources/${document}?h=${e}`,
        `/sources/${document}?h=0-5${e}#p1${text}`,
        `/sources/${document}#${text}`,
        `/sources/${e}`,
        `/${e}`,
      ]) {
        await page.goto(browser.url + path);
        expect([path, await page.locator(pieces).count()]).toEqual([path, 0]);
      }
    }
    // A page that is not there is an error to the console, and that is all there may be
    expect(complaints.filter((complaint) => !/status of 40[04]/.test(complaint))).toEqual([]);
  });

  test("in the documents' names, titles, text and people", async () => {
    const [name, title] = [`"><img src=x onerror=alert(1)>.txt`, `</h1><script>alert(1)</script>`];
    const hostile = await running({
      answerer: standIn({
        texts: { [name]: HOSTILE.join("\n"), "?#%2e%2e%.txt": "متن", "a b&c=d.txt": "متن" },
        titles: { [name]: title },
        leaders: [
          {
            ...PUTIN,
            id: "putin",
            name: { ar: `<img src=x onerror=alert(1)>`, en: title },
            roles: [title],
          },
        ],
      }),
    });
    onTestFinished(() => hostile.close());
    const { page, complaints } = await browser.open("/sources", {}, hostile);
    const links = page.locator(".library h2 a");
    for (const at of [0, 1, 2]) {
      await links.nth(at).click();
      await page.locator("ol.text").waitFor();
      expect(await page.locator(pieces).count()).toBe(0);
      await page.goBack();
    }
    for (const path of ["/", "/?q=alert", "/?leader=putin", "/?leader=putin&lang=en"]) {
      await page.goto(hostile.url + path);
      expect(await page.locator(pieces).count()).toBe(0);
    }
    await page.goto(`${hostile.url}/?q=iframe`);
    await page.locator("a.cite").first().click();
    await page.locator("li.cited mark").waitFor();
    expect(complaints).toEqual([]);
  });
});
