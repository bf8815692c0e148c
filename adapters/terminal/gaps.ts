/** Questions that were not answered, by the passage that comes nearest to each. */
import { truncate } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { UnansweredEntry } from "../service/unanswered-log.ts";

export interface Gap {
  readonly document: string;
  readonly paragraph: number;
  /** By language; how often each was asked. */
  readonly questions: Map<Language, Map<string, number>>;
  asked: number;
}

/** Units of the passage that are shown, to see whether it answers. */
const MAX_SHOWN = 160;
const NOWHERE = "";

/** The questions by the passage that comes nearest to each, those that are asked most first. */
export function gapsOf(
  entries: readonly UnansweredEntry[],
  answerer: Answerer,
  /** Questions that an editor has dealt with already. */
  known: ReadonlySet<string> = new Set(),
): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { lang, question } of entries) {
    if (known.has(question)) continue;
    const answer = answerer.answer({ text: question });
    // It has been dealt with since, or was not a question
    if (answer.kind === "quotes" || answer.kind === "help" || answer.kind === "refused") continue;
    const nearest = answer.kind === "closest" ? answer.quotes[0] : undefined;
    const document = nearest?.doc ?? NOWHERE;
    const paragraph = nearest?.paragraph ?? 0;
    const key = `${document} ${paragraph}`;
    const gap = gaps.get(key) ?? { document, paragraph, questions: new Map(), asked: 0 };
    gaps.set(key, gap);
    const own = gap.questions.get(lang) ?? new Map<string, number>();
    gap.questions.set(lang, own);
    own.set(question, (own.get(question) ?? 0) + 1);
    gap.asked += 1;
  }
  return [...gaps.values()].sort(
    (a, b) => Number(a.document === NOWHERE) - Number(b.document === NOWHERE) || b.asked - a.asked,
  );
}

/** What goes into a file of the corpus, and beside it what an editor wants to know. */
export interface PrintedGaps {
  /** `questions/<language>/*.txt`: a dash before a question says that no text answers it; where one does, the dash is taken away. */
  readonly form: string;
  readonly notes: string;
}

export function printGaps(gaps: readonly Gap[], { corpus }: Answerer, language: Language): PrintedGaps {
  const form: string[] = [];
  const notes: string[] = [];
  for (const { document, paragraph, questions } of gaps) {
    const own = [...(questions.get(language) ?? [])].sort((a, b) => b[1] - a[1]);
    if (own.length === 0) continue;
    if (document === NOWHERE) {
      notes.push("Near no passage:", ...own.map(([question, times]) => `  ${question}${counted(times)}`));
      continue;
    }
    const text =
      corpus.documents.find(({ id }) => id === document)?.passages.find((p) => p.paragraph === paragraph)
        ?.text ?? "";
    form.push(`# ${document} ${paragraph}`, ...own.map(([question]) => `- ${question}`), "");
    notes.push(`${document} ${paragraph}: ${truncate(text, MAX_SHOWN)}`);
  }
  return { form: form.join("\n"), notes: notes.join("\n") };
}

const counted = (times: number): string => (times > 1 ? ` (${times} times)` : "");
