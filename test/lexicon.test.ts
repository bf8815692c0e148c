import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSeedFiles, readSeeds } from "../adapters/service/corpus-files.ts";
import { withoutClitics } from "../src/analysis/stemmer.ts";
import { isStopword } from "../src/analysis/stopwords.ts";
import { isNumber, tokenize } from "../src/analysis/tokenizer.ts";
import { type ConceptEntry, lexiconSchema } from "../src/corpus/schema.ts";
import { term } from "../src/index/terms.ts";
import { LANGUAGES } from "../src/languages/codes.ts";
import { createSearch } from "../src/search.ts";
import { answererOver } from "./support/small-corpus.ts";

const SEEDS = fileURLToPath(new URL("../seeds", import.meta.url));
const FILES = readSeedFiles(SEEDS).filter(({ name }) => /^lexicon(\/.*)?\.json$/.test(name));
const read = (bytes: Uint8Array): { concepts: ConceptEntry[] } => JSON.parse(new TextDecoder().decode(bytes));
const ENTRIES = FILES.flatMap(({ bytes }) => read(bytes).concepts);
const seeds = readSeeds(SEEDS);
const { lexicon, corpus, leaders } = seeds;

/** Every word of every concept in every language that something is wrong with. */
function wrong(
  test: (word: string, entry: ConceptEntry, language: (typeof LANGUAGES)[number], at: number) => boolean,
) {
  return ENTRIES.flatMap((entry) =>
    LANGUAGES.flatMap((language) =>
      (entry[language] ?? [])
        .filter((word, at) => test(word, entry, language, at))
        .map((word) => `${entry.id} ${language} ${word}`),
    ),
  );
}

describe("the lexicon of the seeds", () => {
  it.each(FILES.map(({ name, bytes }) => [name, bytes] as const))(
    "has the right shape: %s",
    (_name, bytes) => {
      expect(lexiconSchema.safeParse(read(bytes)).error).toBeUndefined();
    },
  );

  it("has each concept once", () => {
    const ids = ENTRIES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.length).toBeGreaterThan(1000);
  });

  it("has of plain concepts, neither names nor kinds of things, only such as the texts hold: of others a question tells nothing", () => {
    const { index } = createSearch(seeds).parts;
    const held = ({ id }: ConceptEntry) => index.knows(term.concept(lexicon.byId(id)?.index ?? -1));
    const idle = ENTRIES.filter((entry) => !entry.kind && !held(entry));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it("has no word twice in a concept", () => {
    expect(wrong((word, entry, language, at) => (entry[language] ?? []).indexOf(word) !== at)).toEqual([]);
  });

  it("has neighbours that exist, once each, and none its own", () => {
    const ids = new Set(ENTRIES.map(({ id }) => id));
    const astray = ENTRIES.flatMap(({ id, near = [] }) =>
      near
        .filter((other, at) => other === id || !ids.has(other) || near.indexOf(other) !== at)
        .map((other) => `${id} → ${other}`),
    );
    expect(astray).toEqual([]);
  });

  it("finds every word that it has, whole, as the concept that it was written for", () => {
    const lost = wrong((word, entry, language) => {
      const tokens = tokenize(word);
      return !lexicon
        .match(tokens, language)
        .some(
          ({ from, to, concepts }) =>
            from === 0 &&
            to === tokens.length &&
            concepts.some((at) => lexicon.concepts[at]?.id === entry.id),
        );
    });
    expect(lost).toEqual([]);
  });

  it("has for every concept, in every language that has it, more than words without content", () => {
    const small = ENTRIES.flatMap((entry) =>
      LANGUAGES.filter((language) => {
        const words = (entry[language] ?? []).map((word) => tokenize(word));
        const hidden = words.filter(
          (tokens) => tokens.length === 1 && isStopword(tokens[0]?.folded as string, language),
        );
        return words.length > 0 && hidden.length === words.length;
      }).map((language) => `${entry.id} ${language}`),
    );
    // Taraf is tarafından ("by") without its endings
    expect(small).toEqual(["party-to-talks tr"]);
  });

  it("has every concept in Arabic, the language of the sources", () => {
    expect(ENTRIES.filter(({ ar }) => !ar?.length).map(({ id }) => id)).toEqual([]);
  });

  it("has a value for numbers, ordinals and months and none for anything else", () => {
    const counting = new Set<string | undefined>(["number", "ordinal", "month"]);
    expect(
      ENTRIES.filter(({ kind, value }) => value !== undefined && !counting.has(kind)).map(({ id }) => id),
    ).toEqual([]);
  });
});

/** Words that the articles have by mistake (glued together, cut short, of a tag), and verbs that say nothing by themselves. */
const ALLOWED = new Set("مشتركابعد قب ففي فهو بعدايلول align justify وانني سيتم تتم قمنا".split(" "));

describe("the words of the articles", () => {
  it("are in the lexicon, all that have content", () => {
    const unknown = new Set<string>();
    for (const { text } of corpus.passages) {
      const tokens = tokenize(text);
      const covered = new Set<number>();
      for (const match of [
        ...lexicon.match(tokens, "ar", true),
        ...lexicon.match(tokens, "en", true),
        ...leaders.find(tokens),
      ])
        for (let at = match.from; at < match.to; at += 1) covered.add(at);
      tokens.forEach(({ folded }, at) => {
        const small = isNumber(folded) || withoutClitics(folded).some((form) => isStopword(form, "ar"));
        if (!covered.has(at) && !small && folded.length > 1) unknown.add(folded);
      });
    }
    expect([...unknown].filter((word) => !ALLOWED.has(word))).toEqual([]);
    // What is allowed and no longer needed is taken off the list
    expect([...ALLOWED].filter((word) => !unknown.has(word))).toEqual([]);
  });
});

describe("another corpus without a lexicon", () => {
  const answerer = answererOver({
    "recipes.txt": [
      "خبز الزعتر على طريقة الجدة",
      "يعجن الدقيق مع الماء والخميرة ثم يترك ساعتين حتى يتضاعف حجمه.",
      "يدهن العجين بزيت الزيتون والزعتر ويخبز في فرن حار 12 دقيقة.",
      "قالت الجدة إن سر الخبز في الصبر وليس في الدقيق.",
    ].join("\n"),
  });
  const first = (text: string) => {
    const answer = answerer.answer({ text });
    return "quotes" in answer ? `${answer.kind} ${answer.quotes[0]?.paragraph}` : answer.kind;
  };

  it.each([
    ["كم دقيقة يخبز العجين في الفرن الحار؟", "quotes 3"], // how many minutes is the dough baked in the hot oven?
    ["ما سر الخبز كما قالت الجدة؟", "quotes 4"], // what is the secret of bread, as grandmother said?
    ["كيف يعجن الدقيق مع الماء والخميرة؟", "quotes 2"], // how is flour kneaded with water and yeast?
    ["عجين بزيت زيتون وزعتر", "quotes 3"], // dough with olive oil and thyme
    ["مرحبا", "help"], // hello
    ["asdkjh qwoeiu", "nothing"],
  ])("answers %s", (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it("is not spoken to in other languages in vain, and knows no leaders", () => {
    expect(first("How long is the bread baked?")).toBe("nothing");
    expect(answerer.leader({ name: "بوتين" }).kind).toBe("nothing");
    expect(answerer.complete("")).toEqual([]);
  });
});
