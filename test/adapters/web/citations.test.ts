import { afterAll, beforeAll, expect, test } from "vitest";
import { linkTo } from "../../../adapters/conversation/source-link.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import type { Document, Passage } from "../../../src/model/corpus.ts";
import { wholeQuote } from "../../../src/quote.ts";
import { realAnswerer } from "../../support/core.ts";
import { type Running, running } from "../../support/web/running.ts";

const answerer = realAnswerer();
const { corpus } = answerer;
let site: Running & { close(): Promise<void> };

beforeAll(async () => {
  site = await running({ answerer });
});
afterAll(() => site?.close());

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};
const textOf = (markup: string) =>
  markup.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] as string);

const documentOf = ({ doc }: Passage) => corpus.documents.find(({ id }) => id === doc) as Document;

test("every sentence of every source can be cited: the link of a platform opens it marked, in its whole paragraph", async () => {
  for (const passage of corpus.passages)
    for (const best of passage.sentences) {
      const link = new URL(linkTo(site.url, documentOf(passage), passage, { ...wholeQuote(passage), best }));
      const page = await (await fetch(link)).text();
      const item = new RegExp(
        `<li id="${link.hash.slice(1)}" dir="auto" class="([^"]*)">.*?class="verbatim"[^>]*>(.*?)</(?:p|h2)></li>`,
        "s",
      ).exec(page);
      expect(textOf(item?.[2] ?? "")).toBe(passage.text);
      // A citation of the whole paragraph needs no mark: the fragment points at it
      if (best[0] === passage.start && best[1] === passage.end) continue;
      expect(item?.[1]).toContain("cited");
      const [marked] = [...(item?.[2] ?? "").matchAll(/<mark>(.*?)<\/mark>/gs)].map((match) =>
        textOf(match[1] as string),
      );
      expect(marked).toBe(passage.text.slice(best[0] - passage.start, best[1] - passage.start));
    }
});

test("every page is whole in every language", async () => {
  const [document] = corpus.documents;
  for (const lang of LANGUAGES)
    for (const path of [
      "/",
      "/?q=x",
      `/?q=${encodeURIComponent("سمك الحفش")}`,
      "/?leader=putin",
      "/?leader=xi-jinping&show=mentions&topic=x",
      "/sources",
      `/sources/${document?.id}?h=9-2`,
      "/nothing",
      "/?page=x",
    ]) {
      const page = await (
        await fetch(`${site.url + path}${path.includes("?") ? "&" : "?"}lang=${lang}`)
      ).text();
      expect(page).toContain(`<html lang="${lang}" dir="${lang === "ar" || lang === "fa" ? "rtl" : "ltr"}">`);
      expect(page.replace(/\s+/g, " ")).not.toMatch(/undefined|\[object|NaN|>null</);
      expect(page.match(/<main/g)).toHaveLength(1);
      expect(page.match(/<h1/g)).toHaveLength(1);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(ids).toEqual([...new Set(ids)]);
    }
});
