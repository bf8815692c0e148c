import type { ExpectedQuestion } from "./questions.ts";

/** Units. A longer line is a paragraph that slipped in. */
const MAX_LENGTH = 500;
/** Between a question and one that leans on it: in no text. */
const BETWEEN = "\uffff";

interface Place {
  readonly question: ExpectedQuestion;
  readonly file: string;
  readonly line: number;
  /** Another place of the same words: one question may be answered by two paragraphs. */
  readonly before: Place | undefined;
}

/** Where the questions of a language stand, so that none stands twice. */
export class QuestionPlaces {
  /** By the hash of their words; the last place first. */
  private readonly known = new Map<number, Place>();

  /** What is wrong with the next one. */
  faultOf(question: ExpectedQuestion, file: string, line: number): string | undefined {
    const { text, earlier } = question;
    if (Math.max(text.length, earlier?.length ?? 0) > MAX_LENGTH)
      return `a question of more than ${MAX_LENGTH} characters`;
    const own = hashOf(text);
    if (own === NO_WORD || (earlier !== undefined && hashOf(earlier) === NO_WORD))
      return "a question without a word";
    const key = earlier === undefined ? own : hashOf(earlier + BETWEEN + text);
    const last = this.known.get(key);
    for (let place = last; place; place = place.before) {
      const { question: other } = place;
      const where = `line ${place.line} of ${place.file}`;
      const is = ({ answered }: ExpectedQuestion) => (answered ? "answered" : "unanswered");
      if (other.answered !== question.answered) return `is ${is(question)} here and ${is(other)} in ${where}`;
      // An unanswerable question need only be listed once
      if (!question.answered || (other.doc === question.doc && other.paragraph === question.paragraph))
        return `repeats ${where}`;
    }
    this.known.set(key, { question, file, line, before: last });
    return undefined;
  }
}

/** FNV-1a's offset basis. */
const FNV = 0x811c9dc5;
const NO_WORD = FNV * 0x20_0000;

/**
 * 53 bits of a question without case, spaces and the usual punctuation, in which two copies of it may differ. Every start waits for
 * this, and strings made only to be compared would keep the collector busy.
 */
function hashOf(text: string): number {
  let high = FNV;
  let low = 0;
  for (let at = 0; at < text.length; at += 1) {
    let c = text.charCodeAt(at);
    if (c < 0x30 || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61) || (c > 0x7a && c < 0xc0)) continue;
    if ((c >= 0x2000 && c < 0x2070) || c === 0x60c || c === 0x61b || c === 0x61f || c === 0xfeff) continue;
    // Capitals of ASCII and of Russian
    if (c >= 0x41 && c <= 0x5a) c |= 0x20;
    else if (c >= 0x410 && c <= 0x42f) c += 0x20;
    high = Math.imul(high ^ c, 0x01000193);
    low = Math.imul(low ^ c, 0x5bd1e995) + 1;
  }
  return (high >>> 0) * 0x20_0000 + (low & 0x1f_ffff);
}
