import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface Program {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  said(): string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Waits for these words. */
  says(words: string | RegExp, within?: number): Promise<void>;
  kill(): Promise<void>;
}

/** A command of package.json in a process of its own, with these variables only. */
export function launch(
  command: readonly [string, ...string[]],
  variables: Readonly<Record<string, string>>,
  options: Pick<SpawnOptions, "cwd" | "uid" | "gid" | "detached"> = {},
): Program {
  const [file, ...args] = command;
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { PATH, HOME, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = once(child, "close").then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  return {
    child,
    ended,
    said: () => text,
    async says(words, within = 60_000) {
      const late = Date.now() + within;
      while (!(typeof words === "string" ? text.includes(words) : words.test(text))) {
        if (Date.now() > late || child.exitCode !== null)
          throw new Error(`waited in vain for ${words}; it said ${text}`);
        await new Promise((wake) => setTimeout(wake, 25));
      }
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

export const LAUNCHED = [process.execPath, "adapters/launch.mjs", "main"] as const;
