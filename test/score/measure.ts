import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Quote } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";

/** A passage that answers: an exact substring of one line of a document. */
interface Truth {
  readonly doc: string;
  readonly quote: string;
}
interface Row {
  readonly id: string;
  readonly lang: string;
  readonly style?: string;
  readonly group?: string;
  readonly question: string;
  readonly relevant?: readonly Truth[];
}
/** What a message is that comes after another: it goes on from it and is answered, or is not, or is a question by itself. */
export type FollowUpKind = "answered" | "unanswered" | "new";
interface FollowUp extends Row {
  readonly earlier: string;
  /** Answered where a set has only such. */
  readonly kind?: FollowUpKind;
}
export interface QuestionSets {
  readonly name: string;
  readonly answerable: Readonly<Record<string, readonly Row[]>>;
  readonly unanswerable: readonly Row[];
  /** None in some folders. */
  readonly followUps: readonly FollowUp[];
}

const ANSWERABLE = ["msa", "casual", "multi"];

/** The sets of a folder; undefined where the folder is not there. */
export function readSets(name: string, folder: string): QuestionSets | undefined {
  if (!existsSync(join(folder, "msa.jsonl"))) return undefined;
  const rows = <T extends Row>(file: string) =>
    readFileSync(join(folder, `${file}.jsonl`), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as T);
  return {
    name,
    answerable: Object.fromEntries(ANSWERABLE.map((set) => [set, rows<Row>(set)])),
    unanswerable: rows("unanswerable"),
    followUps: existsSync(join(folder, "followups.jsonl")) ? rows("followups") : [],
  };
}

/** Shares of 1. `right`: answered, and with the right passage first: what an asker feels. */
export interface Figures {
  readonly n: number;
  readonly first: number;
  readonly three: number;
  readonly answered: number;
  readonly right: number;
  readonly pointed: number;
}

export interface Measured {
  readonly sets: Readonly<Record<string, Figures>>;
  readonly honest: number;
  readonly outcomes: readonly Outcome[];
}

interface Outcome {
  readonly row: Row;
  readonly set: string;
  readonly answer: Answer;
  /** Rank of the first right quote, 1-based; 0 when none. */
  readonly rank: number;
  readonly pointed: boolean;
}

const quotesOf = (answer: Answer): readonly Quote[] =>
  answer.kind === "quotes" || answer.kind === "closest" ? answer.quotes : [];

type Asked = Pick<Answerer, "answer" | "corpus">;
type Covers = (doc: string, start: number, end: number, truth: Truth) => boolean;

/** Whether a stretch covers at least half of a known answer. */
function coversIn({ corpus }: Asked): Covers {
  const texts = new Map(corpus.documents.map((d) => [d.id, d.text]));
  return (doc, start, end, truth) => {
    if (doc !== truth.doc) return false;
    const text = texts.get(doc) ?? "";
    for (let at = text.indexOf(truth.quote); at >= 0; at = text.indexOf(truth.quote, at + 1))
      if ((Math.min(end, at + truth.quote.length) - Math.max(start, at)) * 2 >= truth.quote.length)
        return true;
    return false;
  };
}

const rankOf = (answer: Answer, truths: readonly Truth[], covers: Covers) =>
  quotesOf(answer).findIndex((q) => truths.some((t) => covers(q.doc, q.start, q.end, t))) + 1;

/** Asks every question of the sets. A quote is right when it covers at least half of a known answer. */
export function measure(answerer: Asked, sets: QuestionSets): Measured {
  const covers = coversIn(answerer);
  const points = (quote: Quote, truths: readonly Truth[]) => {
    const [start, end] = quote.best;
    const length = quote.end - quote.start;
    if (length > 300 && (end - start) * 3 > length * 2) return false;
    return truths.some((truth) => covers(quote.doc, start, end, truth));
  };
  const outcomes: Outcome[] = [];
  for (const [set, rows] of Object.entries(sets.answerable))
    for (const row of rows) {
      const answer = answerer.answer({ text: row.question });
      const quotes = quotesOf(answer);
      const truths = row.relevant ?? [];
      const rank = rankOf(answer, truths, covers);
      outcomes.push({ row, set, answer, rank, pointed: rank === 1 && points(quotes[0] as Quote, truths) });
    }
  const figures: Record<string, Figures> = {};
  for (const set of Object.keys(sets.answerable)) {
    const own = outcomes.filter((o) => o.set === set);
    figures[set] = figuresOf(own);
    for (const key of new Set(own.map((o) => part(o))))
      figures[`${set}/${key}`] = figuresOf(own.filter((o) => part(o) === key));
  }
  for (const row of sets.unanswerable)
    outcomes.push({
      row,
      set: "unanswerable",
      answer: answerer.answer({ text: row.question }),
      rank: 0,
      pointed: false,
    });
  const refused = outcomes.filter((o) => o.set === "unanswerable");
  return { sets: figures, honest: share(refused, (o) => o.answer.kind !== "quotes"), outcomes };
}

/** Of each kind of message after another that a set has: how many there are, and the share that is right, or honest. */
export function measureFollowUps(
  answerer: Asked,
  { followUps }: QuestionSets,
): ReadonlyMap<FollowUpKind, { readonly n: number; readonly right: number }> {
  const covers = coversIn(answerer);
  const kindOf = ({ kind = "answered" }: FollowUp) => kind;
  return new Map(
    [...new Set(followUps.map(kindOf))].map((kind) => {
      const rows = followUps.filter((row) => kindOf(row) === kind);
      const right = share(rows, ({ question, earlier, relevant = [] }) => {
        const answer = answerer.answer({ text: question, earlier });
        return answer.kind === "quotes" ? rankOf(answer, relevant, covers) === 1 : kind === "unanswered";
      });
      return [kind, { n: rows.length, right }];
    }),
  );
}

const part = ({ row, set }: Outcome) => (set === "casual" ? (row.style ?? "") : row.lang);

function figuresOf(rows: readonly Outcome[]): Figures {
  const first = rows.filter((o) => o.rank === 1);
  return {
    n: rows.length,
    first: share(rows, (o) => o.rank === 1),
    three: share(rows, (o) => o.rank >= 1 && o.rank <= 3),
    answered: share(rows, (o) => o.answer.kind === "quotes"),
    right: share(rows, (o) => o.answer.kind === "quotes" && o.rank === 1),
    pointed: share(first, (o) => o.pointed),
  };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 1 : all.filter(holds).length / all.length;
}
