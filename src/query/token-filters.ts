import { normalize } from "../analysis/normalizer.ts";
import { LANGUAGE_OF_SCRIPT, scriptOf } from "../analysis/script.ts";
import { stem, withoutClitics } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { ExpansionIndex } from "../expansion/expansion-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { bare, term } from "../index/terms.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { AnswerType } from "../languages/profile.ts";
import type { Script } from "../languages/script.ts";
import type { Correction } from "../model/answer.ts";
import { answerTypeOfWord, questionPhrase } from "./answer-type.ts";
import type { SpellChecker } from "./spell-checker.ts";

/** A token as read: the word itself, or the known word that it is corrected to. */
export interface QueryWord {
  readonly token: Token;
  /** 1 for the word itself, less for a doubtful reading. */
  readonly likeness: number;
}

export interface TokenFilterParts {
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly leaders: Leaders;
  readonly spellChecker: Pick<SpellChecker, "correct">;
  readonly expansions: Pick<ExpansionIndex, "uses">;
}

/** Takes phrases that ask off a question; what a phrase asks about stays as a word in its place. */
export function withoutQuestionPhrases(tokens: readonly Token[], asked: Set<AnswerType>): Token[] {
  const folded = tokens.map((token) => token.folded);
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const phrase = questionPhrase(folded, at);
    if (!phrase) {
      left.push(token);
      continue;
    }
    if (phrase.asks) asked.add(phrase.asks);
    at += phrase.words.length - 1;
    if (phrase.leaves) left.push({ ...token, end: (tokens[at] as Token).end, folded: phrase.leaves });
  }
  return left;
}

/** Words that a zero-width non-joiner parts, in parts, unless the lexicon has them whole. */
export function splitAtZwnj(
  tokens: readonly Token[],
  language: Language,
  { lexicon, leaders }: TokenFilterParts,
): Token[] {
  return tokens.flatMap((token) => {
    if (!token.text.includes("\u200c")) return [token];
    if (lexicon.has(token.folded, language) || leaders.form([token])) return [token];
    let from = 0;
    return token.text.split("\u200c").flatMap((text) => {
      const start = token.start + from;
      from += text.length + 1;
      const folded = normalize(text);
      return folded ? [{ ...token, text, start, end: start + text.length, folded }] : [];
    });
  });
}

/** Unknown words that are compared with every known one; a question with more is not mistyped. */
const MAX_UNKNOWN_WORDS = 24;

/** Letters that only writing without dots has: beh, feh, qaf and noon. */
const UNDOTTED = /[\u066e\u066f\u06a1\u06ba]/;

/** Each word as it stands where the corpus, the lexicon or an editor has it, or as the known word that it is likeliest meant for. */
export function correctWords(
  tokens: readonly Token[],
  language: Language,
  { index, leaders, lexicon, spellChecker, expansions }: TokenFilterParts,
  readings: Correction[],
): QueryWord[] {
  const undotted = tokens.some((token) => UNDOTTED.test(token.text));
  const isKnown = (token: Token) =>
    index.knows(term.surface(bare(token.folded))) ||
    isNumber(token.folded) ||
    isStopword(token.folded, language) ||
    answerTypeOfWord(token.folded, language) !== undefined ||
    lexiconLanguagesOf(language, token.folded).some((table) => lexicon.has(token.folded, table)) ||
    leaders.form([token]) !== undefined ||
    index.languages.of(token.folded).some((text) => index.knows(term.stem(stem(token.folded, text)))) ||
    expansions.uses(token, language);
  // By its stem another word may be known: المرئي, the visible, is no المروي
  const isSpelled = ({ folded }: Token) =>
    withoutClitics(folded).some((form) => index.vocabulary.has(form) || lexicon.arabicWords.has(form));
  let unknown = 0;
  return tokens.map((token): QueryWord => {
    const itself = { token, likeness: 1 };
    if (isKnown(token)) return itself;
    unknown += 1;
    if (unknown > MAX_UNKNOWN_WORDS) return itself;
    const seated = otherSeat(token);
    if (seated && isSpelled(seated)) return { token: seated, likeness: 1 };
    const reading = spellChecker.correct(token.folded, undotted);
    if (!reading) return itself;
    const name = reading.person === undefined ? undefined : leaders.get(reading.person)?.name;
    readings.push({ typed: token.text, as: name?.[language] ?? name?.ar ?? reading.word });
    return { token: { ...token, folded: reading.word }, likeness: reading.likeness };
  });
}

const SEATS = PROFILES.ar.seats as readonly [string, string];
const ANY_SEAT = new RegExp(`[${SEATS.join("")}]`, "g");

/** A hamza stands on waw or yeh by rules that countries apply differently: مسئول is مسؤول. */
function otherSeat(token: Token): Token | undefined {
  const text = token.text.replace(ANY_SEAT, (seat) => (seat === SEATS[0] ? SEATS[1] : SEATS[0]));
  return text === token.text ? undefined : { ...token, folded: normalize(text) };
}

const TABLES: ReadonlyMap<Language, Readonly<Record<Script, readonly Language[]>>> = new Map(
  Object.values(PROFILES).map(({ code, script: own }) => {
    const of = (script: Script) => {
      const foreign = LANGUAGE_OF_SCRIPT[script];
      return script === own && code !== foreign ? [code, foreign] : [foreign];
    };
    return [code, { arabic: of("arabic"), cyrillic: of("cyrillic"), latin: of("latin") }];
  }),
);

/** The lexicon's tables to look a word up in: the question's language, then the one in which its script is read elsewhere. */
export function lexiconLanguagesOf(language: Language, folded: string): readonly Language[] {
  return TABLES.get(language)?.[scriptOf(folded)] ?? [];
}
