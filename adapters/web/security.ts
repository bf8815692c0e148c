import { constants } from "node:zlib";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/**
 * Headers for every response. The page loads its own script, style and fonts and nothing else, so everything is turned off and those
 * are turned on; no inline script or style exists, so none may run.
 */
export async function secure(server: FastifyInstance, publicUrl: URL | undefined): Promise<void> {
  const https = publicUrl?.protocol === "https:";
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        // On plain HTTP (loopback) it would send the browser to an HTTPS port that does not exist.
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Browsers remember this for the whole host, so it is sent only where HTTPS is configured and the host is ours alone.
    strictTransportSecurity:
      https && publicUrl?.pathname === "/" ? { maxAge: 180 * 24 * 3600, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
    // A question stands in the address; no other site is told it.
    referrerPolicy: { policy: "no-referrer" },
  });
  // Below a kilobyte compressing costs more than it saves. Brotli's default quality is meant for files made once.
  await server.register(compress, {
    threshold: 1024,
    // A page is in memory already and takes a fraction of a millisecond; a stream for each costs more than its compression.
    syncThreshold: 64 * 1024,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 16 } },
  });
}
