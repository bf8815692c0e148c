import { normalize } from "../analysis/normalizer.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import { answerTypeOfWord } from "./answer-type.ts";
import type { Query } from "./query.ts";

const JOINING = new Set(
  Object.values(PROFILES).flatMap(({ joining }) => joining.split(" ").filter(Boolean).map(normalize)),
);

/** Whether a word joins what it begins on to what was said before. */
export const isJoiner = (folded: string) => JOINING.has(folded);

/** Questions in one message that are looked for one by one; more is a list of demands. */
const MAX_PARTS = 3;
/** Tokens that a question has at least. */
const MIN_TOKENS = 2;

/**
 * The questions of a message that asks several ("What did he say, and when does she leave?"): cut behind a question mark, and before a
 * joining word that a word that asks follows. The whole message where it asks one.
 */
export function splitQuestions({ text, tokens, language }: Query): readonly string[] {
  const cuts: number[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (!previous || at - from < MIN_TOKENS || tokens.length - at < MIN_TOKENS) return;
    const marked = /[?؟]/.test(text.slice(previous.end, token.start));
    if (!marked && !joinsQuestion(token, tokens[at + 1], language)) return;
    cuts.push(token.start);
    from = at;
  });
  if (cuts.length === 0 || cuts.length >= MAX_PARTS) return [text];
  return [0, ...cuts].map((start, at) => text.slice(start, cuts[at]).trim());
}

/** Marks and pictures that part what is told from what is asked. */
const PARTING = /[.!?؟,،;؛:\n]|\p{Extended_Pictographic}/u;
/** The last parts of a message, where its question is. */
const MAX_LAST_PARTS = 4;

/** The last parts of a message that tells something first ("Hello, I am a nurse, tell me who …"); none where it has one part only. */
export function lastParts({ text }: Query): readonly string[] {
  const parts = text
    .split(PARTING)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 ? parts.slice(-MAX_LAST_PARTS) : [];
}

/** "And" before a word that asks for something, or glued to it; whether is no new question. */
function joinsQuestion({ folded }: Token, next: Token | undefined, language: Language): boolean {
  const asks = (word: string) => {
    const type = answerTypeOfWord(word, language);
    return type !== undefined && type !== "yes-no";
  };
  if (isJoiner(folded)) return next !== undefined && asks(next.folded);
  return language === "ar" && folded.length > 2 && folded.startsWith("و") && asks(folded.slice(1));
}
