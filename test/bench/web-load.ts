import { Agent, get } from "node:http";

/** What a client sees: it runs as a process of its own, so that it does not wait for the server it measures. */
export interface Load {
  readonly url: string;
  readonly paths: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

export interface Measured {
  readonly requests: number;
  /** From the first request to the end of the last response. */
  readonly seconds: number;
  /** Responses by status; `0` is a connection that failed. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Milliseconds from when a request was due, whether or not it could be sent then, to the end of its response. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

function run({ url, paths, perSecond, seconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const total = perSecond * seconds;
  const took: number[] = [];
  const statuses: Record<number, number> = {};
  const begun = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const ended = (status: number, due: number) => {
      took.push(performance.now() - due);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (took.length < total) return;
      agent.destroy();
      took.sort((a, b) => a - b);
      const at = (share: number) => took[Math.min(total - 1, Math.floor(total * share))] as number;
      resolve({
        requests: total,
        seconds: (performance.now() - begun) / 1000,
        statuses,
        p50: at(0.5),
        p99: at(0.99),
        most: at(1),
      });
    };
    const ask = (due: number) => {
      const path = paths[sent % paths.length] as string;
      sent += 1;
      get(url + path, { agent, headers: { "accept-encoding": "br" } }, (response) => {
        response.resume();
        response.on("end", () => ended(response.statusCode ?? 0, due));
      }).on("error", () => ended(0, due));
    };
    const tick = setInterval(() => {
      const now = performance.now();
      for (
        let due = begun + (sent * 1000) / perSecond;
        due <= now && sent < total;
        due = begun + (sent * 1000) / perSecond
      )
        ask(due);
      if (sent >= total) clearInterval(tick);
    }, 1);
  });
}

process.once("message", async (load: Load) => {
  process.send?.(await run(load));
  process.disconnect();
});
