import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { createWebServer } from "../../../adapters/web/server.ts";
import { realAnswerer } from "../../support/core.ts";

/** A proxy on another machine, and the readers whose addresses it hands on. */
const PROXY = "10.1.2.3";
const READERS = 125;

async function served(trustedProxies?: readonly string[]): Promise<number> {
  const server = await createWebServer({
    answerer: realAnswerer(),
    log: pino({ level: "silent" }),
    metrics: createMetrics({ process: false }),
    ...(trustedProxies ? { trustedProxies } : {}),
  });
  let answered = 0;
  for (let reader = 0; reader < READERS; reader++) {
    const response = await server.inject({
      url: "/api/answer?q=hello",
      remoteAddress: PROXY,
      headers: { "x-forwarded-for": `203.0.113.${reader}` },
    });
    if (response.statusCode === 200) answered += 1;
  }
  await server.close();
  return answered;
}

describe("readers behind a proxy on another machine", () => {
  it("have an allowance each where the proxy is trusted", async () => {
    expect(await served(["10.0.0.0/8"])).toBe(READERS);
    expect(await served(["loopback", PROXY])).toBe(READERS);
  });

  it("share the proxy's where it is not: anyone could say to be another", async () => {
    expect(await served()).toBeLessThan(READERS);
  });
});
