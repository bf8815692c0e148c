import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../adapters/service/metrics.ts";
import { VARIABLES } from "../adapters/service/settings.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const has = (program: string): boolean => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "isnad-deploy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The names that a query of Prometheus asks for, without the endings of histograms. */
const named = (query: string): string[] =>
  [...query.matchAll(/\b(?:isnad|nodejs|process)_\w+/g)].map(([name]) => name.replace(/_bucket$/, ""));

async function metricNames(): Promise<Set<string>> {
  const { text } = await createMetrics().exposition();
  return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name as string));
}

interface Rules {
  groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
}
interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

describe("what is watched", () => {
  it("is documented, metric for metric", async () => {
    const documented = [...read(".github/OPERATING.md").matchAll(/^\| `(isnad_\w+)`/gm)].map(
      ([, name]) => name,
    );
    const own = [...(await metricNames())].filter((name) => name.startsWith("isnad_"));
    expect(documented.toSorted()).toEqual(own.toSorted());
  });

  it("is what alerts and dashboard ask for", async () => {
    const known = await metricNames();
    const rules = (parse(read(".deploy/alerts.yaml")) as Rules).groups.flatMap((group) => group.rules);
    const { panels } = JSON.parse(read(".deploy/grafana/isnad.json")) as Dashboard;
    const queries = [
      ...rules.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map((t) => t.expr)),
    ];
    expect(queries.length).toBeGreaterThan(20);
    for (const query of queries) for (const name of named(query)) expect(known, query).toContain(name);
    for (const name of [...known].filter((one) => one.startsWith("isnad_")))
      expect(
        panels.some(({ targets }) => targets.some(({ expr }) => named(expr).includes(name))),
        name,
      ).toBe(true);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { annotations } of rules) expect(annotations.summary).not.toBe("");
  });
});

/** A Dockerfile's instructions, each on a line, by stage. */
function instructions(): { name: string; rest: string }[] {
  return read(".deploy/Dockerfile")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ name: line.split(" ", 1)[0] as string, rest: line.slice(line.indexOf(" ") + 1) }));
}

describe("the container", () => {
  it("has a Dockerfile without a fault that a linter knows", () => {
    expect(validate(read(".deploy/Dockerfile")).map(({ message }) => message)).toEqual([]);
  });

  it("is built of what its context has, runs as its own user, and is served by what it was built of", async () => {
    const allowed = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    const all = instructions();
    expect(all.filter(({ name }) => name === "USER").map(({ rest }) => rest)).toEqual(["node"]);
    const app = temporary();
    for (const { name, rest } of all) {
      if (name === "COPY" && !rest.startsWith("--from")) {
        const paths = rest.split(" ");
        const to = paths.pop() as string;
        for (const path of paths) {
          expect(allowed).toContain(path);
          cpSync(join(ROOT, path), to === "./" ? join(app, path) : join(app, to), {
            recursive: true,
            preserveTimestamps: true,
          });
        }
      } else if (name === "RUN" && rest.startsWith("npm ci")) {
        // What is installed already, without the tools of development
        mkdirSync(join(app, "node_modules"));
        const kept = Object.keys((JSON.parse(read("package.json")) as { dependencies: object }).dependencies);
        expect(kept).toContain("esbuild");
        for (const entry of readdirSync(join(ROOT, "node_modules")).filter((one) => !one.startsWith(".")))
          symlinkSync(join(ROOT, "node_modules", entry), join(app, "node_modules", entry));
      } else if (name === "RUN") execFileSync("sh", ["-c", rest], { cwd: app });
    }
    expect(existsSync(join(app, "node_modules/.cache/isnad"))).toBe(true);
    const [command, ...args] = JSON.parse(all.at(-1)?.rest as string) as [string, ...string[]];
    const { PATH } = process.env;
    const child = spawn(command, args, {
      cwd: app,
      env: { PATH, HTTP_PORT: "0", NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const port = () => /page\s+on, http:\/\/[^:]+:(\d+)/.exec(out)?.[1];
    await expect.poll(port).toBeDefined();
    const health = all.find(({ name }) => name === "HEALTHCHECK")?.rest.replace(/^.* CMD /, "") as string;
    const [probe, ...probed] = JSON.parse(health) as [string, ...string[]];
    const ask = (HTTP_PORT: string) => spawnSync(probe, probed, { env: { PATH, HTTP_PORT } }).status;
    expect(ask(port() as string)).toBe(0);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(ask(port() as string)).toBe(1);
  });

  it("is composed with Redis, read-only, without rights, and with settings that there are", () => {
    interface Service {
      read_only: boolean;
      cap_drop: string[];
      security_opt: string[];
      environment?: Record<string, string>;
      depends_on?: object;
      stop_grace_period?: string;
    }
    const { services } = parse(read(".deploy/compose.yaml")) as { services: Record<string, Service> };
    for (const service of Object.values(services))
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
      });
    for (const name of Object.keys(services["isnad"]?.environment ?? {})) expect(VARIABLES).toContain(name);
    expect(Object.keys(services["isnad"]?.depends_on ?? {})).toEqual(["redis"]);
    expect(services["isnad"]?.stop_grace_period).toBe("30s");
  });
});

describe("a server", () => {
  it.skipIf(!has("systemd-analyze"))(
    "runs it as a unit that systemd takes, and that may do next to nothing",
    () => {
      const folder = temporary();
      const unit = join(folder, "isnad.service");
      writeFileSync(unit, read(".deploy/isnad.service").replaceAll("/usr/bin/node", process.execPath));
      const verified = spawnSync("systemd-analyze", ["verify", unit], { encoding: "utf8" });
      expect(verified.stderr.split("\n").filter((line) => line.includes("isnad.service"))).toEqual([]);
      const { stdout } = spawnSync("systemd-analyze", ["security", "--offline=true", unit], {
        encoding: "utf8",
      });
      const exposure = /exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1];
      if (exposure !== undefined) expect(Number(exposure)).toBeLessThan(2);
    },
  );

  it.skipIf(!has("nginx") || !has("openssl"))("has an example for nginx that nginx takes", () => {
    const folder = temporary();
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=isnad.example",
        "-keyout",
        key,
        "-out",
        certificate,
      ],
      { stdio: "ignore" },
    );
    const site = read(".deploy/nginx.conf")
      .replaceAll(/\/etc\/ssl\/\S+fullchain.pem/g, certificate)
      .replaceAll(/\/etc\/ssl\/\S+privkey.pem/g, key)
      .replaceAll("/var/log/nginx", folder);
    writeFileSync(
      join(folder, "nginx.conf"),
      `pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${site} }`,
    );
    const tried = spawnSync("nginx", ["-t", "-c", join(folder, "nginx.conf")], { encoding: "utf8" });
    expect(tried.stderr).toContain("test is successful");
  });

  it("is tested on every Node that is kept, by the gate that is run everywhere", () => {
    interface Workflow {
      jobs: { test: { strategy: { matrix: { node: number[] } }; steps: { run?: string }[] } };
    }
    const { test } = (parse(read(".github/workflows/ci.yml")) as Workflow).jobs;
    expect(test.strategy.matrix.node).toEqual([20, 22, 24, 26]);
    expect(test.steps.at(-1)?.run).toBe(".ci/run");
  });
});
