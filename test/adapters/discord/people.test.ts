/** What people can do on Discord, beyond what every platform has. */
import { afterEach, describe, expect, it } from "vitest";
import { decodeButton, encodeButton } from "../../../adapters/conversation/button.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { type Circumstances, type Scene, scene } from "../../support/discord/bot.ts";
import { buttonsOf, shownOf } from "../../support/discord/driver.ts";
import { ALICE, BORIS } from "../../support/discord/people.ts";
import { COMPONENTS_V2, EPHEMERAL } from "../../support/discord/rules.ts";
import type { JsonObject, PendingInteraction, StoredMessage } from "../../support/discord/world.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const en = STRINGS.en;
const ar = STRINGS.ar;

let here: Scene;
const open = async (circumstances?: Circumstances): Promise<Scene> => {
  here = await scene(circumstances);
  return here;
};

afterEach(async () => {
  const { violations } = here.discord.world;
  const pings = here.them.sent().flatMap((message) => message.pings);
  await here.close();
  expect(violations).toEqual([]);
  expect(pings).toEqual([]);
});

const textOf = (message: StoredMessage | undefined): string => (message ? shownOf(message, []).text : "");
const isPrivate = (message: StoredMessage | undefined): boolean => message?.ephemeral === true;

async function answer(pending: PendingInteraction): Promise<StoredMessage> {
  const message = await here.them.answered(pending);
  if (message === undefined) throw new Error("no message");
  return message;
}

const labels = (message: StoredMessage): string[] => buttonsOf(message.body).map(({ label }) => label);

function idOf(message: StoredMessage, label: string): string {
  const button = buttonsOf(message.body).find((candidate) => candidate.label.includes(label));
  if (button === undefined) throw new Error(`no ${label} in ${labels(message).join(" · ")}`);
  return button.id;
}

const pressIt = (message: StoredMessage, label: string, by = ALICE): Promise<StoredMessage> =>
  answer(here.them.press(message, idOf(message, label), { by }));

function menuOf(message: StoredMessage): { id: string; options: readonly JsonObject[]; placeholder: string } {
  const find = (components: readonly JsonObject[]): JsonObject | undefined => {
    for (const component of components) {
      const found =
        component["type"] === 3 ? component : find((component["components"] ?? []) as JsonObject[]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const menu = find(message.body["components"] as JsonObject[]);
  if (menu === undefined) throw new Error("no menu");
  return {
    id: String(menu["custom_id"]),
    options: menu["options"] as JsonObject[],
    placeholder: String(menu["placeholder"]),
  };
}

describe("an answer", () => {
  it("is for everybody in the channel, and its asker can delete it", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    expect(isPrivate(message)).toBe(false);
    expect(labels(message)).toContain(ar.button.delete);
    expect(labels(message)).not.toContain(ar.button.post);
    const refused = await answer(them.press(message, idOf(message, ar.button.delete), { by: BORIS }));
    expect(textOf(refused)).toContain(ar.notice.notYours);
    expect(isPrivate(refused)).toBe(true);
    expect(message.deleted).toBe(false);
    await them.answered(them.press(message, idOf(message, ar.button.delete)));
    await expect.poll(() => message.deleted, { timeout: 10_000 }).toBe(true);
  });

  it("is for the asker alone when they wish, and can be posted for everybody", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON, private: true }));
    expect(isPrivate(message)).toBe(true);
    expect(labels(message)).toContain(ar.button.post);
    expect(labels(message)).not.toContain(ar.button.delete);
    const second = await pressIt(message, ar.button.next);
    expect(second.id).toBe(message.id);
    expect(labels(second)).toContain(ar.button.post);
    const posted = await pressIt(second, ar.button.post);
    expect(posted.id).not.toBe(message.id);
    expect(isPrivate(posted)).toBe(false);
    expect(textOf(posted)).toBe(textOf(second));
    const third = await pressIt(posted, ar.button.next);
    expect(third.id).toBe(posted.id);
  });

  it("turns from page to page with its question, counter and emphasis", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    const raw = JSON.stringify(message.body["components"]);
    expect(raw).toContain("**");
    const of = /1 من (\d+)/.exec(textOf(message))?.[1];
    const second = await pressIt(message, ar.button.next);
    expect(textOf(second)).toContain(ar.answer.counter(2, Number(of)));
    expect(textOf(second)).toContain(STURGEON);
    expect(JSON.stringify(second.body)).toContain("**");
    await pressIt(second, ar.button.previous);
    expect(JSON.stringify(message.body["components"])).toBe(raw);
  });

  it("has its quote in a block of its own, and its citation in the asker's language outside it", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: "What did Putin say about sturgeon?" }));
    const container = (message.body["components"] as JsonObject[])[0];
    const contents = ((container?.["components"] ?? []) as JsonObject[])
      .filter((component) => component["type"] === 10)
      .map((component) => String(component["content"]));
    const quote = contents.find((content) => content.startsWith("> "));
    expect(quote).toMatch(/^> \u200f[^A-Za-z]+$/);
    expect(contents.find((content) => content.includes("29 June 2022"))).toMatch(/^-# \u200e\u2068/);
  });

  it("links to the source reader where there is one", async () => {
    const { them } = await open({ publicUrl: "https://isnad.example" });
    const message = await answer(them.command("ask", { question: STURGEON }));
    expect(JSON.stringify(message.body)).toContain("https://isnad.example/sources/000_fb179739c3e72752.txt");
  });

  it("works in a server that does not have the bot, for a person who has it", async () => {
    const { them, book } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }, { at: "abroad" }));
    expect(textOf(message)).toContain("سمك الحفش");
    const second = await answer(them.press(message, idOf(message, ar.button.next), { at: "abroad" }));
    expect(textOf(second)).toContain("2 من");
    await them.answered(them.press(message, idOf(message, ar.button.delete), { at: "abroad" }));
    await expect.poll(() => message.deleted, { timeout: 10_000 }).toBe(true);
    expect(book.lines().filter(({ level }) => level >= 50)).toEqual([]);
  });

  it("is asked for with the message menu", async () => {
    const { them } = await open();
    const message = await answer(them.menu("Ask the sources", STURGEON));
    expect(textOf(message)).toContain("سمك الحفش وحماية الثدييات");
  });
});

describe("a leader", () => {
  const choices = (pending: PendingInteraction): { name: string; value: string }[] =>
    (pending.response?.data["choices"] ?? []) as unknown as { name: string; value: string }[];

  it("is completed from nothing, from any script, and from no prototype", async () => {
    const { them } = await open();
    const all = them.complete("leader", "name", { name: "" });
    await them.answered(all);
    expect(choices(all)).toHaveLength(realAnswerer().corpus.leaders.length);
    expect(choices(all)[0]?.name).toContain("Vladimir Putin");
    for (const typed of ["بوت", "put", "Пути", "PUTİN"]) {
      const some = them.complete("leader", "name", { name: typed }, { by: BORIS });
      await them.answered(some);
      expect(choices(some).some(({ value }) => value.endsWith(":putin"))).toBe(true);
    }
    for (const typed of ["toString", "__proto__", "x".repeat(100)]) {
      const none = them.complete("leader", "name", { name: typed });
      await them.answered(none);
      expect(choices(none)).toEqual([]);
    }
  });

  it("may be picked, typed to the end, or misspelt", async () => {
    const { them } = await open();
    for (const name of ["en:putin", "Putin", "vladimir putn", "فلاديمير بوتين"]) {
      const card = await answer(them.command("leader", { name }));
      expect(textOf(card)).toMatch(/Vladimir Putin|فلاديمير بوتين/);
    }
    const russian = await answer(them.command("leader", { name: "ru:putin" }, { by: ALICE }));
    expect(textOf(russian)).toContain("Путин");
    expect(textOf(russian)).toMatch(/\d+ (высказыван|заявлен|цитат|упом)/);
  });

  it("shows what was said and where they are mentioned, page by page", async () => {
    const { them } = await open();
    const found = realAnswerer().leader({ name: "Putin", locale: "en" });
    if (found.kind !== "leader") throw new Error(found.kind);
    const card = await answer(them.command("leader", { name: "Putin" }));
    expect(textOf(card)).toContain(en.leader.said(found.statements.length));
    expect(textOf(card)).toContain(en.leader.mentioned(found.mentions.length));
    expect(textOf(card)).toContain(found.statements[0]?.text);
    await pressIt(card, en.button.next);
    expect(textOf(card)).toContain(found.statements[1]?.text);
    await pressIt(card, en.button.mentioned);
    expect(textOf(card)).toContain(found.mentions[0]?.text);
    await pressIt(card, en.button.said);
    expect(textOf(card)).toContain(found.statements[0]?.text);
  });

  it("with a topic, shows what was said of it first", async () => {
    const { them } = await open();
    const found = realAnswerer().leader({ name: "Putin", topic: "G7", locale: "en" });
    if (found.kind !== "leader") throw new Error(found.kind);
    expect(found.about.length).toBeGreaterThan(0);
    const card = await answer(them.command("leader", { name: "en:putin", topic: "G7" }));
    expect(textOf(card)).toContain(found.about[0]?.text);
  });

  it("that was looked up privately can be posted as it stands, with its buttons", async () => {
    const { them } = await open();
    const found = realAnswerer().leader({ name: "Putin", locale: "en" });
    if (found.kind !== "leader") throw new Error(found.kind);
    const card = await answer(them.command("leader", { name: "Putin", private: true }));
    expect(isPrivate(card)).toBe(true);
    await pressIt(card, en.button.next);
    const refused = await pressIt(card, en.button.post, BORIS);
    expect(isPrivate(refused)).toBe(true);
    const posted = await pressIt(card, en.button.post);
    expect(isPrivate(posted)).toBe(false);
    expect(posted.id).not.toBe(card.id);
    expect(textOf(posted)).toBe(textOf(card));
    expect(labels(posted)).not.toContain(en.button.post);
    await pressIt(posted, en.button.next);
    expect(textOf(posted)).toContain(found.statements[2]?.text);
    await them.answered(them.press(posted, idOf(posted, en.button.delete)));
    await expect.poll(() => posted.deleted, { timeout: 10_000 }).toBe(true);
  });

  it("that the sources do not know leaves a choice of those they do", async () => {
    const { them } = await open();
    const card = await answer(them.command("leader", { name: "Macron" }));
    const menu = menuOf(card);
    expect(menu.options).toHaveLength(realAnswerer().corpus.leaders.length);
    const chosen = await answer(them.select(card, menu.id, [String(menu.options[1]?.["value"])]));
    expect(chosen.id).toBe(card.id);
    expect(textOf(chosen)).toContain(realAnswerer().corpus.leaders[1]?.name.en);
  });
});

describe("the sources", () => {
  it("are listed with what is known of each, and read page by page to the last word", async () => {
    const { them } = await open();
    const { documents } = realAnswerer().corpus;
    const list = await answer(them.command("sources"));
    for (const document of documents) {
      expect(textOf(list)).toContain(document.title.value ?? document.opening);
      expect(textOf(list)).toContain(en.citation.publisher(document.publisher));
      expect(textOf(list)).toContain(en.citation.date(document.date));
      expect(textOf(list)).toContain(en.sources.passages(document.passages.length));
    }
    const menu = menuOf(list);
    for (const [at, document] of documents.entries()) {
      const reading = await answer(them.select(list, menu.id, [String(menu.options[at]?.["value"])]));
      let read = textOf(reading);
      while (labels(reading).includes(en.button.next)) {
        await pressIt(reading, en.button.next);
        read += textOf(reading);
      }
      for (const passage of document.passages)
        for (const [start, end] of passage.sentences) expect(read).toContain(document.text.slice(start, end));
      await pressIt(reading, en.button.back);
      expect(menuOf(list).options).toHaveLength(documents.length);
    }
  });
});

describe("messages", () => {
  it("are answered in a thread that the bot has not seen before", async () => {
    const { them, discord } = await open();
    const id = them.say(`<@${discord.world.botId}> ${STURGEON}`, { at: "thread" });
    expect(textOf((await them.repliesTo(id))[0])).toContain("سمك الحفش");
  });

  it("that only name the bot get its help", async () => {
    const { them, discord } = await open();
    const id = them.say(`<@!${discord.world.botId}>`);
    expect(textOf((await them.repliesTo(id))[0])).toContain(en.answer.help.bot);
  });

  it("that reply to an answer go on from its question", async () => {
    const asked: (string | undefined)[] = [];
    const { them } = await open({
      conversation: (real) => ({
        ...real,
        ask: (question) => {
          asked.push(question.earlier);
          return real.ask(question);
        },
      }),
    });
    const first = them.say(STURGEON, { at: "dm" });
    const [message] = await them.repliesTo(first);
    const second = them.say("وماذا عن رئيسي؟", { at: "dm", ...(message ? { replyTo: message } : {}) });
    await them.repliesTo(second);
    expect(asked).toEqual([undefined, STURGEON]);
  });

  it("that are not for it are left alone", async () => {
    const { them, discord } = await open();
    const me = `<@${discord.world.botId}>`;
    const other = them.say("said by somebody");
    const answered = await answer(them.command("help"));
    them.say(STURGEON);
    them.say(`@everyone ${STURGEON}`, {
      event: { mention_everyone: true, content: `@everyone ${STURGEON}` },
    });
    them.say(STURGEON, { event: { mention_roles: ["5"], content: `<@&5> ${STURGEON}` } });
    them.say(`${me} ${STURGEON}`, { bot: true });
    them.say(`${me} ${STURGEON}`, { webhook: true });
    them.say(`${me} ${STURGEON}`, { by: { id: discord.world.botId, locale: "" } });
    them.say(`${me} ${STURGEON}`, { event: { type: 7 } });
    them.say(STURGEON, { replyTo: answered, ping: false });
    const stranger = discord.world.messages.get(other);
    if (stranger !== undefined) them.say(STURGEON, { replyTo: stranger });
    const last = them.say(`${me} ?`);
    await them.repliesTo(last);
    // The help, what the bot itself said above, and the last answer.
    expect(them.sent()).toHaveLength(3);
  });

  it("that are edited get no second answer", async () => {
    const { them, discord } = await open();
    const id = them.say(`<@${discord.world.botId}> ${STURGEON}`);
    await them.repliesTo(id);
    for (let edits = 0; edits < 5; edits += 1) them.edit(id, `<@${discord.world.botId}> ${STURGEON}!`);
    await answer(them.command("help"));
    expect(await them.repliesTo(id)).toHaveLength(1);
  });

  it("are answered though it may not reply to them", async () => {
    const { them, discord } = await open();
    discord.faults.next(/^POST \/channels/, {
      kind: "status",
      status: 400,
      body: { code: 160002, message: "Cannot reply without permission to read message history" },
    });
    them.say(STURGEON, { at: "dm" });
    await answer(them.command("help"));
    const said = (): StoredMessage[] => them.sent().filter(({ via }) => via === "channel");
    await expect.poll(() => said().length, { timeout: 10_000 }).toBe(1);
    expect(textOf(said()[0])).toContain("سمك الحفش");
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

describe("buttons", () => {
  it("work after a restart and on another process", async () => {
    const { them, restart } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    here = await restart();
    await pressIt(message, ar.button.next);
    expect(textOf(message)).toContain("2 من");
  });

  it("of another corpus say to ask again", async () => {
    const { them, restart } = await open();
    const message = await answer(them.command("ask", { question: STURGEON }));
    const before = textOf(message);
    const answerer = realAnswerer();
    const corpus = { ...answerer.corpus, fingerprint: answerer.corpus.fingerprint ^ 1 };
    here = await restart({ answerer: { ...answerer, corpus } });
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
