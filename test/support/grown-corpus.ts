import type { RawFile } from "../../src/corpus/decode.ts";

/**
 * Corpora of any size that resemble a real one, the same ones every time: the seeds, then documents in which their sentences stand among
 * others made of small words, of the lexicon's words, and of a vocabulary that grows with the text as vocabularies do.
 */

export type Random = () => number;

/** Mulberry32: a number from 0 up to 1 in a few operations. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Letters about as often as Arabic news has them. */
const LETTERS = "ااااااالللللييييممموووننننررررتتتتبببعععدددفففهههسسسقققحححكككجججششخخصصططضضغذثزظأإئء";
const SMALL = (
  "في من على إلى عن مع أن إن التي الذي هذا هذه كان كانت قد لم لا ما بين خلال بعد قبل حتى عند كما " +
  "حيث منذ غير كل بعض أو ثم لكن هو هي ذلك تلك أكد قال وقال وأضاف وأشار"
).split(" ");
const GLUED = ["", "", "", "", "ال", "ال", "ال", "و", "وال", "بال", "لل", "ب", "ل"];
const PARAGRAPHS = 20;

/** Shares of the words of a made sentence; the rest is new vocabulary. */
const SMALL_SHARE = 0.3;
const KNOWN_SHARE = 0.3;
/** Share of sentences that are the seeds' own, so that common words are as common as there. */
const SEED_SENTENCES = 0.2;

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

/** A number below `size`, small ones likelier in the proportion that Zipf found for words. */
const zipf = (size: number, random: Random) => Math.floor(size ** random()) - 1;

/** The made word of a rank, the same for every text. */
export function madeWord(rank: number): string {
  const random = randomFrom(rank * 2654435761 + 1);
  const length = 3 + Math.floor(random() * 4);
  let word = "";
  for (let i = 0; i < length; i += 1) word += LETTERS[Math.floor(random() * LETTERS.length)];
  return word;
}

/** New words in a text of so many words (Heaps' law with the constants of news). */
const vocabularyOf = (words: number) => Math.ceil(40 * Math.sqrt(words));

/** The corpus of `files`, grown to about `passages` passages. */
export function grow(files: readonly RawFile[], passages: number, seed = 1): RawFile[] {
  const random = randomFrom(seed);
  const own = textsOf(files);
  const sentences = own.flatMap((text) => text.split(/[.\n]+/)).filter((s) => s.trim().length > 20);
  const known = [...own.flatMap((text) => text.match(/[ء-ي]{3,}/g) ?? []), ...lexiconWords(files)];
  const vocabulary = vocabularyOf(passages * 45);
  const made: string[] = [];
  const word = () => {
    const kind = random();
    if (kind < SMALL_SHARE) return pick(SMALL, random);
    if (kind < SMALL_SHARE + KNOWN_SHARE) return pick(known, random);
    if (kind > 0.995) return String(1990 + Math.floor(random() * 40));
    const rank = zipf(vocabulary, random);
    made[rank] ??= madeWord(rank);
    return pick(GLUED, random) + made[rank];
  };
  const sentence = () => {
    if (random() < SEED_SENTENCES) return pick(sentences, random).trim();
    return Array.from({ length: 8 + Math.floor(random() * 20) }, word).join(" ");
  };
  const paragraph = () => `${Array.from({ length: 1 + Math.floor(random() * 4) }, sentence).join(". ")}.`;
  const grown: RawFile[] = [...files];
  const encoder = new TextEncoder();
  let count = own.reduce((sum, text) => sum + text.split("\n").filter((l) => l.trim()).length, 0);
  for (let number = 0; count < passages; number += 1) {
    const lines = [Array.from({ length: 6 }, word).join(" ")];
    while (lines.length < PARAGRAPHS && count + lines.length < passages) lines.push(paragraph());
    count += lines.length;
    const name = `grown-${String(number).padStart(6, "0")}.txt`;
    grown.push({ name, bytes: encoder.encode(lines.join("\n")) });
  }
  return grown;
}

/** The lexicon of `files` with made concepts, `entries` in all, as a file of its own beside the others. */
export function growLexicon(files: readonly RawFile[], entries: number, seed = 2): RawFile[] {
  const random = randomFrom(seed);
  const own = files.filter(isLexicon).reduce((sum, file) => sum + conceptsOf(file).length, 0);
  const word = () => madeWord(1_000_000 + Math.floor(random() * entries * 3));
  const latin = () =>
    Array.from({ length: 8 }, () => "abcdefghiklmnoprstuvz"[Math.floor(random() * 21)]).join("");
  const concepts = Array.from({ length: Math.max(0, entries - own) }, (_, number) => ({
    id: `grown-${number}`,
    ar: [word(), word(), `${word()} ${word()}`],
    en: [latin(), `${latin()} ${latin()}`],
    ru: [],
  }));
  return [
    ...files,
    { name: "lexicon/grown.json", bytes: new TextEncoder().encode(JSON.stringify({ concepts })) },
  ];
}

const isLexicon = ({ name }: RawFile) => /^lexicon\/.*\.json$/.test(name);

function textsOf(files: readonly RawFile[]): string[] {
  return files
    .filter(({ name }) => name.endsWith(".txt") && !name.includes("/"))
    .map(({ bytes }) => new TextDecoder().decode(bytes));
}

function conceptsOf({ bytes }: RawFile): { readonly ar?: readonly string[] }[] {
  return (JSON.parse(new TextDecoder().decode(bytes)) as { concepts: { ar?: string[] }[] }).concepts;
}

function lexiconWords(files: readonly RawFile[]): string[] {
  return files.filter(isLexicon).flatMap((file) => conceptsOf(file).flatMap(({ ar }) => ar ?? []));
}
