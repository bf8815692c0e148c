import type { Leaders } from "../corpus/leaders.ts";
import type { Concept, Lexicon } from "../corpus/lexicon.ts";
import type { Language, Reading } from "../model.ts";
import { fold } from "../text/fold.ts";
import { detectLanguage } from "../text/language.ts";
import { type Asked, askedBy, askedByWording, askingPhrase } from "../text/questions.ts";
import { withoutSmallTalk } from "../text/small-talk.ts";
import { stem } from "../text/stem.ts";
import { isStopword } from "../text/stopwords.ts";
import { isNumber, type Token, tokenise } from "../text/tokens.ts";
import type { ArabiziReader } from "./arabizi.ts";
import { bare, type PassageIndex, term } from "./passage-index.ts";
import type { Speller } from "./spelling.ts";
import type { Weights } from "./weights.ts";

export type UnitKind = "word" | "number" | "person" | "place" | "date" | "name" | "say" | "light";

/** One thing that the question is about: a word, a phrase of the lexicon, a person, a number. */
export interface Unit {
  /** As typed. */
  readonly typed: string;
  readonly kind: UnitKind;
  /** Terms that meet it, with how well (0 to 1). */
  readonly terms: ReadonlyMap<string, number>;
  /** Ids of the lexicon's concepts that it may be. */
  readonly concepts: readonly string[];
  /** Rarity in the corpus, 0 up: what coverage is weighted by. */
  readonly rarity: number;
  /** Whether any passage, or any title or date of one, holds it. */
  readonly known: boolean;
  /** Whether the lexicon has the word: then its absence from the corpus means something. */
  readonly inLexicon: boolean;
}

/** A question as the search understands it. */
export interface Understanding {
  readonly language: Language;
  readonly units: readonly Unit[];
  readonly asked: ReadonlySet<Asked>;
  /** The unit behind "how many", as a number; -1 where nothing is counted. */
  readonly counted: number;
  /** Leaders whom the question names. */
  readonly people: readonly string[];
  /** Whether a verb of saying asks for somebody's words ("what did Lavrov say"). */
  readonly says: boolean;
  readonly readings: readonly Reading[];
}

export interface UnderstandingParts {
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly leaders: Leaders;
  readonly speller: Pick<Speller, "read">;
  readonly arabizi: ArabiziReader;
  readonly weights: Weights;
}

/** A token as it is read: the word itself, or the known word that it is taken for. */
interface Word {
  readonly token: Token;
  /** 1 for the word itself, less for a doubtful reading. */
  readonly likeness: number;
}

/**
 * Units of one question that are worth telling apart. Longer input is no question, and every unit costs a look at every
 * candidate.
 */
const MOST_UNITS = 48;
/** Words of one question that are read. The longest that people ask have some sixty; an unknown one is compared with every known one. */
const MOST_WORDS = 128;

/** Reads a question: language, what is asked, and the units that a passage must meet. Total over any string. */
export function understand(
  text: string,
  locale: string | undefined,
  parts: UnderstandingParts,
): Understanding {
  const typed = tokenise(text).slice(0, MOST_WORDS);
  const { language, arabizi } = detectLanguage(text, typed, locale);
  // a Turkish case ending behind an apostrophe is no word
  const kept = withoutSmallTalk(language === "tr" ? typed.filter((token) => !token.suffix) : typed);
  const readings: Reading[] = [];
  const whole = language === "fa" ? parted(kept, parts.lexicon) : kept;
  const asked = new Set<Asked>(askedByWording(whole.map((token) => token.folded).join(" ")));
  const plain = withoutAskingPhrases(whole, asked);
  const words = arabizi
    ? parts.arabizi.read(plain, readings).map((token) => ({ token, likeness: 1 }))
    : readWords(plain, language, parts, readings);
  const tokens = words.map((word) => word.token);

  const taken = new Array<boolean>(words.length).fill(false);
  const found: { at: number; unit: Unit }[] = [];
  const span = (from: number, to: number) =>
    text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end);

  const people: string[] = [];
  for (const match of parts.leaders.find(tokens)) {
    if (match.form === "part" && isCommonWord(tokens, match.from, match.to, parts.lexicon)) continue;
    people.push(...match.ids.filter((id) => !people.includes(id)));
    const terms = new Map(match.ids.map((id) => [term.person(id), 1]));
    found.push({ at: match.from, unit: makeUnit(span(match.from, match.to), "person", terms, [], parts) });
    taken.fill(true, match.from, match.to);
  }

  let countedFrom = -1;
  tokens.forEach((token, at) => {
    const kind = taken[at] ? undefined : askedBy(token.folded, language);
    if (!kind) return;
    asked.add(kind);
    if (kind === "how-many") countedFrom = at;
    taken[at] = true;
  });

  for (const match of phrases(tokens, taken, language, parts.lexicon)) {
    const likeness = Math.min(...words.slice(match.from, match.to).map((word) => word.likeness));
    const known = match.concepts.map((index) => parts.lexicon.concepts[index] as Concept);
    const terms = conceptTerms(known, match.strength * likeness, parts);
    if (match.to - match.from === 1)
      addWordTerms(terms, tokens[match.from] as Token, likeness, parts.weights);
    found.push({
      at: match.from,
      unit: makeUnit(span(match.from, match.to), kindOf(known), terms, known, parts),
    });
    taken.fill(true, match.from, match.to);
  }

  words.forEach(({ token, likeness }, at) => {
    if (taken[at] || isStopword(token.folded, language)) return;
    const month = monthAt(tokens, at, text);
    if (month !== undefined) {
      const concept = parts.lexicon.byId(month);
      if (concept) {
        const terms = conceptTerms([concept], 1, parts);
        found.push({ at, unit: makeUnit(token.text, "date", terms, [concept], parts) });
        return;
      }
    }
    if (isNumber(token.folded)) {
      const terms = new Map([[term.number(token.folded), 1]]);
      found.push({ at, unit: makeUnit(token.text, "number", terms, [], parts) });
    } else if (token.folded.length > 1) {
      const terms = new Map<string, number>();
      addWordTerms(terms, token, likeness, parts.weights);
      found.push({ at, unit: makeUnit(token.text, "word", terms, [], parts) });
    }
  });

  if (countedFrom < 0 && asked.has("how-many")) countedFrom = 0;
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  const counted =
    countedFrom < 0 ? undefined : inOrder.find(({ at, unit }) => at >= countedFrom && unit.kind === "word");
  const units = distinct(inOrder.map(({ unit }) => unit)).slice(0, MOST_UNITS);
  return {
    language,
    units,
    asked,
    counted: counted ? units.indexOf(counted.unit) : -1,
    people,
    says: units.some((unit) => unit.kind === "say") && !asked.has("who"),
    readings,
  };
}

/** Takes phrases that ask off a question; what a phrase asks about stays as a word in its place. */
function withoutAskingPhrases(tokens: readonly Token[], asked: Set<Asked>): Token[] {
  const folded = tokens.map((token) => token.folded);
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const phrase = askingPhrase(folded, at);
    if (!phrase) {
      left.push(token);
      continue;
    }
    for (const kind of phrase.asked) asked.add(kind);
    at += phrase.words.length - 1;
    if (phrase.leaves) left.push({ ...token, end: (tokens[at] as Token).end, folded: phrase.leaves });
  }
  return left;
}

/** Persian words that a zero-width non-joiner parts, in parts, unless the lexicon has them whole (کدام‌اند, but عشق‌آباد). */
function parted(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  return tokens.flatMap((token) => {
    if (!token.text.includes("\u200c") || lexicon.has(token.folded, "fa")) return [token];
    let from = 0;
    return token.text.split("\u200c").flatMap((text) => {
      const start = token.start + from;
      from += text.length + 1;
      const folded = fold(text);
      return folded ? [{ ...token, text, start, end: start + text.length, folded }] : [];
    });
  });
}

/** Letters that only writing without dots has: beh, feh, qaf and noon. */
const UNDOTTED = /[\u066e\u066f\u06a1\u06ba]/;

/** Each word as it stands where the corpus or the lexicon has it, or as the known word that it is likeliest meant for. */
function readWords(
  tokens: readonly Token[],
  language: Language,
  { index, leaders, lexicon, speller }: UnderstandingParts,
  readings: Reading[],
): Word[] {
  const undotted = tokens.some((token) => UNDOTTED.test(token.text));
  return tokens.map((token) => {
    const { folded } = token;
    const itself = { token, likeness: 1 };
    if (isNumber(folded) || isStopword(folded, language) || askedBy(folded, language)) return itself;
    if (languagesOf(language, folded).some((l) => lexicon.has(folded, l)) || leaders.form([token]))
      return itself;
    if (index.knows(term.surface(bare(folded))) || index.knows(term.stem(stem(folded, "ar")))) return itself;
    const reading = speller.read(folded, language, undotted);
    if (!reading) return itself;
    readings.push({ typed: token.text, as: reading.word });
    return { token: { ...token, folded: reading.word }, likeness: reading.likeness };
  });
}

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly concepts: readonly number[];
  readonly strength: number;
}

const MONTHS =
  "january february march april may-month june july august september october november december".split(" ");

/** The month of a date in numbers, by its place behind the day: 14/9, 1.1.2024. */
function monthAt(tokens: readonly Token[], at: number, text: string): string | undefined {
  const day = tokens[at - 1];
  const month = tokens[at];
  if (!day || !month || !/^[/.-]$/.test(text.slice(day.end, month.start))) return undefined;
  return /^\d{1,2}$/.test(month.folded) && /^\d{1,2}$/.test(day.folded) && Number(day.folded) <= 31
    ? MONTHS[Number(month.folded) - 1]
    : undefined;
}

/** What the lexicon has of the words that are not taken, longest first; a stopword counts only inside a phrase. */
function phrases(
  tokens: readonly Token[],
  taken: readonly boolean[],
  language: Language,
  lexicon: Lexicon,
): Phrase[] {
  const found: Phrase[] = [];
  const free = [...taken];
  const tables = [...new Set(tokens.flatMap((token) => languagesOf(language, token.folded)))];
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

/** The lexicon's tables to look a word up in: the question's language, then others that its script may stand for. */
function languagesOf(language: Language, folded: string): Language[] {
  const arabic = /[\u0600-\u06ff]/.test(folded);
  if (arabic) return language === "fa" ? ["fa", "ar"] : ["ar"];
  if (/[\u0400-\u04ff]/.test(folded)) return ["ru"];
  return language === "tr" || language === "fr" ? [language, "en"] : ["en"];
}

/** "Two presidents of …", "a main …": words like رئيسي that are a name elsewhere. */
const AS_ADJECTIVE = new Set("سبب بشكل شكل دور كلمه هدف عامل عنصر مصدر طريق شارع مقر خط جزء".split(" "));

function isCommonWord(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > 1) return false;
  const word = tokens[from] as Token;
  if (!lexicon.has(word.folded, "ar")) return false;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (before && AS_ADJECTIVE.has(before.folded)) return true;
  return (
    after !== undefined &&
    lexicon.match([after], "ar").some((m) => m.concepts.some((c) => lexicon.concepts[c]?.kind === "place"))
  );
}

function kindOf(concepts: readonly Concept[]): UnitKind {
  const kinds = new Set(concepts.map((concept) => concept.kind));
  if (kinds.has("place")) return "place";
  if (kinds.has("month") || kinds.has("weekday")) return "date";
  if (kinds.has("person") || kinds.has("organisation")) return "name";
  if (kinds.has("number")) return "number";
  if (kinds.size === 1 && kinds.has("say")) return "say";
  if (kinds.size === 1 && kinds.has("light")) return "light";
  return "word";
}

/** The terms of concepts and of their neighbours. */
function conceptTerms(
  concepts: readonly Concept[],
  strength: number,
  { lexicon, weights }: UnderstandingParts,
): Map<string, number> {
  const terms = new Map<string, number>();
  const put = (name: string, value: number) => terms.set(name, Math.max(terms.get(name) ?? 0, value));
  for (const concept of concepts) {
    put(term.concept(concept.index), weights.concept * strength);
    if (concept.value !== undefined) put(term.number(concept.value), weights.concept * strength);
    for (const near of concept.near)
      put(
        term.concept(near),
        weights.near * strength * standsFor(concept, lexicon.concepts[near] as Concept),
      );
  }
  return terms;
}

/**
 * How far a neighbouring concept may stand for one. A capital stands for its country, but a country is no answer to a question
 * about an organisation that it belongs to, and nothing stands for a person.
 */
function standsFor(concept: Concept, near: Concept): number {
  if (concept.kind === "person") return 0;
  return concept.kind === "organisation" && near.kind !== "organisation" ? 0.3 : 1;
}

/** The word itself and its stem: the texts are Arabic, so only Arabic letters can meet them. */
function addWordTerms(
  terms: Map<string, number>,
  { folded }: Token,
  likeness: number,
  weights: Weights,
): void {
  terms.set(term.surface(bare(folded)), weights.surface * likeness);
  terms.set(term.stem(stem(folded, "ar")), weights.stem * likeness);
}

/** A term that meets it less than this well says nothing of how rare the thing is. */
const MEETS = 0.5;

function makeUnit(
  typed: string,
  kind: UnitKind,
  terms: ReadonlyMap<string, number>,
  concepts: readonly Concept[],
  { index, weights }: UnderstandingParts,
): Unit {
  let frequency = 0;
  let known = false;
  for (const [name, strength] of terms) {
    if (strength >= MEETS) frequency = Math.max(frequency, index.documentFrequency(name));
    if (strength > 0 && index.knows(name)) known = true;
  }
  const share = kind === "light" ? weights.light : kind === "say" ? weights.say : 1;
  const rarity = share * Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
  const inLexicon = concepts.length > 0 || kind === "person" || kind === "number";
  return { typed, kind, terms, concepts: concepts.map(({ id }) => id), rarity, known, inLexicon };
}

/** A thing said twice is one thing. */
function distinct(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter((unit) => {
    const key = [...unit.terms.keys()].toSorted().join("|");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
