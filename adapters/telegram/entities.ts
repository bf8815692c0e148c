/** Kinds of MessageEntity that we make (https://core.telegram.org/bots/api#messageentity). */
export type Style =
  | "bold"
  | "italic"
  | "underline"
  | "code"
  | "blockquote"
  | "expandable_blockquote"
  | "text_link";

export interface Entity {
  readonly type: Style;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface Styled {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * What Telegram silently takes out of every message, shifting all that follows: control characters, line and paragraph
 * separators, the old directional marks, three combining lines (`clean_input_string` of Telegram's own library). A half
 * of a surrogate pair is refused. They go before offsets are counted.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
const UNSENDABLE = /[\u0000-\u0009\u000b-\u001f\u2028-\u202e]|\u0333|\u033f|\u030a|\p{Surrogate}/gu;

export const sendable = (text: string): string => text.replaceAll("\t", " ").replace(UNSENDABLE, "");

/** Text that grows with its entities: offsets are where the text stands, counted in UTF-16 units as Telegram does. */
export class TextBuilder {
  #text = "";
  #entities: Entity[] = [];

  add(text: string, style?: Style, url?: string): this {
    const offset = this.#text.length;
    const clean = sendable(text);
    this.#text += this.#text === "" ? clean.trimStart() : clean;
    return style ? this.#mark(style, offset, url) : this;
  }

  /** Whatever `write` adds gets one entity around it. */
  within(style: Style, write: () => void): this {
    const offset = this.#text.length;
    write();
    return this.#mark(style, offset);
  }

  /** A blank line before what follows, unless it is the first. */
  paragraph(): this {
    this.#trim();
    if (this.#text !== "") this.#text += "\n\n";
    return this;
  }

  line(): this {
    if (this.#text !== "" && !this.#text.endsWith("\n")) this.#text += "\n";
    return this;
  }

  finish(): Styled {
    this.#trim();
    return { text: this.#text, entities: this.#entities };
  }

  /** Telegram trims both ends of a message and moves what covers them; here nothing is left to trim. */
  #trim(): void {
    this.#text = this.#text.trimEnd();
    const end = this.#text.length;
    this.#entities = this.#entities
      .map((entity) => ({ ...entity, length: Math.min(entity.length, end - entity.offset) }))
      .filter((entity) => entity.length > 0);
  }

  #mark(type: Style, offset: number, url?: string): this {
    const length = this.#text.length - offset;
    if (length > 0) this.#entities.push({ type, offset, length, ...(url === undefined ? {} : { url }) });
    return this;
  }
}
