/** Buttons, limits, and the last look before a message goes. */
import { describe, expect, it } from "vitest";
import { decodeButton, encodeButton } from "../../../adapters/conversation/button-codec.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { ALICE, BORIS } from "../../support/discord/people.ts";
import { COMPONENTS_V2, EPHEMERAL } from "../../support/discord/rules.ts";
import type { JsonObject } from "../../support/discord/server-state.ts";
import { idOf, isPrivate, labels, stage, textOf } from "../../support/discord/stage.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const ar = STRINGS.ar;
const { answer, open, pressIt, takeOver } = stage();

describe("buttons", () => {
  it("work after a restart and on another process", async () => {
    const { them, restart } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    await takeOver(restart());
    await pressIt(message, ar.button.next);
    expect(textOf(message)).toContain("2 من");
  });

  it("of another corpus say to ask again", async () => {
    const { them, restart } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    const before = textOf(message);
    const answerer = realAnswerer();
    const corpus = { ...answerer.corpus, fingerprint: answerer.corpus.fingerprint ^ 1 };
    await takeOver(restart({ answerer: { ...answerer, corpus } }));
    const word = await pressIt(message, ar.button.next);
    expect(isPrivate(word)).toBe(true);
    expect(textOf(word)).toContain(ar.notice.outdated);
    expect(textOf(message)).toBe(before);
  });

  it("that were forged get a private word", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    const before = JSON.stringify(message.body);
    const real = decodeButton(idOf(message, ar.button.next));
    if (real === undefined) throw new Error("not decoded");
    const { fingerprint } = real;
    const owner = BigInt(ALICE.id);
    const forged = [
      "page:NaN:-1e309",
      "A".repeat(100),
      "more:7f3a9c21:2",
      "../../etc/passwd",
      encodeButton({
        lang: "ar",
        fingerprint,
        owner,
        press: { act: "source", document: 4_000_000, page: 0 },
      }),
      encodeButton({ lang: "ar", fingerprint, owner, press: { act: "sources", page: 90_000 } }),
      encodeButton({
        lang: "ar",
        fingerprint,
        owner,
        press: { act: "show", kind: "quotes", passages: [9_999], at: 0, page: 0 },
      }),
      encodeButton({
        lang: "ar",
        fingerprint,
        owner,
        press: { act: "leader", leader: 77, tab: "about", about: [], at: 5, page: 3 },
      }),
    ];
    for (const id of forged) {
      const word = await answer(them.press(message, id));
      expect(isPrivate(word), id).toBe(true);
    }
    expect(isPrivate(await answer(them.select(message, "menu", [])))).toBe(true);
    expect(JSON.stringify(message.body)).toBe(before);
  });

  it("leave their message as it is when the core throws", async () => {
    let broken = false;
    const { them, book } = await open({
      conversation: (real) => ({
        ...real,
        press: (button, question) => {
          if (broken) throw new Error(`cannot show ${question}`);
          return real.press(button, question);
        },
      }),
    });
    const message = await answer(them.command("ask", { question: STURGEON }));
    const before = textOf(message);
    broken = true;
    const word = await pressIt(message, ar.button.next);
    expect(isPrivate(word)).toBe(true);
    expect(textOf(word)).toContain(ar.notice.failed);
    expect(textOf(message)).toBe(before);
    expect(book.text()).not.toContain("سمك");
  });
});

describe("limits", () => {
  it("are told privately, with the time to wait, before anything is answered", async () => {
    let answered = 0;
    const { them } = await open({
      limits: { questions: 2, seconds: 60 },
      conversation: (real) => ({
        ...real,
        ask: (question) => {
          answered += 1;
          return real.ask(question);
        },
      }),
    });
    for (let n = 0; n < 2; n += 1) await answer(them.command("ask", { question: STURGEON }));
    const refused = await answer(them.command("ask", { question: STURGEON }));
    expect(isPrivate(refused)).toBe(true);
    expect(textOf(refused)).toMatch(/\d/);
    expect(answered).toBe(2);
    const other = await answer(them.command("ask", { question: STURGEON }, { by: BORIS }));
    expect(textOf(other)).toContain("سمك الحفش");
  });

  it("are told once in a channel, where nothing is private", async () => {
    const { them } = await open({ limits: { questions: 1, seconds: 60 } });
    const ids = [1, 2, 3, 4].map(() => them.say(STURGEON, { at: "dm" }));
    await them.repliesTo(ids[1] ?? "");
    await answer(them.command("help", {}, { by: BORIS }));
    expect(them.sent().filter(({ via }) => via === "channel")).toHaveLength(2);
  });

  it("hold for buttons too", async () => {
    const { them } = await open({ limits: { questions: 1, seconds: 60 } });
    const message = await answer(them.command("ask", { question: STURGEON }));
    const before = textOf(message);
    for (let n = 0; n < 5; n += 1) await pressIt(message, n % 2 === 0 ? ar.button.next : ar.button.previous);
    const refused = await pressIt(message, ar.button.previous);
    expect(isPrivate(refused)).toBe(true);
    expect(textOf(message)).not.toBe(before);
  });
});

describe("an allow-list of channels", () => {
  const channels = ["700000000000000020"];

  it("keeps it quiet elsewhere: commands are answered privately, mentions not at all", async () => {
    const { them, discord } = await open({ channels });
    const me = `<@${discord.world.botId}>`;
    const elsewhere = await answer(them.command("ask", { question: STURGEON }, { at: "elsewhere" }));
    expect(isPrivate(elsewhere)).toBe(true);
    expect(labels(elsewhere)).not.toContain(ar.button.post);
    them.say(`${me} ${STURGEON}`, { at: "elsewhere", event: { channel_type: 0 } });
    const here_ = them.say(`${me} ${STURGEON}`);
    await them.repliesTo(here_);
    await them.repliesTo(them.say(STURGEON, { at: "dm" }));
    expect(them.sent()).toHaveLength(3);
    expect(isPrivate(await answer(them.command("ask", { question: STURGEON })))).toBe(false);
  });
});

describe("before a message goes", () => {
  it("a quote that is not exact stops it, and is reported without the asker's words", async () => {
    const { them, book } = await open({
      conversation: (real) => ({
        ...real,
        ask: (question) => {
          const { card, answer } = real.ask(question);
          const parts = card.parts.map((part) => {
            if (part.kind !== "quote") return part;
            const { excerpt } = part.quote;
            return { ...part, quote: { ...part.quote, excerpt: { ...excerpt, text: `${excerpt.text}!` } } };
          });
          return { card: { ...card, parts }, answer };
        },
      }),
    });
    const message = await answer(them.command("ask", { question: STURGEON }));
    expect(textOf(message)).toContain(ar.notice.cannotQuote);
    expect(textOf(message)).not.toContain("سمك");
    expect(book.text()).toContain("000_fb179739c3e72752.txt");
    expect(book.text()).not.toContain("سمك");
  });

  it("Discord may refuse it, and the asker gets a word", async () => {
    const { them, discord, book } = await open();
    const body = {
      code: 50035,
      message: "Invalid Form Body",
      errors: { data: { components: { _errors: [{ code: "X", message: STURGEON }] } } },
    };
    discord.faults.next(/\/callback$/, { kind: "status", status: 400, body });
    const message = await answer(them.command("ask", { question: STURGEON }));
    expect(textOf(message)).toContain(ar.notice.failed);
    expect(isPrivate(message)).toBe(true);
    discord.faults.next(/^POST \/channels/, { kind: "status", status: 400, body });
    const id = them.say(STURGEON, { at: "dm" });
    expect(textOf((await them.repliesTo(id))[0])).toContain(ar.notice.failed);
    expect(book.text()).toContain("data.components X");
    expect(book.text()).not.toContain("سمك");
  });

  it("it is marked so that nobody is pinged, also when it is edited", async () => {
    const { them, discord } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    await pressIt(message, ar.button.next);
    await them.repliesTo(them.say(STURGEON, { at: "dm" }));
    const bodies = discord.world.calls
      .filter(({ method, path }) => method === "POST" && !path.includes("commands"))
      .map(({ body }) => (body as { data?: JsonObject }).data ?? (body as JsonObject));
    expect(bodies).toHaveLength(3);
    for (const body of bodies) {
      expect(body["allowed_mentions"]).toEqual({ parse: [], replied_user: false });
      expect(Number(body["flags"]) & COMPONENTS_V2).toBe(COMPONENTS_V2);
      expect(Number(body["flags"]) & EPHEMERAL).toBe(0);
    }
    expect(bodies[2]?.["enforce_nonce"]).toBe(true);
  });
});
