/** The gateway by way of a proxy. discord.js has no setting for it, and makes its connections with the class that `ws` exports. */
import type { Agent } from "node:http";
import { createRequire } from "node:module";
import { HttpsProxyAgent } from "https-proxy-agent";
import { proxyFor } from "../service/proxy.ts";

interface WebSocketModule {
  WebSocket: new (url: string, protocols: string[], options: { agent?: Agent }) => object;
}

/** Discord's gateway, to choose a proxy before its address is known: that address and those for resuming are under one domain. */
const GATEWAY = "wss://gateway.discord.gg";

let done = false;

/** Call it before discord.js is loaded, which keeps the class that it finds then. Without a proxy it changes nothing. */
export function sendGatewayThroughProxy(apiUrl: string | undefined): void {
  // An API of one's own has its gateway beside it
  if (done || proxyFor(apiUrl ?? GATEWAY) === undefined) return;
  done = true;
  const discord = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  const ws = createRequire(discord.resolve("@discordjs/ws"))("ws") as WebSocketModule;
  ws.WebSocket = class extends ws.WebSocket {
    constructor(url: string, protocols: string[], options: object) {
      const proxy = proxyFor(String(url));
      super(
        url,
        protocols,
        proxy === undefined ? options : { ...options, agent: new HttpsProxyAgent(proxy) },
      );
    }
  };
}
