import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { stem } from "../../src/analysis/stemmer.ts";
import { PROFILES, SOURCE_LANGUAGES } from "../../src/languages/all.ts";
import { LANGUAGES } from "../../src/languages/codes.ts";
import type { AnswerType, LanguageProfile } from "../../src/languages/profile.ts";
import { SCRIPTS } from "../../src/languages/script.ts";
import { STRINGS } from "../../src/strings/all.ts";

/** What every language asks for by words or phrases, and which kinds it can tell of "which". */
const ASKED: readonly AnswerType[] = [
  "when",
  "where",
  "who",
  "how-many",
  "why",
  "how",
  "what",
  "which",
  "yes-no",
];
const NOUNS: readonly AnswerType[] = ["city", "country", "where", "who"];

/** Every number up to a hundred; a word for one is an article in some languages. */
const NUMBERS = [...Array.from({ length: 101 }, (_, value) => value), 1000, 1_000_000, 1_000_000_000];

/** The fields of a profile that are missing or empty, by their paths. */
function missing(profile: LanguageProfile): string[] {
  const { detector, stopwords, stemmer, asking, smallTalk, joining, locale, labels, articles, negation } =
    profile;
  const alone = LANGUAGES.filter((code) => PROFILES[code].script === profile.script).length === 1;
  const fields: Record<string, unknown> = {
    code: profile.code,
    direction: profile.direction,
    "locale.numbers": locale.numbers,
    "locale.dates": locale.dates,
    comma: profile.comma,
    "detector.markers": alone || detector.markers,
    "stopwords.source": stopwords.source,
    "stopwords.words": stopwords.words,
    stemmer: typeof stemmer === "function" || stemmer.suffixes,
    "asking.lowContent": asking.lowContent.trim(),
    "asking.which.which": asking.which.which,
    "asking.which.several": asking.which.several,
    "smallTalk.greeting": smallTalk.greeting,
    "smallTalk.thanks": smallTalk.thanks,
    "smallTalk.bot": smallTalk.bot,
    "smallTalk.polite": smallTalk.polite,
    "smallTalk.itself": smallTalk.itself.length,
    joining,
    address: profile.address,
    "names.months": profile.names.months.filter(Boolean).length === 12,
    "names.weekdays": profile.names.weekdays.filter(Boolean).length === 7,
    "names.units": Object.values(profile.names.units).every(Boolean),
    "names.countries": Object.keys(profile.names.countries).length > 190,
    "numerals.numbers": NUMBERS.every((value) => profile.numerals.numbers[value] || value === 1),
    "numerals.ordinals": NUMBERS.slice(1, 21).every((value) => profile.numerals.ordinals[value]),
    "labels.source": labels.source,
    "labels.credit": labels.credit,
    "labels.question": labels.question,
    "negation.source": negation.source,
    "negation.words": negation.words,
    "articles.nouns": articles.nouns,
    "articles.numbers": articles.numbers.map(({ words }) => words).join(" "),
  };
  for (const kind of ASKED)
    fields[`asking.${kind}`] = asking.words[kind] ?? asking.phrases.some(({ asks }) => asks === kind);
  for (const kind of NOUNS) fields[`asking.which.nouns.${kind}`] = asking.which.nouns[kind];
  return Object.entries(fields).flatMap(([path, value]) => (value ? [] : [path]));
}

describe.each(LANGUAGES)("the profile of %s", (code) => {
  const profile = PROFILES[code];

  it("misses nothing", () => {
    expect(missing(profile)).toEqual([]);
  });

  it("is of the language that it stands for, as its strings are", () => {
    expect(profile.code).toBe(code);
    expect(profile.direction).toBe(STRINGS[code].direction);
    expect(Intl.NumberFormat.supportedLocalesOf(profile.locale.numbers)).toHaveLength(1);
    expect(Intl.DateTimeFormat.supportedLocalesOf(profile.locale.dates)).toHaveLength(1);
  });

  it("has stop words of its own script alone", () => {
    const foreign = profile.stopwords.words
      .split(/\s+/)
      .map(normalize)
      .filter((word) => /\p{L}/u.test(word) && !SCRIPTS[profile.script].test(word));
    expect(foreign).toEqual([]);
  });

  it("has markers that no other language of its script has, but for those it shares", () => {
    const wordsOf = (list = "") => list.split(/\s+/).filter(Boolean).map(normalize);
    const { markers, shared } = profile.detector;
    expect(wordsOf(markers)).toEqual(expect.arrayContaining(wordsOf(shared)));
    const halves = new Set(wordsOf(shared));
    const others = LANGUAGES.filter((other) => other !== code && PROFILES[other].script === profile.script);
    const elsewhere = new Set(
      others.flatMap((other) => {
        const { detector } = PROFILES[other];
        const theirs = new Set(wordsOf(detector.shared));
        return wordsOf(detector.markers).filter((word) => !theirs.has(word));
      }),
    );
    expect(wordsOf(markers).filter((word) => elsewhere.has(word) && !halves.has(word))).toEqual([]);
  });

  it("has a stemmer that is total and leaves something of a word", () => {
    for (const word of ["a", "я", "و", "ولل", "teststestest", "х".repeat(300), "كتاب", ""])
      expect(stem(word, code).length > 0).toBe(word.length > 0);
  });
});

describe("the profiles", () => {
  it("have numbers for buttons that are each one language's, of half a byte", () => {
    const numbers = LANGUAGES.map((code) => PROFILES[code].number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect([number, number >= 0 && number <= 15]).toEqual([number, true]);
  });

  it("are named where something is missing", () => {
    const { en } = PROFILES;
    const incomplete: LanguageProfile = {
      ...en,
      address: "",
      negation: { source: "", words: "" },
      stopwords: { ...en.stopwords, source: "" },
      asking: {
        ...en.asking,
        words: { ...en.asking.words, why: "" },
        which: { ...en.asking.which, nouns: {} },
      },
    };
    expect(missing(incomplete)).toEqual([
      "stopwords.source",
      "address",
      "negation.source",
      "negation.words",
      "asking.why",
      ...NOUNS.map((kind) => `asking.which.nouns.${kind}`),
    ]);
  });
});

describe.each(Object.entries(SOURCE_LANGUAGES))("what reads texts in %s", (code, source) => {
  it("is of a language with a profile, and misses nothing", () => {
    expect(source.code).toBe(code);
    expect(LANGUAGES).toContain(source.code);
    const { passive, ...reporting } = source.reporting;
    for (const [field, words] of Object.entries({
      ...reporting,
      ...passive,
      ...source.dates,
      reasons: source.reasons,
    }))
      expect([field, words.length > 0]).toEqual([field, true]);
    expect(source.dates.months).toHaveLength(12);
  });
});
