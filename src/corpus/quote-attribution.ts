import { normalize } from "../analysis/normalizer.ts";
import { mayBeJoined } from "../analysis/stemmer.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { SOURCE_LANGUAGES } from "../languages/all.ts";
import type { Paragraph } from "./chunker.ts";
import type { Leaders, PersonMatch } from "./leaders.ts";
import type { SpeakerCorrection } from "./schema.ts";

/**
 * Who is quoted or reported in a paragraph, by the grammar of Arabic news: a verb of saying, and its subject behind it (قال بوتين) or
 * before it (بوتين يؤكد); a verb without one (وأضاف:) goes on with whoever spoke last. The name nearest to a verb is often not its
 * subject, so only the places where a subject can stand are looked at.
 */

const { reporting } = SOURCE_LANGUAGES.ar as NonNullable<(typeof SOURCE_LANGUAGES)["ar"]>;
const words = (list: string) => new Set(list.trim().split(/\s+/).map(normalize));

const VERBS = words(reporting.verbs);
const DUAL_VERBS = words(reporting.dualVerbs);
const ACCORDING = words(reporting.according);
const PRONOUN = words(reporting.pronouns);
const NO_SUBJECT = words(reporting.noSubject);
const BETWEEN = words(reporting.between);
const PASSIVE = words(reporting.passive.verbs);
const THAT = normalize(reporting.passive.that);
const SUBJECT_NOUNS = words(reporting.subjects);

const isJoined = (folded: string) => mayBeJoined(folded) && !VERBS.has(folded);
const bareVerb = (folded: string) => (isJoined(folded) ? folded.slice(1) : folded);
const isVerb = (token: Token | undefined) => token !== undefined && VERBS.has(bareVerb(token.folded));

export interface AttributionParts {
  readonly paragraphs: readonly Paragraph[];
  /** The tokens of each paragraph, with offsets into its text. */
  readonly tokens: readonly (readonly Token[])[];
  /** Whom each paragraph names. */
  readonly people: readonly (readonly PersonMatch[])[];
  readonly leaders: Leaders;
  readonly corrections: readonly SpeakerCorrection[];
}

/** Ids of the leaders who speak in each paragraph of one document. */
export function attributeQuotes({
  paragraphs,
  tokens,
  people,
  leaders,
  corrections,
}: AttributionParts): string[][] {
  let last: string | undefined;
  return paragraphs.map((paragraph, at) => {
    const found = inParagraph(paragraph, tokens[at] ?? [], people[at] ?? [], leaders, last);
    const corrected = corrections.find((c) => c.paragraph === paragraph.paragraph);
    const speakers = corrected ? [...corrected.speakers] : [...new Set(found)];
    last = speakers.at(-1) ?? last;
    return speakers;
  });
}

function inParagraph(
  paragraph: Paragraph,
  tokens: readonly Token[],
  people: readonly PersonMatch[],
  leaders: Leaders,
  before: string | undefined,
): string[] {
  // Nobody whom a verb could be of
  if (people.length === 0 && before === undefined) return [];
  const speakers: string[] = [];
  let last = before;
  const speak = (ids: readonly string[]) => {
    speakers.push(...ids);
    last = ids.at(-1) ?? last;
  };
  const startingAt = (token: number) => people.find((m) => m.from === token);
  const endingAt = (token: number) => people.find((m) => m.to === token);
  const between = (from: number, to: number) =>
    paragraph.text.slice(tokens[from]?.end ?? 0, tokens[to]?.start ?? 0);

  const opening = startingAt(0);
  // A name and a colon: what follows are their words
  if (opening && /^\s*:/.test(between(opening.to - 1, opening.to))) speak(opening.ids);

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (people.some((m) => at >= m.from && at < m.to)) continue;
    const verb = bareVerb(token.folded);
    if (ACCORDING.has(verb)) {
      const next = tokens[at + 1];
      const named = startingAt(at + 1) ?? startingAt(at + 2);
      if (next && PRONOUN.has(next.folded) && last) speak([last]);
      else if (named && (named.from === at + 1 || /^ل?$/.test(next?.folded ?? ""))) speak(named.ids);
      continue;
    }
    if (DUAL_VERBS.has(verb)) {
      const two = people.filter((m) => m.to <= at && at - m.to <= 2).flatMap((m) => m.ids);
      if (two.length > 1) speak(two);
      continue;
    }
    if (!isVerb(token)) continue;
    if (PASSIVE.has(verb) && tokens[at + 1]?.folded === THAT) continue;
    const subject = subjectBehind(tokens, at, startingAt, between);
    if (subject) {
      speak(subject.ids);
      continue;
    }
    const ahead = subjectAhead(tokens, at, endingAt, between);
    if (ahead) {
      speak(ahead.ids);
      continue;
    }
    if (last && carriesOn(tokens, at, last, leaders, between)) speak([last]);
  }
  return speakers;
}

type At = (token: number) => PersonMatch | undefined;
type Between = (from: number, to: number) => string;

/** قال [من جهته] بوتين; قال الرئيس الروسي "فلاديمير بوتين". */
function subjectBehind(
  tokens: readonly Token[],
  verb: number,
  startingAt: At,
  between: Between,
): PersonMatch | undefined {
  for (let at = verb + 1; at <= verb + 3 && at < tokens.length; at += 1) {
    if (/[:؛.]/.test(between(at - 1, at))) return undefined;
    const person = startingAt(at);
    if (person) return person;
    if (!BETWEEN.has((tokens[at] as Token).folded)) return undefined;
  }
  return undefined;
}

/** بوتين يؤكد: the person stands right before the verb, perhaps with an aside between commas. */
function subjectAhead(
  tokens: readonly Token[],
  verb: number,
  endingAt: At,
  between: Between,
): PersonMatch | undefined {
  // A verb joined by و has its subject behind it or carries on
  if (isJoined((tokens[verb] as Token).folded)) return undefined;
  const person = endingAt(verb);
  return person && !/[.:؛،]/.test(between(verb - 1, verb)) ? person : undefined;
}

/** Whether a verb without a person goes on with the last speaker: nothing behind it can be another subject. */
function carriesOn(
  tokens: readonly Token[],
  verb: number,
  last: string,
  leaders: Leaders,
  between: Between,
): boolean {
  const next = tokens[verb + 1];
  if (!next || /[:"“«،]/.test(between(verb, verb + 1)) || NO_SUBJECT.has(next.folded)) return true;
  // A definite noun is a subject (أعلن المكتب الصحفي), unless it is the speaker's own office (أشار الوزير)
  if (next.folded.startsWith("ال")) return leaders.titleWords(last).has(next.folded.slice(2));
  // An indefinite one is the object (اقترح عقد اجتماع), unless an attached name or office makes it definite
  const after = tokens[verb + 2];
  return !(after?.folded.startsWith("ال") && SUBJECT_NOUNS.has(next.folded));
}
