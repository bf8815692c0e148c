import type { Leaders } from "../corpus/leaders.ts";
import type { Concept, Lexicon } from "../corpus/lexicon.ts";
import type { Language, Reading } from "../model.ts";
import { type Detected, detectLanguage } from "../text/language.ts";
import { type Asked, askedBy, askedByPhrase } from "../text/questions.ts";
import { stem } from "../text/stem.ts";
import { isStopword } from "../text/stopwords.ts";
import { isNumber, type Token, tokenise } from "../text/tokens.ts";
import { bare, type PassageIndex, term } from "./passage-index.ts";
import type { Speller } from "./spelling.ts";
import type { Weights } from "./weights.ts";

export type UnitKind = "word" | "number" | "person" | "place" | "date" | "say" | "light" | "name";

/** One thing that the question is about: a word, a phrase of the lexicon, a person, a number. */
export interface Unit {
  /** As typed. */
  readonly typed: string;
  readonly kind: UnitKind;
  /** Terms that meet it, with how well (0 to 1). */
  readonly terms: ReadonlyMap<string, number>;
  /** The folded word, for likeness where nothing meets it; empty for people, numbers and other languages. */
  readonly folded: string;
  /** Rarity in the corpus, 0 up; what coverage is weighted by. */
  readonly rarity: number;
  /** Whether any passage, or any title or date of one, holds it. */
  readonly known: boolean;
  /** Whether the lexicon has the word: then its absence from the corpus means something. */
  readonly inLexicon: boolean;
  /** Place of the first token in the question. */
  readonly at: number;
}

/** A question as the search understands it. */
export interface Understanding {
  readonly language: Language;
  readonly certain: boolean;
  readonly arabizi: boolean;
  readonly units: readonly Unit[];
  readonly asked: ReadonlySet<Asked>;
  /** Ids of the lexicon's concepts that it names. */
  readonly concepts: readonly string[];
  /** Leaders whom the question names. */
  readonly people: readonly string[];
  /** Leaders whose words are asked for ("what did Lavrov say"). */
  readonly speakers: readonly string[];
  readonly readings: readonly Reading[];
  readonly tokens: readonly Token[];
}

/** What a question has besides what it asks: links, and characters that no question needs. */
const LINK = /https?:\/\/\S+|\bwww\.\S+|\bdiscord\.gg\/\S+/giu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu;
/** What terminals make of a colour, typed or pasted. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins it
const ANSI = /\u001b(?:\[[0-9;]*[a-zA-Z]|\][^\u0007]*\u0007?)/gu;

/** Takes out what is not language. Never longer than the input. */
export function clean(text: string): string {
  return text.replace(ANSI, " ").replace(LINK, " ").replace(CONTROL, "").trim();
}

export interface UnderstandingParts {
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly leaders: Leaders;
  readonly speller: Speller;
  readonly weights: Weights;
}

interface Word {
  readonly token: Token;
  readonly at: number;
}

/** Reads a question: language, what is asked, and the units that a passage must meet. Total over any string. */
export function understand(
  text: string,
  locale: string | undefined,
  parts: UnderstandingParts,
): Understanding {
  const { index, lexicon, leaders, weights } = parts;
  let tokens: readonly Token[] = tokenise(text);
  const detected: Detected = detectLanguage(text, tokens, locale);
  const { language } = detected;
  if (language === "tr") tokens = tokens.filter((token) => !token.suffix);
  const asked = new Set<Asked>(askedByPhrase(tokens.map((token) => token.folded).join(" ")));
  const readings: Reading[] = [];
  if (detected.arabizi) tokens = parts.speller.fromArabizi(tokens, readings);
  const used = new Array<boolean>(tokens.length).fill(false);
  const units: Unit[] = [];
  const people: string[] = [];

  for (const match of leaders.find(tokens)) {
    // a part of a name stands for the person in a question, unless it is a common word there too (رئيسي)
    const alone = match.to - match.from === 1;
    const common = match.form === "part" && alone && isCommonWord(tokens, match.from, match.ids, parts);
    if (common) continue;
    people.push(...match.ids.filter((id) => !people.includes(id)));
    const terms = new Map(match.ids.map((id) => [term.person(id), 1]));
    const typed = text.slice((tokens[match.from] as Token).start, (tokens[match.to - 1] as Token).end);
    units.push(
      unit(
        {
          typed: detected.arabizi ? typed : typed,
          kind: "person",
          terms,
          folded: "",
          at: match.from,
          inLexicon: true,
        },
        index,
      ),
    );
    used.fill(true, match.from, match.to);
  }

  const rest: Word[] = [];
  tokens.forEach((token, at) => {
    if (used[at]) return;
    const kind = askedBy(token.folded, language);
    if (kind) {
      asked.add(kind);
      return;
    }
    rest.push({ token, at });
  });

  // phrases first: a stopword inside one belongs to it
  const concepts = new Map<number, { to: number; concepts: readonly number[]; strength: number }>();
  for (const run of runs(rest)) {
    const words = run.map((w) => w.token);
    for (const from of languagesOf(language, words)) {
      for (const match of lexicon.match(words, from)) {
        const at = (run[match.from] as Word).at;
        const to = at + (match.to - match.from);
        if (match.to - match.from === 1 && isStopword((tokens[at] as Token).folded, language)) continue;
        let free = true;
        for (let i = at; i < to; i += 1) if (used[i]) free = false;
        if (!free) continue;
        concepts.set(at, { to, concepts: match.concepts, strength: match.strength });
        used.fill(true, at, to);
      }
    }
  }

  for (const { token, at } of rest) {
    const match = concepts.get(at);
    if (match) {
      units.push(
        conceptUnit(text, tokens.slice(at, match.to), at, match.concepts, match.strength, language, parts),
      );
      continue;
    }
    if (used[at] || isStopword(token.folded, language)) continue;
    if (isNumber(token.folded)) {
      const terms = new Map([[term.number(token.folded), 1]]);
      units.push(unit({ typed: token.text, kind: "number", terms, folded: "", at, inLexicon: true }, index));
      continue;
    }
    if (token.folded.length < 2) continue;
    units.push(...wordUnits(token, at, language, parts, readings, people));
  }

  const named = [...concepts.values()].flatMap((m) =>
    m.concepts.map((c) => (lexicon.concepts[c] as Concept).id),
  );
  units.sort((a, b) => a.at - b.at);
  const says = units.some((u) => u.kind === "say") || asked.has("what");
  return {
    language,
    certain: detected.certain,
    arabizi: detected.arabizi,
    units: dedupe(units).map((u) => weigh(u, weights)),
    asked,
    concepts: named,
    people,
    speakers: says && units.some((u) => u.kind === "say") ? people.slice(0, 1) : [],
    readings,
    tokens,
  };
}

/** Stretches of neighbouring words, so that no phrase spans what was taken out. */
function runs(words: readonly Word[]): Word[][] {
  const all: Word[][] = [];
  for (const word of words) {
    const last = all.at(-1)?.at(-1);
    if (last && last.at === word.at - 1) (all.at(-1) as Word[]).push(word);
    else all.push([word]);
  }
  return all;
}

/** The lexicon's tables to look a question's words up in: its own language, then the others of the script. */
function languagesOf(language: Language, words: readonly Token[]): Language[] {
  const latin = words.some((w) => /[a-z]/.test(w.folded));
  if (language === "ar") return latin ? ["ar", "en"] : ["ar"];
  if (language === "fa") return latin ? ["fa", "en", "ar"] : ["fa", "ar"];
  if (language === "ru") return latin ? ["ru", "en"] : ["ru"];
  return language === "en" ? ["en"] : [language, "en"];
}

function isCommonWord(
  tokens: readonly Token[],
  at: number,
  ids: readonly string[],
  { lexicon }: UnderstandingParts,
): boolean {
  const token = tokens[at] as Token;
  if (ids.length !== 1) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const isPlace = (t: Token | undefined) =>
    t !== undefined &&
    lexicon.match([t], "ar").some((m) => m.concepts.some((c) => lexicon.concepts[c]?.kind === "place"));
  // "the two presidents of …", "a main …"
  if (token.folded === "رييسي") {
    if (isPlace(after)) return true;
    return (
      before !== undefined &&
      /^(?:سبب|بشكل|شكل|دور|كلمه|هدف|عامل|عنصر|مصدر|طريق|شارع|مقر|خط)$/.test(before.folded)
    );
  }
  return false;
}

function kindOf(concepts: readonly (Concept | undefined)[]): UnitKind {
  const kinds = new Set(concepts.map((c) => c?.kind));
  if (kinds.has("place")) return "place";
  if (kinds.has("month") || kinds.has("weekday")) return "date";
  if (kinds.has("person") || kinds.has("organisation")) return "name";
  if (kinds.has("number")) return "number";
  if (kinds.size === 1 && kinds.has("say")) return "say";
  if (kinds.size === 1 && kinds.has("light")) return "light";
  return "word";
}

function conceptUnit(
  text: string,
  tokens: readonly Token[],
  at: number,
  concepts: readonly number[],
  strength: number,
  language: Language,
  { index, lexicon, weights }: UnderstandingParts,
): Unit {
  const terms = new Map<string, number>();
  const put = (name: string, value: number) => terms.set(name, Math.max(terms.get(name) ?? 0, value));
  for (const number of concepts) {
    const concept = lexicon.concepts[number] as Concept;
    put(term.concept(number), weights.concept * strength);
    if (concept.value !== undefined) put(term.number(concept.value), weights.concept);
    for (const near of concept.near) put(term.concept(near), weights.near * strength);
  }
  const single = tokens.length === 1 ? (tokens[0] as Token) : undefined;
  if (single && (language === "ar" || language === "fa")) {
    put(term.surface(bare(single.folded)), weights.surface);
    put(term.stem(stem(single.folded, "ar")), weights.stem);
  }
  const first = tokens[0] as Token;
  const last = tokens.at(-1) as Token;
  return unit(
    {
      typed: text.slice(first.start, last.end) || first.text,
      kind: kindOf(concepts.map((c) => lexicon.concepts[c])),
      terms,
      folded: single && language === "ar" ? single.folded : "",
      at,
      inLexicon: true,
    },
    index,
  );
}

function wordUnits(
  token: Token,
  at: number,
  language: Language,
  { index, leaders, lexicon, speller, weights }: UnderstandingParts,
  readings: Reading[],
  people: string[],
): Unit[] {
  const terms = new Map<string, number>();
  const arabic = /[\u0600-\u06ff]/.test(token.folded);
  if (arabic || language === "ar") {
    terms.set(term.surface(bare(token.folded)), weights.surface);
    terms.set(term.stem(stem(token.folded, "ar")), weights.stem);
  }
  if ([...terms.keys()].some((name) => index.knows(name)))
    return [
      unit(
        { typed: token.text, kind: "word", terms, folded: arabic ? token.folded : "", at, inLexicon: false },
        index,
      ),
    ];
  const reading = speller.read(token.folded, language);
  if (reading?.person) {
    const id = reading.person;
    const name = leaders.get(id)?.name;
    readings.push({ typed: token.text, as: name?.[language] ?? name?.ar ?? id });
    if (!people.includes(id)) people.push(id);
    return [
      unit(
        {
          typed: token.text,
          kind: "person",
          terms: new Map([[term.person(id), 1]]),
          folded: "",
          at,
          inLexicon: true,
        },
        index,
      ),
    ];
  }
  if (reading) {
    readings.push({ typed: token.text, as: reading.word });
    const like = weights.reading * reading.likeness;
    if (isStopword(reading.word, language)) return [];
    if (reading.language === "ar") {
      terms.set(term.surface(bare(reading.word)), like);
      terms.set(term.stem(stem(reading.word, "ar")), like);
    }
    const word = { text: reading.word, start: 0, end: 0, folded: reading.word, suffix: false };
    const concepts = lexicon.match([word], reading.language).flatMap((m) => m.concepts);
    for (const number of concepts) {
      terms.set(term.concept(number), like * weights.concept);
      for (const near of lexicon.concepts[number]?.near ?? []) {
        const name = term.concept(near);
        terms.set(name, Math.max(terms.get(name) ?? 0, like * weights.near));
      }
    }
    const kind = concepts.length > 0 ? kindOf(concepts.map((c) => lexicon.concepts[c])) : "word";
    return [unit({ typed: token.text, kind, terms, folded: "", at, inLexicon: concepts.length > 0 }, index)];
  }
  return [
    unit(
      { typed: token.text, kind: "word", terms, folded: arabic ? token.folded : "", at, inLexicon: false },
      index,
    ),
  ];
}

/** A term that meets it less than this well says nothing of how rare the thing is. */
const MEETS = 0.5;

function unit(given: Omit<Unit, "rarity" | "known">, index: PassageIndex): Unit {
  let frequency = 0;
  let known = false;
  for (const [name, strength] of given.terms) {
    if (strength >= MEETS) frequency = Math.max(frequency, index.documentFrequency(name));
    if (index.knows(name)) known = true;
  }
  const rarity = Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
  return { ...given, rarity, known };
}

function weigh(u: Unit, weights: Weights): Unit {
  const factor = u.kind === "light" ? weights.light : u.kind === "say" ? weights.say : 1;
  return factor === 1 ? u : { ...u, rarity: u.rarity * factor };
}

/** A thing said twice is one thing. */
function dedupe(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter((u) => {
    const key = u.terms.size > 0 ? [...u.terms.keys()].toSorted().join("|") : u.typed;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
