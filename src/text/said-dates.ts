import { fold } from "./fold.ts";
import type { Token } from "./tokens.ts";

/** The months in both of the names that the Arabic press gives them. */
export const MONTHS =
  "يناير/كانون الثاني فبراير/شباط مارس/آذار أبريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب سبتمبر/أيلول أكتوبر/تشرين الأول نوفمبر/تشرين الثاني ديسمبر/كانون الأول".match(
    /\S+\/\S+(?: (?:الأول|الثاني))?/g,
  ) as string[];

const words = (list: string) => new Set(list.split(" ").map(fold));
const YEAR = words("العام السنة عام سنة");
const THIS = words("هذا هذه");
const CURRENT = words("الحالي الحالية الجاري الجارية");
const LAST = words("الماضي الماضية الفائت الفائتة المنصرم المنصرمة");
const NEXT = words("المقبل المقبلة القادم القادمة");

const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, at) => names.split("/").map((name): [string, number] => [fold(name), at + 1])),
);

/** A year that a text says by the day of its publication, and the tokens that say it. */
export interface SaidYear {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/**
 * "Last year", "this year", "last February", as years: news is written for its day and read for years.
 * @param published the day of publication, as `YYYY-MM-DD`
 */
export function saidYears(tokens: readonly Token[], published: string): SaidYear[] {
  const [year, month] = published.split("-").map(Number) as [number, number];
  const found: SaidYear[] = [];
  const word = (at: number) => tokens[at]?.folded.replace(/^[وف](?=ال|ه)/, "") ?? "";
  tokens.forEach((_, at) => {
    const put = (said: number, from = at) => found.push({ year: said, from, to: at + 1 });
    const before = word(at - 1);
    if (YEAR.has(word(at)) && THIS.has(before)) return put(year, at - 1);
    if (CURRENT.has(word(at)) && YEAR.has(before)) return put(year, at - 1);
    if (LAST.has(word(at)) && YEAR.has(before)) return put(year - 1, at - 1);
    if (NEXT.has(word(at)) && YEAR.has(before)) return put(year + 1, at - 1);
    const named = monthBefore(tokens, at);
    if (named !== undefined && LAST.has(word(at))) return put(named < month ? year : year - 1);
    if (named !== undefined && NEXT.has(word(at))) return put(named > month ? year : year + 1);
    return undefined;
  });
  return found;
}

/** The month that ends just before a token; its second name may be of two words. */
function monthBefore(tokens: readonly Token[], at: number): number | undefined {
  const one = tokens[at - 1]?.folded;
  const two = tokens[at - 2]?.folded;
  if (one === undefined) return undefined;
  return MONTH_OF.get(one) ?? (two === undefined ? undefined : MONTH_OF.get(`${two} ${one}`));
}
