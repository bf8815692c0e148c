import type { Answer, Answerer, Language, Leader, Verification } from "../../src/model.ts";
import type { Meter, Surface } from "../service/metrics.ts";

/** Asks, counts and times. */
export function timed<A extends Answer | Verification>(meter: Meter, surface: Surface, ask: () => A): A {
  const begun = performance.now();
  const answer = ask();
  meter.answered({
    surface,
    kind: answer.kind,
    lang: answer.lang,
    seconds: (performance.now() - begun) / 1000,
  });
  return answer;
}

/**
 * What was typed, as a question or, when it is nothing but somebody's name ("Putin", "who is Putin?"), as a lookup of that person. A
 * chat has one field, where other platforms have a command for each.
 */
export function askOrLookUp(answerer: Answerer, text: string, locale: Language): Answer {
  const person = answerer.leader({ name: text, locale });
  return person.kind === "leader" || person.kind === "leaders" ? person : answerer.answer({ text, locale });
}

/**
 * Looks a known person up. The name that is passed on is only how the core is told whom: nobody typed it, so the language of the answer
 * is the reader's and not the name's.
 */
export function lookUp(answerer: Answerer, leader: Leader, lang: Language, topic?: string): Answer {
  const answer = answerer.leader({ name: leader.name.ar, locale: lang, ...(topic && { topic }) });
  return { ...answer, lang };
}
