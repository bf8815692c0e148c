import type { Language } from "../languages/codes.ts";
import { ar } from "./ar.ts";
import { az } from "./az.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { Strings } from "./strings.ts";
import { tk } from "./tk.ts";
import { tr } from "./tr.ts";

export const STRINGS: Readonly<Record<Language, Strings>> = { ar, en, ru, tr, fa, fr, az, tk, kk };
