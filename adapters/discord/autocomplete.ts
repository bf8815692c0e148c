/** The names that are offered while one is typed, and what is meant when one is picked, or typed to its end. */
import { truncate } from "../../src/analysis/truncate.ts";
import { LANGUAGES, type Language } from "../../src/languages/codes.ts";
import type { LeaderLookup } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Leader } from "../../src/model/corpus.ts";
import { languageFor } from "./context.ts";

/** Limits of autocomplete: reference, interactions/application-commands#autocomplete. */
const CHOICES = 25;
const CHOICE_LENGTH = 100;

/** A picked name comes back in this form, which typed text cannot have: no name contains a colon. */
const choiceValue = (leader: Leader, lang: Language): string => `${lang}:${leader.id}`;

export function choicesFor(
  answerer: Answerer,
  typed: string,
  locale: string,
): { name: string; value: string }[] {
  const lang = languageFor(typed, locale);
  return answerer
    .complete(typed)
    .slice(0, CHOICES)
    .map((leader) => {
      const name = leader.name[lang] ?? leader.name.ar;
      const role = leader.roles[0];
      return {
        name: truncate(role === undefined ? name : `${name} · ${role}`, CHOICE_LENGTH),
        value: choiceValue(leader, lang),
      };
    });
}

/** Text that was typed and not picked is looked up as it stands. */
export function lookupOf(answerer: Answerer, text: string, locale: string): LeaderLookup {
  const picked = answerer.corpus.leaders
    .flatMap((leader) => LANGUAGES.map((lang) => ({ leader, lang })))
    .find(({ leader, lang }) => choiceValue(leader, lang) === text);
  if (picked === undefined) return { name: text, locale };
  return { name: picked.leader.name[picked.lang] ?? picked.leader.name.ar, locale: picked.lang };
}
