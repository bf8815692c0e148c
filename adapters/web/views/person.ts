import type { Language, Leader } from "../../../src/model.ts";
import { type Html, html } from "./html.ts";

/** A person's name in the reader's language, with the first role that the sources give, in both languages. */
export function person({ name, roles: [role], rolesIn }: Leader, lang: Language): Html {
  const translated = rolesIn?.[lang]?.[0];
  const own = name[lang];
  const shown = own ?? name.ar;
  return html`<span class="avatar" aria-hidden="true">${[...shown][0]}</span><span class="who"><b${own === undefined && html` lang="ar"`} dir="auto">${shown}</b>${translated !== undefined && html` <small lang="${lang}">${translated}</small>`}${role !== undefined && html` <small lang="ar" dir="auto">${role}</small>`}</span>`;
}
