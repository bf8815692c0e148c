import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Script } from "../languages/script.ts";
import { Ballot, type Voting, votingOf, wordSet } from "./language-votes.ts";
import { letterScript, mainScript } from "./script.ts";
import type { Token } from "./tokenizer.ts";
import { trigramNats } from "./trigrams.ts";

/** What a question is written in: a language, or Arabic in Latin letters. */
export interface Detected {
  readonly language: Language;
  /** Arabic typed in Latin letters and digits (Arabizi). */
  readonly arabizi: boolean;
  /** False when nothing in the text indicates a language, which is then guessed from the locale. */
  readonly certain: boolean;
}

/** Stop words and words that ask, which vote where no other language of the script has them. */
const SMALL = Object.values(PROFILES).map(({ code, script, stopwords, asking }) => ({
  code,
  script,
  words: wordSet([stopwords.words, ...Object.values(asking.words)].join(" ")),
}));
const BY_SCRIPT = new Map<Script, (Voting & { readonly code: Language })[]>();
for (const { code, script, words } of SMALL) {
  const voting = votingOf(PROFILES[code].detector);
  const others = SMALL.filter((other) => other.script === script && other.code !== code);
  const marking = others.flatMap((other) => [...votingOf(PROFILES[other.code].detector).words]);
  const elsewhere = new Set([...marking, ...others.flatMap((other) => [...other.words])]);
  const own = [...words].filter((word) => word.length > 1 && !elsewhere.has(word));
  const candidate = { ...voting, code, words: new Set([...voting.words, ...own]) };
  BY_SCRIPT.set(script, [...(BY_SCRIPT.get(script) ?? []), candidate]);
}

/** Languages of other scripts that are also typed in Latin letters and are read as such: one word with digits, or two function words, decide. */
const IN_LATIN = Object.values(PROFILES).flatMap(({ code, detector: { latin } }) =>
  latin ? [{ ...latin, code, words: wordSet(latin.markers) }] : [],
);
const MIN_LATIN_VOTES = 2;
/** Languages that have a Latin alphabet besides their own, with what votes for them in it. */
const ROMANISED = Object.values(PROFILES).flatMap(({ code, romanised }) =>
  romanised ? [{ ...votingOf(romanised.detector), code }] : [],
);

/** What each script's languages are told apart by. */
const VOTINGS: ReadonlyMap<Script, { readonly codes: readonly Language[]; readonly ballot: Ballot }> =
  new Map(
    [...BY_SCRIPT].map(([script, own]) => {
      const all = [...own, ...(script === "latin" ? ROMANISED : [])];
      return [script, { codes: all.map(({ code }) => code), ballot: new Ballot(all) }] as const;
    }),
  );

/** The name of its trigrams. */
const ARABIZI = "arabizi";

/** What a small word says, in nats of the trigrams: fitted on questions of writers whom neither list has seen, from 2 to 4 it is all the same. */
const NATS_OF_VOTE = 3;
/** Nats for the language that is expected before a word is read. */
const PRIOR = 1;
/** Fewer words are a name as often as not, of which trigrams tell nothing. */
const MIN_WORDS = 3;
/** Of fewer words the trigrams say as much less, for each may be a name. */
const TRUSTED_WORDS = 6;
/** By how much the likeliest language must lead the next to need no word of its own. */
const MIN_LEAD_NATS = 8;

/**
 * The language of a question from its script, its letters, its small words and its trigrams. `locale` (a BCP 47 tag from the platform)
 * only breaks ties, since people write to a bot in another language than their telephone's; without one the language of the texts does.
 */
export function detectLanguage(
  text: string,
  tokens: readonly Token[],
  locale?: string,
  texts: Language = LANGUAGES[0],
): Detected {
  const fallback = languageOf(locale) ?? texts;
  const script = mainScript(tokens);
  if (script === undefined) return { language: fallback, arabizi: false, certain: false };
  const own = tokens.filter(({ folded }) => letterScript(folded) === script);
  const { codes, ballot } = VOTINGS.get(script) as NonNullable<ReturnType<(typeof VOTINGS)["get"]>>;
  const nats = trigramNats(script, own);
  const heard = own.length >= MIN_WORDS;
  const trust = Math.min(1, own.length / TRUSTED_WORDS);
  // A language that is in no table is as likely as the likeliest
  const most = Math.max(0, ...nats.values());
  // Ties go to the locale's language, then to the one added first, an order that adding a language does not change
  const rank = (language: Language) => (language === fallback ? -1 : LANGUAGES.indexOf(language));
  const expected = codes.toSorted((a, b) => rank(a) - rank(b))[0];
  const counts = ballot.count(text, tokens);
  const candidates = codes.map((language, at) => {
    const votes = counts[at] as number;
    const spoken = heard || votes > 0 ? (nats.get(language) ?? most) * trust : 0;
    return {
      language,
      votes,
      weight: votes * NATS_OF_VOTE + spoken + (nats.size > 0 && language === expected ? PRIOR : 0),
    };
  });
  const [best, next] = candidates.toSorted(
    (a, b) => b.weight - a.weight || rank(a.language) - rank(b.language),
  ) as [(typeof candidates)[number], (typeof candidates)[number] | undefined];
  if (script === "latin") {
    const [latin] = IN_LATIN.map((one) => {
      const votes = latinVotes(one, own);
      return { language: one.code, votes, weight: votes * NATS_OF_VOTE + (nats.get(ARABIZI) ?? 0) * trust };
    }).toSorted((a, b) => b.votes - a.votes);
    const highest = Math.max(...candidates.map(({ votes }) => votes));
    if (latin && latin.votes >= MIN_LATIN_VOTES && (latin.votes > highest || latin.weight > best.weight))
      return { language: latin.language, arabizi: true, certain: true };
    // Without two small words of Arabic it is left to whoever knows its words
    if (latin && heard && latin.weight > best.weight)
      return { language: best.language, arabizi: false, certain: false };
  }
  const leads = heard && best.weight - (next?.weight ?? 0) >= MIN_LEAD_NATS;
  return {
    language: best.language,
    arabizi: false,
    certain: candidates.length === 1 || best.votes > 0 || leads,
  };
}

function latinVotes({ digits, except, words }: (typeof IN_LATIN)[number], tokens: readonly Token[]): number {
  let votes = 0;
  for (const { folded } of tokens) {
    if (digits.test(folded) && !except.test(folded)) votes += 2;
    else if (words.has(folded)) votes += 1;
  }
  return votes;
}

/** The language of a BCP 47 tag, where it is one that the bot speaks. */
export function languageOf(locale: string | undefined): Language | undefined {
  const code = locale?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === code);
}
