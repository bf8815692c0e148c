import type { Language } from "../languages/codes.ts";
import type { Corpus } from "../model/corpus.ts";
import { STRINGS } from "./all.ts";

/** UTF-16 units of what a platform shows of a bot before anything was asked: Telegram's setMyDescription takes 512. */
export const MAX_DESCRIPTION_LENGTH = 512;

/** How the bot introduces itself over one corpus, in one language. */
export interface Introduction {
  readonly greeting: string;
  /** At most MAX_DESCRIPTION_LENGTH units. */
  readonly description: string;
  /** Questions to press; none where the corpus brings none. */
  readonly examples: readonly string[];
}

/** In the corpus's own words where its owner has given any, else in neutral ones with its name and its subject. */
export function introduction({ presentation }: Pick<Corpus, "presentation">, lang: Language): Introduction {
  const { answer, command } = STRINGS[lang];
  const { name, subject, greeting, description, examples } = presentation?.[lang] ?? {};
  const named = [name && answer.named(name), subject && answer.about(subject)].filter(Boolean);
  return {
    greeting: greeting ?? [answer.help.greeting, ...named].join(" "),
    description: description ?? [command.about, ...named].join(" "),
    examples: examples ?? [],
  };
}
