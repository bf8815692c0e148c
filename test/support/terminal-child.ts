import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const NPM = ["npm", "run", "--silent"] as const;
/** What the commands of package.json run, without npm. */
const DIRECT = {
  ask: ["adapters/launch.mjs", "ask"],
  chat: ["adapters/launch.mjs", "chat"],
} as const;

/** A command of the terminal in a process of its own, with this input and these variables only. */
export function run(
  script: "ask" | "chat",
  args: readonly string[],
  input: string | Uint8Array = "",
  environment: Readonly<Record<string, string>> = {},
  through: "npm" | "node" = "node",
): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  const [command, ...before] =
    through === "npm" ? [...NPM, script, "--"] : [process.execPath, ...DIRECT[script]];
  const child = spawn(command, [...before, ...args], { cwd: ROOT, env: { PATH, HOME, ...environment } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  // A command that ends without reading all of its input closes the pipe
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}
