import { textInOwnLetters } from "../analysis/romanised.ts";
import { LANGUAGES } from "../languages/codes.ts";
import type { Problem, RawFile } from "./decode.ts";
import { isData } from "./file-kinds.ts";
import { decodeLines } from "./lines.ts";
import { QuestionPlaces } from "./question-places.ts";
import { noParagraph } from "./texts.ts";

/** The languages that questions are written in: those of the bot, and Arabic in Latin letters and digits. */
export const QUESTION_LANGUAGES = [...LANGUAGES, "arabizi"] as const;
export type QuestionLanguage = (typeof QUESTION_LANGUAGES)[number];

/** A question that an editor wrote for the corpus. */
export interface ExpectedQuestion {
  readonly text: string;
  /** The question before it, where it leans on one and would mean nothing without it. */
  readonly earlier: string | undefined;
  /** The file's name without its ending: a fit keeps the questions of one group of writers together. */
  readonly writers: string;
  readonly doc: string;
  /** 1-based: the paragraph that answers, or that comes nearest without answering. */
  readonly paragraph: number;
  /** Whether the paragraph answers it. If it does not, nothing in the corpus does. */
  readonly answered: boolean;
}

/** Whether it says by itself what it asks. */
export const standsAlone = ({ earlier }: ExpectedQuestion) => earlier === undefined;

/** By language. */
export interface ExpectedQuestions {
  readonly size: number;
  get(language: QuestionLanguage): readonly ExpectedQuestion[] | undefined;
  keys(): Iterable<QuestionLanguage>;
  values(): Iterable<readonly ExpectedQuestion[]>;
}

const FILE = /^questions\/([^/]+)\/([^/]+)\.txt$/;
const HEADING = /^#\s*(.*?)\s+(\d{1,9})$/;
/** A hyphen, or the dash that an editor's program makes of it. */
const UNANSWERED = /^[-–—]\s*/;
/** Between a question and one that leans on it. */
const ARROW = "=>";

/**
 * `questions/<language>/<writers>.txt`: under a heading `# <document> <paragraph>` a line for each question that the paragraph answers, and
 * with a dash before it one that comes near but that no text answers. One that leans on another has that before it, and an arrow:
 * `who built it? => and when?` All are looked through now, and read again each time that a language's are asked for, which is once: they
 * are more than all else that a folder has beside its texts.
 */
export function decodeQuestions(
  files: readonly RawFile[],
  texts: readonly NumberedText[],
  problems: Problem[],
): ExpectedQuestions {
  const questions = decodeQuestionsLate(files, texts, problems, (own) => problems.push(...own));
  for (const language of questions.keys()) questions.get(language);
  return questions;
}

/**
 * The same for whoever asks a question or two: nothing is looked through before it is asked for, and `faulty` is told then what is wrong
 * with it.
 */
export function decodeQuestionsLate(
  files: readonly RawFile[],
  texts: readonly NumberedText[],
  problems: Problem[],
  faulty: (problems: readonly Problem[]) => void,
): ExpectedQuestions {
  const readers = readersOf(files, texts, problems);
  function get(language: QuestionLanguage) {
    const own: Problem[] = [];
    const questions = readers.get(language)?.(own);
    if (own.length > 0) faulty(own);
    return questions;
  }
  return {
    size: readers.size,
    get,
    keys: () => readers.keys(),
    values: () => [...readers.keys()].map((language) => get(language) ?? []),
  };
}

/** A document and the numbers of its paragraphs. */
interface NumberedText {
  readonly id: string;
  readonly paragraphs: readonly { readonly paragraph: number }[];
}

type Reader = (problems: Problem[]) => readonly ExpectedQuestion[];

/** What reads the questions of each language. */
function readersOf(
  files: readonly RawFile[],
  texts: readonly NumberedText[],
  problems: Problem[],
): ReadonlyMap<QuestionLanguage, Reader> {
  const paragraphs = new Map<string, Paragraphs>(
    texts.map(({ id, paragraphs: own }) => [
      id.normalize(),
      { id, count: own.length, numbers: new Set(own.map(({ paragraph }) => paragraph)) },
    ]),
  );
  const written = new Map<QuestionLanguage, [file: RawFile, writers: string][]>();
  for (const file of files) {
    const [, language, writers] = FILE.exec(file.name) ?? [];
    if (language === undefined || writers === undefined || !isData(file.name)) continue;
    if (isQuestionLanguage(language))
      written.set(language, [...(written.get(language) ?? []), [file, writers]]);
    else {
      const message = `${language} is none of ${QUESTION_LANGUAGES.join(", ")}`;
      problems.push({ file: file.name, message });
    }
  }
  const readerOf =
    (language: QuestionLanguage, own: readonly [RawFile, string][]): Reader =>
    (problems) => {
      const known = new QuestionPlaces();
      return own.flatMap(([file, writers]) =>
        decodeFile(file, { language, writers, paragraphs, known }, problems),
      );
    };
  return new Map([...written].map(([language, own]) => [language, readerOf(language, own)]));
}

interface Paragraphs {
  readonly id: string;
  readonly count: number;
  readonly numbers: ReadonlySet<number>;
}

interface FileContext {
  readonly language: QuestionLanguage;
  readonly writers: string;
  readonly paragraphs: ReadonlyMap<string, Paragraphs>;
  readonly known: QuestionPlaces;
}

function decodeFile(
  file: RawFile,
  { language, writers, paragraphs, known }: FileContext,
  problems: Problem[],
): ExpectedQuestion[] {
  const own: ExpectedQuestion[] = [];
  // A wrong heading is reported once, its questions are not
  let under: { doc: string; paragraph: number } | "wrong" | undefined;
  for (const { number: line, text } of decodeLines(file, problems)) {
    const report = (message: string) => problems.push({ file: file.name, line, message });
    if (text.startsWith("#")) {
      under = "wrong";
      const [, name = "", digits] = HEADING.exec(text) ?? [];
      const document = paragraphs.get(name.normalize());
      const paragraph = Number(digits);
      if (digits === undefined) report(`a heading is "# <document> <paragraph>"`);
      else if (!document) report(`asks about ${name}, which is not in the folder`);
      else if (!document.numbers.has(paragraph))
        report(noParagraph(document.id, paragraph, document.count, document.numbers));
      else under = { doc: document.id, paragraph };
      continue;
    }
    if (under === "wrong") continue;
    if (!under) {
      report("a question before the first heading");
      under = "wrong";
      continue;
    }
    const answered = !UNANSWERED.test(text);
    const asked = answered ? text : text.replace(UNANSWERED, "");
    const [message, earlier, ...more] = messagesOf(asked, language);
    if (more.length > 0) {
      report(`more than one ${ARROW}: a question leans on the one before it alone`);
      continue;
    }
    const question = {
      text: message as string,
      earlier,
      writers,
      doc: under.doc,
      paragraph: under.paragraph,
      answered,
    };
    const fault = known.faultOf(question, file.name, line);
    if (fault) report(fault);
    else own.push(question);
  }
  return own;
}

/** What a line asks, and before it what that leans on. */
function messagesOf(line: string, language: QuestionLanguage): string[] {
  const messages = line.includes(ARROW) ? line.split(ARROW).map((one) => one.trim()) : [line];
  const own = language === "arabizi" ? messages : messages.map((one) => textInOwnLetters(one, language));
  return own.reverse();
}

const isQuestionLanguage = (code: string): code is QuestionLanguage =>
  (QUESTION_LANGUAGES as readonly string[]).includes(code);
