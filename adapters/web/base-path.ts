/** A page that the public reaches under a path of a host that serves other things as well: `PUBLIC_URL=https://www.example/isnad`. */
import type { FastifyInstance, HTTPMethods } from "fastify";

/** The path of the public address, without a final slash: empty at the root of a host, and where there is no such address. */
export function basePath(publicUrl: string | undefined): string {
  return publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/+$/, "");
}

/** Whether a path is served as it is, such as a webhook's, which may lie under the page's base path. */
export const isRoute =
  (server: FastifyInstance, method: string | undefined) =>
  (path: string): boolean =>
    server.hasRoute({ url: path, method: (method ?? "GET") as HTTPMethods });

/** The address as the routes have it. */
export function withoutBase(base: string, url = "/", served: (path: string) => boolean): string {
  if (base === "" || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  // "/isnad" and "/isnad?q=…" are the page as well; "/isnads" is not
  if (!/^(?:[/?]|$)/.test(rest)) return url;
  const [path = ""] = url.split("?", 1);
  if (served(path)) return url;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
