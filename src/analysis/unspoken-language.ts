import { PROFILES } from "../languages/all.ts";
import type { LanguageProfile } from "../languages/profile.ts";
import { SCRIPTS as LETTERS, type Script } from "../languages/script.ts";
import { UNSPOKEN } from "../languages/unspoken/all.ts";
import { Ballot, type Voting, votingOf, wordSet } from "./language-votes.ts";
import { letterScript, mainScript } from "./script.ts";
import type { Token } from "./tokenizer.ts";

/** Votes that a language of others must have, and by how many it must lead those of the bot: two small words, or a letter of its own. */
const MIN_VOTES = 2;
const MIN_LEAD = 0.5;

/** Scripts that only languages have which the bot does not speak; kana before the Han letters that Japanese has too. */
const SCRIPTS: readonly (readonly [code: string, letter: RegExp])[] = [
  ["he", /\p{Script=Hebrew}/u],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["zh", /\p{Script=Han}/u],
];
/** Of a script that is none of these, whatever the language. */
const UNDETERMINED = "und";
/** Hangul's fillers are letters too, of nothing. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})\p{L}/u;
const OF_THE_BOT = /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Latin}]/u;

/** What is small in each of the bot's languages: more than what tells it from the others. */
function smallWords({ detector, stopwords, asking, address }: LanguageProfile): ReadonlySet<string> {
  const phrases = asking.phrases.map(({ text }) => text.replaceAll("|", " "));
  return wordSet(
    [
      detector.markers,
      detector.latin?.markers,
      stopwords.words,
      ...Object.values(asking.words),
      ...phrases,
      address,
    ].join(" "),
  );
}

const NONE: ReadonlySet<string> = new Set();
const SPOKEN: readonly { readonly script: Script; readonly voting: Voting }[] = Object.values(
  PROFILES,
).flatMap((profile) => {
  const { script, detector } = profile;
  const voting = { ...votingOf(detector), words: smallWords(profile), halves: NONE };
  const { latin } = detector;
  if (!latin) return [{ script, voting }];
  const typed = {
    words: wordSet(latin.markers),
    halves: NONE,
    folded: { pattern: latin.digits, votes: 2 },
  };
  return [
    { script, voting },
    { script: "latin", voting: typed },
  ];
});
const OURS = new Set(SPOKEN.flatMap(({ voting }) => [...voting.words]));

/** A word that is small in one of the bot's languages too says half as much. */
const OTHERS = UNSPOKEN.map(({ code, script, detector }) => {
  const voting = votingOf(detector);
  return { code, script, voting: { ...voting, halves: OURS } };
});

/** The languages of a script: those of the bot, and after them the others by their codes. */
interface ScriptBallot {
  readonly spoken: number;
  readonly others: readonly string[];
  readonly ballot: Ballot;
}
const BALLOTS: ReadonlyMap<Script, ScriptBallot> = new Map(
  (Object.keys(LETTERS) as Script[]).map((script) => {
    const spoken = SPOKEN.filter((one) => one.script === script);
    const others = OTHERS.filter((one) => one.script === script);
    const ballot = new Ballot([...spoken, ...others].map(({ voting }) => voting));
    return [script, { spoken: spoken.length, others: others.map(({ code }) => code), ballot }] as const;
  }),
);

/**
 * The language of a text that is in none of the bot's: its ISO 639-1 code where it is known, "und" where only its script is foreign.
 * Undefined for everything that may be in one of the bot's, so for bare names: what is wrongly turned away is worse than what is
 * wrongly searched for.
 */
export function unspokenLanguage(text: string, tokens: readonly Token[]): string | undefined {
  const words = tokens.filter((token) => VISIBLE.test(token.text));
  const foreign = words.filter((token) => !OF_THE_BOT.test(token.folded));
  if (lettersOf(foreign) * 2 > lettersOf(words))
    return (
      SCRIPTS.find(([, letter]) => foreign.some((token) => letter.test(token.text)))?.[0] ?? UNDETERMINED
    );
  const script = mainScript(words);
  if (script === undefined) return undefined;
  const own = words.filter(({ folded }) => letterScript(folded) === script);
  const { spoken, others, ballot } = BALLOTS.get(script) as ScriptBallot;
  const votes = ballot.count(text, own);
  let best: string | undefined;
  let most = Math.max(MIN_VOTES, Math.max(...votes.slice(0, spoken)) + MIN_LEAD);
  others.forEach((code, at) => {
    const count = votes[spoken + at] as number;
    if (count < most || (best !== undefined && count === most)) return;
    best = code;
    most = count;
  });
  return best;
}

const lettersOf = (words: readonly Token[]) => words.reduce((sum, { text }) => sum + text.length, 0);
