/**
 * A Discord on loopback: REST and gateway on one port. `new Client({ rest: { api: discord.api } })` is all that a
 * client needs to live on it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createFaults, type Failure, type Faults } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createRest } from "./rest.ts";
import type { Reply } from "./rest-messages.ts";
import { schemaJudge } from "./schema.ts";
import { createWorld, type World } from "./server-state.ts";

export interface LoopbackDiscord {
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  /** For `rest.api`, without the version. */
  readonly api: string;
  /** The whole server goes away: connections are cut and new ones refused. */
  leave(): Promise<void>;
  /** On the same port again, with everything as it was. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startDiscord({
  token = "token.for.tests",
  shards = 1,
  judged = true,
} = {}): Promise<LoopbackDiscord> {
  const world = createWorld(token);
  const faults = createFaults();
  const sockets = new Set<Socket>();
  let port = 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}`;
  if (judged) schemaJudge();
  const rest = createRest(world, { gatewayUrl, shards, judged });
  const server = createServer((request, response) => {
    void readBody(request).then((body) => serve(request, response, body));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const gateway = createGateway(server, world, gatewayUrl);

  function serve(request: IncomingMessage, response: ServerResponse, text: string): void {
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", "http://loopback");
    const path = url.pathname.replace(/^\/api\/v10/, "");
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const plan = faults.take(method, path);
    const carriedOut =
      plan === undefined || plan.afterCarryingOut
        ? rest(method, url, request.headers.authorization, body)
        : undefined;
    const reply = plan === undefined ? carriedOut : failed(plan.failure);
    const code = (reply?.body as { code?: number } | undefined)?.code;
    const call = { method, path, body, status: reply?.status ?? 0, at: Date.now() };
    world.calls.push(code === undefined ? call : { ...call, code });
    if (reply !== undefined) write(response, reply, plan?.failure);
    else if (plan?.failure.kind === "reset") request.socket.resetAndDestroy();
  }

  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  const leave = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  await listen();
  return {
    world,
    gateway,
    faults,
    api: `http://127.0.0.1:${port}/api`,
    leave,
    comeBack: listen,
    close: async () => {
      gateway.close();
      if (server.listening) await leave();
    },
  };
}

function failed(failure: Failure): Reply | undefined {
  return failure.kind === "status"
    ? { status: failure.status, body: failure.body ?? { code: 0, message: "made to fail" } }
    : undefined;
}

function write(response: ServerResponse, reply: Reply, failure: Failure | undefined): void {
  const headers = failure?.kind === "status" ? failure.headers : undefined;
  const type = reply.status === 204 ? {} : { "content-type": "application/json" };
  response.writeHead(reply.status, { ...type, ...headers });
  response.end(reply.status === 204 ? undefined : JSON.stringify(reply.body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
