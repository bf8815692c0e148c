import type { Agent as AnyAgent } from "node:http";
import { Agent } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { Telegram } from "telegraf";
import { proxyFor } from "../service/proxy.ts";

/** https://core.telegram.org/bots/api#making-requests */
const API_ROOT = "https://api.telegram.org";

/** ms. Idle connections are closed before Telegram closes them: a call on one just closed would be lost, or sent twice. */
const IDLE_CONNECTION = 15_000;

/** The connections on which calls go out: kept open, and through a proxy where the environment names one. */
export function connectBy(telegram: Telegram, apiRoot: string = API_ROOT): void {
  const options = { keepAlive: true, timeout: IDLE_CONNECTION };
  const proxy = proxyFor(apiRoot);
  let agent: AnyAgent | undefined;
  if (proxy !== undefined) agent = new HttpsProxyAgent(proxy, options);
  else if (apiRoot.startsWith("https:")) agent = new Agent(options);
  // Set here: the constructor drops an agent for an address in plain HTTP
  if (agent !== undefined) telegram.options.agent = agent;
}
