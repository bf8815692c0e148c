import type { Failure } from "../errors.ts";

/** What the page says in one language: the labels of the page itself. What the bot says is in `src/strings`. */
export interface Words {
  readonly name: string;
  readonly tagline: string;
  readonly language: string;
  /** Of the links in the bar at the top. */
  readonly places: string;
  readonly skip: string;
  readonly ask: string;
  readonly people: string;
  /** Over the people and the sources together. */
  readonly shelf: string;
  readonly conversation: string;
  readonly question: string;
  readonly placeholder: string;
  readonly send: string;
  readonly youAsked: string;
  readonly answer: string;
  /** Over a list of words with their meanings, for screen readers. */
  readonly glosses: string;
  readonly waiting: string;
  readonly offline: string;
  readonly copyLink: string;
  readonly share: string;
  readonly copied: string;
  /** What this is, to someone who has asked nothing yet. */
  readonly welcome: string;
  readonly documents: (count: number) => string;
  readonly openSource: string;
  readonly pages: string;
  readonly topic: string;
  readonly topicPlaceholder: string;
  readonly search: string;

  /** Under the opening words of a text without a headline. */
  readonly opening: string;
  readonly mentioned: string;
  readonly cited: string;
  readonly badMark: string;
  readonly allSources: string;
  readonly sourcesLead: string;
  readonly failures: Readonly<Record<Failure, string>>;
  /** What to do about each. */
  readonly advice: Readonly<Record<Failure, string>>;
}
