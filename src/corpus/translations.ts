import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Translations } from "../model/corpus.ts";
import type { Problem, RawFile } from "./decode.ts";
import { isData } from "./file-kinds.ts";
import { decodeLines } from "./lines.ts";
import type { Text } from "./texts.ts";

const FILE = /^translations\/([^/]+)\/(.+)$/;

/**
 * `translations/<language>/<document>`: an editor's translation of a document, a non-empty line for each of its passages, with the
 * sentences in the order of the original.
 */
export function decodeTranslations(
  files: readonly RawFile[],
  texts: readonly Text[],
  problems: Problem[],
): Translations {
  const byName = new Map(texts.map((text) => [text.id.normalize(), text]));
  const translations = new Map<Language, Map<string, readonly string[]>>();
  for (const file of files) {
    const [, language, name] = FILE.exec(file.name) ?? [];
    if (language === undefined || name === undefined || !isData(file.name)) continue;
    if (!isLanguage(language)) {
      problems.push({ file: file.name, message: `${language} is none of ${LANGUAGES.join(", ")}` });
      continue;
    }
    const original = byName.get(name.normalize());
    if (!original) {
      problems.push({ file: file.name, message: `translates ${name}, which is not in the folder` });
      continue;
    }
    const before = problems.length;
    const lines = decodeLines(file, problems);
    if (problems.length > before) continue;
    const expected = original.paragraphs.length;
    if (lines.length !== expected) {
      // The first surplus line, or the last line that there is
      const at = lines[Math.min(lines.length, expected + 1) - 1]?.number ?? 1;
      const message = `${lines.length} lines for the ${expected} paragraphs of ${original.id}`;
      problems.push({ file: file.name, line: at, message });
      continue;
    }
    const own = translations.get(language) ?? new Map<string, readonly string[]>();
    own.set(
      original.id,
      lines.map((line) => line.text),
    );
    translations.set(language, own);
  }
  return translations;
}

const isLanguage = (code: string): code is Language => (LANGUAGES as readonly string[]).includes(code);
