import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import { ABOUT_THE_SEA, answerer } from "../../support/web/browsing.ts";
import { runningHere } from "../../support/web/running.ts";

const PUBLIC = "https://isnad.example";
const document = answerer.corpus.documents[3];

async function head(path: string, publicUrl?: string) {
  const { url } = await runningHere({ answerer, ...(publicUrl && { publicUrl }) });
  const page = await (await fetch(url + path, { headers: { "accept-language": "ar" } })).text();
  const property = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1];
  return { url, page, property, canonical: /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1] };
}

describe("a link that is passed on", () => {
  const quoted = answerer.answer({ text: ABOUT_THE_SEA });
  const question = `/?q=${encodeURIComponent(ABOUT_THE_SEA).replaceAll("%20", "+")}`;

  test("a question is shown by itself and the sentence that answers it", async () => {
    if (quoted.kind !== "quotes") throw new Error(quoted.kind);
    const [quote] = quoted.quotes;
    const { property, canonical } = await head(question, PUBLIC);
    expect(property("og:title")).toContain(ABOUT_THE_SEA);
    const best = quote?.text.slice(quote.best[0] - quote.start, quote.best[1] - quote.start) as string;
    const said = property("og:description")?.replaceAll("&quot;", '"');
    expect(best.startsWith(said?.replace(/…$/, "") as string)).toBe(true);
    expect(canonical).toBe(PUBLIC + question);
    expect(property("og:url")).toBe(canonical);
    expect(property("og:type")).toBe("article");
  });

  test.each([
    ["a person", "/?leader=putin", "فلاديمير بوتين"],
    ["a source", `/sources/${document?.id}`, document?.opening.slice(0, 20) as string],
    ["the list of sources", "/sources", "المصادر"],
    ["the first page", "/", "إسناد"],
  ])("%s has its own address and title", async (_, path, title) => {
    const { property, canonical, page } = await head(path, PUBLIC);
    expect(canonical).toBe(PUBLIC + path);
    expect(property("og:title")).toContain(title);
    expect(property("og:description")).not.toBe("");
    expect(page.match(/hreflang="[a-z]{2}" href="https:/g)).toHaveLength(LANGUAGES.length);
  });

  test("its picture is served, of the size that is said", async () => {
    const { url, property } = await head("/", PUBLIC);
    const path = new URL(property("og:image") as string).pathname;
    const image = Buffer.from(await (await fetch(url + path)).arrayBuffer());
    expect(image.subarray(1, 4).toString()).toBe("PNG");
    expect([image.readUInt32BE(16), image.readUInt32BE(20)].map(String)).toEqual([
      property("og:image:width"),
      property("og:image:height"),
    ]);
    expect(image.length).toBeLessThan(150_000);
  });

  test("where the public has no way here, no page claims to have an address", async () => {
    const { page, canonical } = await head(question);
    expect(canonical).toBeUndefined();
    expect(page).not.toContain("og:");
  });

  test("robots are told what is theirs", async () => {
    const text = async (publicUrl?: string) => {
      const { url } = await runningHere({ ...(publicUrl && { publicUrl }) });
      return (await fetch(`${url}/robots.txt`)).text();
    };
    expect(await text()).toBe("User-agent: *\nDisallow: /\n");
    expect(await text(PUBLIC)).toContain("Disallow: /metrics\n");
    expect(await text(PUBLIC)).not.toContain("Disallow: /\n");
  });

  test("every page has a colour for the window and an icon for a telephone's screen", async () => {
    const { url, page } = await head("/sources");
    expect(page.match(/<meta name="theme-color"/g)).toHaveLength(2);
    const icon = /rel="apple-touch-icon" href="([^"]*)"/.exec(page)?.[1];
    expect((await fetch(url + icon)).headers.get("content-type")).toBe("image/png");
  });
});

test("the faces of the page's own script are loaded first, in both weights, and each is among the styles", async () => {
  const { url } = await runningHere();
  const styles = readFileSync(new URL("../../../adapters/web/public/fonts.css", import.meta.url), "utf8");
  const loaded = new Set<string>();
  for (const [lang, script] of [
    ["ar", "arabic"],
    ["fa", "arabic"],
    ["en", "latin"],
    ["tr", "latin"],
    ["tr", "latin-ext"],
    ["az", "latin-ext"],
    ["ru", "cyrillic"],
    ["kk", "cyrillic"],
    ["kk", "cyrillic-ext"],
  ]) {
    const page = await (await fetch(`${url}/?lang=${lang}`)).text();
    const fonts = [...page.matchAll(/rel="preload" href="([^"]*)" as="font"/g)].map(
      (match) => match[1] as string,
    );
    for (const weight of [400, 600]) expect(fonts.join()).toContain(`${script}-${weight}-normal.woff2`);
    for (const font of fonts) {
      expect(styles).toContain(font.split("/").at(-1));
      loaded.add(font);
    }
  }
  for (const font of loaded) {
    const response = await fetch(url + font);
    await response.arrayBuffer();
    expect([font, response.status]).toEqual([font, 200]);
  }
});
