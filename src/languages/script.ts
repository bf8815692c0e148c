/** The scripts that the languages are written in, by a letter of folded text. */
export const SCRIPTS = {
  arabic: /[\u0600-\u06ff]/,
  cyrillic: /[\u0400-\u04ff]/,
  latin: /[a-z]/,
} as const;
export type Script = keyof typeof SCRIPTS;
