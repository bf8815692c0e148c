import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const LAUNCHER = fileURLToPath(new URL("../../../adapters/launch.mjs", import.meta.url));

let child: ChildProcess | undefined;
let folder: string | undefined;
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  if (folder) rmSync(folder, { recursive: true });
});

it("reads the corpus again on SIGHUP, keeps the one it has when that is broken, and goes on", async () => {
  folder = mkdtempSync(join(tmpdir(), "isnad-reload-"));
  writeFileSync(join(folder, "a.txt"), "يفتح السوق ابوابه كل خميس.\n");
  const { PATH, HOME } = process.env;
  child = spawn(process.execPath, [LAUNCHER, "main"], {
    env: { PATH, HOME, SEEDS_DIR: folder, HTTP_PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
  const address = () => /page\s+on, (http:\S+)/.exec(out)?.[1];
  await expect.poll(address).toBeDefined();
  const documents = async () => {
    const ready = (await (await fetch(`${address()}/readyz`)).json()) as {
      surfaces: { index: { facts: { documents: number } } };
    };
    return ready.surfaces.index.facts.documents;
  };
  expect(await documents()).toBe(1);
  // Without waiting for the folder to be quiet: the signal is at once.
  writeFileSync(join(folder, "b.txt"), "يغلق المتحف يوم الاثنين.\n");
  child.kill("SIGHUP");
  await expect.poll(documents).toBe(2);
  writeFileSync(join(folder, "catalogue.json"), "{");
  child.kill("SIGHUP");
  await expect.poll(() => out).toContain("catalogue.json:1");
  expect(await documents()).toBe(2);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});
