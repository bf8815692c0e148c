import { LANGUAGES, type Language } from "../../src/languages/codes.ts";

/** The page's language as the reader chose it in the address (`?lang=`), where it is one the page speaks. */
export function chosenLanguage(lang: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === lang);
}

/** Ranges of an Accept-Language header that are read: browsers send a handful. */
const RANGES_READ = 20;

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that the page speaks; Arabic, the sources' own, if none is. */
export function preferredLanguage(header: string | undefined): Language {
  const ranges = (header ?? "")
    .split(",", RANGES_READ)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      const quality = weight === undefined ? 1 : Number.parseFloat(weight.slice(2));
      return { language: chosenLanguage(tag.split("-")[0]), quality };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return ranges.find(({ language }) => language !== undefined)?.language ?? "ar";
}
