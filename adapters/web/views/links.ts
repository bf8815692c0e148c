import type { Language, Span } from "../../../src/model.ts";

/** Addresses of the page and of the source reader, relative to where the server is mounted. */

export interface AskLink {
  readonly question?: string;
  /** The question that it follows, where it cannot be understood without. */
  readonly after?: string;
  readonly leader?: string;
  readonly show?: "statements" | "mentions" | undefined;
  readonly topic?: string;
  readonly page?: number;
}

/** `lang` is carried along only when the reader chose it; otherwise the browser's languages decide at each request. */
export function askLink(link: AskLink, lang: Language | undefined): string {
  return `/${query({
    q: link.question,
    after: link.after,
    leader: link.leader,
    topic: link.topic,
    show: link.show,
    page: link.page !== undefined && link.page > 1 ? String(link.page) : undefined,
    lang,
  })}`;
}

export function sourcesLink(lang: Language | undefined): string {
  return `/sources${query({ lang })}`;
}

export interface Place {
  readonly doc: string;
  /** The name of a passage's place in it. */
  readonly anchor?: string;
  /** Words to mark, in the document's offsets. */
  readonly words?: Span;
}

export function sourceLink(place: Place, lang: Language | undefined): string {
  const h = place.words === undefined ? undefined : place.words.join("-");
  const fragment = place.anchor === undefined ? "" : `#${place.anchor}`;
  return `/sources/${encodePath(place.doc)}${query({ h, lang })}${fragment}`;
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
