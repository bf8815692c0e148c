import { PROFILES } from "../../src/languages/all.ts";
import type { Language } from "../../src/languages/codes.ts";

/** An answer being looked through: its passages, which one is shown, and which page of it. */
export interface AnswerState {
  readonly kind: "quotes" | "closest";
  readonly passages: readonly number[];
  readonly at: number;
  readonly page: number;
}

/** A leader being looked through; `about` holds the statements on the topic that was asked for. */
export interface LeaderState {
  /** Number of the leader in the corpus. */
  readonly leader: number;
  readonly tab: "about" | "statements" | "mentions";
  readonly about: readonly number[];
  readonly at: number;
  readonly page: number;
}

/** The passages of an answer, and a page of the translation of one of them. */
export type TranslationState = { readonly act: "translation" } & AnswerState;

/** What a button does, all of it: nothing is remembered between a message and its button. */
export type Press =
  | ({ readonly act: "show" | "around" | "post" } & AnswerState)
  | TranslationState
  | ({ readonly act: "leader" } & LeaderState)
  | { readonly act: "source"; readonly document: number; readonly page: number }
  | { readonly act: "sources"; readonly page: number }
  | { readonly act: "vote"; readonly up: boolean }
  | { readonly act: "delete" }
  /** Asks one of the corpus's examples, or one of the suggestions in the answer to the question that the message restates. */
  | { readonly act: "try"; readonly from: "examples" | "suggestions"; readonly at: number };

export interface Button {
  readonly lang: Language;
  /** `Corpus.fingerprint` of the answer. */
  readonly fingerprint: number;
  /** Who asked: a Discord snowflake or a Telegram user id; 0 where everyone may press. */
  readonly owner: bigint;
  readonly press: Press;
}

/** Telegram's callback_data holds 64 bytes, Discord's custom_id 100 characters: what fits the smaller fits both. */
export const BUTTON_LIMIT = 64;
/** Bytes before base64url, which turns three into four. */
const BYTES = Math.floor((BUTTON_LIMIT * 3) / 4);

const ACTS = [
  "show",
  "around",
  "post",
  "leader",
  "source",
  "sources",
  "delete",
  "translation",
  "try",
  "vote",
] as const;
/** By each language's permanent number: buttons outlive changes to the list of languages. */
const BY_NUMBER: ReadonlyMap<number, Language> = new Map(
  Object.values(PROFILES).map(({ number, code }) => [number, code]),
);
const TABS = ["about", "statements", "mentions"] as const;

/** At most 64 ASCII characters for any button: passages that do not fit are left off the end. */
export function encodeButton({ lang, fingerprint, owner, press }: Button): string {
  const head = [(ACTS.indexOf(press.act) << 4) | PROFILES[lang].number];
  head.push((fingerprint >> 16) & 0xff, (fingerprint >> 8) & 0xff, fingerprint & 0xff);
  varint(head, BigInt.asUintN(64, owner));
  switch (press.act) {
    case "show":
    case "around":
    case "post":
    case "translation":
      head.push(press.kind === "quotes" ? 0 : 1);
      varint(head, press.at);
      varint(head, press.page);
      fill(head, press.passages);
      break;
    case "leader":
      varint(head, press.leader);
      head.push(TABS.indexOf(press.tab));
      varint(head, press.at);
      varint(head, press.page);
      fill(head, press.about);
      break;
    case "source":
      varint(head, press.document);
      varint(head, press.page);
      break;
    case "sources":
      varint(head, press.page);
      break;
    case "vote":
      head.push(press.up ? 1 : 0);
      break;
    case "delete":
      break;
    case "try":
      head.push(press.from === "examples" ? 0 : 1);
      varint(head, press.at);
      break;
  }
  return Buffer.from(head).toString("base64url");
}

/** Decodes a string that came back from a platform; undefined for anything that `encodeButton` cannot have made. */
export function decodeButton(data: string): Button | undefined {
  if (data.length > BUTTON_LIMIT || !/^[A-Za-z0-9_-]+$/.test(data)) return undefined;
  const bytes = Buffer.from(data, "base64url");
  const reader = new Reader(bytes);
  const first = reader.byte();
  const act = ACTS[first >> 4];
  const lang = BY_NUMBER.get(first & 0xf);
  const fingerprint = (reader.byte() << 16) | (reader.byte() << 8) | reader.byte();
  const owner = reader.big();
  const press = act && readPress(act, reader);
  if (!press || !lang || reader.failed || !reader.done) return undefined;
  return { lang, fingerprint, owner, press };
}

function readPress(act: (typeof ACTS)[number], reader: Reader): Press | undefined {
  switch (act) {
    case "show":
    case "around":
    case "post":
    case "translation": {
      const kind = reader.byte() === 0 ? "quotes" : "closest";
      const at = reader.number();
      const page = reader.number();
      const passages = reader.rest();
      return at < passages.length ? { act, kind, at, page, passages } : undefined;
    }
    case "leader": {
      const leader = reader.number();
      const tab = TABS[reader.byte()];
      const at = reader.number();
      const page = reader.number();
      return tab && { act, leader, tab, at, page, about: reader.rest() };
    }
    case "source":
      return { act, document: reader.number(), page: reader.number() };
    case "sources":
      return { act, page: reader.number() };
    case "vote":
      return { act, up: reader.byte() === 1 };
    case "delete":
      return { act };
    case "try":
      return { act, from: reader.byte() === 0 ? "examples" : "suggestions", at: reader.number() };
  }
}

/** LEB128, seven bits a byte, the lowest first. */
function varint(bytes: number[], value: number | bigint): void {
  let rest = BigInt(value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
}

function fill(bytes: number[], values: readonly number[]): void {
  for (const value of values) {
    const one: number[] = [];
    varint(one, value);
    if (bytes.length + one.length > BYTES) return;
    bytes.push(...one);
  }
}

class Reader {
  failed = false;
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    this.#at += 1;
    if (value === undefined) this.failed = true;
    return value ?? 0;
  }

  big(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    this.failed = true;
    return value;
  }

  number(): number {
    const value = this.big();
    if (value > 0xffff_ffffn) this.failed = true;
    return Number(value & 0xffff_ffffn);
  }

  rest(): number[] {
    const values: number[] = [];
    while (!this.done && !this.failed) values.push(this.number());
    return values;
  }
}
