import type { Language } from "../../../src/languages/codes.ts";
import { ar } from "./ar.ts";
import { az } from "./az.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { Words } from "./strings.ts";
import { tk } from "./tk.ts";
import { tr } from "./tr.ts";

export const WORDS: Readonly<Record<Language, Words>> = { ar, en, ru, tr, fa, fr, az, tk, kk };
