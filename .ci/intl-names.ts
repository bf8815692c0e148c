/**
 * Writes `src/languages/names/*.ts`: the names of months, weekdays, units and countries in each language, from Unicode's CLDR as this
 * Node has it in `Intl`. Run by `npm run names` when a language is added; the files are data of the project from then on, so that a
 * newer Node changes no answer.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LANGUAGES, type Language } from "../src/languages/codes.ts";

/** Locales whose press names months in other words than the language's first. */
const LOCALES: Partial<Record<Language, readonly string[]>> = {
  ar: ["ar-EG", "ar-SY", "ar-DZ", "ar-MA", "ar-MR"],
  en: ["en-GB"],
  fa: ["fa", "fa-AF"],
};
/** Languages whose short names of months are written in texts, and are no other words. */
const SHORT_MONTHS: ReadonlySet<Language> = new Set(["en", "fr"]);

const UNITS =
  "kilometer meter centimeter millimeter hectare kilogram gram liter percent celsius day week month year hour minute".split(
    " ",
  );
/** Symbols of units in Arabic letters are common words: س, مم. */
const UNIT_SYMBOLS: ReadonlySet<Language> = new Set(["en", "ru", "tr", "fr", "az", "tk", "kk"]);

/** Members and observers of the United Nations, and two states that many recognise. */
const COUNTRIES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW".split(
    " ",
  );

/** Names of countries that are commoner as other words of the language: financial, sons, that, fumes. */
const OTHER_WORDS: Partial<Record<Language, readonly string[]>> = {
  ar: ["مالي", "بنين"],
  ru: ["Того", "Чад"],
  tr: ["Mali"],
  az: ["Mali"],
  tk: ["Mali"],
  kk: ["Того", "Чад"],
  fa: ["مالی"],
};

const AMOUNTS = [1, 2, 3, 11, 100, 1.5];

const distinct = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.trim()).filter((name) => /\p{L}{2}/u.test(name)))].join("|");

function months(language: Language): string[] {
  return Array.from({ length: 12 }, (_, month) => {
    const at = Date.UTC(2024, month, 15);
    const name = (locale: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...options, timeZone: "UTC" })
        .formatToParts(at)
        .find(({ type }) => type === "month")?.value ?? "";
    return distinct(
      (LOCALES[language] ?? [language]).flatMap((locale) => [
        name(locale, { month: "long" }),
        name(locale, { month: "long", day: "numeric" }),
        ...(SHORT_MONTHS.has(language) ? [name(locale, { month: "short" }).replace(".", "")] : []),
      ]),
    );
  });
}

function weekdays(language: Language): string[] {
  // The first of January 2024 was a Monday
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => name.format(Date.UTC(2024, 0, 1 + day)));
}

function unitsOf(language: Language): Record<string, string> {
  const names = (unit: string) =>
    AMOUNTS.flatMap((amount) =>
      (UNIT_SYMBOLS.has(language) ? (["long", "short"] as const) : (["long"] as const)).map((unitDisplay) =>
        new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay })
          .formatToParts(amount)
          .filter(({ type }) => type === "unit")
          .map(({ value }) => value)
          .join(" "),
      ),
    );
  return Object.fromEntries(UNITS.map((unit) => [unit, distinct(names(unit))]));
}

function countries(language: Language): Record<string, string> {
  const names = (["long", "short"] as const).map(
    (style) => new Intl.DisplayNames(language, { type: "region", style, fallback: "none" }),
  );
  const variants = (name: string) => {
    const [plain = name, other] = name.split(/\s*[()]\s*/);
    return [plain, ...(other ? [other] : [])].map((one) => one.replace(" & ", " and "));
  };
  return Object.fromEntries(
    COUNTRIES.map((code) => [
      code,
      distinct(
        names
          .flatMap((list) => variants(list.of(code) ?? ""))
          .filter((name) => !OTHER_WORDS[language]?.includes(name)),
      ),
    ]),
  );
}

for (const language of LANGUAGES) {
  const names = {
    months: months(language),
    weekdays: weekdays(language),
    units: unitsOf(language),
    countries: countries(language),
  };
  const path = fileURLToPath(new URL(`../src/languages/names/${language}.ts`, import.meta.url));
  writeFileSync(
    path,
    `import type { Names } from "../names.ts";\n\n// Made by \`npm run names\` from Unicode's CLDR; number words are in \`numerals\`.\nexport const ${language}Names = ${JSON.stringify(names, null, 2)} satisfies Names;\n`,
  );
}
