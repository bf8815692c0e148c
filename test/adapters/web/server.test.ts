import { connect } from "node:net";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { describe, expect, test } from "vitest";
import { recordSchemas, routeParameters } from "../../../.ci/json-schemas.ts";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { closeWebServer, ListenError, listen } from "../../../adapters/web/lifecycle.ts";
import openapi from "../../../adapters/web/openapi.json" with { type: "json" };
import { createWebServer } from "../../../adapters/web/server.ts";
import { runningHere } from "../../support/web/running.ts";
import { standIn } from "../../support/web/stub-corpus.ts";

/** Sends an address as it is; `fetch` would tidy it up first. */
function raw(url: string, target: string, method = "GET"): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${method} ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
    );
    socket.setEncoding("utf8");
    socket.on("data", (data) => {
      received += data;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

const statusOf = (response: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1]);

describe("the API", () => {
  test("gives the contract's JSON for a question", async () => {
    const { url } = await runningHere();
    const response = await fetch(`${url}/api/answer?q=${encodeURIComponent("سمك")}`);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual({
      kind: "quotes",
      lang: "ar",
      quotes: [
        {
          doc: "000_summit.txt",
          paragraph: 1,
          start: 0,
          end: 79,
          text: standIn().corpus.passages[0]?.text,
          best: [0, 79],
          highlights: [[69, 72]],
          score: 1,
        },
      ],
      missing: [],
      unmet: [],
      suggestions: [],
      readings: [],
      leaders: [],
      mentions: [],
      statements: [],
    });
  });

  test("gives a person by id, in the reader's language, and 404 for an unknown one", async () => {
    const { url } = await runningHere();
    const known = await fetch(`${url}/api/leaders/putin`, { headers: { "accept-language": "ru" } });
    expect(await known.json()).toMatchObject({ kind: "leader", lang: "ru", leader: { id: "putin" } });
    for (const id of ["nobody", "__proto__", "constructor", "%00", "..%2f..%2fetc"]) {
      const unknown = await fetch(`${url}/api/leaders/${id}`);
      expect([id, unknown.status]).toEqual([id, 404]);
      expect(await unknown.json()).toMatchObject({ error: "not-found" });
    }
  });

  test.each([
    ["/api/answer", 400],
    ["/api/answer?q=a&q=b", 400],
    ["/api/answer?q=", 200],
    ["/api/answer?q[]=a", 400],
    ["/api/answer?q=%E0%A4%A", 200],
    ["/api/nothing", 404],
    ["/api/answer/", 404],
  ])("%s is a %i in JSON", async (path, status) => {
    const { url } = await runningHere();
    const response = await fetch(url + path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/json");
    await response.json();
  });
});

describe("the description of the API", () => {
  test("describes every route for programs, and none that is not there", async () => {
    const { server } = await runningHere();
    const described = Object.keys(openapi.paths).map((path) => path.replace(/\{(\w+)\}/g, ":$1"));
    for (const path of described) expect(server.hasRoute({ method: "GET", url: path }), path).toBe(true);
    const forPeople = new Set(["/", "/robots.txt", "/sources", "/sources/:document", "/verify"]);
    const served = routesOf(server.printRoutes({ commonPrefix: false, includeHooks: false }));
    expect(served.filter((path) => path !== "/*" && !forPeople.has(path)).toSorted()).toEqual(
      described.toSorted(),
    );
  });

  test("has the records as the core prints them (`npm run schemas` writes them)", () => {
    const { Failure, Readiness, ...records } = openapi.components.schemas;
    expect([Failure, Readiness].every(Boolean)).toBe(true);
    expect(records).toEqual(recordSchemas());
  });

  test("has the queries that the routes take (`npm run schemas` writes them)", () => {
    const asked = Object.entries(openapi.paths).flatMap(([path, { get }]) =>
      "parameters" in get && get.parameters.some((one) => "in" in one && one.in === "query")
        ? [[path, get.parameters]]
        : [],
    );
    expect(Object.fromEntries(asked)).toEqual(routeParameters());
  });

  test("what is answered is what is described", async () => {
    const { url } = await runningHere({
      probes: { discord: () => ({ ready: false, reason: "off", facts: { age: 3 } }) },
    });
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(openapi, "api");
    const q = (text: string) => `/api/answer?q=${encodeURIComponent(text)}`;
    for (const [path, schema] of [
      [q("سمك"), "Answer"],
      [q("سمك عطارد"), "Answer"],
      [q("عطارد"), "Answer"],
      [q("hello"), "Answer"],
      [q(""), "Answer"],
      [`${q("ومتى؟")}&earlier=${encodeURIComponent("ماذا قال بوتين عن سمك الحفش؟")}`, "Answer"],
      ["/api/leaders/putin", "Answer"],
      ["/api/leaders/nobody", "Failure"],
      ["/api/answer", "Failure"],
      ["/readyz", "Readiness"],
    ] as const) {
      const validate = ajv.compile({ $ref: `api#/components/schemas/${schema}` });
      const body = await (await fetch(url + path)).json();
      expect(validate(body) ? [] : validate.errors, path).toEqual([]);
    }
    expect(await (await fetch(`${url}/api/openapi.json`)).json()).toEqual(openapi);
  });
});

/** The paths of a printed route tree without common prefixes: one to a line, children indented under parents. */
function routesOf(tree: string): string[] {
  const found: string[] = [];
  const stack: string[] = [];
  for (const line of tree.split("\n")) {
    const match = /^([│ ]*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line);
    if (match === null) continue;
    const depth = (match[1] as string).length / 4;
    stack.length = depth;
    stack.push(match[2] as string);
    if (match[3] !== undefined) found.push(stack.join(""));
  }
  return found;
}

describe("operations", () => {
  test("alive, and ready with what it rests on", async () => {
    const { url } = await runningHere({
      probes: { telegram: () => ({ ready: true, facts: { lastPoll: 2 } }) },
    });
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ alive: true });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ready: true,
      surfaces: {
        index: { ready: true, facts: { documents: 2, passages: 8, fingerprint: "000abc" } },
        telegram: { ready: true, facts: { lastPoll: 2 } },
      },
    });
  });

  test("503 with the reason when a surface cannot serve, or cannot tell, and still alive", async () => {
    const { url } = await runningHere({
      probes: {
        discord: () => ({ ready: false, reason: "the gateway is closed", facts: { lastEvent: 95 } }),
        telegram: () => {
          throw new Error("secret token");
        },
      },
    });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      ready: false,
      surfaces: {
        index: { ready: true },
        discord: { ready: false, reason: "the gateway is closed" },
        telegram: { ready: false },
      },
    });
    expect(text).not.toContain("secret");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test("an empty corpus is alive and not ready", async () => {
    const { url } = await runningHere({ answerer: standIn({ texts: {}, leaders: [] }) });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/`)).status).toBe(200);
    expect((await fetch(`${url}/sources`)).status).toBe(200);
  });

  test("metrics count answers by kind, language and surface, and errors by class, without any text", async () => {
    const metrics = createMetrics({ process: false });
    const { url } = await runningHere({ metrics });
    await fetch(`${url}/?q=${encodeURIComponent("سمك")}`);
    await fetch(`${url}/?q=${encodeURIComponent("سمك")}`);
    await fetch(`${url}/api/answer?q=zzzsecret`);
    await fetch(`${url}/api/answer`);
    metrics.polled("telegram");
    metrics.reconnected("discord");
    metrics.failed("telegram", "Bad Request: user 42 said hello to https://api/bot1:2");
    metrics.failed("discord", "DiscordAPIError.10062");
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/plain");
    for (const line of [
      'isnad_answers_total{surface="web",kind="quotes",lang="ar"} 2',
      'isnad_answers_total{surface="api",kind="nothing",lang="en"} 1',
      'isnad_answer_seconds_count{surface="web"} 2',
      'isnad_errors_total{surface="web",class="bad-request"} 1',
      'isnad_errors_total{surface="telegram",class="other"} 1',
      'isnad_errors_total{surface="discord",class="DiscordAPIError.10062"} 1',
      'isnad_polls_total{surface="telegram"} 1',
      'isnad_reconnects_total{surface="discord"} 1',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/secret|سمك|user 42/);
  });
});

describe("what surrounds the pages", () => {
  test("security headers: only this server's own files, no script in the page, no framing, no referrer", async () => {
    const { url } = await runningHere();
    for (const path of ["/", "/?q=a", "/sources/000_summit.txt", "/nothing", "/?page=x"]) {
      const { headers } = await fetch(url + path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:|upgrade/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toBeNull();
    }
  });

  test("HTTPS is insisted on only where it is known to be there", async () => {
    const { url } = await runningHere({ publicUrl: "https://isnad.example" });
    const { headers } = await fetch(`${url}/`);
    expect(headers.get("strict-transport-security")).toContain("max-age");
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  test("static files are compressed, kept for good, and are all that their folder gives", async () => {
    const { url } = await runningHere();
    const page = await (await fetch(`${url}/`)).text();
    const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] as string);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const response = await fetch(url + file, { headers: { "accept-encoding": "br" } });
      expect([file, response.status]).toEqual([file, 200]);
      expect(response.headers.get("cache-control")).toContain("immutable");
      await response.arrayBuffer();
    }
    const script = files.find((file) => file.endsWith(".js")) as string;
    const { headers } = await fetch(url + script, { headers: { "accept-encoding": "br" } });
    expect(headers.get("content-encoding")).toBe("br");
    const folder = script.replace("page.js", "");
    for (const path of [
      "..%2fserver.ts",
      "../server.ts",
      "%2e%2e/server.ts",
      "..\\server.ts",
      "....//server.ts",
      "%252e%252e/server.ts",
      "../../../package.json",
      "../../../../../../../../etc/passwd",
      "%00",
      "",
      ".",
      "page.js/",
      "page.js%00.css",
      "ibm-plex-sans-arabic-arabic-100-normal.woff2",
      "LICENSE",
      "../index.css",
    ]) {
      const response = await raw(url, folder + path);
      expect([path, [400, 403, 404].includes(statusOf(response))]).toEqual([path, true]);
      expect(response).not.toMatch(/createWebServer|root:|"dependencies"/);
    }
  });

  test.each([
    "/sources/../package.json",
    "/sources/..%2f..%2fpackage.json",
    "/sources/%2e%2e%2fseeds",
    "/sources/%00",
    "/sources/000_summit",
    "/sources/000_SUMMIT.txt",
    "/sources/__proto__",
    "//evil.example/x",
    "/.//evil.example",
    "/\\evil.example",
    "/sources/%E0%A4%A",
    "/%",
    `/sources/${"x".repeat(2000)}`,
    "/favicon.ico",
    "/.env",
    "/.git/config",
  ])("%s gives nothing", async (target) => {
    const { url } = await runningHere();
    const response = await raw(url, target);
    expect([400, 404, 414]).toContain(statusOf(response));
    expect(response).not.toMatch(/href="\/\/|"dependencies"|location:/i);
  });

  test.each([
    "?page=0",
    "?page=x",
    "?page=1e9",
    "?page=-1",
    "?page=1.5",
    "?q=a&q=b",
    "?leader=a&leader=b",
    "?lang=a&lang=b",
    "?q=a&page=1&page=2",
  ])("/%s is a polite 400 in the browser's language", async (query) => {
    const { url } = await runningHere();
    const response = await fetch(`${url}/${query}`, { headers: { "accept-language": "fr" } });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("Cette adresse ne peut pas être lue.");
  });

  test("10,000 characters are refused politely, and more than the server reads ends the connection only", async () => {
    const { url } = await runningHere();
    const long = await fetch(`${url}/?q=${encodeURIComponent("ق".repeat(10_000))}`, {
      headers: { "accept-language": "ar" },
    });
    expect(long.status).toBe(200);
    const page = await long.text();
    expect(page).toContain('data-kind="refused"');
    expect(page.length).toBeLessThan(300_000);
    expect(statusOf(await raw(url, `/?q=${"x".repeat(200_000)}`))).toBe(431);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test("what is no HTTP is refused and harms nobody", async () => {
    const { url } = await runningHere();
    expect(statusOf(await raw(url, "/ HTTP/1.1\r\nbroken"))).toBe(400);
    expect(statusOf(await raw(url, "/", "BREW"))).toBe(400);
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
      expect([method, statusOf(await raw(url, "/?q=a", method))]).toEqual([method, 404]);
    expect(statusOf(await raw(url, "/", "HEAD"))).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test("too many questions are told to wait; files, operations and webhooks are not limited", async () => {
    const webhook: FastifyPluginAsync = async (server) => {
      server.post("/telegram", async () => ({ ok: true }));
    };
    const { url } = await runningHere({ perMinute: 3, plugins: [webhook] });
    const page = await (await fetch(`${url}/`)).text();
    const style = /href="([^"]+frame\.css)"/.exec(page)?.[1];
    const statuses = [];
    for (let time = 0; time < 4; time += 1)
      statuses.push((await fetch(`${url}/?q=a`, { headers: { "accept-language": "en" } })).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    const refused = await fetch(`${url}/?q=a`, { headers: { "accept-language": "en" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.text()).toContain("Wait a minute");
    for (let time = 0; time < 6; time += 1) {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await fetch(url + style)).status).toBe(200);
      expect(await (await fetch(`${url}/telegram`, { method: "POST" })).json()).toEqual({ ok: true });
    }
  });

  test("checking a quotation is limited as asking is, on the page and in the machine interface", async () => {
    const { url } = await runningHere({ perMinute: 2 });
    for (const path of ["/verify?q=a", "/api/verify?q=a"]) {
      const statuses = [];
      for (let time = 0; time < 3; time += 1) statuses.push((await fetch(url + path)).status);
      expect([path, statuses]).toEqual([path, [200, 200, 429]]);
    }
  });

  test("behind a proxy on this machine each asker has their own limit", async () => {
    const { url } = await runningHere({ perMinute: 1 });
    const asked = async (from: string) =>
      (await fetch(`${url}/?q=a`, { headers: { "x-forwarded-for": from } })).status;
    expect([await asked("203.0.113.1"), await asked("203.0.113.2"), await asked("203.0.113.1")]).toEqual([
      200, 200, 429,
    ]);
  });

  test("a request that never ends is not waited for", async () => {
    const { server } = await runningHere();
    expect(server.server.requestTimeout).toBeGreaterThan(0);
    expect(server.server.headersTimeout).toBeGreaterThan(0);
  });

  test("a webhook that throws answers 500 in JSON and the page goes on", async () => {
    const webhook: FastifyPluginAsync = async (server) => {
      server.post("/telegram", async () => {
        throw new Error("token 123:abc");
      });
    };
    const { url, logged } = await runningHere({ plugins: [webhook] });
    const response = await fetch(`${url}/telegram`, { method: "POST" });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("123:abc");
    expect(logged()).not.toContain("123:abc");
    expect((await fetch(`${url}/`)).status).toBe(200);
  });

  test("a server that closes lets go of idle connections at once", async () => {
    const { url, server } = await runningHere();
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write("GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n");
    await new Promise((resolve) => socket.once("data", resolve));
    const gone = new Promise((resolve) => socket.once("close", resolve));
    await server.close();
    await gone;
  });

  test("and of one that is kept alive as soon as what is at work on it is answered", async () => {
    let begun = (): void => {};
    const atWork = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = async (scope: FastifyInstance): Promise<void> => {
      scope.post("/telegram", async (_request, reply) => {
        // The head is on its way before the end is known: it cannot say that the connection closes
        reply.hijack();
        reply.raw.writeHead(200, { "content-length": 2 });
        reply.raw.flushHeaders();
        begun();
        await new Promise((wake) => setTimeout(wake, 500));
        reply.raw.end("ok");
      });
    };
    const { url, server } = await runningHere({ plugins: [slow] });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
    await atWork;
    let said = "";
    socket.on("data", (data: Buffer) => {
      said += data.toString();
    });
    // What the server has sent is not what has been read yet
    const gone = new Promise((resolve) => socket.once("close", resolve));
    const since = performance.now();
    await closeWebServer(server);
    expect(performance.now() - since).toBeLessThan(20_000);
    await gone;
    expect(said).toMatch(/ok$/);
  });

  test.each([
    ["a port that is taken", (taken: number) => ({ host: "127.0.0.1", port: taken }), /HTTP_PORT/],
    ["an address that this machine has not", () => ({ host: "203.0.113.7", port: 0 }), /HTTP_HOST/],
  ])("%s is told with the setting to change", async (_, place, setting) => {
    const first = await runningHere();
    const { server } = await runningHere();
    const other = await createWebServer({
      answerer: standIn(),
      log: server.log,
      metrics: createMetrics({ process: false }),
    });
    const failed = await listen(other, place(Number(new URL(first.url).port))).catch(
      (error: unknown) => error,
    );
    await other.close();
    expect(failed).toBeInstanceOf(ListenError);
    expect((failed as Error).message).toMatch(setting);
    expect((failed as Error).message).toContain("HTTP=off");
  });
});
