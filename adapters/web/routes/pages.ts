import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Answerer } from "../../../src/model/answerer.ts";
import { inFull } from "../../conversation/echo.ts";
import type { Meter } from "../../service/metrics.ts";
import { timed } from "../../service/timing.ts";
import { askOrLookUp, lookUp } from "../ask.ts";
import type { Assets } from "../assets.ts";
import { type Failure, recordFailure, STATUS } from "../errors.ts";
import type { Library } from "../library.ts";
import { chosenLanguage, preferredLanguage } from "../locale.ts";
import { chatPage, type Turn } from "../views/chat.ts";
import { failurePage } from "../views/failure.ts";
import { type AskLink, verificationLink } from "../views/links.ts";
import { documentPage, markOf, sourcesPage } from "../views/reader.ts";
import { type View, viewIn } from "../views/view.ts";

export interface PagesOptions {
  readonly answerer: Answerer;
  readonly library: Library;
  readonly assets: Assets;
  readonly meter: Meter;
  readonly publicUrl: string | undefined;
  /** Its path, without a final slash. */
  readonly base: string;
  readonly translatorUrl?: string | undefined;
  readonly questionsKept: number | undefined;
}

interface AskQuery {
  readonly q?: string;
  readonly after?: string;
  readonly leader?: string;
  readonly topic?: string;
  readonly show?: string;
  readonly page?: number;
  readonly lang?: string;
}

/** A repeated `q` and a page that is not a number are refused. Any other parameter is ignored. */
const ASK_QUERY = {
  type: "object",
  properties: {
    q: { type: "string" },
    after: { type: "string" },
    leader: { type: "string" },
    topic: { type: "string" },
    show: { type: "string" },
    page: { type: "integer", minimum: 1, maximum: 1000 },
    lang: { type: "string" },
  },
} as const;

const READER_QUERY = {
  type: "object",
  properties: { h: { type: "string" }, lang: { type: "string" } },
} as const;

/** The pages that people see. Every address gives a whole page, so each works as a link, and without a script. */
export function pages(server: FastifyInstance, options: PagesOptions): void {
  const { library, meter } = options;
  const view = (request: FastifyRequest) => viewOf(request, options);

  server.setErrorHandler((error, request, reply) =>
    sendFailure(reply, recordFailure(error, request, meter), view(request)),
  );

  server.get<{ Querystring: AskQuery }>(
    "/",
    { schema: { querystring: ASK_QUERY } },
    async (request, reply) => {
      const seen = view(request);
      const { q } = request.query;
      if (q !== undefined && options.answerer.asksAboutQuotation(q))
        return reply.redirect(verificationLink({ quotation: q }, seen), 303);
      const turn = turnOf(request.query, options, seen);
      return sendPage(reply, chatPage(seen, turn));
    },
  );

  server.get<{ Querystring: { lang?: string } }>(
    "/sources",
    { schema: { querystring: READER_QUERY } },
    async (request, reply) => sendPage(reply, sourcesPage(view(request))),
  );

  server.get<{ Params: { document: string }; Querystring: { h?: string; lang?: string } }>(
    "/sources/:document",
    { schema: { querystring: READER_QUERY } },
    async (request, reply) => {
      const seen = view(request);
      const document = library.document(request.params.document);
      if (document === undefined) return sendFailure(reply, "not-found", seen);
      return sendPage(reply, documentPage(seen, document, markOf(request.query.h, document, seen)));
    },
  );
}

/** The language in the address, else the browser's. Takes `unknown`, as a query that failed validation may hold anything. */
export function viewOf(
  request: FastifyRequest,
  { library, assets, meter, publicUrl, base, translatorUrl, questionsKept }: Omit<PagesOptions, "answerer">,
): View {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  const chosen = chosenLanguage(typeof lang === "string" ? lang : undefined);
  return viewIn(chosen ?? preferredLanguage(request.headers["accept-language"]), {
    library,
    assets,
    publicUrl,
    translatorUrl,
    questionsKept,
    root: publicUrl === undefined ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin,
    base,
    chosen,
    unquotable: () => meter.failed("web", "not-verbatim"),
  });
}

function turnOf(query: AskQuery, options: PagesOptions, view: View): Turn | undefined {
  const { answerer, meter } = options;
  const place = query.page === undefined ? {} : { page: query.page };
  if (query.leader !== undefined) return personTurn(query.leader, query, place, options, view);
  if (query.q === undefined) return undefined;
  const text = query.q;
  const answer = timed(meter, "web", () => askOrLookUp(answerer, text, view.lang, query.after));
  // What was refused (for its length, say) is not repeated in every link of the page
  if (answer.kind === "refused") return { ask: {}, asked: text, answer };
  const follows = "follows" in answer ? answer.follows : undefined;
  const ask = { question: text, ...(follows && { after: follows }), ...place };
  return { ask, asked: inFull(text, answer), answer, question: inFull(text, answer) };
}

/** A person by id, as the page's own links have it, or by any name. */
function personTurn(
  called: string,
  query: AskQuery,
  place: Pick<AskLink, "page">,
  { answerer, library, meter }: PagesOptions,
  view: View,
): Turn {
  const leader = library.leader(called);
  const topic = query.topic?.trim() || undefined;
  const answer = timed(meter, "web", () =>
    leader === undefined
      ? answerer.leader({ name: called, locale: view.lang, ...(topic && { topic }) })
      : lookUp({ answerer, library }, leader, view.lang, topic),
  );
  const name = leader?.name[view.lang] ?? leader?.name.ar ?? called;
  const ask: AskLink = {
    leader: called,
    ...(topic && { topic }),
    ...((query.show === "statements" || query.show === "mentions") && { show: query.show }),
    ...place,
  };
  return { ask: answer.kind === "refused" ? {} : ask, asked: topic ? `${name}: ${topic}` : name, answer };
}

export function sendPage(reply: FastifyReply, markup: string): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "private, no-cache")
    .header("vary", "Accept-Language")
    .send(markup);
}

export function sendFailure(reply: FastifyReply, failure: Failure, view: View): FastifyReply {
  return sendPage(reply.code(STATUS[failure]), failurePage(failure, view));
}
