import type { FastifyInstance } from "fastify";

/** ms between two looks for connections that have gone idle while the server closes. */
const SWEEP = 50;

/**
 * Accepts no more requests, answers those it has, and closes each connection once it is idle. Node closes only those that are idle at that
 * moment, and leaves one that becomes idle later open for as long as its client keeps it.
 */
export async function closeWebServer(server: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP);
  try {
    await server.close();
  } finally {
    clearInterval(sweep);
  }
}

/** A server that cannot listen, in words that name the setting to change. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Listens and says at which address. Throws ListenError. */
export async function listen(server: FastifyInstance, { host, port }: Place): Promise<string> {
  // Fastify says itself where it listens, as a line of log before anything that is meant for people
  const { level } = server.log;
  server.log.level = "warn";
  try {
    return await server.listen({ host, port });
  } catch (error) {
    throw new ListenError(
      `${whyNot((error as NodeJS.ErrnoException).code, host, port)} HTTP=off goes on without the page.`,
      {
        cause: error,
      },
    );
  } finally {
    server.log.level = level;
  }
}

function whyNot(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program: choose another with HTTP_PORT.`;
    case "EACCES":
      return `Port ${port} needs rights that this process does not have: choose one above 1023 with HTTP_PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `This machine has no address "${host}": set HTTP_HOST to one that it has, such as 127.0.0.1.`;
    default:
      return `The web server cannot listen on ${host}:${port} (${code ?? "unknown"}).`;
  }
}
