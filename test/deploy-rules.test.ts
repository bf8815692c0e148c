/** The files of `.deploy/` by the rules of what reads them, where that is not at hand. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parser } from "@prometheus-io/lezer-promql";
import { Ajv } from "ajv";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../adapters/service/config.ts";
import { hasRedis } from "./support/redis.ts";

const DEPLOY = fileURLToPath(new URL("../.deploy", import.meta.url));
const read = (path: string): string => readFileSync(join(DEPLOY, path), "utf8");

/** What a schema finds wrong. */
function faults(schema: object, data: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.validate(schema, data);
  return (ajv.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const TEXT = { type: "string", minLength: 1 };
const TEXTS = { type: "array", items: TEXT, minItems: 1 };
const record = (properties: Record<string, object>, required: string[] = []) => ({
  type: "object",
  properties,
  required,
  // A key that is misspelt is a key that nobody reads
  additionalProperties: false,
});
const keyed = (values: object) => ({ type: "object", additionalProperties: values, minProperties: 1 });

/** https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
const DURATION = { type: "string", pattern: "^(?:\\d+(?:ms|[smhdwy]))+$" };
const RULES = record({
  groups: {
    type: "array",
    items: record(
      {
        name: TEXT,
        rules: {
          type: "array",
          items: record(
            {
              alert: { type: "string", pattern: "^[A-Z][A-Za-z]+$" },
              expr: TEXT,
              for: DURATION,
              labels: keyed(TEXT),
              annotations: keyed(TEXT),
            },
            ["alert", "expr", "labels", "annotations"],
          ),
        },
      },
      ["name", "rules"],
    ),
  },
});

interface Rule {
  alert: string;
  expr: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Where a query is no PromQL. */
function notPromQl(query: string): string[] {
  const found: string[] = [];
  parser.parse(query).iterate({
    enter: ({ type, from }) => {
      if (type.isError) found.push(`${query.slice(0, from)} ⚠ ${query.slice(from)}`);
    },
  });
  return found;
}

/** Grafana puts its own durations in the place of these. */
const filled = (query: string): string => query.replaceAll(/\$__(?:rate_)?(?:interval|range)\b/g, "5m");

describe("what Prometheus and Grafana read", () => {
  const rules = (parse(read("alerts.yaml")) as { groups: { rules: Rule[] }[] }).groups.flatMap(
    (group) => group.rules,
  );

  it("is of the form of alerting rules", () => {
    expect(faults(RULES, parse(read("alerts.yaml")))).toEqual([]);
    const misspelt = { groups: [{ name: "a", rules: [{ alert: "A", exp: "up", for: "2 minutes" }] }] };
    expect(faults(RULES, misspelt).length).toBeGreaterThan(3);
  });

  it("asks in PromQL", () => {
    const { panels } = JSON.parse(read("grafana/isnad.json")) as {
      panels: { targets: { expr: string }[] }[];
    };
    const queries = [
      ...rules.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => filled(expr))),
    ];
    expect(queries.flatMap(notPromQl)).toEqual([]);
    for (const broken of ["sum by (surface rate(a[5m])", "rate(a[5 minutes])", "a{b=1}", "a >", "sum(a))"])
      expect(notPromQl(broken), broken).not.toEqual([]);
  });

  it("names in words only labels that its query leaves", () => {
    const named = rules.flatMap(({ annotations, expr, alert }) =>
      [
        ...Object.values(annotations)
          .join(" ")
          .matchAll(/\$labels\.(\w+)/g),
      ].map(([, label]) => ({
        alert,
        label,
        left: [...expr.matchAll(/\bby \(([^)]*)\)/g)].every(([, labels]) =>
          labels?.split(/,\s*/).includes(label as string),
        ),
      })),
    );
    expect(named.length).toBeGreaterThan(3);
    // A histogram's quantile takes `le` away, and leaves the rest
    expect(named.filter(({ left, label }) => !left || label === "le")).toEqual([]);
  });
});

/** https://github.com/compose-spec/compose-spec/blob/main/spec.md, as far as it is used here. */
const TIME = { type: "string", pattern: "^(?:\\d+(?:us|ms|[smh]))+$" };
const SERVICE = record(
  {
    build: record({ context: TEXT, dockerfile: TEXT }, ["context"]),
    image: TEXT,
    command: { type: "array", items: { type: "string" }, minItems: 1 },
    user: TEXT,
    restart: { enum: ["no", "always", "on-failure", "unless-stopped"] },
    init: { type: "boolean" },
    stop_grace_period: TIME,
    read_only: { type: "boolean" },
    tmpfs: TEXTS,
    cap_drop: TEXTS,
    security_opt: TEXTS,
    mem_limit: { type: "string", pattern: "^\\d+[bkmg]b?$" },
    env_file: {
      type: "array",
      items: record({ path: TEXT, required: { type: "boolean" } }, ["path"]),
    },
    // A bare number or yes is something else to YAML than to an environment
    environment: keyed(TEXT),
    secrets: TEXTS,
    volumes: { type: "array", items: { type: "string", pattern: "^[^:]+:/[^:]+:(?:ro|rw)$" } },
    expose: { type: "array", items: { type: "string", pattern: "^\\d+(?:/(?:tcp|udp))?$" } },
    deploy: record({ replicas: { type: "integer", minimum: 1 } }),
    depends_on: keyed(
      record({
        condition: { enum: ["service_started", "service_healthy", "service_completed_successfully"] },
      }),
    ),
    healthcheck: record(
      {
        test: { type: "array", minItems: 2, items: TEXT },
        interval: TIME,
        timeout: TIME,
        retries: { type: "integer", minimum: 1 },
      },
      ["test"],
    ),
  },
  ["restart"],
);
const COMPOSE = record(
  {
    name: { type: "string", pattern: "^[a-z0-9][a-z0-9_-]*$" },
    services: keyed(SERVICE),
    secrets: keyed(record({ file: TEXT }, ["file"])),
  },
  ["services"],
);

interface Service {
  build?: { context: string; dockerfile: string };
  image?: string;
  environment?: Record<string, string>;
  command?: string[];
  secrets?: string[];
  volumes?: string[];
  env_file?: { path: string; required?: boolean }[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  stop_grace_period?: string;
}

describe("what Docker Compose reads", () => {
  const text = read("compose.yaml");
  const composed = parse(text) as { services: Record<string, Service>; secrets: Record<string, object> };
  const { services, secrets } = composed;

  it("is of the form that it takes, with nothing that it would fill in", () => {
    expect(faults(COMPOSE, composed)).toEqual([]);
    const misspelt = { services: { a: { restart: "unless-stoped", enviroment: { PORT: 3000 } } } };
    expect(faults(COMPOSE, misspelt)).toHaveLength(2);
    // A dollar sign would be taken for a variable of the shell that starts it
    expect(text).not.toMatch(/\$/);
    for (const [name, service] of Object.entries(services))
      expect(service.build ?? service.image, name).toBeDefined();
  });

  it("leads to what is there: files, services, secrets and volumes", () => {
    for (const [name, service] of Object.entries(services)) {
      const { build, volumes = [], env_file: files = [], environment = {} } = service;
      if (build) expect(existsSync(join(DEPLOY, build.context, build.dockerfile)), name).toBe(true);
      for (const volume of volumes)
        expect(existsSync(join(DEPLOY, volume.split(":")[0] as string))).toBe(true);
      for (const { path, required } of files)
        expect(required === false || existsSync(join(DEPLOY, path)), path).toBe(true);
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(services).toHaveProperty(other);
        if (condition === "service_healthy") expect(services[other]?.healthcheck).toBeDefined();
      }
      for (const secret of service.secrets ?? []) expect(secrets).toHaveProperty(secret);
      // Secrets stand under /run/secrets by their names
      for (const value of Object.values(environment)) {
        const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
        if (secret !== undefined) expect(service.secrets).toContain(secret);
      }
    }
  });

  it("sets what the program takes, and what it names is in it", () => {
    const {
      environment = {},
      volumes = [],
      expose = [],
    } = services["isnad"] as Service & {
      expose?: string[];
    };
    const { TELEGRAM_TOKEN_FILE: _, ...settings } = environment;
    const config = readConfig(settings);
    expect(Object.keys(services)).toContain(new URL(config.redisUrl as string).hostname);
    expect(volumes.map((volume) => volume.split(":")[1])).toContain(config.seedsDir);
    expect(expose).toEqual([String(config.http?.port)]);
    // Longer than it takes at the most to answer what has come
    expect(Number.parseInt(services["isnad"]?.stop_grace_period ?? "", 10)).toBeGreaterThan(20);
  });

  it.skipIf(!hasRedis)("starts Redis with settings that Redis has", () => {
    const [program = "", ...settings] = services["redis"]?.command ?? [];
    const folder = mkdtempSync(join(tmpdir(), "isnad-deploy-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const alone = ["--port", "0", "--unixsocket", join(folder, "socket"), "--dir", folder];
    /** Its exit code where it does not take them; null where it was running until it was ended. */
    const started = (timeout: number, ...more: string[]) =>
      spawnSync(program, [...settings, ...alone, ...more], { timeout, stdio: "ignore" }).status;
    expect(program).toBe("redis-server");
    // It ends cleanly when it is told to
    expect(started(1_000)).toBeOneOf([0, null]);
    expect(started(60_000, "--maxmemory-policies", "none")).toBe(1);
  });
});
