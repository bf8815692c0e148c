import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Presentation } from "../model/corpus.ts";
import { type ExpectedQuestions, standsAlone } from "./questions.ts";
import type { CorpusEntry } from "./schema.ts";

/** Questions that are offered of those that an editor expects, where the owner names none. */
const EXAMPLES = 3;
/** UTF-16 units: what fits on a button. */
const MAX_EXAMPLE_LENGTH = 80;

/** What `corpus.json` says, by language; where it has no examples, the first expected questions that each another paragraph answers. */
export function presentationsOf(
  entry: CorpusEntry | undefined,
  questions: ExpectedQuestions,
): Partial<Record<Language, Presentation>> {
  return Object.fromEntries(
    LANGUAGES.map((lang): [Language, Presentation] => [
      lang,
      {
        name: entry?.name?.[lang],
        subject: entry?.subject?.[lang],
        greeting: entry?.greeting?.[lang],
        description: entry?.description?.[lang],
        examples: entry?.examples?.[lang] ?? expected(questions, lang),
      },
    ]),
  );
}

function expected(questions: ExpectedQuestions, lang: Language): string[] {
  const first = new Map<string, string>();
  for (const { text, doc, paragraph, answered } of (questions.get(lang) ?? []).filter(standsAlone)) {
    const place = `${doc} ${paragraph}`;
    if (answered && text.length <= MAX_EXAMPLE_LENGTH && !first.has(place)) first.set(place, text);
  }
  return [...first.values()].slice(0, EXAMPLES);
}
