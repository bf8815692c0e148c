import type { Language } from "./codes.ts";

/**
 * What the bot knows of a language that texts are read in, beyond its profile. Data only; lists of words are parted by white space and
 * folded by whoever reads them.
 */
export interface SourceLanguage {
  readonly code: Language;
  readonly reporting: Reporting;
  /** Openings of a new statement or topic, at which a long sentence may be split after a comma. */
  readonly sentenceStarts: string;
  readonly dates: DateWords;
  /** Phrases that give a reason, as they are written, parted by `|`. */
  readonly reasons: string;
}

/** How the press reports what somebody says. */
interface Reporting {
  /** Verbs of saying in the third person, without a glued "and". */
  readonly verbs: string;
  /** The dual: two people before it say it together. */
  readonly dualVerbs: string;
  /** "It is recalled": a narrator's verb, where the conjunction "that" follows. */
  readonly passive: { readonly verbs: string; readonly that: string };
  /** "According to": what follows is the speaker. */
  readonly according: string;
  /** A pronoun in the place of the speaker goes on with the last one. */
  readonly pronouns: string;
  /** After a verb these begin what is said, so that the verb has no subject of its own. */
  readonly noSubject: string;
  /** What may stand between a verb and its subject. */
  readonly between: string;
  /** Offices and bodies that speak, in construct with what they belong to: "the ministry's spokesman". */
  readonly subjects: string;
}

/** How the press says a day. */
export interface DateWords {
  /** From January; the names of one month parted by `/`. */
  readonly months: readonly string[];
  /** Words for a day that are neither numbers nor common words. */
  readonly days: string;
  readonly year: string;
  /** Before the word for year. */
  readonly this: string;
  /** Behind the word for year, or a month. */
  readonly current: string;
  readonly last: string;
  readonly next: string;
}
