import { ar } from "./ar.ts";
import { arSource } from "./ar-source.ts";
import { az } from "./az.ts";
import type { Language } from "./codes.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { kk } from "./kk.ts";
import type { LanguageProfile } from "./profile.ts";
import { ru } from "./ru.ts";
import type { SourceLanguage } from "./source-language.ts";
import { tk } from "./tk.ts";
import { tr } from "./tr.ts";

export const PROFILES: Readonly<Record<Language, LanguageProfile>> = { ar, en, ru, tr, fa, fr, az, tk, kk };

/** The languages that texts are read in. */
export const SOURCE_LANGUAGES: Partial<Readonly<Record<Language, SourceLanguage>>> = { ar: arSource };
