import { editDistance } from "../analysis/edit-distance.ts";
import { retyped } from "../analysis/keyboard-layouts.ts";
import { normalize } from "../analysis/normalizer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import { romanise, skeleton } from "../analysis/transliteration.ts";
import { article, type Leaders, nameKey } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { PROFILES } from "../languages/all.ts";
import { UNSPOKEN_ADDRESS } from "../languages/unspoken/address.ts";
import { answerTypeOfWord } from "./answer-type.ts";

export interface NameResolverParts {
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
  readonly index: PassageIndex;
}

/** Offices and forms of address before a name. Folded. */
const ADDRESS = new Set(
  [...Object.values(PROFILES).map(({ address }) => address), UNSPOKEN_ADDRESS].flatMap((words) =>
    words.split(" ").map(normalize),
  ),
);

/**
 * The people whom a typed name may mean: one, several, or none rather than a wrong one. What is written exactly goes first, then what
 * other keyboard layouts make of the same keys, then slips.
 */
export function resolveName(
  text: string,
  typed: readonly Token[],
  parts: NameResolverParts,
): readonly string[] {
  const tokens = typed.flatMap((token) => segments(token, parts.leaders));
  const exact = exactly(tokens, parts);
  if (exact.length > 0) return exact;
  const otherwise = onAnotherKeyboard(text, parts);
  if (otherwise.length > 0) return otherwise;
  const bare = wordsOf(tokens).filter((token) => !ADDRESS.has(token.folded));
  return bare.length === 0 ? [] : misspelled(bare, parts);
}

/** UTF-16 units. Fewer keys are a word of some other language too often; more are no name. */
const MIN_RETYPED_LENGTH = 4;
const MAX_RETYPED_LENGTH = 60;

function onAnotherKeyboard(text: string, parts: NameResolverParts): readonly string[] {
  const keys = text.trim();
  if (keys.length < MIN_RETYPED_LENGTH || keys.length > MAX_RETYPED_LENGTH) return [];
  for (const reading of retyped(keys)) {
    const ids = exactly(tokenize(reading), parts);
    if (ids.length > 0) return ids;
  }
  return [];
}

/** Chinese has no spaces: a run of it is cut into the names, titles and forms of address that it is made of, the longest first. */
function segments(token: Token, leaders: Leaders): readonly Token[] {
  if (!/^\p{Script=Han}+$/u.test(token.folded)) return [token];
  const pieces: Token[] = [];
  const { folded } = token;
  for (let at = 0; at < folded.length; ) {
    let end = folded.length;
    const piece = () => ({ ...token, text: folded.slice(at, end), folded: folded.slice(at, end) });
    while (end > at && !leaders.form([piece()]) && !ADDRESS.has(folded.slice(at, end))) end -= 1;
    if (end === at) return [token];
    pieces.push(piece());
    at = end;
  }
  return pieces;
}

/** Without questions ("who is"), small words and initials, which say nothing that a surname does not. */
function wordsOf(tokens: readonly Token[]): Token[] {
  return askedOf(tokens).filter(({ folded }) => [...folded].length > 1 || /\p{Script=Han}/u.test(folded));
}

function askedOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    ({ folded }) => !answerTypeOfWord(folded, "ar") && !isStopword(folded, "ar") && !isStopword(folded, "en"),
  );
}

function exactly(all: readonly Token[], { leaders }: NameResolverParts): readonly string[] {
  const words = wordsOf(all);
  const bare = words.filter((token) => !ADDRESS.has(token.folded));
  for (const tokens of [all, askedOf(all), words, bare]) {
    const ids = tokens.length > 0 ? (leaders.form(tokens)?.ids ?? leaders.joined(tokens)) : undefined;
    if (ids) return ids;
  }
  // What looks like a small word may be part of a name (جن, شي)
  for (const tokens of [all, words]) {
    const named = withTitle(tokens, leaders);
    if (named.length > 0) return named;
  }
  return inflected(bare, leaders);
}

/**
 * A title beside a name: all must mean the same person, and what is left must be words of that person's offices ("Lavrov, foreign
 * minister of Russia"). "President Putin of Iran" is nobody.
 */
function withTitle(words: readonly Token[], leaders: Leaders): readonly string[] {
  const found = leaders.find(words);
  if (found.length === 0) return [];
  const common = found.map((match) => match.ids).reduce((a, b) => a.filter((id) => b.includes(id)));
  const rest = words.filter((_, at) => !found.some((match) => at >= match.from && at < match.to));
  if (rest.length > 0 && found.every((match) => match.form === "title")) return [];
  return common.filter((id) => {
    const office = leaders.titleWords(id);
    return rest.every(({ folded }, at) => {
      const known = (word: string | undefined) => word !== undefined && office.has(article(word));
      // رئیس جمهور and رئیس‌جمهور are one office
      const [before, after] = [rest[at - 1]?.folded, rest[at + 1]?.folded];
      const joined =
        (before !== undefined && known(before + folded)) || (after !== undefined && known(folded + after));
      return ADDRESS.has(folded) || known(folded) || joined;
    });
  });
}

/** Endings of the cases in Kazakh and its kin, folded; a bare vowel, which may be a woman's name in a Slavic language, is none of them. */
const CASES = new RegExp(
  `(?:${Object.values(PROFILES)
    .flatMap(({ caseEndings }) => caseEndings ?? [])
    .join("|")})$`,
  "u",
);
const MIN_STEM = 4;

/** A name whose last word has a case ending. */
function inflected(tokens: readonly Token[], leaders: Leaders): readonly string[] {
  const last = tokens.at(-1);
  const stem = last && nameKey(last).replace(CASES, "");
  if (!last || !stem || stem === nameKey(last) || stem.length < MIN_STEM) return [];
  const entry = leaders.form([...tokens.slice(0, -1), { ...last, text: stem, folded: stem }]);
  return entry && entry.form !== "title" ? entry.ids : [];
}

/** Units of a whole name from which it may be off by a letter or two; of a shorter one every letter counts. */
const LONG_NAME = 9;
const WHOLE_NAME_LIMIT = 1.7;

/** Those whose name this nearly is: the whole of it, or every word of it one of theirs. */
function misspelled(tokens: readonly Token[], parts: NameResolverParts): readonly string[] {
  const { leaders } = parts;
  const typed = tokens.map((token) => token.folded);
  const joined = typed.join("");
  if (tokens.length > 1 && joined.length >= LONG_NAME) {
    let best: readonly string[] = [];
    let least = WHOLE_NAME_LIMIT;
    for (const [words, ids] of leaders.names()) {
      const name = words.replaceAll(" ", "");
      // Several words are not a slip of one
      if (name === words || Math.abs(name.length - joined.length) > 2) continue;
      const off = editDistance(joined, name, least);
      if (off < least && isSlipOf(typed, words.split(" "))) {
        least = off;
        best = ids;
      }
    }
    if (best.length > 0) return best;
  }
  return leaders.all
    .filter((leader) => {
      // One word alone must be a name by itself, not a piece of one
      const own = (tokens.length > 1 ? leaders.wordsOf : leaders.singleNamesOf).get(
        leader.id,
      ) as ReadonlySet<string>;
      return tokens.every((token) => fits(token, own, parts));
    })
    .map((leader) => leader.id);
}

/** Word for word, where they are as many: another given name with the same surname is another person. */
function isSlipOf(typed: readonly string[], name: readonly string[]): boolean {
  if (typed.length !== name.length) return true;
  return typed.every((word, at) => Number.isFinite(editDistance(word, name[at] as string, limitOf(word))));
}

/**
 * How far a word may be off, by its length: a slip, never a whole letter but in a very long name, for with one the name is another
 * person's (Токарев is not Токаев).
 */
const limitOf = (word: string) => (word.length >= VERY_LONG ? 2 : 0.9);
const VERY_LONG = 11;
/** Arabic leaves short vowels out, so its words say as much in fewer letters. */
const MIN_LENGTH = 5;
const MIN_ARABIC_LENGTH = 4;

function fits(token: Token, own: ReadonlySet<string>, { index, lexicon }: NameResolverParts): boolean {
  const { folded } = token;
  if (own.has(nameKey(token))) return true;
  if (folded.length < (/\p{Script=Arabic}/u.test(folded) ? MIN_ARABIC_LENGTH : MIN_LENGTH)) return false;
  // A word of the texts or of the language is itself and no slip: بوتيرة, رئيس, بوتان
  if (index.vocabulary.has(folded) || lexicon.has(folded, "ar") || lexicon.has(folded, "en")) return false;
  const key = skeleton(folded);
  const rough = romanise(folded);
  const script = scriptOf(folded);
  const limit = limitOf(folded);
  for (const word of own) {
    if (word.length < 4 || !sameOutline(folded, key, word)) continue;
    if (Number.isFinite(editDistance(folded, word, limit))) return true;
    // Across scripts by sound; Patten and Bidin have the consonants of Putin, so one vowel in six letters may be another
    if (
      scriptOf(word) !== script &&
      key.length >= 3 &&
      skeleton(word) === key &&
      Number.isFinite(editDistance(rough, romanise(word), rough.length / 5.5))
    )
      return true;
  }
  return false;
}

/** Whether they begin with the same sound and end alike: Sakharov is not Zakharov, and Zakharov not Zakharova. */
function sameOutline(typed: string, key: string, name: string): boolean {
  const sameStart = typed[0] === name[0] || key[0] === skeleton(name)[0];
  return sameStart && FINAL_VOWEL.test(typed) === FINAL_VOWEL.test(name);
}

const FINAL_VOWEL = /[aeiouyаеиоуыэюяійاوي]$/u;

const SCRIPTS = [/\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u, /\p{Script=Latin}/u];
const scriptOf = (word: string) => SCRIPTS.findIndex((script) => script.test(word));
