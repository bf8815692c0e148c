import { madeWord, type Random, randomFrom } from "./grown-corpus.ts";

/** Input that costs the most or breaks the most: as long as a question may be, of everything that has to be looked up. */
export function hostileQuestions(pasted: string, seed = 3): Record<string, string> {
  const random = randomFrom(seed);
  const fill = (make: (at: number) => string, between = " ") => {
    let text = "";
    for (let at = 0; text.length < MAX_LENGTH; at += 1) text += make(at) + between;
    return text.slice(0, MAX_LENGTH);
  };
  const letters = (alphabet: string, length: number) =>
    Array.from({ length }, () => pick(alphabet, random)).join("");
  return {
    "unknown Arabic words": fill((at) => madeWord(at + 7)),
    "unknown short words": fill((at) => madeWord(at).slice(0, 3)),
    "unknown Latin words": fill(() => letters("abcdefghijklmnopqrstuvwxyz", 5)),
    "unknown Cyrillic words": fill(() => letters("абвгдежзийклмнопрстуфхцчшщыэюя", 6)),
    "Arabic in Latin letters": fill(() => `${letters("abdfhiklmnrstwy", 5)}3a`),
    "words without dots": fill((at) => `${madeWord(at).slice(0, 4)}\u066e`),
    "Persian words": fill((at) => `${madeWord(at)}گ`),
    "a pasted text": pasted.slice(0, MAX_LENGTH),
    "one word": fill(() => "ب", ""),
    "one sign of many letters": fill(() => "ﷺ", ""),
    "one Latin word": fill(() => "ab", ""),
    numbers: fill(() => String(Math.floor(random() * 10_000))),
    marks: fill(() => "ب\u064b\u064b\u064b\u064b\u064b\u064b\u064b", ""),
    names: fill(() => "رئيسي بوتين"),
    greetings: fill(() => "السلام عليكم"),
    "question words": fill(() => "متى"),
    "any characters": fill(() => String.fromCodePoint(Math.floor(random() * 0xd800)), ""),
    "Arabic characters": fill(() => String.fromCodePoint(0x600 + Math.floor(random() * 0x100)), ""),
    emoji: fill(() => "👨‍👩‍👧‍👦", ""),
    "halves of emoji": fill(() => "\ud83d", ""),
  };
}

const MAX_LENGTH = 4000;
const pick = (alphabet: string, random: Random) => alphabet[Math.floor(random() * alphabet.length)] as string;

/** A short message of words, parts of words, digits, signs and characters from anywhere. */
export function randomMessage(random: Random, words: readonly string[]): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
    const word = words[Math.floor(random() * words.length)] as string;
    switch (Math.floor(random() * 8)) {
      case 0:
        return madeWord(Math.floor(random() * 1e6));
      case 1:
        return word.slice(0, 1 + Math.floor(random() * word.length));
      case 2:
        return [...word].reverse().join("");
      case 3:
        return String(Math.floor(random() * 3000));
      case 4:
        return pick("؟!.,:;()[]{}<>@#$%^&*\"'`~|/\\\n\t\0\u200f\u202e\ufeff\u0640", random).repeat(
          1 + Math.floor(random() * 3),
        );
      case 5:
        return String.fromCodePoint(Math.floor(random() * 0x110000));
      default:
        return word;
    }
  });
  return parts.join(random() < 0.9 ? " " : "");
}
