import { getProxyForUrl } from "proxy-from-env";
import { ConfigError } from "./config.ts";

/**
 * The proxy by which an address is reached, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say, in either case of letters; undefined without one.
 * Throws ConfigError where it is none that can be used.
 */
export function proxyFor(address: string): string | undefined {
  // The proxies of wss: and ws: are those of https: and http:
  const url = new URL(address.replace(/^ws/, "http"));
  const proxy = getProxyForUrl(url.href);
  if (proxy === "") return undefined;
  const setting = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  let protocol: string;
  try {
    protocol = new URL(proxy).protocol;
  } catch {
    throw new ConfigError(`${setting} must be an address that begins with http:// or https://`);
  }
  if (protocol !== "http:" && protocol !== "https:")
    throw new ConfigError(`${setting} must be an address that begins with http:// or https://`);
  return proxy;
}
