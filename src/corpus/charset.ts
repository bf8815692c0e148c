import { isStopword } from "../analysis/stopwords.ts";
import { textLanguage } from "../analysis/text-language.ts";
import { tokenize } from "../analysis/tokenizer.ts";

/** A file's bytes decoded as text and how they were decoded, or why they could not be. */
export type Decoded =
  | { readonly text: string; readonly encoding: string }
  | { readonly problem: string; readonly at?: number };

/** The code pages of the languages that the bot speaks, likeliest first. They are told apart by what reads as one of the languages. */
const CODE_PAGES = ["windows-1256", "windows-1251", "windows-1254"] as const;
/** Bytes of which a code page is judged, and the share of small words from which it is right: in the wrong one there is none. */
const SAMPLE = 100_000;
const MIN_SMALL_WORDS = 0.04;
/** With fewer words nothing can be said: any two bytes are a word in some code page. */
const MIN_WORDS = 5;
/** In the wrong code page accented letters are letters of another script, or marks of direction inside a word. */
const LETTERS = /[\p{L}\p{M}\p{Cf}]+/gu;
const MIXED =
  /[\u200e\u200f]|\p{Script=Latin}[\p{Script=Arabic}\p{Script=Cyrillic}]|[\p{Script=Arabic}\p{Script=Cyrillic}]\p{Script=Latin}/u;
/** Characters that no text contains, whatever its code page. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;
/** Share of letters, digits, marks and usual punctuation in what was rightly read as UTF-16. */
const MIN_READABLE = 0.9;

/**
 * Reads a text in UTF-8, UTF-16 (with its mark or without) or a Windows code page. The decoders are the platform's, after the Encoding
 * Standard. A byte order mark stays, so that offsets are true for whoever decodes the file likewise.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be");
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    for (const encoding of ["utf-16le", "utf-16be"]) {
      const decoded = utf16(bytes, encoding);
      if ("text" in decoded && isReadable(decoded.text)) return decoded;
    }
    return { problem: "a NUL byte: not a text", at: nul };
  }
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  const page =
    CODE_PAGES.find((one) => one === declared?.toLowerCase()) ?? likeliestPage(bytes.subarray(0, SAMPLE));
  const text = page && decoded(bytes, page);
  if (page && text !== undefined) return { text, encoding: page };
  return {
    problem: "not UTF-8, nor UTF-16 or a Windows code page that reads as a language: save it as UTF-8",
    at: firstInvalid(bytes),
  };
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16(bytes: Uint8Array, encoding: string): Decoded {
  const text = decoded(bytes, encoding);
  if (text === undefined) return { problem: `begins like UTF-16 and is not: save it as UTF-8` };
  const nul = text.indexOf("\0");
  return nul < 0 ? { text, encoding } : { problem: "a NUL byte: not a text", at: nul * 2 };
}

function isReadable(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const readable =
    sample.match(/[\p{Script=Arabic}\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}\s.,;:!?()"'«»“”…–-]/gu)
      ?.length ?? 0;
  return readable >= sample.length * MIN_READABLE;
}

/** The code page in which most of the words are small words of the language that it gives, with no word of two scripts. */
function likeliestPage(sample: Uint8Array): string | undefined {
  let best: string | undefined;
  let most = MIN_SMALL_WORDS;
  for (const page of CODE_PAGES) {
    const text = decoded(sample, page);
    if (text === undefined || CONTROL.test(text)) continue;
    const language = textLanguage(text);
    const words = tokenize(text).filter(({ folded }) => folded.length > 1);
    if (language === undefined || words.length < MIN_WORDS) continue;
    const small = words.filter(({ folded }) => isStopword(folded, language)).length / words.length;
    const pieces = text.match(LETTERS) ?? [];
    const mixed = pieces.filter((piece) => MIXED.test(piece)).length;
    const share = small * (1 - mixed / pieces.length) ** 2;
    if (share > most) {
      best = page;
      most = share;
    }
  }
  return best;
}

/** Where decoding as UTF-8 first fails: a byte that a lenient decoder has to replace. */
export function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return low;
}

/** 1-based: the line of a byte. */
export function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i += 1) if (bytes[i] === 10) line += 1;
  return line;
}
