import { wholeQuote } from "./answer.ts";
import type { Leaders } from "./corpus/leaders.ts";
import type { Lexicon } from "./corpus/lexicon.ts";
import type { Answer, Corpus, Leader, LeaderLookup, Passage } from "./model.ts";
import type { PassageIndex } from "./search/passage-index.ts";
import { type RankParts, rank } from "./search/rank.ts";
import { type UnderstandingParts, understand } from "./search/understand.ts";
import { clean } from "./text/clean.ts";
import { distance } from "./text/distance.ts";
import { detectLanguage } from "./text/language.ts";
import { askedBy } from "./text/questions.ts";
import { isStopword } from "./text/stopwords.ts";
import { type Token, tokenise } from "./text/tokens.ts";
import { romanise, skeleton } from "./text/transliterate.ts";

/** UTF-16 units. No name is longer; an autocomplete field may send more. */
const LONGEST_NAME = 200;

export interface LookupParts extends RankParts, UnderstandingParts {
  readonly corpus: Corpus;
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
  readonly index: PassageIndex;
}

/** Finds people by their names: who is meant, what they said, and where they are named. */
export function createLookup(parts: LookupParts) {
  const { leaders, corpus } = parts;

  function leader({ name, topic, locale }: LeaderLookup): Answer {
    const text = clean(name.slice(0, LONGEST_NAME));
    const tokens = tokenise(text);
    const lang = detectLanguage(text, tokens, locale).language;
    if (tokens.length === 0) return { kind: "refused", lang, reason: "empty" };
    if (name.length > LONGEST_NAME) return { kind: "refused", lang, reason: "too-long" };
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
    const question = understand(clean(topic.slice(0, LONGEST_NAME)), undefined, parts);
    return rank(question, parts)
      .filter((r) => r.passage.speakers.includes(id) && r.own.some((met) => met >= 0.4))
      .map(({ passage, best, highlights, score }) => ({ ...wholeQuote(passage), best, highlights, score }));
  }

  function complete(typed: string): readonly Leader[] {
    const tokens = tokenise(clean(typed.slice(0, LONGEST_NAME)));
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

/** The people whom a typed name may mean: one, several, or none rather than a wrong one. */
function resolve(all: readonly Token[], parts: LookupParts): readonly string[] {
  const { leaders } = parts;
  const whole = leaders.form(all);
  if (whole) return whole.ids;
  const words = all.filter(
    (t) => !askedBy(t.folded, "ar") && !isStopword(t.folded, "ar") && !isStopword(t.folded, "en"),
  );
  const tokens = words.length > 0 ? words : all;
  const form = leaders.form(tokens);
  if (form) return form.ids;
  // a title before a name, a name inside a sentence: all that is named must agree, and nothing else may be a name
  const found = leaders.find(tokens);
  const covered = found.reduce((sum, m) => sum + m.to - m.from, 0);
  if (found.length > 0 && covered === tokens.length) {
    const common = found.map((m) => m.ids).reduce((a, b) => a.filter((id) => b.includes(id)));
    if (common.length > 0) return common;
  }
  // every typed word is one of the person's, as it stands or nearly
  const fitting = leaders.all.filter((l) => {
    const own = leaders.wordsOf.get(l.id) as ReadonlySet<string>;
    return tokens.every((token) => fits(token, own, parts));
  });
  return fitting.map((l) => l.id);
}

function fits({ folded }: Token, own: ReadonlySet<string>, { index, lexicon }: LookupParts): boolean {
  if (own.has(folded)) return true;
  if (folded.length < 4) return false;
  // a word of the texts or of the language is itself and no slip: بوتيرة, رئيس, بوتان
  if (index.vocabulary.has(folded) || lexicon.has(folded, "ar") || lexicon.has(folded, "en")) return false;
  const key = skeleton(folded);
  const rough = romanise(folded);
  const limit = folded.length >= 8 ? 2 : folded.length >= 6 ? 1.3 : 0.9;
  for (const word of own) {
    if (word.length < 4) continue;
    if (Number.isFinite(distance(folded, word, limit))) return true;
    if (
      key.length >= 3 &&
      skeleton(word) === key &&
      Number.isFinite(distance(rough, romanise(word), rough.length / 3))
    )
      return true;
  }
  return false;
}
