import { describe, expect, it } from "vitest";
import { QuestionClassifier } from "../../src/expansion/question-classifier.ts";
import { QuestionExamples } from "../../src/expansion/question-examples.ts";
import { hashedWord } from "../../src/expansion/question-features.ts";
import { MAX_PASSAGES, questionWeights, type WeightStore } from "../../src/expansion/question-training.ts";

/** A question, or one that leans on another: `who built it => and when`. */
type Example = readonly [text: string, passage: number, answered: boolean];

const words = (text: string) => text.split(" ").map((word) => hashedWord({ letters: word, spelling: word }));

function examplesOf(list: readonly Example[]): QuestionExamples {
  const examples = new QuestionExamples();
  for (const [text, passage, answered] of list) {
    const [own, earlier] = text.split(" => ").reverse() as [string, string?];
    if (earlier === undefined) examples.add(words(own), passage, answered);
    else examples.addFollowUp(words(own), words(earlier), passage, answered);
  }
  return examples;
}

function learnt(examples: QuestionExamples, store?: WeightStore) {
  const steps = questionWeights(examples, store);
  let pauses = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { weights: value, pauses };
    pauses += 1;
  }
}

function trained(list: readonly Example[]) {
  const { weights } = learnt(examplesOf(list));
  if (!weights) throw new Error("nothing was learnt");
  const classifier = new QuestionClassifier(weights);
  return (text: string, earlier = "") => classifier.classify(words(text), earlier ? words(earlier) : []);
}

/** Three passages: a bridge, a harbour, a mayor; the builder of the bridge is told, no price is. */
const BRIDGE: readonly Example[] = [
  ["who built the bridge", 0, true],
  ["when was the bridge built", 0, true],
  ["whose work is the old crossing", 0, true],
  ["how much did the bridge cost", 0, false],
  ["where do the boats moor", 1, true],
  ["when was the harbour opened", 1, true],
  ["how much does a boat cost", 1, false],
  ["who is the mayor", 2, true],
  ["since when is he the mayor", 2, true],
  ["how much does the mayor earn", 2, false],
];
/** Ten of each, for it takes more than one look to learn. */
const MANY = Array.from({ length: 10 }, () => BRIDGE).flat();
const likeliest = (likelihoods: Float64Array) => likelihoods.indexOf(Math.max(...likelihoods));

describe("which passage a question is about", () => {
  it("is told from words that it shares with the questions expected there, and with no others", () => {
    const classify = trained(MANY);
    for (const [text, passage] of BRIDGE)
      expect([text, likeliest(classify(text).likelihoods)]).toEqual([text, passage]);
    expect(likeliest(classify("the crossing, whose is it").likelihoods)).toBe(0);
    expect(classify("the crossing, whose is it").likelihoods[0]).toBeGreaterThan(0);
    expect(classify("the crossing, whose is it").likelihoods[2]).toBeLessThan(0);
  });

  it("is told from pieces of words, and from neighbours", () => {
    const classify = trained(MANY);
    expect(likeliest(classify("bridges").likelihoods)).toBe(0);
    expect(likeliest(classify("mayors").likelihoods)).toBe(2);
    const pairs = trained(
      Array.from(
        { length: 20 },
        () =>
          [
            ["a b", 0, true],
            ["b a", 1, true],
          ] as Example[],
      ).flat(),
    );
    expect(likeliest(pairs("a b").likelihoods)).toBe(0);
    expect(likeliest(pairs("b a").likelihoods)).toBe(1);
  });

  it("is nowhere near certain of words that nobody wrote", () => {
    const { likelihoods } = trained(MANY)("zyx wvu");
    for (const likelihood of likelihoods) expect(Math.abs(likelihood)).toBeLessThan(0.3);
  });

  it("is at most 1, which is certain", () => {
    for (const [text] of BRIDGE)
      for (const likelihood of trained(MANY)(text).likelihoods) expect(likelihood).toBeLessThanOrEqual(1);
  });

  it("is nothing where there is one passage alone", () => {
    expect([...trained([["who", 0, true]])("who").likelihoods]).toEqual([0]);
  });
});

describe("the odds that a question goes unanswered", () => {
  it("are in favour for those that it has learnt from, and against for the others", () => {
    const classify = trained(MANY);
    for (const [text, , answered] of BRIDGE)
      expect([text, classify(text).unansweredOdds < 0]).toEqual([text, answered]);
  });

  it("come from how a question is put, of anything", () => {
    const classify = trained(MANY);
    expect(classify("how much does the lighthouse cost").unansweredOdds).toBeGreaterThan(
      classify("who built the lighthouse").unansweredOdds + 0.5,
    );
  });

  it("come from what that very passage does not tell", () => {
    // When it was built is told of the bridge, and not of the tower; who built it the other way round
    const list: readonly Example[] = [
      ["when was the bridge built", 0, true],
      ["who built the bridge", 0, false],
      ["when was the tower built", 1, false],
      ["who built the tower", 1, true],
    ];
    const classify = trained(Array.from({ length: 40 }, () => list).flat());
    for (const [text, , answered] of list)
      expect([text, classify(text).unansweredOdds < 0]).toEqual([text, answered]);
  });

  it("are nothing where hardly any question is of one kind", () => {
    const answered = MANY.filter(([, , isAnswered]) => isAnswered);
    const unanswered = MANY.filter(([, , isAnswered]) => !isAnswered);
    for (const list of [answered, unanswered, [...answered, ...unanswered.slice(0, 5)]])
      expect(trained(list)("how much did the bridge cost").unansweredOdds).toBe(0);
    expect(trained([...answered, ...unanswered.slice(0, 9)])("how much did it cost").unansweredOdds).not.toBe(
      0,
    );
  });

  it("are bounded, and all is a number, of a text of a thousand words that go unanswered", () => {
    // Nothing in common, so that each counts in full
    const words = Array.from({ length: 1_000 }, (_, n) => ((n + 1) * 1_299_709).toString(36));
    const classify = trained([
      ...words.flatMap((word, n) => Array.from({ length: 9 }, () => [word, n % 2, false] as const)),
      ...Array.from({ length: 20 }, () => MANY).flat(),
    ]);
    const { likelihoods, unansweredOdds } = classify(words.join(" "));
    expect(unansweredOdds).toBe(8);
    for (const likelihood of likelihoods) expect(Number.isFinite(likelihood)).toBe(true);
  });
});

describe("a follow-up", () => {
  const [BUILT, MOOR] = ["who built the bridge", "where do the boats moor"];
  /** Who paid for it is told of the bridge, and since when it has been there of neither. */
  const LEANING: readonly Example[] = [
    [`${BUILT} => and who paid`, 0, true],
    [`${MOOR} => and who paid`, 1, false],
    [`${BUILT} => since how long`, 0, false],
    [`${MOOR} => since how long`, 1, false],
  ];
  const classify = trained([...MANY, ...Array.from({ length: 10 }, () => LEANING).flat()]);

  it("is about what the question before it was about", () => {
    // Also where editors expect none: questions are made into such
    for (const about of [classify, trained(MANY)]) {
      expect(likeliest(about("and when", BUILT).likelihoods)).toBe(0);
      expect(likeliest(about("and when", MOOR).likelihoods)).toBe(1);
    }
  });

  it("is told or not as editors expect, by its own words and by those before it", () => {
    for (const [text, , answered] of LEANING) {
      const [earlier, own] = text.split(" => ") as [string, string];
      expect([text, classify(own, earlier).unansweredOdds < 0]).toEqual([text, answered]);
    }
  });

  it("leaves questions by themselves as they are", () => {
    for (const [text] of BRIDGE) expect(classify(text)).toEqual(trained(MANY)(text));
  });
});

describe("learning", () => {
  it("gives the same weights for the same questions", () => {
    expect(learnt(examplesOf(MANY)).weights).toEqual(learnt(examplesOf(MANY)).weights);
  });

  it("looks at every question, however many there are", () => {
    for (const count of [7_918, 7_919]) {
      const list = Array.from({ length: count - 1 }, () => ["who built the bridge", 0, true] as const);
      const classify = trained([...list, ["where do the boats moor", 1, true]]);
      const [, boats] = classify("where do the boats moor").likelihoods;
      const [, nobody] = classify("which words were never taught").likelihoods;
      // One question among thousands takes little; untaught, its words would be like any others
      expect(boats).toBeGreaterThan((nobody as number) + 0.01);
    }
  });

  it("pauses on the way, so that others are seen to", () => {
    const list = Array.from({ length: 1_000 }, (_, n) => [`who is number ${n}`, n % 3, true] as const);
    expect(learnt(examplesOf(list)).pauses).toBeGreaterThan(8);
    const wide = list.map(([text], n) => [text, n % 500, true] as const);
    expect(learnt(examplesOf(wide)).pauses).toBeGreaterThan(2 * learnt(examplesOf(list)).pauses);
  });

  it("is not done of nothing, nor where there are too many passages", () => {
    expect(learnt(examplesOf([])).weights).toBeUndefined();
    const of = (passages: number) =>
      learnt(examplesOf(Array.from({ length: passages }, (_, n) => ["who", n, true] as const))).weights;
    expect(of(MAX_PASSAGES + 1)).toBeUndefined();
    expect(of(MAX_PASSAGES)).toBeDefined();
  });

  it("leaves out the rarest words where there are more than there is room for", () => {
    const list = Array.from(
      { length: 3_000 },
      (_, n) => [`common word${n} other${n}`, n % MAX_PASSAGES, true] as const,
    );
    const { weights } = learnt(examplesOf(list));
    expect(weights?.own.about.values.length).toBeLessThan(1_510_000);
    expect(weights?.rows[hashedWord({ letters: "common", spelling: "common" }).asWord]).toBeGreaterThan(0);
  });

  it("is asked of the store first, and told to it", () => {
    const kept = new Map<string, ReturnType<WeightStore["read"]>>();
    const store: WeightStore = {
      read: (examples) => kept.get(examples.join(" ")),
      write: (examples, weights) => void kept.set(examples.join(" "), weights),
    };
    const first = learnt(examplesOf(MANY), store);
    const again = learnt(examplesOf(MANY), store);
    expect(again).toEqual({ weights: first.weights, pauses: 0 });
    expect(again.weights).toBe(first.weights);
    const others: readonly Example[][] = [
      MANY.slice(1),
      MANY.map(([text, passage, answered], at) => [text, passage, at === 0 ? !answered : answered]),
      MANY.map(([text, passage, answered], at) => [text, at === 0 ? 2 : passage, answered]),
      MANY.map(([text, passage, answered], at) => [at === 0 ? `${text} now` : text, passage, answered]),
      [...MANY, ["who built it => and when", 0, true]],
      [...MANY, ["who paid for it => and when", 0, true]],
    ];
    for (const other of others) expect(learnt(examplesOf(other), store).weights).not.toBe(first.weights);
    expect(kept.size).toBe(7);
  });
});
