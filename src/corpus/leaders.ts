import { withoutClitics } from "../analysis/stemmer.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { LanguageProfile } from "../languages/profile.ts";
import type { Leader } from "../model/corpus.ts";
import type { LeaderEntry } from "./schema.ts";

/** How words point to a person: by a name that is only theirs, by an office, or by a part of a name that may be another word. */
type Form = "name" | "title" | "part";

/** Words of a text that point to people; several only for a part that they share. */
export interface PersonMatch {
  /** Token numbers, half-open. */
  readonly from: number;
  readonly to: number;
  readonly form: Form;
  readonly ids: readonly string[];
}

interface Entry {
  readonly form: Form;
  readonly ids: string[];
}

const STRENGTH: Readonly<Record<Form, number>> = { name: 0, title: 1, part: 2 };

const ARTICLE = "ال";
/** In names a final hamza is a letter: شيء is not شي. Everything else is folded as usual. */
export const nameKey = (token: Token) => (token.text.endsWith("ء") ? `${token.folded}ء` : token.folded);
export const article = (word: string) => (word.length > 4 && word.startsWith(ARTICLE) ? word.slice(2) : word);

const LANGUAGE_PROFILES: readonly LanguageProfile[] = Object.values(PROFILES);
/** A part of a name after one of these is an ordinary word (بشكل رئيسي, "mainly"). */
const BEFORE_ADJECTIVE = new Set(
  LANGUAGE_PROFILES.flatMap(({ beforeAdjective }) => beforeAdjective?.split(" ") ?? []),
);
const OFFICES = LANGUAGE_PROFILES.flatMap(({ offices }) => offices ?? []).map((offices) => ({
  ...offices,
  counterpart: new Set(offices.counterpart.split(" ")),
  held: offices.held.split("|"),
}));
const COUNTERPARTS = OFFICES.flatMap(({ counterpart }) => [...counterpart]);
const mayBeCounterpart = ({ folded }: Token) => COUNTERPARTS.some((word) => folded.endsWith(word));
const DUAL_OFFICES = new Map(OFFICES.flatMap(({ duals }) => Object.entries(duals ?? {})));

/** The people who can be looked up, found in texts by every form of their names. */
export class Leaders {
  readonly all: readonly Leader[];
  private readonly byId: ReadonlyMap<string, Leader>;
  private readonly byJoined = new Map<string, Entry>();
  private readonly forms = new Map<string, Entry>();
  /** Every word of every name of a person, to accept names that are typed with only some of their parts. */
  readonly wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names and parts of a person that are one word. */
  readonly singleNamesOf: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly offices = new Map<string, Set<string>>();
  /** Words of the longest form that begins with each word. */
  private readonly longest = new Map<string, number>();

  constructor(entries: readonly LeaderEntry[]) {
    this.all = entries.map(({ id, name, roles, rolesIn }) => ({
      id,
      name: Object.fromEntries(Object.entries(name).filter(([, v]) => v !== undefined)) as Leader["name"],
      roles,
      ...(Object.keys(rolesIn).length > 0 ? { rolesIn: rolesIn as NonNullable<Leader["rolesIn"]> } : {}),
    }));
    this.byId = new Map(this.all.map((leader) => [leader.id, leader]));
    const words = new Map<string, Set<string>>();
    for (const entry of entries) {
      const own = new Set<string>();
      words.set(entry.id, own);
      this.offices.set(
        entry.id,
        new Set(
          [...entry.titles, ...entry.roles].flatMap((t) => tokenize(t).map((token) => article(token.folded))),
        ),
      );
      const names = [...entry.names, ...Object.values(entry.name).filter((n) => n !== undefined)];
      for (const name of names) this.add(name, "name", entry.id);
      for (const title of entry.titles) this.add(title, "title", entry.id);
      for (const part of entry.parts) this.add(part, "part", entry.id);
      for (const name of [...names, ...entry.parts])
        for (const token of tokenize(name)) own.add(nameKey(token));
    }
    this.wordsOf = words;
    const single = new Map([...words.keys()].map((id) => [id, new Set<string>()]));
    for (const [name, ids] of this.names())
      if (!name.includes(" ")) for (const id of ids) single.get(id)?.add(name);
    this.singleNamesOf = single;
    for (const [key, entry] of this.forms) this.byJoined.set(key.replaceAll(" ", ""), entry);
  }

  get(id: string): Leader | undefined {
    return this.byId.get(id);
  }

  /** Names and titles that may be written as one word or split differently (رئیس جمهور, علی اف), without the spaces. */
  joined(tokens: readonly Token[]): readonly string[] | undefined {
    const typed = tokens.map(nameKey).join("");
    return typed.length < 5 ? undefined : this.byJoined.get(typed)?.ids;
  }

  /** Every known form, as the words of one string. */
  *names(): Iterable<readonly [words: string, ids: readonly string[]]> {
    for (const [words, entry] of this.forms) if (entry.form !== "title") yield [words, entry.ids];
  }

  /** The words of a person's titles, without their articles: وزير, خارجيه, روسي. */
  titleWords(id: string): ReadonlySet<string> {
    return this.offices.get(id) ?? new Set();
  }

  private add(name: string, form: Form, id: string): void {
    const tokens = tokenize(name);
    if (tokens.length === 0) return;
    // Offices are compared without their articles; in a name what looks like an article belongs to the name (إلهام)
    const key = tokens
      .map((token) => (form === "title" ? article(nameKey(token)) : nameKey(token)))
      .join(" ");
    const first = key.split(" ")[0] as string;
    this.longest.set(first, Math.max(this.longest.get(first) ?? 1, tokens.length));
    const known = this.forms.get(key);
    if (!known) this.forms.set(key, { form, ids: [id] });
    else if (known.ids.includes(id)) {
      if (STRENGTH[form] < STRENGTH[known.form]) this.forms.set(key, { form, ids: known.ids });
    } else {
      // What fits two people is a part of either's name, however it was listed
      known.ids.push(id);
      this.forms.set(key, { form: form === "title" ? form : "part", ids: known.ids });
    }
  }

  /** The entry that is exactly these words. */
  form(tokens: readonly Token[]): Entry | undefined {
    const first = tokens[0];
    if (!first) return undefined;
    const rest = tokens.slice(1).map(nameKey);
    for (const start of withoutClitics(nameKey(first))) {
      const entry =
        this.forms.get([start, ...rest].join(" ")) ?? this.forms.get([start, ...rest].map(article).join(" "));
      if (entry) return entry;
    }
    return undefined;
  }

  /** "The Russian and Iranian presidents": one office in the dual, two adjectives, two people. */
  private pair(tokens: readonly Token[], at: number): PersonMatch | undefined {
    const second = tokens[at + 2];
    if (!second?.folded.startsWith("و")) return undefined;
    const [office, first] = [tokens[at] as Token, tokens[at + 1] as Token];
    const singular = DUAL_OFFICES.get(withoutClitics(office.folded).at(-1) as string);
    if (!singular) return undefined;
    const ids = [first.folded, second.folded.slice(1)].map(
      (adjective) => this.forms.get([singular, article(adjective)].join(" "))?.ids ?? [],
    );
    return ids.every((found) => found.length === 1)
      ? { from: at, to: at + 3, form: "title", ids: ids.flat() }
      : undefined;
  }

  /** "Putin and his Iranian counterpart": whoever holds in that country the office of the person named before. */
  private counterpart(tokens: readonly Token[], at: number, before: PersonMatch): PersonMatch | undefined {
    const [first, second] = [tokens[at] as Token, tokens[at + 1]];
    if (!second || (!mayBeCounterpart(first) && !mayBeCounterpart(second))) return undefined;
    const held = this.titleWords(before.ids[0] as string);
    const holds = (office: string) => office.split(" ").every((word) => held.has(word));
    let title: string | undefined;
    for (const { counterpart, held: offices, adjective } of OFFICES) {
      const [word, country] = adjective === "after" ? [first, second] : [second, first];
      if (!counterpart.has(withoutClitics(word.folded).at(-1) as string)) continue;
      const office = offices.find(holds);
      const names = [office, article(country.folded)];
      title = office && (adjective === "after" ? names : names.toReversed()).join(" ");
    }
    const ids = (title && this.forms.get(title)?.ids) || [];
    return ids.length === 1 && !before.ids.includes(ids[0] as string)
      ? { from: at, to: at + 2, form: "title", ids }
      : undefined;
  }

  /** Words in the longest form that begins with this word; 0 if none does. */
  private longestAt(token: Token): number {
    let most = 0;
    for (const start of withoutClitics(nameKey(token)))
      most = Math.max(most, this.longest.get(start) ?? 0, this.longest.get(article(start)) ?? 0);
    return most;
  }

  /** Every name, title and part in a text, longest first at each place, none inside another. */
  find(tokens: readonly Token[]): PersonMatch[] {
    return [...this.each(tokens)];
  }

  /** The same one by one, for whoever needs the first. */
  *each(tokens: readonly Token[]): Generator<PersonMatch, void, undefined> {
    if (this.all.length === 0) return;
    let before: PersonMatch | undefined;
    for (let at = 0; at < tokens.length; ) {
      let match = this.pair(tokens, at) ?? (before && this.counterpart(tokens, at, before));
      const most = Math.min(this.longestAt(tokens[at] as Token), tokens.length - at);
      for (let length = most; length >= 1 && !match; length -= 1) {
        const entry = this.form(tokens.slice(at, at + length));
        if (entry) match = { from: at, to: at + length, form: entry.form, ids: entry.ids };
      }
      if (match) {
        yield match;
        before = match;
      }
      at = match ? match.to : at + 1;
    }
  }

  /**
   * Whom the paragraphs of one document name: by a name or title at once; by a part (رئيسي, شي) only where the document names the same
   * person in full, the part stands alone as a name does, and it is not the dual before a country ("the two presidents of …").
   */
  inDocument(paragraphs: readonly (readonly Token[])[], isPlace: (token: Token) => boolean): PersonMatch[][] {
    const all = paragraphs.map((tokens) => this.find(tokens));
    const named = new Set(
      all
        .flat()
        .filter((m) => m.form !== "part")
        .flatMap((m) => m.ids),
    );
    return all.map((matches, at) => {
      const tokens = paragraphs[at] as readonly Token[];
      return matches.flatMap((match) => {
        if (match.form !== "part") return [match];
        const ids = match.ids.filter((id) => named.has(id));
        const after = tokens[match.to];
        const before = tokens[match.from - 1];
        if (ids.length !== 1 || tokens[match.from]?.folded.startsWith(ARTICLE)) return [];
        if ((after && isPlace(after)) || (before && BEFORE_ADJECTIVE.has(before.folded))) return [];
        return [{ ...match, ids }];
      });
    });
  }
}
