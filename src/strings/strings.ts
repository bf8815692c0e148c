import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { HelpTopic } from "../model/answer.ts";
import type { Known } from "../model/corpus.ts";
import type { Verdict } from "../model/verification.ts";

/** Everything the bot says, in one language. Every language has this shape; a test holds them to it. */
export interface Strings {
  readonly language: Language;
  readonly direction: "rtl" | "ltr";
  /** The language's own name, for a switch. */
  readonly name: string;
  readonly answer: {
    /** Before the question restated. */
    readonly asked: string;
    /** The sources do not answer; the nearest follows. */
    readonly closest: string;
    readonly nothing: string;
    readonly missing: (words: readonly string[]) => string;
    /** A word was read as another. */
    readonly searchedFor: (typed: string, as: string) => string;
    readonly tryInstead: string;
    /** "2 of 6". */
    readonly counter: (at: number, of: number) => string;
    readonly empty: string;
    readonly tooLong: string;
    /** For a corpus that has nothing of its own to say (see `introduction.ts`). */
    readonly help: Readonly<Record<HelpTopic, string>>;
    /** What becomes of what people write. */
    readonly privacy: string;
    /** Before the address of who runs the bot. */
    readonly support: string;
    /** What the corpus is called. */
    readonly named: (name: string) => string;
    /** What the corpus is about, as a noun phrase. */
    readonly about: (subject: string) => string;
  };
  readonly citation: {
    readonly paragraph: (number: number) => string;
    /** The mark of a document that is shown by its opening words. */
    readonly noHeadline: string;
    /** A document without a headline, by its opening words. */
    readonly untitled: (opening: string) => string;
    readonly date: (date: Known<string>) => string;
    readonly publisher: (publisher: Known<string>) => string;
    readonly published: string;
  };
  readonly leader: {
    readonly choose: string;
    readonly unknown: (name: string) => string;
    readonly said: (count: number) => string;
    readonly mentioned: (count: number) => string;
    readonly about: (topic: string, count: number) => string;
    readonly roles: string;
    readonly noStatements: string;
    readonly noMentions: string;
  };
  /** Of a quotation that was checked. */
  readonly verification: {
    readonly verdict: Readonly<Record<Verdict, string>>;
    /** Over the words that were checked. */
    readonly pasted: string;
    /** Before what is about the same, where the words themselves stand nowhere. */
    readonly nearest: string;
    readonly saidBy: (names: readonly string[]) => string;
    readonly byText: string;
    readonly added: (words: string) => string;
    readonly dropped: (words: string) => string;
    readonly changed: (typed: string, source: string) => string;
    readonly moved: (words: string) => string;
  };
  readonly sources: {
    readonly title: string;
    readonly passages: (count: number) => string;
    readonly page: (at: number, of: number) => string;
    readonly unknown: string;
    readonly pick: string;
  };
  readonly translation: {
    /** Over an editor's translation, so that nobody takes it for the source. */
    readonly label: string;
    /** The button that shows all of it. */
    readonly whole: string;
    /** The link to a translation service, where no editor has translated. */
    readonly elsewhere: string;
  };
  readonly button: {
    readonly previous: string;
    readonly next: string;
    readonly around: string;
    readonly back: string;
    readonly post: string;
    readonly delete: string;
    readonly copy: string;
    readonly read: string;
    readonly said: string;
    readonly mentioned: string;
  };
  readonly notice: {
    readonly outdated: string;
    readonly notYours: string;
    readonly unknownButton: string;
    readonly slowDown: (seconds: number) => string;
    readonly failed: string;
    readonly cannotQuote: string;
    /** In place of an answer that could not be given in time. */
    readonly busy: string;
    /** Where it is not known whether the answer has arrived. */
    readonly mayBeLost: string;
    /** After a thumb up or down. */
    readonly voted: string;
    /** That questions without an answer are kept for so many days, for the owner to see what is lacking. */
    readonly questionsKept: (days: number) => string;
  };
  /** Names and descriptions of the commands, for the platforms' menus; each at most 100 units. */
  readonly command: {
    readonly start: string;
    readonly ask: string;
    readonly question: string;
    readonly leader: string;
    readonly leaderName: string;
    readonly topic: string;
    readonly verify: string;
    readonly quotation: string;
    readonly speaker: string;
    readonly sources: string;
    readonly help: string;
    readonly private: string;
    readonly askSources: string;
    /** What the bot is: at most 120 units, then at most 512. */
    readonly short: string;
    readonly about: string;
    /** Shown to a group that the bot, of this name, was just added to. */
    readonly inGroup: (bot: string) => string;
    readonly inlineHelp: string;
  };
  /** What only a terminal says, where commands are typed and nothing can be pressed. */
  readonly terminal: {
    readonly loading: string;
    /** Leaving the chat ends the page. */
    readonly endsPage: string;
    /** Before the list of commands. */
    readonly unknown: string;
    readonly nothingMore: string;
    readonly leave: string;
    /** When to change the order in which letters are printed. */
    readonly turn: string;
    /** The form of what follows the command: a name, a colon, a topic. */
    readonly leader: string;
  };
}

/** A counted noun in the forms that the language has (`Intl.PluralRules`). */
export function plural(
  language: Language,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const number = numbers(language);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace("#", number(count));
}

/** Digits as the language's press writes them; years and counts alike, without grouping. */
export function numbers(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(PROFILES[language].locale.numbers, { useGrouping: false });
  return (value) => format.format(value);
}

/** A calendar date in words; the sources' dates have no time and no zone. */
export function dates(language: Language): (iso: string) => string {
  const format = new Intl.DateTimeFormat(PROFILES[language].locale.dates, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (iso) => format.format(new Date(`${iso}T00:00:00Z`));
}

/** Words in a row, each in its own direction (first-strong isolates), with the language's comma. */
export function listed(language: Language, words: readonly string[]): string {
  return words.map(isolate).join(PROFILES[language].comma);
}

/** A label before what it labels; French has a space before the colon, at which no line may end. */
export const labelled = (language: Language, label: string): string =>
  `${label}${language === "fr" ? "\u00a0" : ""}:`;

/** Keeps text of another direction from reordering its surroundings (Unicode FSI … PDI). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
