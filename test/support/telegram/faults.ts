import type { ServerResponse } from "node:http";

/** One way in which the Bot API, or the road to it, goes wrong. */
export interface Fault {
  readonly method: string;
  readonly how: "hang" | "reset" | "null" | "null-result" | "garbage" | "half" | Status;
  /** The call took effect and only its answer is lost. Default: it took none. */
  readonly accepted?: boolean;
  /** Only calls to this chat. */
  readonly chat?: number;
  /** How many calls meet it. Default 1. */
  readonly times?: number;
}

interface Status {
  readonly code: number;
  readonly description?: string;
  readonly retryAfter?: number;
  readonly migrateTo?: number;
}

/** Faults waiting for the calls that they are meant for, first come, first served. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  take(method: string, chat: unknown): Fault | undefined {
    const found = this.#waiting.find(
      ({ fault }) => fault.method === method && (fault.chat === undefined || fault.chat === chat),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((one) => one !== found);
    return found.fault;
  }
}

export function inflict({ how }: Fault, response: ServerResponse): void {
  if (how === "hang") return;
  if (how === "reset") {
    response.destroy();
    return;
  }
  if (how === "half") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"ok":true,');
    return;
  }
  if (typeof how === "string") {
    const body = {
      null: "null",
      "null-result": '{"ok":true,"result":null}',
      garbage: "<html>Bad Gateway</html>",
    };
    response.writeHead(200, { "content-type": "application/json" }).end(body[how]);
    return;
  }
  const parameters = {
    ...(how.retryAfter === undefined ? {} : { retry_after: how.retryAfter }),
    ...(how.migrateTo === undefined ? {} : { migrate_to_chat_id: how.migrateTo }),
  };
  const description = how.description ?? `fault ${how.code}`;
  response
    .writeHead(how.code, { "content-type": "application/json" })
    .end(JSON.stringify({ ok: false, error_code: how.code, description, parameters }));
}
