import type { ConceptRole } from "../corpus/schema.ts";
import type { AnswerType } from "../languages/profile.ts";
import type { PassageKind } from "../model/corpus.ts";
import type { ParsedQuery } from "../query/query-parser.ts";

/**
 * What a question must name to ask for a line that signs, titles or captions, and not for a paragraph: any one of the ways, each of
 * which is roles of concepts that must all be there (one of each group).
 */
const LINES: Partial<Record<PassageKind, readonly (readonly (readonly ConceptRole[])[])[]>> = {
  source: [[["source"]], [["publishing"], ["reporting"]]],
  credit: [[["picture"]]],
  caption: [[["picture"]]],
  headline: [[["heading", "subheading"]]],
  subheading: [[["heading", "subheading"]]],
};

/** Questions that no such line answers: how, why, how many. */
const NO_LINE: readonly AnswerType[] = ["how", "why", "how-many"];

/** The clauses by which a question asks for a line of this kind itself, as numbers; empty when it asks for none. */
export function clausesAskingForSection(question: ParsedQuery, kind: PassageKind): ReadonlySet<number> {
  const found = new Set<number>();
  if (NO_LINE.some((asked) => question.answerTypes.has(asked))) return found;
  const named = new Set(question.clauses.flatMap((clause) => [...clause.roles]));
  // "subheading" is a heading too, but then the headline is not meant
  if (kind === "headline" && named.has("subheading")) return found;
  for (const way of LINES[kind] ?? [])
    if (way.every((group) => group.some((role) => named.has(role))))
      question.clauses.forEach((clause, at) => {
        if (way.flat().some((role) => clause.roles.has(role))) found.add(at);
      });
  return found;
}
