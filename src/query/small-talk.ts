import { normalize } from "../analysis/normalizer.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { HelpTopic } from "../model/answer.ts";

/** Greetings, thanks and questions about the bot itself, in all languages and their dialects. */
const TALK = Object.values(PROFILES).map(({ smallTalk }) => smallTalk);
const TOPICS: readonly HelpTopic[] = ["greeting", "thanks", "bot"];
const phrasesOf = (kind: HelpTopic | "polite") =>
  TALK.flatMap((talk) => talk[kind].split("|"))
    .map(keyOf)
    .filter(Boolean);

const KEYS: ReadonlyMap<string, HelpTopic> = new Map(
  TOPICS.flatMap((topic) => phrasesOf(topic).map((key): [string, HelpTopic] => [key, topic])),
);

function keyOf(phrase: string): string {
  return phrase
    .trim()
    .split(/[\s'’-]+/)
    .map((word) => normalize(word).replace(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean)
    .join(" ");
}

/** Politeness that surrounds questions; alone it is a greeting. */
const POLITE: ReadonlySet<string> = new Set(phrasesOf("polite"));

/** Words of the longest phrase that begins with each word. */
const LONGEST = new Map<string, number>();
for (const key of [...KEYS.keys(), ...POLITE]) {
  const words = key.split(" ");
  LONGEST.set(words[0] as string, Math.max(LONGEST.get(words[0] as string) ?? 0, words.length));
}

/** A digit, too, counts as such a word in a test message (`test 1 2 3`). */
const FILLER: ReadonlySet<string> = new Set(TALK.flatMap(({ filler }) => filler.split(" ")).filter(Boolean));
const isFiller = (folded: string) => FILLER.has(folded) || /^[0-9]$/.test(folded);

/** What only a bot has, or is asked whether it can: in a short message it is what the message is about. */
const ITSELF = new RegExp(TALK.flatMap(({ itself }) => itself).join("|"), "u");
/** Tokens. */
const MAX_SHORT = 12;

/** What kind of small talk a message is, when it is nothing else. */
export function smallTalk(tokens: readonly Token[]): HelpTopic | undefined {
  if (tokens.length <= MAX_SHORT && ITSELF.test(tokens.map(({ folded }) => folded).join(" "))) return "bot";
  let topic: HelpTopic | undefined;
  for (let at = 0; at < tokens.length; ) {
    const step = phraseAt(tokens, at);
    if (step) {
      // A question about the bot takes precedence over the greeting before it
      if (step.topic && (topic === undefined || step.topic === "bot" || topic === "greeting"))
        topic = step.topic;
      at += step.length;
    } else if (at > 0 && isFiller(tokens[at]?.folded ?? "")) at += 1;
    else return undefined;
  }
  return topic ?? (tokens.length > 0 ? "greeting" : undefined);
}

/** The tokens without the greetings and politeness before, after and between them. */
export function withoutSmallTalk(tokens: readonly Token[]): Token[] {
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const step = phraseAt(tokens, at);
    // One word of thanks or of a greeting may be a word of the question; only at its edges is it surely neither
    const edge = left.length === 0 || at + (step?.length ?? 0) === tokens.length;
    if (step && step.topic !== "bot" && (edge || step.length > 1)) at += step.length;
    else {
      left.push(tokens[at] as Token);
      at += 1;
    }
  }
  return left;
}

function phraseAt(tokens: readonly Token[], at: number): { length: number; topic?: HelpTopic } | undefined {
  const longest = LONGEST.get((tokens[at] as Token).folded) ?? 0;
  for (let length = Math.min(longest, tokens.length - at); length >= 1; length -= 1) {
    const key = tokens
      .slice(at, at + length)
      .map((t) => t.folded)
      .join(" ");
    const topic = KEYS.get(key);
    if (topic) return { length, topic };
    if (POLITE.has(key)) return { length };
  }
  return undefined;
}
