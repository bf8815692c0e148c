import { tokenize } from "../analysis/tokenizer.ts";
import type { Language } from "../languages/codes.ts";
import type { Glossary } from "../model/corpus.ts";
import type { Leaders } from "./leaders.ts";
import type { Lexicon } from "./lexicon.ts";

/** Meanings shown for one word; a word with more is a common one, and none of them says much. */
const MAX_MEANINGS = 2;

/** Words of the texts in the reader's language, as far as the lexicon has them. */
export function glossaryOf(lexicon: Lexicon, leaders: Leaders): Glossary {
  return {
    gloss(text: string, from: Language, to: Language): string | undefined {
      const tokens = tokenize(text);
      const named = leaders.form(tokens);
      if (named && named.form !== "title" && named.ids.length === 1)
        return leaders.get(named.ids[0] as string)?.name[to];
      const [match, more] = lexicon.match(tokens, from);
      // Of several concepts in a row, no single one is what the phrase means
      if (!match || more || match.concepts.length > MAX_MEANINGS) return undefined;
      const words = match.concepts.map((concept) => lexicon.wordIn(concept, to));
      return words.includes(undefined) ? undefined : [...new Set(words)].join(" / ");
    },
  };
}
