import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people } from "../../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import { until } from "../../support/discord/until.ts";
import { LAUNCHED, launch, type Program } from "../../support/service/program.ts";
import { type LoopbackProxy, startProxy } from "../../support/service/proxy.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

const PATIENCE = 120_000;

let proxy: LoopbackProxy;
let telegram: TelegramServer;
let discord: LoopbackDiscord;
let program: Program | undefined;

function start(settings: Readonly<Record<string, string>>): Program {
  program = launch(LAUNCHED, {
    HTTP: "off",
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.api,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ...settings,
  });
  return program;
}

beforeEach(async () => {
  proxy = await startProxy();
  telegram = await TelegramServer.start();
  telegram.patience = PATIENCE;
  discord = await startDiscord({ token: "a.token.for.tests.that.is.long" });
});

afterEach(async () => {
  await program?.kill();
  await proxy.close();
  await telegram.close();
  await discord.close();
});

async function bothAnswer(): Promise<void> {
  new People(telegram).say(person(11), "/help");
  await telegram.until(() => telegram.sent.length === 1, "an answer on Telegram");
  await until(() => discord.gateway.connected === 1, "a connection", PATIENCE);
  const them = people(discord);
  await them.answered(them.command("help"));
}

describe("a proxy that the environment names", { timeout: 180_000 }, () => {
  it("is what everything goes through: both platforms' APIs and the gateway", async () => {
    start({ HTTP_PROXY: proxy.url });
    await bothAnswer();
    const port = (address: string): string => `127.0.0.1:${new URL(address).port}`;
    expect(proxy.targets).toContain(port(telegram.url));
    // The API and the gateway are on one port here; the gateway is one connection more
    expect(proxy.targets.filter((target) => target === port(discord.api)).length).toBeGreaterThanOrEqual(2);
    const before = proxy.targets.length;
    discord.gateway.drop();
    await until(() => discord.gateway.resumes.length === 1, "the gateway again", PATIENCE);
    expect(proxy.targets.length).toBeGreaterThan(before);
  });

  it("is left out for the hosts of NO_PROXY, and named when it is none", async () => {
    start({ http_proxy: proxy.url, NO_PROXY: "example.com,127.0.0.1" });
    await bothAnswer();
    expect(proxy.targets).toEqual([]);
    await program?.kill();
    const wrong = start({ HTTP_PROXY: "socks5://127.0.0.1:1" });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toContain("HTTP_PROXY must be");
    expect(wrong.said()).not.toMatch(/^\s+at /m);
  });
});
