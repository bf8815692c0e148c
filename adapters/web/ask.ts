import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Answer, AnswerOf } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Leader } from "../../src/model/corpus.ts";
import { answerTypeOfWord } from "../../src/query/answer-type.ts";
import { isJoiner } from "../../src/query/split-questions.ts";
import type { Library } from "./library.ts";

/**
 * What was typed, as a question or, when it is nothing but somebody's name ("Putin", "who is Putin?"), as a lookup of that person. A
 * chat has one field, where other platforms have a command for each.
 */
export function askOrLookUp(
  answerer: Answerer,
  text: string,
  locale: Language,
  earlier: string | undefined,
): Answer {
  const person = answerer.leader({ name: text, locale });
  const answer = () => answerer.answer({ text, locale, ...(earlier ? { earlier } : {}) });
  if (person.kind !== "leader" && person.kind !== "leaders") return answer();
  if (!earlier || !goesOn(answerer, text, person)) return person;
  const following = answer();
  return "follows" in following && following.follows ? following : person;
}

/** After a question, "and Putin?" or "what about Putin?" asks the same about him, while "Putin" alone asks who he is. */
function goesOn(answerer: Answerer, text: string, person: AnswerOf<"leader" | "leaders">): boolean {
  const first = tokenize(text)[0]?.folded ?? "";
  if (isJoiner(first) || answerTypeOfWord(first, person.lang) === "what") return true;
  const without = /^\s*و(?=\S)/u.test(text) ? text.trim().slice(1) : undefined;
  return without !== undefined && answerer.leader({ name: without }).kind === person.kind;
}

/** Looks a known person up. Nobody typed the name that is passed on, so the answer is in the reader's language and not in the name's. */
export function lookUp(
  { answerer, library }: { readonly answerer: Answerer; readonly library: Library },
  leader: Leader,
  lang: Language,
  topic?: string,
): Answer {
  const answer = answerer.leader({ name: leader.name.ar, locale: lang, ...(topic && { topic }) });
  return library.translated({ ...answer, lang });
}
