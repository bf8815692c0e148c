import { describe, expect, it } from "vitest";
import { Ballot, votingOf } from "../../src/analysis/language-votes.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

const ballot = new Ballot([
  votingOf({
    markers: "der und",
    shared: "und",
    letters: [{ pattern: /ß/, votes: 3 }],
    folded: { pattern: /.{3}heit$/, votes: 2 },
  }),
  votingOf({ markers: "og", typed: { pattern: /[A-Z]/, votes: 0.25 } }),
]);
const votes = (text: string) => ballot.count(text, tokenize(text));

describe("a language is voted for", () => {
  it.each<[string, string, number[]]>([
    ["a word of its own", "der", [1, 0]],
    ["a word that another has too, by half", "und", [0.5, 0]],
    ["the ending of a word", "freiheit", [2, 0]],
    ["the spelling of a word", "Sol", [0, 0.25]],
    ["a letter, once", "spaß maß", [3, 0]],
    ["each word each time", "der Sol og der", [2, 1.25]],
    ["nothing that it does not know", "xyz", [0, 0]],
  ])("by %s: %s", (_what, text, expected) => {
    expect(votes(text)).toEqual(expected);
    // And again, remembered
    expect(votes(text)).toEqual(expected);
  });
});
