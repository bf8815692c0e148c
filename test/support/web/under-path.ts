/** A host that serves many things, and this page under one path of it: the proxy in front of the server. */
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { WebServerOptions } from "../../../adapters/web/server.ts";
import { type Running, runningHere } from "./running.ts";

export const BASE = "/isnad";

export interface UnderPath extends Running {
  /** Paths of the host that were asked for and are not the page's. */
  readonly astray: string[];
}

/** `strips`: whether the proxy takes the path off before it hands a request on. */
export async function underPath(
  strips: boolean,
  options: Partial<WebServerOptions> = {},
): Promise<UnderPath> {
  const astray: string[] = [];
  let port = 0;
  const proxy = createServer((asked, response) => {
    const url = asked.url ?? "/";
    if (url !== BASE && !url.startsWith(`${BASE}/`) && !url.startsWith(`${BASE}?`)) {
      astray.push(url);
      response.writeHead(404).end("another site's");
      return;
    }
    const path = strips ? url.slice(BASE.length).replace(/^(?!\/)/, "/") : url;
    const headers = { ...asked.headers, "x-forwarded-for": asked.socket.remoteAddress ?? "" };
    const onward = request({ port, host: "127.0.0.1", path, method: asked.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((go) => proxy.listen(0, "127.0.0.1", go));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const behind = await runningHere({ ...options, publicUrl: url + BASE });
  port = Number(new URL(behind.url).port);
  return { ...behind, url, astray };
}
