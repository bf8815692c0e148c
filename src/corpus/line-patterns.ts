import { articleNumbers } from "../analysis/article-numbers.ts";
import { tokenize } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { LanguageProfile } from "../languages/profile.ts";

/** What a line of text is by the look of it. Each pattern is tried on a line without the white space around it. */

/** Words that open a line of a kind, in any of the languages. */
const labels = (kind: keyof LanguageProfile["labels"]) =>
  Object.values(PROFILES)
    .map((profile) => profile.labels[kind])
    .join("|");

/** The sign-off of an article. */
export const SOURCE = new RegExp(`^\\s*(?:${labels("source")})\\s*[:：|]`, "iu");
export const CREDIT = new RegExp(`^\\s*(?:${labels("credit")})\\s*(?:by)?\\s*[:：|/©]`, "iu");
/** A stray end of a tag before the text (`=”text-align:justify”>`). */
export const STRAY_MARKUP = /^[^\p{L}<>]*[a-z-]+\s*[:=][^<>]{0,80}>/iu;

export const BULLET = /^\s*[•●▪◦■‣∙*–—-]\s+/u;
/** A bullet, or a number or letter that counts: `1.` `(2)` `٣-` `أ-` `b)`. A capital and a full stop are somebody's initial. */
export const ITEM =
  /^\s*(?:[•●▪◦■‣∙*–—-]\s+|[([]?\p{Nd}{1,3}\s?[)\].–—-]\s+|[([]?[ء-ي\u0430-я]ـ?\s?[)\]–—-]\s*|[([][a-z]{1,4}[)\]]\s+|[a-z][).]\s+)(?=\S)/u;

/** Ends like a sentence, a quotation or an aside: no heading does. */
export const CLOSED = /[.!?؟…"”»|)\]]\s*$/u;
/** Ends a sentence or announces what follows. */
export const SENTENCE_END = /[.!?؟…؛:：]["”»’)\]]*\s*$/u;
export const INTRODUCTION = /[:：]\s*$/u;

const QUESTION_MARK = /[?؟]["”»)\]]*\s*$/u;
/** The label of a question in a list of them: `س:`, `Q1.` */
const QUESTION_LABEL = new RegExp(`^\\s*(?:${labels("question")})\\s?\\p{Nd}{0,3}\\s?[:：.)–-]\\s+\\S`, "u");
/** Units. What is longer and ends in a question mark is a paragraph that ends so. */
const MAX_QUESTION_LENGTH = 250;

export const isQuestion = (line: string) =>
  line.length <= MAX_QUESTION_LENGTH && (QUESTION_MARK.test(line) || QUESTION_LABEL.test(line));

/** Units. An article that says everything in its first line is longer. */
const MAX_ARTICLE_LENGTH = 90;
/** Tokens: "the twelfth article", on ikinci madde. */
const MAX_BEFORE = 4;

/** A line that is the number of an article, a section or a clause, perhaps with its title. */
export function isArticleHead(line: string): boolean {
  if (line.length > MAX_ARTICLE_LENGTH) return false;
  if (/^\s*§\s*\p{Nd}/u.test(line)) return true;
  const tokens = tokenize(line);
  const number = articleNumbers(tokens)[0];
  if (!number || number.from > MAX_BEFORE) return false;
  if (number.from > 1 && number.to < tokens.length - 1) return false;
  // "Article 3." is a head, "Article 3 is repealed." is a sentence
  return tokens.length <= number.to + 1 || !/[.!?؟…]\s*$/u.test(line);
}
