import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import { SCRIPTS } from "../languages/script.ts";
import { normalize } from "./normalizer.ts";
import { letterScript } from "./script.ts";
import { type Token, tokenize } from "./tokenizer.ts";

/** A text in a language's Latin alphabet as its words in its own letters; any other text as it is. */
export function textInOwnLetters(text: string, language: Language): string {
  const { romanised, script } = PROFILES[language];
  // Of the thousands of questions that are read at every start, nearly all are in the language's own letters
  if (!romanised || SCRIPTS[script].test(text)) return text;
  const tokens = tokenize(text);
  const own = inOwnLetters(tokens, language);
  return own.every((token, at) => token === tokens[at]) ? text : own.map(({ folded }) => folded).join(" ");
}

/** Between the two letters that an apostrophe makes one of. */
const APOSTROPHE = 1;

/**
 * The words of a text in a language's Latin alphabet as in its own, each where it stands, but for those that are `known` as they are.
 * Any other text stays as it is, so one in the language's own letters with a foreign name in it.
 */
export function inOwnLetters(
  tokens: readonly Token[],
  language: Language,
  known: () => ReadonlySet<Token> = () => new Set(),
): readonly Token[] {
  const { romanised, script } = PROFILES[language];
  if (!romanised || tokens.some(({ folded }) => letterScript(folded) === script)) return tokens;
  const names = known();
  const words: Token[] = [];
  for (const token of tokens) {
    const before = words.at(-1);
    if (names.has(token) || letterScript(token.folded) !== "latin") words.push(token);
    else if (token.suffix && before && before.end + APOSTROPHE === token.start)
      words[words.length - 1] = read(`${before.text}'${token.text}`, before.start, token.end);
    else words.push(read(token.text, token.start, token.end));
  }
  return words;

  function read(text: string, start: number, end: number): Token {
    return {
      text,
      start,
      end,
      folded: normalize((romanised as NonNullable<typeof romanised>).toOwn(text)),
      suffix: false,
    };
  }
}
