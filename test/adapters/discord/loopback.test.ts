/** The judge is judged: the loopback Discord refuses what Discord refuses, in the shape that discord.js reads. */
import { DiscordAPIError, REST, Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type People, people } from "../../support/discord/people.ts";
import { COMPONENTS_V2, EPHEMERAL, messageFaults } from "../../support/discord/rules.ts";
import { schemaJudge } from "../../support/discord/schema.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import type { JsonObject, PendingInteraction } from "../../support/discord/server-state.ts";

let discord: LoopbackDiscord;
let them: People;
let rest: REST;

beforeEach(async () => {
  discord = await startDiscord();
  them = people(discord);
  rest = new REST({ api: discord.api }).setToken(discord.world.token);
});
afterEach(() => discord.close());

const acknowledge = (
  pending: PendingInteraction,
  data: JsonObject = { content: "x" },
  type = 4,
): Promise<unknown> =>
  rest.post(Routes.interactionCallback(pending.id, pending.token), { auth: false, body: { type, data } });

async function refusal(request: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DiscordAPIError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

describe("an interaction", () => {
  it("is acknowledged once", async () => {
    const pending = them.command("ask");
    await acknowledge(pending);
    expect((await refusal(acknowledge(pending))).code).toBe(40060);
  });

  it("is acknowledged within three seconds, by its own token", async () => {
    const pending = them.command("ask");
    expect((await refusal(acknowledge({ ...pending, token: "another" }))).code).toBe(10062);
    discord.world.advance(3_001);
    expect((await refusal(acknowledge(pending))).code).toBe(10062);
  });

  it("can be followed up for fifteen minutes", async () => {
    const pending = them.command("ask");
    await acknowledge(pending);
    const follow = (): Promise<unknown> =>
      rest.post(Routes.webhook(discord.world.applicationId, pending.token), {
        auth: false,
        body: { content: "y" },
      });
    await follow();
    discord.world.advance(15 * 60_000 + 1);
    expect(await refusal(follow())).toMatchObject({ code: 50027, status: 401 });
  });

  it("of one kind is not answered like another", async () => {
    const complete = them.complete("leader", "name", { name: "" });
    expect((await refusal(acknowledge(complete))).code).toBe(50035);
    expect((await refusal(acknowledge(them.command("ask"), {}, 7))).code).toBe(50035);
    const many = Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }));
    expect((await refusal(acknowledge(complete, { choices: many }, 8))).code).toBe(50035);
    expect((await refusal(acknowledge(complete, { choices: [{ name: "", value: "x" }] }, 8))).code).toBe(
      50035,
    );
  });

  it("has its faults listed in Discord's nested shape", async () => {
    const row = { type: 1, components: [{ type: 2, style: 1, label: "x".repeat(81), custom_id: "a" }] };
    const error = await refusal(
      acknowledge(them.command("ask"), { flags: COMPONENTS_V2, components: [row] }),
    );
    expect(error.message).toContain("components[0].components[0].label[BASE_TYPE_MAX_LENGTH]");
  });
});

describe("a message", () => {
  const text = (content: string): JsonObject => ({ type: 10, content });
  const button = (id: string): JsonObject => ({ type: 2, style: 2, label: "x", custom_id: id });
  const row = (...components: JsonObject[]): JsonObject => ({ type: 1, components });
  const v2 = (...components: JsonObject[]): JsonObject => ({ flags: COMPONENTS_V2, components });
  const select = (options: JsonObject[]): JsonObject => ({ type: 3, custom_id: "s", options });

  it.each<[string, JsonObject]>([
    ["nothing in it", {}],
    ["too much content", { content: "x".repeat(2001) }],
    ["content beside components V2", { ...v2(text("x")), content: "x" }],
    ["embeds beside components V2", { ...v2(text("x")), embeds: [{ title: "x" }] }],
    ["texts too long together", v2(text("x".repeat(2001)), text("x".repeat(2000)))],
    ["an empty text", v2(text(" "))],
    ["too many components", v2(...Array.from({ length: 41 }, () => text("x")))],
    ["six buttons in a row", v2(row(...["a", "b", "c", "d", "e", "f"].map(button)))],
    ["two buttons of one id", v2(row(button("a"), button("a")))],
    ["an id that is too long", v2(row(button("x".repeat(101))))],
    ["a button that stands alone", v2(button("a"))],
    ["a link that is none", v2(row({ type: 2, style: 5, label: "x", url: "javascript:alert(1)" }))],
    ["a button without a label", v2(row({ type: 2, style: 2, label: "", custom_id: "a" }))],
    ["a menu without options", v2(row(select([])))],
    [
      "a menu of 26",
      v2(row(select(Array.from({ length: 26 }, (_, n) => ({ label: `${n}`, value: `${n}` }))))),
    ],
    ["a menu with one value twice", v2(row(select([1, 2].map(() => ({ label: "x", value: "x" })))))],
    ["a container in a container", v2({ type: 17, components: [{ type: 17, components: [text("x")] }] })],
    ["a text without components V2", { components: [text("x")] }],
    ["a flag that bots may not set", { content: "x", flags: 1 << 3 }],
    ["an embed that is too long", { embeds: [{ description: "x".repeat(4097) }] }],
  ])("with %s is refused", (_what, body) => {
    expect(messageFaults(body)).not.toEqual([]);
  });

  it("that keeps all the rules is taken", () => {
    expect(
      messageFaults(v2({ type: 17, components: [text("x".repeat(4000)), row(button("a"), button("b"))] })),
    ).toEqual([]);
    expect(messageFaults({ content: "x", flags: EPHEMERAL })).toEqual([]);
  });

  it("pings those whom it may", async () => {
    const asked = them.say("a question");
    const post = (body: JsonObject): Promise<unknown> =>
      rest.post(Routes.channelMessages(discord.world.channelId), { body });
    await post({ content: "@everyone <@5> <@&6>", message_reference: { message_id: asked } });
    await post({
      content: "@everyone <@5> <@&6>",
      message_reference: { message_id: asked },
      allowed_mentions: { parse: [] },
    });
    expect(them.sent().map(({ pings }) => pings.length)).toEqual([4, 0]);
  });

  it("of one nonce is made once", async () => {
    const post = (): Promise<unknown> =>
      rest.post(Routes.channelMessages("1"), { body: { content: "x", nonce: "n", enforce_nonce: true } });
    const [first, second] = [await post(), await post()] as { id: string }[];
    expect(second?.id).toBe(first?.id);
    expect(them.sent()).toHaveLength(1);
    const long = { content: "x", nonce: "n".repeat(26) };
    expect((await refusal(rest.post(Routes.channelMessages("1"), { body: long }))).code).toBe(50035);
  });
});

describe.runIf(schemaJudge().present)("the published schema, as the second judge", () => {
  it("knows the routes and the shapes of bodies", () => {
    const judge = schemaJudge();
    expect(judge.faults("POST", "/interactions/1/t/callback", { type: 4, data: { content: 5 } })).not.toEqual(
      [],
    );
    expect(judge.faults("POST", "/interactions/1/t/callback", { type: 4, data: { content: "x" } })).toEqual(
      [],
    );
    expect(judge.faults("POST", "/no/such/route", {})).not.toEqual([]);
  });

  it("sees every call of a test", async () => {
    await rest.get("/no/such/route").catch(() => {});
    expect(discord.world.violations).toEqual(["schema: GET /no/such/route is no route of Discord"]);
  });
});
