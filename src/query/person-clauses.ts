import { isStopword } from "../analysis/stopwords.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import { isPlaceKind } from "../corpus/schema.ts";
import { term } from "../index/terms.ts";
import { PROFILES } from "../languages/all.ts";
import { type ClauseParts, makeClause } from "./clause.ts";
import type { ClauseDraft } from "./clause-draft.ts";

export interface PersonClauseParts extends ClauseParts {
  readonly leaders: Leaders;
}

/** Takes the leaders that a question names, and returns their ids. */
export function takePeople(draft: ClauseDraft, parts: PersonClauseParts): string[] {
  const people = new Set<string>();
  for (const { ids, form, from, to } of parts.leaders.find(draft.tokens)) {
    if (form === "part" && to - from === 1 && isCommonWord(draft, from, parts)) continue;
    for (const id of ids) people.add(id);
    // Two people named at once ("the two presidents") are two things to meet; a part that fits two is either
    const groups = form === "title" ? ids.map((id) => [id]) : [ids];
    for (const group of groups) {
      const terms = new Map(group.map((id) => [term.person(id), 1]));
      draft.add(from, makeClause(draft.surface(from, to), "person", terms, [], parts));
    }
    draft.take(from, to);
  }
  return [...people];
}

const BEFORE_ADJECTIVE: ReadonlySet<string> = new Set(PROFILES.ar.beforeAdjective?.split(" "));

/** Whether a part of a name is a word of the language here: "a main cause", "the two presidents of …" (رئيسي). */
function isCommonWord({ tokens, language }: ClauseDraft, at: number, { lexicon }: ClauseParts): boolean {
  const word = tokens[at] as Token;
  // شي ("a thing"), si ("if"); a question of that one word is a name
  if (tokens.length > 1 && isStopword(word.folded, language)) return true;
  if (!lexicon.has(word.folded, "ar")) return false;
  if (BEFORE_ADJECTIVE.has(tokens[at - 1]?.folded.replace(/^ال/, "") ?? "")) return true;
  const after = tokens[at + 1];
  return after !== undefined && isPlaceName(after, lexicon);
}

/** Whether the lexicon has a word as a place, in the spelling that Arabic questions give it. */
const isPlaceName = (token: Token, lexicon: Lexicon) =>
  lexicon.match([token], "ar").some((m) => m.concepts.some((c) => isPlaceKind(lexicon.concepts[c]?.kind)));
