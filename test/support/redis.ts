import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether there is a Redis to test with: `.ci/run` installs Debian's. */
export const hasRedis = ((): boolean => {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** A real Redis on a port of the loopback address, to be stopped, frozen and filled. */
export class TestRedis {
  #child: ChildProcess | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), "isnad-redis-"));

  private constructor(readonly port: number) {}

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    await redis.run();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again: empty, on the same port. */
  async run(): Promise<void> {
    const settings = { port: this.port, bind: "127.0.0.1", save: "", appendonly: "no", dir: this.#folder };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.#child = spawn("redis-server", args, { stdio: "ignore" });
    for (let tries = 0; (await this.send("PING").catch(() => "")) !== "+PONG"; tries += 1) {
      if (tries > 200) throw new Error("redis-server does not start");
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }

  /** Gone with all that it held. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  /** Takes connections and commands, and answers nothing. */
  freeze(): void {
    this.#child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child?.kill("SIGCONT");
  }

  /** Refuses what would need memory (OOM), or takes it again. */
  async full(yes: boolean): Promise<void> {
    await this.send("CONFIG SET maxmemory-policy noeviction");
    await this.send(`CONFIG SET maxmemory ${yes ? 1 : 0}`);
  }

  /** The first line of what it says to a command. */
  send(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port: this.port, host: "127.0.0.1" });
      socket.once("error", reject);
      socket.once("data", (data: Buffer) => {
        resolve(data.toString().split("\r\n")[0] ?? "");
        socket.destroy();
      });
      socket.write(`${command}\r\n`);
    });
  }

  async close(): Promise<void> {
    this.thaw();
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
