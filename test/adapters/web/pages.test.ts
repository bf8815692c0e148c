import { describe, expect, test } from "vitest";
import type { AnswerRecord } from "../../../src/answer-record.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { realAnswerer } from "../../support/core.ts";
import { runningHere } from "../../support/web/running.ts";
import { standIn } from "../../support/web/stub-corpus.ts";

const inArabic = { headers: { "accept-language": "ar" } };
const ask = (q: string, rest = "") => `/?q=${encodeURIComponent(q)}${rest}`;

describe("asking", () => {
  test("an Arabic question gets its quote, marked, with a citation that opens it", async () => {
    const { url } = await runningHere();
    const response = await fetch(url + ask("سمك"), inArabic);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('data-kind="quotes"');
    expect(page).toContain("<b>سمك</b>");
    expect(page).toContain('href="/sources/000_summit.txt?h=0-79#p1"');
    expect(page).toContain("<title>سمك · إسناد</title>");
  });

  test("every kind of answer is a page", async () => {
    const { url } = await runningHere();
    for (const [path, kind] of [
      [ask("سمك"), "quotes"],
      [ask("سمك عطارد"), "closest"],
      [ask("عطارد"), "nothing"],
      [ask("hello"), "help"],
      [ask(""), "refused"],
      [ask("   "), "refused"],
      ["/?leader=putin", "leader"],
    ] as const) {
      const response = await fetch(url + path, inArabic);
      expect(response.status, path).toBe(200);
      expect(await response.text(), path).toContain(`data-kind="${kind}"`);
    }
  });

  test("an address with nothing at it is no entry of the bar", async () => {
    const { url } = await runningHere();
    expect(await (await fetch(`${url}/sources`, inArabic)).text()).toContain(' aria-current="page"');
    const nothing = await fetch(`${url}/sources/nothing.txt`, inArabic);
    expect(nothing.status).toBe(404);
    expect(await nothing.text()).not.toContain(' aria-current="page"');
  });

  test("who asks in a language that is not spoken here reads so in it, with links to whom the question names", async () => {
    const { url } = await runningHere({ answerer: realAnswerer() });
    const page = await (await fetch(url + ask("מה אמר פוטין על ההסכם?"), inArabic)).text();
    expect(page).toContain('data-kind="help"');
    expect(page).toMatch(/<p class="notice" lang="he" dir="auto">\u2068אני עדיין לא מבין את השפה הזאת/);
    expect(page).toContain('href="/?leader=putin');
    const record = await (await fetch(`${url}/api/answer?q=${encodeURIComponent("מה אמר פוטין?")}`)).json();
    expect(record).toMatchObject({
      kind: "help",
      topic: "language",
      unspoken: "he",
      quotes: [],
      documents: [],
    });
  });

  test("and with links to the sources whose headlines share a name with the question", async () => {
    const answerer = realAnswerer();
    const { url } = await runningHere({ answerer });
    const question = "Was wurde über das Kaspische Meer gesagt?";
    const bubble = (page: string) => /class="bubble answered".*?<\/div>/su.exec(page)?.[0] ?? "";
    const shown = bubble(await (await fetch(url + ask(question), inArabic)).text());
    const record = await (await fetch(`${url}/api/answer?q=${encodeURIComponent(question)}`)).json();
    expect(record).toMatchObject({ topic: "language", unspoken: "de", leaders: [] });
    const { documents } = record as AnswerRecord;
    expect(documents?.length).toBeGreaterThan(0);
    for (const id of documents ?? []) expect(shown).toContain(`href="/sources/${id}"`);
    const unnamed = bubble(
      await (await fetch(url + ask("Wie viel kostet ein Auto in Deutschland?"), inArabic)).text(),
    );
    expect(unnamed).toContain("Diese Sprache");
    expect(unnamed).not.toMatch(/class="(works|people|hint)"/);
  });

  test("what the sources say nothing about is named", async () => {
    const { url } = await runningHere();
    const page = await (await fetch(url + ask("سمك عطارد"), inArabic)).text();
    expect(page).toMatch(/class="aside">[^<]*(?:<bdi[^>]*>)?[^<]*عطارد/);
  });

  test.each([
    ["an id", "/?leader=putin", "leader"],
    ["a name in its own field", `/?leader=${encodeURIComponent("علييف")}`, "leader"],
    ["nothing but a name as a question", ask("علييف"), "leader"],
    ["a name in a longer question", ask("علييف سمك"), "quotes"],
    ["a name that nobody has", "/?leader=nobody", "nothing"],
    ["no name", "/?leader=", "refused"],
  ])("%s leads to the person", async (_, path, kind) => {
    const { url } = await runningHere();
    expect(await (await fetch(url + path, inArabic)).text()).toContain(`data-kind="${kind}"`);
  });

  test("a person's card: what they say on a topic first, then all they say, then where they are named", async () => {
    const base = standIn();
    const onTopic = base.answer({ text: "سمك" });
    const answerer: Answerer = {
      ...base,
      leader(lookup) {
        const answer = base.leader(lookup);
        const about = lookup.topic && onTopic.kind === "quotes" ? onTopic.quotes : [];
        return answer.kind === "leader" ? { ...answer, about } : answer;
      },
    };
    const { url } = await runningHere({ answerer });
    const current = async (path: string) => {
      const page = await (await fetch(url + path, inArabic)).text();
      const tab = /href="([^"]*)"[^>]*aria-current="true">([^<]*)<span class="count">(\d+)/.exec(page);
      return [tab?.[1]?.replaceAll("&amp;", "&"), tab?.[2]?.trim(), Number(tab?.[3])];
    };
    expect(await current("/?leader=putin")).toEqual(["/?leader=putin", "الأقوال", 4]);
    expect(await current("/?leader=putin&show=mentions")).toEqual([
      "/?leader=putin&show=mentions",
      "مواضع الذكر",
      5,
    ]);
    expect(await current("/?leader=putin&topic=x")).toEqual(["/?leader=putin&topic=x", "«x»", 1]);
    expect(await current("/?leader=putin&topic=x&show=statements")).toEqual([
      "/?leader=putin&topic=x&show=statements",
      "الأقوال",
      4,
    ]);
    expect(await current("/?leader=putin&show=other")).toEqual(["/?leader=putin", "الأقوال", 4]);
  });

  test("a name that fits several is a choice of links", async () => {
    const base = standIn();
    const answerer: Answerer = {
      ...base,
      answer: () => ({ kind: "leaders", lang: "en", leaders: base.corpus.leaders }),
    };
    const { url } = await runningHere({ answerer });
    const page = await (await fetch(url + ask("who"))).text();
    expect(page).toContain('href="/?leader=putin"');
    expect(page).toContain('href="/?leader=aliyev"');
  });

  test("pages of an answer follow one another and stay within it", async () => {
    const { url } = await runningHere();
    const first = await (await fetch(url + ask("بوتين إلى"), inArabic)).text();
    expect(first).toContain(`/?q=${encodeURIComponent("بوتين إلى").replace("%20", "+")}&amp;page=2`);
    expect(first.match(/<figure/g)).toHaveLength(1);
    const second = await (await fetch(url + ask("بوتين إلى", "&page=2"), inArabic)).text();
    expect(second.match(/<figure/g)).toHaveLength(3);
    const beyond = await (await fetch(url + ask("بوتين إلى", "&page=999"), inArabic)).text();
    expect(beyond.match(/<figure/g)).toHaveLength(1);
  });

  test("the address chooses the language, else the browser does, and links carry a choice on", async () => {
    const { url } = await runningHere();
    const byBrowser = await (await fetch(`${url}/`, { headers: { "accept-language": "ru" } })).text();
    expect(byBrowser).toContain('<html lang="ru" dir="ltr">');
    expect(byBrowser).toContain('href="/sources"');
    const byAddress = await (await fetch(`${url}/?lang=fa`, { headers: { "accept-language": "ru" } })).text();
    expect(byAddress).toContain('<html lang="fa" dir="rtl">');
    expect(byAddress).toContain('href="/sources?lang=fa"');
    expect(byAddress).toContain('<input type="hidden" name="lang" value="fa">');
    const unknown = await (await fetch(`${url}/?lang=xx`, { headers: { "accept-language": "en" } })).text();
    expect(unknown).toContain('<html lang="en" dir="ltr">');
  });

  test("a quote that is not what stands at its place is not shown", async () => {
    const base = standIn();
    const answerer: Answerer = {
      ...base,
      answer(question) {
        const answer = base.answer(question);
        if (answer.kind !== "quotes") return answer;
        return { ...answer, quotes: answer.quotes.map((quote) => ({ ...quote, text: `${quote.text}!` })) };
      },
    };
    const { url } = await runningHere({ answerer });
    const page = await (await fetch(url + ask("سمك"), inArabic)).text();
    expect(page).not.toContain("<figure");
    expect(page).toContain('class="notice"');
  });
});

describe("reading", () => {
  test("lists every source", async () => {
    const { url } = await runningHere();
    const page = await (await fetch(`${url}/sources`, inArabic)).text();
    expect(page).toContain('href="/sources/000_summit.txt"');
    expect(page).toContain('href="/sources/001_meeting.txt"');
    expect(page).toContain("بعد اجتماع بوتين وعلييف");
  });

  test("shows every paragraph of an article, numbered, exactly as it stands", async () => {
    const { url } = await runningHere();
    const { corpus } = standIn();
    for (const document of corpus.documents) {
      const page = await (await fetch(`${url}/sources/${document.id}`)).text();
      for (const passage of document.passages) {
        const shown = new RegExp(
          `<li id="p${passage.paragraph}"[^>]*>.*?class="verbatim"[^>]*>(.*?)</p></li>`,
          "s",
        ).exec(page);
        const text = (shown?.[1] ?? "")
          .replace(/&lt;/g, "<")
          .replace(/&gt;/g, ">")
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, "&");
        expect(text).toBe(passage.text);
      }
    }
  });

  test.each([
    ["0-79", true],
    ["13-20", true],
    ["79-79", false],
    ["20-13", false],
    ["0-80", false],
    ["78-84", false],
    ["0-99999999", false],
    ["0-999999999999999999999", false],
    ["-1-5", false],
    ["1.5-3", false],
    ["1e1-20", false],
    ["a-b", false],
    ["%3Cscript%3E", false],
    ["٠-٥", false],
  ])("words at %s: marked %s", async (h, isMarked) => {
    const { url } = await runningHere();
    const page = await (await fetch(`${url}/sources/000_summit.txt?h=${encodeURI(h)}`, inArabic)).text();
    expect(page.includes("<mark>")).toBe(isMarked);
    expect(page.includes('role="status"')).toBe(!isMarked);
    expect(page).not.toContain("<script>");
  });

  test("marks exactly the words of the link", async () => {
    const { url } = await runningHere();
    const page = await (await fetch(`${url}/sources/000_summit.txt?h=6-11`)).text();
    expect(page).toContain(
      "وأشار<mark> بوتي</mark>ن إلى".replace("<mark> بوتي</mark>ن", " <mark>بوتين</mark>"),
    );
    expect(page).toContain('<li id="p1" dir="auto" class="body cited">');
  });
});

test("an answerer that breaks is a polite page, and its error's words are not logged", async () => {
  const base = standIn();
  const answerer: Answerer = {
    ...base,
    answer({ text }) {
      throw new TypeError(`cannot read ${text}`);
    },
  };
  const { url, logged } = await runningHere({ answerer });
  const response = await fetch(url + ask("سري جدا"), { headers: { "accept-language": "en" } });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain("Something broke on this side");
  expect(logged()).toContain("TypeError");
  expect(logged()).toContain('"route":"/"');
  expect(logged()).not.toContain("سري");
  expect(logged()).not.toContain(encodeURIComponent("سري"));
});

test("no question and no address is logged", async () => {
  const { url, logged } = await runningHere();
  for (const path of [
    ask("سمك"),
    "/api/answer?q=secret",
    "/sources/secret",
    "/secret?q=secret",
    "/%E0%A4%A?secret",
    "/?page=secret",
  ])
    await (await fetch(url + path)).text();
  expect(logged()).not.toMatch(/secret|%D8%B3|سمك/);
});
