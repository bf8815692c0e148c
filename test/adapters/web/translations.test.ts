import { describe, expect, test } from "vitest";
import type { Answerer } from "../../../src/model/answerer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { answerer, browsing, inBrowser, turns, ask as type } from "../../support/web/browsing.ts";
import { runningHere } from "../../support/web/running.ts";
import { standIn } from "../../support/web/stub-corpus.ts";

const STURGEON = "What did Putin say about sturgeon?";
const inEnglish = { headers: { "accept-language": "en" } };
const text = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

async function pageOf(path: string, core: Answerer = answerer, options: { translatorUrl?: string } = {}) {
  const { url } = await runningHere({ answerer: core, ...options });
  return (await fetch(url + path, inEnglish)).text();
}

const bestOf = (question: string) => {
  const answer = answerer.answer({ text: question });
  if (answer.kind !== "quotes") throw new Error(answer.kind);
  const [quote] = answer.quotes;
  if (!quote?.translation) throw new Error("no translation");
  return { ...quote, translation: quote.translation };
};

describe("a reader of another language", () => {
  test("reads an editor's translation under the quote, and said to be one", async () => {
    const page = await pageOf(`/?q=${encodeURIComponent(STURGEON)}`);
    const { translation } = bestOf(STURGEON);
    const [, label] =
      /<div class="translation" lang="en" dir="ltr">\s*<p class="by">([^<]*)<\/p>/.exec(page) ?? [];
    expect(label).toBe(STRINGS.en.translation.label);
    const [, rendering = ""] = /<p class="rendering">([\s\S]*?)<\/p>/.exec(page) ?? [];
    expect(text(rendering)).toBe(translation.text.slice(...translation.best));
    for (const [, quoted = ""] of page.matchAll(/<blockquote[^>]*>([\s\S]*?)<\/blockquote>/g))
      expect(quoted).not.toContain('class="translation"');
  });

  test("has the whole paragraph's folded away behind it", async () => {
    const question = "When will Russia chair the CIS?";
    const { translation } = bestOf(question);
    const page = await pageOf(`/?q=${encodeURIComponent(question)}`);
    const [, folded = ""] =
      /<details class="context"><summary>Whole translation<\/summary>\s*<p>([\s\S]*?)<\/p>/.exec(page) ?? [];
    expect(text(folded)).toBe(translation.text);
  });

  test("is shown none that is not its file's", async () => {
    const { corpus } = answerer;
    const bent: Answerer = {
      ...answerer,
      corpus,
      answer: (question) => {
        const answer = answerer.answer(question);
        if (answer.kind !== "quotes") return answer;
        return {
          ...answer,
          quotes: answer.quotes.map((q) => ({
            ...q,
            translation: { lang: "en", text: "Made up.", best: [0, 8] },
          })),
        };
      },
    };
    const page = await pageOf(`/?q=${encodeURIComponent(STURGEON)}`, bent);
    expect(page).not.toContain("Made up.");
    expect(page).toContain('class="translation"');
  });

  test("is told what the marked words mean, when pointing at them and by ear", async () => {
    const page = await pageOf(`/?q=${encodeURIComponent(STURGEON)}`);
    expect(page).toMatch(/<b title="[^"]*sturgeon[^"]*">/);
    const [, list = ""] = /<dl class="unseen glosses"[^>]*>([\s\S]*?)<\/dl>/.exec(page) ?? [];
    expect(list).toMatch(/<dt lang="ar">[^<]+<\/dt><dd lang="en">[^<]*sturgeon/);
    const arabic = await (
      await fetch(`${(await runningHere({ answerer })).url}/?q=${encodeURIComponent("سمك الحفش")}`)
    ).text();
    expect(arabic).not.toMatch(/<b title|<dl |class="translation"/);
  });

  test("has titles, publishers and roles in that language beside the original's", async () => {
    const sources = await pageOf("/sources");
    expect(sources).toContain("Raisi and Putin stress");
    expect(sources).toContain("Tasnim News Agency");
    expect(sources).toContain("وكالة تسنيم للأنباء");
    const person = await pageOf("/?leader=lavrov");
    expect(person).toContain('<small lang="en">Russian foreign minister</small>');
    expect(person).toContain("وزير الخارجية الروسي");
    expect(person).toContain('class="translation"');
  });

  test("finds each paragraph of a source translated, folded away", async () => {
    const page = await pageOf("/sources/000_fb179739c3e72752.txt");
    const folded = [
      ...page.matchAll(/<details class="context translation"[^>]*>[\s\S]*?<p>([\s\S]*?)<\/p>/g),
    ];
    expect(folded.map(([, one = ""]) => text(one))).toEqual(
      answerer.corpus.translations.get("en")?.get("000_fb179739c3e72752.txt"),
    );
  });

  test("is led to a translation service where no editor has translated, and the question is not sent along", async () => {
    const translatorUrl = "https://translate.example/?to={to}&text={text}";
    const page = await pageOf("/?q=سمك", standIn(), { translatorUrl });
    expect(page).not.toContain("translate.example");
    const answered = await pageOf("/?leader=putin", standIn(), { translatorUrl });
    const [, link = "", rel = ""] =
      /<p class="elsewhere"><a href="([^"]+)" target="_blank" rel="([^"]+)"/.exec(answered) ?? [];
    expect(link).toMatch(/^https:\/\/translate\.example\/\?to=en&amp;text=%D9%88/);
    expect(rel).toContain("noreferrer");
    expect(await pageOf("/?leader=putin", standIn())).not.toContain("elsewhere");
  });

  test("gets translations from the API too, and of people by id", async () => {
    const { url } = await runningHere({ answerer });
    const answer = await (await fetch(`${url}/api/leaders/aliyev`, inEnglish)).json();
    expect(answer).toMatchObject({
      statements: expect.arrayContaining([expect.objectContaining({ translation: expect.anything() })]),
    });
  });
});

describe("a question that follows another", () => {
  const first = "What did Aliyev say about the North-South corridor?";
  const next = "And Putin?";

  test("is answered with its subject, which its address keeps", async () => {
    const page = await pageOf(`/?q=${encodeURIComponent(next)}&after=${encodeURIComponent(first)}`);
    const expected = answerer.answer({ text: next, earlier: first, locale: "en" });
    expect("follows" in expected && expected.follows).toBe(first);
    expect(page).toContain(`data-question="${next} · ${first}"`);
    expect(page).toContain(
      `href="/?q=And+Putin%3F&amp;after=${new URLSearchParams([["a", first]]).toString().slice(2)}"`,
    );
  });

  test.each(["Putin", "Vladimir Putin"])("a name alone asks who that is: %s", async (name) => {
    const page = await pageOf(`/?q=${encodeURIComponent(name)}&after=${encodeURIComponent(first)}`);
    expect(page).toContain('data-kind="leader"');
  });

  // "and Putin?", "what about Putin?"
  test.each(["وبوتين؟", "ماذا عن بوتين؟"])(
    "a name goes on from the last question in Arabic too: %s",
    async (name) => {
      const after = "ماذا قال علييف عن ممر الشمال والجنوب؟";
      const page = await pageOf(`/?q=${encodeURIComponent(name)}&after=${encodeURIComponent(after)}`);
      expect(page).toContain(`data-question="${name} · ${after}"`);
    },
  );

  test("that stands by itself, or follows nothing, has a plain address", async () => {
    const page = await pageOf(`/?q=${encodeURIComponent(STURGEON)}&after=${encodeURIComponent(first)}`);
    expect(page).toContain(`data-question="${STURGEON}"`);
    expect(page).not.toContain("&amp;after=");
    const twice = await fetch(`${(await runningHere({ answerer })).url}/?q=a&after=b&after=c`);
    expect(twice.status).toBeLessThan(500);
  });

  test("goes by the form where there is no script", async () => {
    const page = await pageOf(`/?q=${encodeURIComponent(first)}`);
    expect(page).toContain(`<input type="hidden" name="after" value="${first}">`);
    expect(await pageOf("/")).toContain('<input type="hidden" name="after" value="" disabled>');
  });

  test("is taken by the API", async () => {
    const { url } = await runningHere({ answerer });
    const query = new URLSearchParams({ q: next, earlier: first });
    expect(await (await fetch(`${url}/api/answer?${query}`, inEnglish)).json()).toMatchObject({
      follows: first,
    });
  });
});

inBrowser("a conversation that goes on", () => {
  const browser = browsing();

  test("a short question is understood from the one before, and not from one on the way", async () => {
    const { page, complaints } = await browser.open("/", { locale: "en-GB" });
    await type(page, "What did Aliyev say about the North-South corridor?");
    await type(page, "And Putin?");
    expect(await turns(page)).toHaveLength(2);
    expect(new URL(page.url()).searchParams.get("after")).toBe(
      "What did Aliyev say about the North-South corridor?",
    );
    expect(await page.locator(".turn:last-child .answered blockquote").first().textContent()).toMatch(
      /بوتين/,
    );
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).search).toBe("");
    await type(page, "What did Putin say about sturgeon?");
    expect(new URL(page.url()).searchParams.has("after")).toBe(false);
    expect(complaints).toEqual([]);
  });
});
