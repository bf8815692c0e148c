import type { Language } from "../../../src/languages/codes.ts";
import type { Span } from "../../../src/model/corpus.ts";

/** Addresses of the page and of the source reader: paths of the host that the public reaches them on. */

/** What every link carries on. */
export interface Here {
  /** The path under which the public reaches the server, without a final slash: empty at the root of a host. */
  readonly base: string;
  /** Only when the reader chose it; otherwise the browser's languages decide at each request. */
  readonly chosen: Language | undefined;
}

export interface AskLink {
  readonly question?: string;
  /** The question that it follows, where it cannot be understood without. */
  readonly after?: string;
  readonly leader?: string;
  readonly show?: "statements" | "mentions" | undefined;
  readonly topic?: string;
  readonly page?: number;
}

export function askLink(link: AskLink, { base, chosen }: Here): string {
  return `${base}/${query({
    q: link.question,
    after: link.after,
    leader: link.leader,
    topic: link.topic,
    show: link.show,
    page: link.page !== undefined && link.page > 1 ? String(link.page) : undefined,
    lang: chosen,
  })}`;
}

export function sourcesLink({ base, chosen }: Here): string {
  return `${base}/sources${query({ lang: chosen })}`;
}

/** Where a quotation is checked. */
export function verificationLink(
  { quotation, speaker }: { readonly quotation?: string; readonly speaker?: string | undefined },
  { base, chosen }: Here,
): string {
  return `${base}/verify${query({ q: quotation || undefined, speaker: speaker || undefined, lang: chosen })}`;
}

export interface Place {
  readonly doc: string;
  /** The name of a passage's place in it. */
  readonly anchor?: string;
  /** Words to mark, in the document's offsets. */
  readonly words?: Span;
}

export function sourceLink(place: Place, { base, chosen }: Here): string {
  const h = place.words === undefined ? undefined : place.words.join("-");
  const fragment = place.anchor === undefined ? "" : `#${place.anchor}`;
  return `${base}/sources/${encodePath(place.doc)}${query({ h, lang: chosen })}${fragment}`;
}

/** `encodeURIComponent` throws on half a surrogate pair; URLSearchParams replaces it (WHATWG URL, USVString). */
function query(parameters: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

function encodePath(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"));
}
