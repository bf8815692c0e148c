/** The languages that the bot is asked in and answers in, by their ISO 639-1 codes: each has a profile in this folder. */
export const LANGUAGES = ["ar", "en", "ru", "tr", "fa", "fr", "az", "tk", "kk"] as const;
export type Language = (typeof LANGUAGES)[number];
