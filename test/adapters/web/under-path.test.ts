/** The page under a path of a host that serves other things as well. */
import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import { basePath, withoutBase } from "../../../adapters/web/base-path.ts";
import { runningHere } from "../../support/web/running.ts";
import { standIn } from "../../support/web/stub-corpus.ts";
import { BASE, type UnderPath, underPath } from "../../support/web/under-path.ts";

const ATTRIBUTE = /\b(?:href|src|action|data-share|content)="([^"]+)"/g;

/** What a page leads to: paths, and addresses of the same host. */
function addressesIn(markup: string, { url }: UnderPath): string[] {
  return [...markup.matchAll(ATTRIBUTE)]
    .map(([, value = ""]) => value.replaceAll("&amp;", "&"))
    .filter((value) => value.startsWith("/") || value.startsWith(url))
    .map((value) => value.replace(url, "").replace(/#.*/, ""));
}

/** Follows every address from one, and gives those that are not served. */
async function crawl(
  site: UnderPath,
  from: string,
  most = 400,
): Promise<{ seen: Set<string>; lost: string[] }> {
  const seen = new Set([from]);
  const lost: string[] = [];
  for (const path of seen) {
    const response = await fetch(site.url + path);
    if (response.status !== 200) lost.push(`${response.status} ${path}`);
    const markup = await response.text();
    if (!response.headers.get("content-type")?.includes("html")) continue;
    for (const found of addressesIn(markup, site)) if (seen.size < most) seen.add(found);
  }
  return { seen, lost };
}

describe.each([
  ["passes on as it is", false],
  ["takes off", true],
])("a path that the proxy %s", (_how, strips) => {
  it("is kept by every link, file and form, which are all served", async () => {
    const site = await underPath(strips);
    const { seen, lost } = await crawl(site, `${BASE}/?q=${encodeURIComponent("سمك الحفش")}`);
    expect(lost).toEqual([]);
    expect(site.astray).toEqual([]);
    expect([...seen].filter((path) => !path.startsWith(`${BASE}/`))).toEqual([]);
    for (const part of ["/?", "/sources", "/verify", "/assets/"])
      expect(
        [...seen].some((path) => path.startsWith(BASE + part)),
        part,
      ).toBe(true);
  });

  it("is in what others show of a link, in the API's description, and in a redirect", async () => {
    const site = await underPath(strips);
    const page = await (await fetch(`${site.url}${BASE}/?q=x&lang=en`)).text();
    const root = site.url + BASE;
    expect(page).toContain(`<link rel="canonical" href="${root}/?q=x&amp;lang=en">`);
    expect(page).toContain(`hreflang="ru" href="${root}/?q=x&amp;lang=ru">`);
    expect(page).toContain(`<meta property="og:url" content="${root}/?q=x&amp;lang=en">`);
    expect(page).toMatch(new RegExp(`property="og:image" content="${root}/assets/\\w+/card.png"`));
    expect(page).toContain(`<p class="address">${root}/?q=x&amp;lang=en</p>`);
    const api = (await (await fetch(`${root}/api/openapi.json`)).json()) as { servers: unknown };
    expect(api.servers).toEqual([{ url: BASE }]);
    expect((await fetch(root)).status).toBe(200);
    expect((await fetch(`${root}/api/nothing`)).headers.get("content-type")).toContain("json");
    expect(await (await fetch(`${root}/robots.txt`)).text()).toContain(`Disallow: ${BASE}/api/`);
  });
});

describe("a server under a path", () => {
  it("sends a question about a quotation to where it is checked", async () => {
    const { url } = await underPath(true, { answerer: { ...standIn(), asksAboutQuotation: () => true } });
    const response = await fetch(`${url}${BASE}/?q=x`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([303, `${BASE}/verify?q=x`]);
  });

  it("takes a platform's deliveries at their own path, though it lies under the page's", async () => {
    const webhook = async (server: FastifyInstance): Promise<void> => {
      server.post(`${BASE}/telegram`, async () => "delivered");
    };
    const { url } = await underPath(false, { plugins: [webhook] });
    expect(await (await fetch(`${url}${BASE}/telegram`, { method: "POST" })).text()).toBe("delivered");
  });

  it("does not promise HTTPS for the rest of the host", async () => {
    const promised = async (publicUrl: string) => {
      const { server } = await runningHere({ publicUrl });
      return (await server.inject("/")).headers["strict-transport-security"] !== undefined;
    };
    expect(await promised("https://isnad.example")).toBe(true);
    expect(await promised("https://www.example/isnad")).toBe(false);
  });
});

describe("the path of a public address", () => {
  it.each([
    [undefined, ""],
    ["https://isnad.example", ""],
    ["https://isnad.example/", ""],
    ["https://www.example/bots/isnad", "/bots/isnad"],
    ["https://www.example/bots/isnad/", "/bots/isnad"],
  ])("of %s is %j", (publicUrl, base) => {
    expect(basePath(publicUrl)).toBe(base);
  });

  it.each([
    ["/isnad", "/"],
    ["/isnad/", "/"],
    ["/isnad?q=a/b", "/?q=a/b"],
    ["/isnad/sources/a?h=1-2", "/sources/a?h=1-2"],
    ["/isnads/sources", "/isnads/sources"],
    ["/sources", "/sources"],
    ["/", "/"],
    ["/isnad/isnad", "/isnad"],
    ["/isnad/hook?x", "/isnad/hook?x"],
    ["*", "*"],
  ])("is taken off %s: %s", (url, rest) => {
    expect(withoutBase("/isnad", url, (path) => path === "/isnad/hook")).toBe(rest);
  });
});
