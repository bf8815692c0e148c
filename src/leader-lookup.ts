import { detectLanguage } from "./analysis/language-detector.ts";
import { type Token, tokenize } from "./analysis/tokenizer.ts";
import type { Answer, LeaderLookup } from "./model/answer.ts";
import type { Leader, Passage } from "./model/corpus.ts";
import { resolveName } from "./query/name-resolver.ts";
import { toQuery } from "./query/query.ts";
import { parseQuery } from "./query/query-parser.ts";
import { sanitize } from "./query/sanitize.ts";
import { wholeQuote } from "./quote.ts";
import { rerank } from "./ranking/reranker.ts";
import type { SearchParts } from "./search.ts";

/** UTF-16 units. No name is longer; an autocomplete field may send more. */
const MAX_NAME_LENGTH = 200;
/** Words that are tried as a name each, at up to a tenth of a millisecond. */
const MAX_NAMING_WORDS = 24;
/** Units from which a word may be a misspelled or declined name. */
const MIN_NAME_LENGTH = 5;
/** A run of words; Korean has spaces, but not before its particles. */
const UNSPACED = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]+$/u;

/** Finds people by name: who is meant, what they said, and where they are mentioned. */
export function createLookup(parts: SearchParts) {
  const { leaders, corpus } = parts;

  function leader({ name, topic, locale }: LeaderLookup): Answer {
    const text = sanitize(name.slice(0, MAX_NAME_LENGTH));
    const tokens = tokenize(text);
    const lang = detectLanguage(text, tokens, locale, parts.index.languages.main).language;
    if (tokens.length === 0) return { kind: "refused", lang, reason: "empty" };
    if (name.length > MAX_NAME_LENGTH) return { kind: "refused", lang, reason: "too-long" };
    const ids = resolveName(text, tokens, parts);
    if (ids.length === 0) return { kind: "nothing", lang, missing: [text], suggestions: [], readings: [] };
    const found = ids.map((id) => leaders.get(id) as Leader);
    if (found.length > 1) return { kind: "leaders", lang, leaders: found };
    const id = ids[0] as string;
    const has = (list: (p: Passage) => readonly string[]) =>
      corpus.passages.filter((p) => list(p).includes(id)).map(wholeQuote);
    const statements = has((p) => p.speakers);
    return {
      kind: "leader",
      lang,
      leader: found[0] as Leader,
      mentions: has((p) => p.people),
      statements,
      about: topic ? about(id, topic, parts) : [],
    };
  }

  function complete(typed: string): readonly Leader[] {
    const tokens = tokenize(sanitize(typed.slice(0, MAX_NAME_LENGTH)));
    if (tokens.length === 0) return leaders.all;
    const exact = resolveName(typed.slice(0, MAX_NAME_LENGTH), tokens, parts);
    const prefix = tokens.map((t) => t.folded).join(" ");
    const begun: string[] = [];
    for (const [words, ids] of leaders.names())
      if (words.startsWith(prefix) || words.includes(` ${prefix}`)) begun.push(...ids);
    return [...new Set([...exact, ...begun])].map((id) => leaders.get(id) as Leader);
  }

  /** Whom an id or a name may mean; nobody for one that is not known. */
  function ids(name: string): readonly string[] {
    const id = name.trim().toLowerCase();
    if (leaders.get(id)) return [id];
    const typed = name.slice(0, MAX_NAME_LENGTH);
    return resolveName(typed, tokenize(sanitize(typed)), parts);
  }

  return { leader, complete, ids, named: (tokens: readonly Token[]) => namedIn(tokens, parts) };
}

/** His statements that say something of the topic, best first. */
function about(id: string, topic: string, parts: SearchParts) {
  const query = toQuery(sanitize(topic.slice(0, MAX_NAME_LENGTH)), undefined, parts);
  const question = parseQuery(query, parts);
  return rerank(question, parts)
    .filter((r) => r.passage.speakers.includes(id) && r.own.some((met) => met >= 0.4))
    .map(({ passage, best, highlights, score }) => ({ ...wholeQuote(passage), best, highlights, score }));
}

/** Whom a text in a language that the bot does not speak names, in the order in which it does. */
function namedIn(tokens: readonly Token[], parts: SearchParts): readonly Leader[] {
  const { leaders } = parts;
  const found = tokens.slice(0, MAX_NAMING_WORDS).flatMap((token) => {
    // Chinese and its neighbours write without spaces
    if (UNSPACED.test(token.folded))
      return [...leaders.names()].flatMap(([words, people]) =>
        UNSPACED.test(words) && words.length > 1 && token.folded.includes(words) ? people : [],
      );
    return token.folded.length < MIN_NAME_LENGTH ? [] : resolveName(token.text, [token], parts);
  });
  const whole = leaders.find(tokens).flatMap(({ ids: people }) => people);
  return [...new Set([...whole, ...found])].map((id) => leaders.get(id) as Leader);
}
