import { editDistance } from "./analysis/edit-distance.ts";
import { detectLanguage } from "./analysis/language-detector.ts";
import { isStopword } from "./analysis/stopwords.ts";
import { type Token, tokenize } from "./analysis/tokenizer.ts";
import { romanise, skeleton } from "./analysis/transliteration.ts";
import { type Leaders, nameKey } from "./corpus/leaders.ts";
import type { Lexicon } from "./corpus/lexicon.ts";
import type { PassageIndex } from "./index/passage-index.ts";
import { PROFILES } from "./languages/all.ts";
import type { Answer, Corpus, Leader, LeaderLookup, Passage } from "./model.ts";
import { answerTypeOfWord } from "./query/answer-type.ts";
import { parseQuery, type QueryParserParts } from "./query/query-parser.ts";
import { sanitize } from "./query/sanitize.ts";
import { wholeQuote } from "./quote.ts";
import { type RerankerParts, rerank } from "./ranking/reranker.ts";
import type { Weights } from "./ranking/weights.ts";

/** UTF-16 units. No name is longer; an autocomplete field may send more. */
const MAX_NAME_LENGTH = 200;

export interface LookupParts extends RerankerParts, QueryParserParts {
  readonly corpus: Corpus;
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
  readonly index: PassageIndex;
  readonly weights: Weights;
}

/** Finds people by their names: who is meant, what they said, and where they are named. */
export function createLookup(parts: LookupParts) {
  const { leaders, corpus } = parts;

  function leader({ name, topic, locale }: LeaderLookup): Answer {
    const text = sanitize(name.slice(0, MAX_NAME_LENGTH));
    const tokens = tokenize(text);
    const lang = detectLanguage(text, tokens, locale, parts.index.languages.main).language;
    if (tokens.length === 0) return { kind: "refused", lang, reason: "empty" };
    if (name.length > MAX_NAME_LENGTH) return { kind: "refused", lang, reason: "too-long" };
    const ids = resolve(tokens, parts);
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
      about: topic ? about(id, topic) : [],
    };
  }

  /** His statements that say something of the topic, best first. */
  function about(id: string, topic: string) {
    const question = parseQuery(sanitize(topic.slice(0, MAX_NAME_LENGTH)), undefined, parts);
    return rerank(question, parts)
      .filter((r) => r.passage.speakers.includes(id) && r.own.some((met) => met >= 0.4))
      .map(({ passage, best, highlights, score }) => ({ ...wholeQuote(passage), best, highlights, score }));
  }

  function complete(typed: string): readonly Leader[] {
    const tokens = tokenize(sanitize(typed.slice(0, MAX_NAME_LENGTH)));
    if (tokens.length === 0) return leaders.all;
    const exact = resolve(tokens, parts);
    const prefix = tokens.map((t) => t.folded).join(" ");
    const begun: string[] = [];
    for (const [words, ids] of leaders.names())
      if (words.startsWith(prefix) || words.includes(` ${prefix}`)) begun.push(...ids);
    return [...new Set([...exact, ...begun])].map((id) => leaders.get(id) as Leader);
  }

  return { leader, complete };
}

/** Offices and forms of address before a name. Folded. */
const ADDRESS = new Set(Object.values(PROFILES).flatMap(({ address }) => address.split(" ")));

/** The people whom a typed name may mean: one, several, or none rather than a wrong one. */
function resolve(all: readonly Token[], parts: LookupParts): readonly string[] {
  const { leaders } = parts;
  const asked = all.filter(
    (token) =>
      !answerTypeOfWord(token.folded, "ar") &&
      !isStopword(token.folded, "ar") &&
      !isStopword(token.folded, "en"),
  );
  // an initial says nothing that the surname does not
  const words = asked.filter((token) => [...token.folded].length > 1);
  const bare = words.filter((token) => !ADDRESS.has(token.folded));
  for (const tokens of [all, asked, words, bare]) {
    const ids = tokens.length > 0 ? (leaders.form(tokens)?.ids ?? leaders.joined(tokens)) : undefined;
    if (ids) return ids;
  }
  // a title beside a name: both must mean the same person, and nothing else may be there
  const found = leaders.find(words);
  const covered = found.reduce((sum, match) => sum + match.to - match.from, 0);
  if (found.length > 0 && covered === words.length) {
    const common = found.map((match) => match.ids).reduce((a, b) => a.filter((id) => b.includes(id)));
    if (common.length > 0) return common;
  }
  if (bare.length === 0) return [];
  return misspelled(bare, parts);
}

/** Units of a whole name from which it may be off by a letter or two; of a shorter one every letter counts. */
const LONG_NAME = 9;
const WHOLE_NAME_LIMIT = 1.7;

/** Those whose name this nearly is: the whole of it, or every word of it one of theirs. */
function misspelled(tokens: readonly Token[], parts: LookupParts): readonly string[] {
  const { leaders } = parts;
  const typed = tokens.map((token) => token.folded).join("");
  if (tokens.length > 1 && typed.length >= LONG_NAME) {
    let best: readonly string[] = [];
    let least = WHOLE_NAME_LIMIT;
    for (const [name, ids] of leaders.joinedNames()) {
      if (Math.abs(name.length - typed.length) > 2) continue;
      const off = editDistance(typed, name, least);
      if (off < least) {
        least = off;
        best = ids;
      }
    }
    if (best.length > 0) return best;
  }
  return leaders.all
    .filter((leader) => {
      // one word alone must be a name by itself, not a piece of one
      const own = (tokens.length > 1 ? leaders.wordsOf : leaders.singleNamesOf).get(
        leader.id,
      ) as ReadonlySet<string>;
      return tokens.every((token) => fits(token, own, parts));
    })
    .map((leader) => leader.id);
}

function fits(token: Token, own: ReadonlySet<string>, { index, lexicon }: LookupParts): boolean {
  const { folded } = token;
  if (own.has(nameKey(token))) return true;
  if (folded.length < 4) return false;
  // a word of the texts or of the language is itself and no slip: بوتيرة, رئيس, بوتان
  if (index.vocabulary.has(folded) || lexicon.has(folded, "ar") || lexicon.has(folded, "en")) return false;
  const key = skeleton(folded);
  const rough = romanise(folded);
  const limit = folded.length >= 8 ? 2 : folded.length >= 6 ? 1.3 : 0.9;
  for (const word of own) {
    if (word.length < 4) continue;
    if (Number.isFinite(editDistance(folded, word, limit))) return true;
    // Patten and Bidin have the consonants of Putin: one vowel in six letters may be another
    if (
      key.length >= 3 &&
      skeleton(word) === key &&
      Number.isFinite(editDistance(rough, romanise(word), rough.length / 5.5))
    )
      return true;
  }
  return false;
}
