import type { Language } from "../../../src/languages/codes.ts";
import type { Leader } from "../../../src/model/corpus.ts";
import { type Html, html } from "./html.ts";

/**
 * A person's name in the reader's language, with the first role that the sources give, in both languages. The role is isolated inside its
 * block, so that every line of it begins where the name begins, whatever its own direction.
 */
export function person({ name, roles: [role], rolesIn }: Leader, lang: Language): Html {
  const translated = rolesIn?.[lang]?.[0];
  const own = name[lang];
  const shown = own ?? name.ar;
  return html`<span class="avatar" aria-hidden="true">${[...shown][0]}</span><span class="who"><b${own === undefined && html` lang="ar"`} dir="auto">${shown}</b>${translated !== undefined && html` <small lang="${lang}">${translated}</small>`}${role !== undefined && html` <small lang="ar"><bdi>${role}</bdi></small>`}</span>`;
}
