import { truncate } from "../../../src/analysis/truncate.ts";
import type { Answer, Quote } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";

/** UTF-16 units. Link previews cut a description at 160 to 300. */
const MAX_DESCRIPTION_LENGTH = 300;

/** An answer in one sentence, for link previews: the words that answer, or what the bot says. */
export function describe(answer: Answer): string | undefined {
  const strings = STRINGS[answer.lang];
  switch (answer.kind) {
    case "quotes":
      return sentence(answer.quotes[0]);
    case "closest":
      return strings.answer.closest;
    case "nothing":
      return strings.answer.nothing;
    case "leader":
      return sentence(answer.about[0] ?? answer.statements[0] ?? answer.mentions[0]);
    default:
      return undefined;
  }
}

function sentence(quote: Quote | undefined): string | undefined {
  if (quote === undefined) return undefined;
  const { start, best } = quote;
  const text = best[0] < best[1] ? quote.text.slice(best[0] - start, best[1] - start) : quote.text;
  return shortened(text);
}

/** As much of a text as a preview shows. */
export const shortened = (text: string): string => truncate(text, MAX_DESCRIPTION_LENGTH);
