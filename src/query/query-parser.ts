import { articleNumbers, asksForText, isInWords } from "../analysis/article-numbers.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token, tokenize } from "../analysis/tokenizer.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Concept, Lexicon } from "../corpus/lexicon.ts";
import type { QuestionLanguage } from "../corpus/questions.ts";
import { isPlaceKind } from "../corpus/schema.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { term } from "../index/terms.ts";
import { PROFILES } from "../languages/all.ts";
import type { AnswerType } from "../languages/profile.ts";
import type { Correction, Language } from "../model.ts";
import { answerTypeOfWord } from "./answer-type.ts";
import { answerTypesOfPatterns } from "./answer-type-patterns.ts";
import type { ArabiziReader } from "./arabizi.ts";
import {
  addWordTerms,
  type Clause,
  conceptTerms,
  distinct,
  kindOf,
  makeClause,
  withNeighbours,
} from "./clause.ts";
import { queryLanguage } from "./query-language.ts";
import { withoutSmallTalk } from "./small-talk.ts";
import type { SpellChecker } from "./spell-checker.ts";
import type { TermWeights } from "./term-weights.ts";
import {
  correctWords,
  lexiconLanguagesOf,
  splitAtZwnj,
  withoutFuture,
  withoutQuestionPhrases,
} from "./token-filters.ts";

/** A question as the search reads it. */
export interface ParsedQuery {
  readonly language: Language;
  /** The language of the words as typed: Arabic may be typed in Latin letters. */
  readonly typedIn: QuestionLanguage;
  /** The words without small talk. */
  readonly tokens: readonly Token[];
  /** Those of the question before, where this one leans on it. */
  readonly earlier: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly answerTypes: ReadonlySet<AnswerType>;
  /** The clause behind "how many", as a number; -1 where nothing is counted. */
  readonly counted: number;
  /** Leaders whom the question names. */
  readonly people: readonly string[];
  /** Whether a verb of saying asks for somebody's words ("what did Lavrov say"). */
  readonly says: boolean;
  readonly readings: readonly Correction[];
}

export interface QueryParserParts {
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly leaders: Leaders;
  readonly spellChecker: Pick<SpellChecker, "correct">;
  readonly arabizi: ArabiziReader;
  readonly weights: TermWeights;
}

/**
 * Units of one question that are worth telling apart. Longer input is no question, and every clause costs a look at every
 * candidate.
 */
const MAX_CLAUSES = 48;
/** Words read of one question; the longest that people ask have about sixty. */
const MAX_WORDS = 128;

/** Reads a question: its language, the answer types that it asks for, and the clauses that a passage must meet. Never throws. */
export function parseQuery(text: string, locale: string | undefined, parts: QueryParserParts): ParsedQuery {
  const typed = tokenize(text).slice(0, MAX_WORDS);
  const { language, arabizi } = queryLanguage(text, typed, locale, parts);
  const { apostropheEndings, joinedByZwnj } = PROFILES[language];
  const kept = withoutSmallTalk(apostropheEndings ? typed.filter((token) => !token.suffix) : typed);
  const readings: Correction[] = [];
  const whole = joinedByZwnj ? splitAtZwnj(kept, language, parts) : kept;
  const answerTypes = new Set<AnswerType>(
    answerTypesOfPatterns(whole.map((token) => token.folded).join(" ")),
  );
  const plain = withoutQuestionPhrases(whole, answerTypes);
  const read = arabizi
    ? parts.arabizi.read(plain, readings).map((token) => ({ token, likeness: 1 }))
    : correctWords(plain, language, parts, readings);
  const isName = (token: Token) => parts.leaders.form([token]) !== undefined || isPlace(token, parts.lexicon);
  const words = withoutFuture(read, language, isName);
  const tokens = words.map((word) => word.token);

  const taken = new Array<boolean>(words.length).fill(false);
  const found: { at: number; clause: Clause }[] = [];
  const span = (from: number, to: number) =>
    text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end);

  const people: string[] = [];
  for (const match of parts.leaders.find(tokens)) {
    if (match.form === "part" && isCommonWord(tokens, match.from, match.to, language, parts.lexicon))
      continue;
    people.push(...match.ids.filter((id) => !people.includes(id)));
    // Two people named at once ("the two presidents") are two things to meet; a part that fits two is either
    const groups = match.form === "title" ? match.ids.map((id) => [id]) : [match.ids];
    for (const ids of groups) {
      const terms = new Map(ids.map((id) => [term.person(id), 1]));
      found.push({
        at: match.from,
        clause: makeClause(span(match.from, match.to), "person", terms, [], parts),
      });
    }
    taken.fill(true, match.from, match.to);
  }

  let countedFrom = -1;
  tokens.forEach((token, at) => {
    const kind = taken[at] ? undefined : answerTypeOfWord(token.folded, language);
    if (!kind) return;
    answerTypes.add(kind);
    if (kind === "how-many") countedFrom = at;
    taken[at] = true;
  });

  const articles = articleNumbers(tokens);
  // "the text of article 12", "what does article 12 say": no article has these words
  if (articles.length > 0)
    tokens.forEach(({ folded }, at) => {
      if (asksForText(folded)) taken[at] = true;
    });
  for (const article of articles) {
    const { number, from, to } = article;
    if (
      !isInWords(tokens, article) ||
      taken.slice(from, to).some(Boolean) ||
      words.slice(from, to).some(({ likeness }) => likeness < 1)
    )
      continue;
    const terms = new Map([[term.number(number), 1]]);
    found.push({ at: from, clause: makeClause(span(from, to), "number", terms, [], parts) });
    taken.fill(true, from, to);
  }

  for (const match of phrases(tokens, taken, language, parts.lexicon)) {
    const likeness = Math.min(...words.slice(match.from, match.to).map((word) => word.likeness));
    const known = match.concepts.map((index) => parts.lexicon.concepts[index] as Concept);
    const terms = conceptTerms(known, match.strength * likeness, parts);
    if (match.to - match.from === 1) addWordTerms(terms, tokens[match.from] as Token, likeness, parts);
    found.push({
      at: match.from,
      clause: makeClause(span(match.from, match.to), kindOf(known), terms, known, parts),
    });
    taken.fill(true, match.from, match.to);
  }

  words.forEach(({ token, likeness }, at) => {
    if (taken[at] || isStopword(token.folded, language)) return;
    const month = monthAt(tokens, at, text);
    const concept = month === undefined ? undefined : parts.lexicon.month(month);
    if (concept) {
      const terms = conceptTerms([concept], 1, parts);
      found.push({ at, clause: makeClause(token.text, "date", terms, [concept], parts) });
      return;
    }
    if (isNumber(token.folded)) {
      const terms = new Map([[term.number(token.folded), 1]]);
      found.push({ at, clause: makeClause(token.text, "number", terms, [], parts) });
    } else if (token.folded.length > 1) {
      const terms = new Map<string, number>();
      addWordTerms(terms, token, likeness, parts);
      const unknown = ![...terms.keys()].some((name) => parts.index.knows(name));
      const kind = unknown && looksLikeName(token, at, language) ? "name" : "word";
      const clause = makeClause(token.text, kind, terms, [], parts);
      found.push({ at, clause: kind === "word" ? withNeighbours(clause, token, parts) : clause });
    }
  });

  if (countedFrom < 0 && answerTypes.has("how-many")) countedFrom = 0;
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  const counted =
    countedFrom < 0
      ? undefined
      : inOrder.find(({ at, clause }) => at >= countedFrom && clause.kind === "word");
  const clauses = distinct(inOrder.map(({ clause }) => clause)).slice(0, MAX_CLAUSES);
  return {
    language,
    typedIn: arabizi ? "arabizi" : language,
    tokens: kept,
    earlier: [],
    clauses,
    answerTypes,
    counted: counted ? clauses.indexOf(counted.clause) : -1,
    people,
    says: clauses.some((clause) => clause.kind === "say") && !answerTypes.has("who"),
    readings,
  };
}

/** Latin letters in a question of another script, or a capital inside a sentence: a name, of which the sources know nothing. */
function looksLikeName({ text }: Token, at: number, language: Language): boolean {
  const latin = PROFILES[language].script === "latin";
  if (!latin && /^[A-Za-z]/.test(text)) return true;
  return at > 0 && /^\p{Lu}\p{Ll}/u.test(text);
}

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly concepts: readonly number[];
  readonly strength: number;
}

/** The month of a numeric date, which follows the day: 14/9, 1.1.2024. */
function monthAt(tokens: readonly Token[], at: number, text: string): number | undefined {
  const day = tokens[at - 1];
  const month = tokens[at];
  if (!day || !month || !/^[/.-]$/.test(text.slice(day.end, month.start))) return undefined;
  return /^\d{1,2}$/.test(month.folded) && /^\d{1,2}$/.test(day.folded) && Number(day.folded) <= 31
    ? Number(month.folded)
    : undefined;
}

/** Lexicon entries among the words not yet taken, longest first; a stop word counts only inside a phrase. */
function phrases(
  tokens: readonly Token[],
  taken: readonly boolean[],
  language: Language,
  lexicon: Lexicon,
): Phrase[] {
  const found: Phrase[] = [];
  const free = [...taken];
  const tables = [...new Set(tokens.flatMap((token) => lexiconLanguagesOf(language, token.folded)))];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && !taken[to]) to += 1;
    const run = tokens.slice(from, to);
    for (const table of run.length > 0 ? tables : [])
      for (const match of lexicon.match(run, table)) {
        const single = match.to - match.from === 1;
        if (single && isStopword((run[match.from] as Token).folded, language)) continue;
        const [start, end] = [from + match.from, from + match.to];
        if (free.slice(start, end).some(Boolean)) continue;
        free.fill(true, start, end);
        found.push({ ...match, from: start, to: end });
      }
    from = to + 1;
  }
  return found;
}

/** "Two presidents of …", "a main …": words like رئيسي that are a name elsewhere. */
const AS_ADJECTIVE = new Set("سبب بشكل شكل دور كلمه هدف عامل عنصر مصدر طريق شارع مقر خط جزء".split(" "));

function isCommonWord(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
  lexicon: Lexicon,
): boolean {
  if (to - from > 1) return false;
  const word = tokens[from] as Token;
  // شي ("a thing"), si ("if"); a question of that one word is a name
  if (tokens.length > 1 && isStopword(word.folded, language)) return true;
  if (!lexicon.has(word.folded, "ar")) return false;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (before && AS_ADJECTIVE.has(before.folded.replace(/^ال/, ""))) return true;
  return after !== undefined && isPlace(after, lexicon);
}

const isPlace = (token: Token, lexicon: Lexicon) =>
  lexicon.match([token], "ar").some((m) => m.concepts.some((c) => isPlaceKind(lexicon.concepts[c]?.kind)));
