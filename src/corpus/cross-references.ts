import type { z } from "zod";
import type { DecodedJson, Problem } from "./decode.ts";
import type { catalogueSchema, leadersSchema, speakersSchema } from "./schema.ts";
import { noParagraph, type Text } from "./texts.ts";

/** What the data files of a corpus say of one another and of the texts: each check gives the problems that it finds. */

type Json<S extends z.ZodType> = DecodedJson<z.infer<S>> | undefined;

export interface DataFiles {
  readonly catalogue: Json<typeof catalogueSchema>;
  readonly leaders: Json<typeof leadersSchema>;
  readonly corrections: Json<typeof speakersSchema>;
}

/** File names are compared so: some systems keep a letter and its accent apart. */
export const nfc = (name: string) => name.normalize("NFC");

/** Catalogue entries for documents that are not there. */
export function cataloguedNowhere({ catalogue }: DataFiles, names: ReadonlySet<string>): Problem[] {
  return Object.keys(catalogue?.value.documents ?? {})
    .filter((id) => !names.has(nfc(id)))
    .map((id) => ({
      file: "catalogue.json",
      ...catalogue?.line(["documents", id]),
      message: `describes ${id}, which is not in the folder`,
    }));
}

export function repeatedLeaders({ leaders }: DataFiles): Problem[] {
  const seen = new Set<string>();
  return (leaders?.value.leaders ?? []).flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `repeats the id ${id}`;
    return [{ file: "leaders.json", ...leaders?.line(["leaders", at, "id"]), message }];
  });
}

/** Corrections of paragraphs, or to people, that are not there. */
export function wrongCorrections({ leaders, corrections }: DataFiles, texts: readonly Text[]): Problem[] {
  const known = new Set(leaders?.value.leaders.map(({ id }) => id));
  return (corrections?.value.corrections ?? []).flatMap(({ doc, paragraph, speakers }, at) => {
    const where = { file: "speakers.json", ...corrections?.line(["corrections", at]) };
    const text = texts.find((t) => t.id === nfc(doc));
    const numbers = new Set(text?.paragraphs.map((own) => own.paragraph));
    const messages = speakers.filter((id) => !known.has(id)).map((id) => `${id} is not in leaders.json`);
    if (!text) messages.unshift(`corrects ${doc}, which is not in the folder`);
    else if (!numbers.has(paragraph))
      messages.unshift(noParagraph(doc, paragraph, text.paragraphs.length, numbers));
    return messages.map((message) => ({ ...where, message }));
  });
}

/** Titles that are "stated" in the catalogue, but not in the text. */
export function wrongTitles({ catalogue }: DataFiles, texts: readonly Text[]): Problem[] {
  const entries = new Map(
    Object.entries(catalogue?.value.documents ?? {}).map(([id, entry]) => [nfc(id), entry]),
  );
  return texts.flatMap(({ id, text }) => {
    const title = entries.get(id)?.title;
    if (title?.how !== "stated" || text.includes(title.value)) return [];
    return [
      {
        file: "catalogue.json",
        ...catalogue?.line(["documents", id, "title"]),
        message: `the title of ${id} is "stated", but the text does not contain it`,
      },
    ];
  });
}
