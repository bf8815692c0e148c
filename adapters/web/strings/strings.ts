import type { Failure } from "../errors.ts";

/** What the page says in one language: the labels of the page itself. What the bot says is in `src/strings`. */
export interface Words {
  readonly name: string;
  readonly tagline: string;
  readonly language: string;
  readonly skip: string;
  readonly ask: string;
  readonly people: string;
  readonly conversation: string;
  readonly question: string;
  readonly placeholder: string;
  readonly send: string;
  readonly youAsked: string;
  readonly answer: string;
  readonly waiting: string;
  readonly offline: string;
  readonly permalink: string;
  readonly welcome: string;
  readonly openSource: string;
  readonly pages: string;
  readonly topic: string;
  readonly topicPlaceholder: string;

  /** Over the opening words of a text without a headline. */
  readonly opening: string;
  readonly publisher: string;
  readonly date: string;
  readonly mentioned: string;
  readonly cited: string;
  readonly badMark: string;
  readonly allSources: string;
  readonly sourcesLead: string;
  readonly failures: Readonly<Record<Failure, string>>;
}
