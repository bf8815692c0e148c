import { askedBy } from "./answer-type.ts";
import { isStopword } from "../analysis/stopwords.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Understanding } from "./query-parser.ts";
import { sameTerms, type Unit, type UnitKind } from "./clause.ts";

/** Beginnings by which a message joins on to what was said before, in six languages; folded. */
const JOINING = new Set(
  "و طيب بالنسبه كمان وبالنسبه and but also so then а и ve peki ya پس et mais".split(" "),
);
/** Words that join only before "about": alone they open a question of their own. */
const ASKING = new Set("ماذا شو ايش وش ايه what how что как چطور quoi".split(" "));
const ABOUT = new Set("عن بخصوص about of насчет про о с درباره de".split(" "));
/** With a joining word a message of this many things still leans on the one before; without, of one. */
const LEANING = 3;
const ALONE = 1;

/** What takes the place of what: a new person of the old one, a new year of the old one. Words add to one another. */
const REPLACED: readonly (readonly UnitKind[])[] = [["person"], ["place", "name"], ["number", "date"]];

const isContent = (unit: Unit) => unit.kind !== "light" && unit.kind !== "say";

/** "And" is glued to the words that ask and to prepositions; a noun may just begin like it. */
const isSmall = (folded: string) => askedBy(folded, "ar") !== undefined || isStopword(folded, "ar");

/** Whether a message is a fragment that cannot stand alone ("ومتى؟", "and Tokayev?"). */
export function leansOn(question: Understanding, tokens: readonly Token[]): boolean {
  const first = tokens[0]?.folded ?? "";
  const content = question.units.filter(isContent).length;
  const joins =
    JOINING.has(first) ||
    (ASKING.has(first) && ABOUT.has(tokens[1]?.folded ?? "")) ||
    (first.startsWith("و") && isSmall(first.slice(1)));
  return content <= (joins ? LEANING : ALONE);
}

/** A fragment with the subject of the question before it. */
export function carryOver(fragment: Understanding, earlier: Understanding): Understanding {
  const replaced = new Set(
    REPLACED.filter((kinds) => fragment.units.some((unit) => kinds.includes(unit.kind))).flat(),
  );
  const kept = earlier.units.filter((unit) => !replaced.has(unit.kind));
  const own = fragment.units.filter((unit) => !kept.some((other) => sameTerms(unit, other)));
  const now = (at: number) => (at >= 0 ? own.indexOf(fragment.units[at] as Unit) : -1);
  return {
    language: fragment.language,
    units: [...own, ...kept],
    asked: fragment.asked.size > 0 ? fragment.asked : earlier.asked,
    counted: now(fragment.counted),
    office: now(fragment.office),
    people: fragment.people.length > 0 ? fragment.people : earlier.people,
    says: fragment.says || (earlier.says && fragment.asked.size === 0),
    readings: fragment.readings,
  };
}
