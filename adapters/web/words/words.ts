import type { HelpTopic, Language } from "../../../src/model.ts";
import type { Failure } from "../failures.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";

/** What the page says in one language: labels of the page itself and the notices around an answer. */
export interface Words {
  readonly name: string;
  readonly tagline: string;
  readonly languageName: string;
  readonly language: string;
  readonly skip: string;
  readonly ask: string;
  readonly sources: string;
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
  readonly tryOne: string;

  readonly closest: string;
  readonly nothing: string;
  readonly missing: string;
  readonly readAs: string;
  readonly suggestions: string;
  readonly which: string;
  readonly empty: string;
  readonly tooLong: string;
  readonly help: Readonly<Record<HelpTopic, string>>;

  readonly openSource: string;
  readonly context: string;
  readonly pages: string;
  readonly page: (page: string, of: string) => string;
  readonly next: string;
  readonly previous: string;
  readonly statements: string;
  readonly mentions: string;
  readonly noStatements: string;
  readonly about: (topic: string) => string;
  readonly topic: string;
  readonly topicPlaceholder: string;

  readonly paragraph: (number: string) => string;
  readonly paragraphs: (number: number) => string;
  readonly opening: string;
  readonly publisher: string;
  readonly date: string;
  readonly inferred: string;
  readonly unknown: string;
  readonly mentioned: string;
  readonly cited: string;
  readonly badMark: string;
  readonly allSources: string;
  readonly sourcesLead: string;
  readonly failures: Readonly<Record<Failure, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = { ar, en, ru, tr, fa, fr };

export function wordsIn(language: Language): Words {
  return WORDS[language];
}
