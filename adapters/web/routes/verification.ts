import type { FastifyInstance } from "fastify";
import { createConversation } from "../../conversation/conversation.ts";
import { timed } from "../../service/timing.ts";
import { verificationPage } from "../views/verification.ts";
import { type PagesOptions, sendPage, viewOf } from "./pages.ts";

/** A page has room for any quotation whole. */
const WIDTH = 100_000;

/** The page to check a quotation on. Like every page it works as a link, and without a script. */
export function verification(server: FastifyInstance, options: PagesOptions): void {
  const conversation = createConversation({ answerer: options.answerer, width: WIDTH });
  server.get<{ Querystring: { q?: string; speaker?: string; lang?: string } }>(
    "/verify",
    {
      schema: {
        querystring: {
          type: "object",
          properties: { q: { type: "string" }, speaker: { type: "string" }, lang: { type: "string" } },
        },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, options);
      const { q, speaker } = request.query;
      if (q === undefined) return sendPage(reply, verificationPage(view, undefined));
      const named = speaker?.trim() || undefined;
      let card = conversation.help(view.lang);
      timed(options.meter, "web", () => {
        // The language of the pasted text says nothing about the reader's
        const made = conversation.verify(
          { text: q, locale: view.lang, ...(named ? { speaker: named } : {}) },
          view.lang,
        );
        card = made.card;
        return made.answer;
      });
      // Text that was refused for its length is not repeated on the page
      const quotation = q.length > 4000 ? "" : q;
      return sendPage(reply, verificationPage(view, { quotation, speaker: named, card }));
    },
  );
}
