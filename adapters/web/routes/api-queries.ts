/** What the routes for programs are asked with, as JSON Schema: the routes check it, and the description of the API is made of it. */
export const API_QUERIES = {
  "/api/answer": {
    type: "object",
    required: ["q"],
    properties: {
      q: { type: "string", description: "The question, in any of the languages of a record's `lang`." },
      earlier: { type: "string", description: "The question that it follows, where it follows one." },
    },
  },
  "/api/verify": {
    type: "object",
    required: ["q"],
    properties: {
      q: {
        type: "string",
        description:
          "The quotation as pasted, perhaps between marks and with who is said to have said it; at most 4,000 UTF-16 units.",
      },
      speaker: { type: "string", description: "Who is said to have said it, by id or by name." },
    },
  },
} as const;

interface QuerySchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type: string; readonly description: string }>>;
}

/** The query of a route as parameters of an OpenAPI document. */
export function queryParameters({ required, properties }: QuerySchema): object[] {
  return Object.entries(properties).map(([name, { type, description }]) => ({
    name,
    in: "query",
    ...(required.includes(name) ? { required: true } : {}),
    schema: { type },
    description,
  }));
}
