import { splitSentences } from "../analysis/sentence-splitter.ts";
import { PROFILES } from "../languages/all.ts";
import type { PassageKind, Span } from "../model.ts";

/** A paragraph as parsed from one text, before it has its place in the corpus. */
export interface Paragraph {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PassageKind;
  readonly heading?: string;
  readonly sentences: readonly Span[];
}

/** Units. A line of more is a paragraph even without a full stop. */
const MAX_HEADLINE_LENGTH = 120;
const MAX_SUBHEADING_LENGTH = 80;

/** Words that open a line of this kind, in any of the languages. */
const labels = (kind: "source" | "credit") =>
  Object.values(PROFILES)
    .map((profile) => profile.labels[kind])
    .join("|");
const SOURCE = new RegExp(`^\\s*(?:${labels("source")})\\s*[:：|]`, "iu");
const CREDIT = new RegExp(`^\\s*(?:${labels("credit")})\\s*(?:by)?\\s*[:：|/©]`, "iu");
const BULLET = /^\s*[•●▪◦■*–-]\s+/u;
const CLOSED = /[.!?؟…"”»|)\]]\s*$/u;
/** A stray end of a tag before the text (`=”text-align:justify”>`). */
const STRAY_MARKUP = /^[^\p{L}<>]*[a-z-]+\s*[:=][^<>]{0,80}>/iu;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The non-empty lines of a text; offsets exclude the white space (and a BOM) around each. */
function lines(text: string): Line[] {
  const found: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const raw = match[0];
    const body = raw.trim();
    if (!/[\p{L}\p{N}]/u.test(body)) continue;
    const start = match.index + raw.length - raw.trimStart().length;
    found.push({ start, end: start + body.length, text: body });
  }
  return found;
}

/** Cuts a text into paragraphs and says what each one is. Total: any text gives paragraphs, possibly none. */
export function chunk(text: string): Paragraph[] {
  const all = lines(text);
  const kinds: PassageKind[] = all.map((line, at) => kindOf(line, at, all));
  // The name of a publisher between the last paragraph and the source lines is part of the sign-off.
  for (let at = all.length - 1; at > 0; at -= 1) {
    if (kinds[at] === "source" || kinds[at] === "credit") continue;
    if (at < all.length - 1 && isName((all[at] as Line).text)) kinds[at] = "source";
    break;
  }
  let heading: string | undefined;
  return all.map((line, at) => {
    const kind = kinds[at] as PassageKind;
    if (kind === "subheading") heading = line.text;
    const under = kind === "body" || kind === "caption" ? heading : undefined;
    return {
      paragraph: at + 1,
      ...line,
      kind,
      ...(under === undefined ? {} : { heading: under }),
      sentences: splitSentences(line.text, line.start),
    };
  });
}

function kindOf(line: Line, at: number, all: readonly Line[]): PassageKind {
  const bare = line.text.replace(STRAY_MARKUP, "");
  if (SOURCE.test(bare)) return "source";
  if (CREDIT.test(bare)) return "credit";
  if (BULLET.test(line.text)) return "caption";
  const closed = CLOSED.test(bare);
  if (at === 0 && all.length > 1 && !closed && bare.length <= MAX_HEADLINE_LENGTH) return "headline";
  if (at === 1 && isHeadline(all[0] as Line, all.length)) return "lead";
  if (at > 0 && !closed && bare.length <= MAX_SUBHEADING_LENGTH) return "subheading";
  return "body";
}

/** A short line that ends like no sentence. */
function isName(text: string): boolean {
  return text.length <= MAX_SUBHEADING_LENGTH && !/[.!?؟…]\s*$/u.test(text);
}

function isHeadline(first: Line, count: number): boolean {
  return count > 1 && !CLOSED.test(first.text) && first.text.length <= MAX_HEADLINE_LENGTH;
}
