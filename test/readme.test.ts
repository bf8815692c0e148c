import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { describe, expect, it } from "vitest";
import { launch, ROOT } from "./support/service/program.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block.trim());

describe("the front door", () => {
  it("says what it is, for whom, what it does and shows it before it tells how, in a thousand words", () => {
    const headings = [...readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "Who it is for",
      "What it does",
      "What it looks like",
      "Try it",
      "Test it",
      "Put it on Discord",
      "Put it on Telegram",
      "Put it on a server",
      "Bring your own corpus",
      "How well it answers",
      "Limits",
    ]);
    expect(readme.split(/\s+/).length).toBeLessThanOrEqual(1_000);
  });

  it("leads nowhere but to what is there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(8);
    for (const path of links) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
  });

  it("asks its question as written, and is answered", async () => {
    const ask = commands.find((command) => command.startsWith("npm run --silent ask")) as string;
    const out = await new Promise<string>((resolve, reject) =>
      execFile("bash", ["-c", ask], { cwd: ROOT }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      ),
    );
    expect(out).toContain("سمك الحفش");
  });

  it("starts as written, once everything is installed", async () => {
    const start = commands.find((command) => command.includes("npm start")) as string;
    expect(start).toBe("npm ci && npm start");
    // This very run was installed by the first half
    const program = launch(["bash", "-c", `exec ${start.split(" && ")[1]}`], { HTTP_PORT: "0" });
    await program.says(/page +on, http:/);
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
  });

  it("names a Node on which no package complains of its engine", () => {
    const named = semver.minVersion(`>=${/Node (\d+\.\d+)/.exec(readme)?.[1]}`)?.version as string;
    const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
      packages: Record<string, { engines?: { node?: string } }>;
    };
    const complaining = Object.entries(packages).filter(
      ([, { engines }]) => engines?.node !== undefined && !semver.satisfies(named, engines.node),
    );
    expect(complaining.map(([name]) => name)).toEqual([]);
  });
});
