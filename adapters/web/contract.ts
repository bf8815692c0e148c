import type { Answer, Leader, Quote } from "../../src/model.ts";

/** An answer in the shape that programs are promised: every field is always there, so that none has to be asked for by kind. */
export interface Contract {
  readonly kind: Answer["kind"];
  readonly lang: string;
  readonly reason?: "empty" | "too-long";
  readonly quotes: readonly Quote[];
  readonly missing: readonly string[];
  readonly suggestions: readonly string[];
  readonly leader?: ContractLeader;
  readonly leaders: readonly ContractLeader[];
  readonly mentions: readonly Quote[];
  readonly statements: readonly Quote[];
}

type ContractLeader = Pick<Leader, "id" | "name" | "roles">;

const NOTHING = { quotes: [], missing: [], suggestions: [], leaders: [], mentions: [], statements: [] };

export function toContract(answer: Answer): Contract {
  const { kind, lang } = answer;
  switch (answer.kind) {
    case "quotes":
    case "closest": {
      const { quotes, missing, suggestions } = answer;
      return { ...NOTHING, kind, lang, quotes, missing, suggestions };
    }
    case "nothing":
      return { ...NOTHING, kind, lang, missing: answer.missing, suggestions: answer.suggestions };
    case "leader":
      return {
        ...NOTHING,
        kind,
        lang,
        leader: leaderOf(answer.leader),
        mentions: answer.mentions,
        statements: answer.statements,
      };
    case "leaders":
      return { ...NOTHING, kind, lang, leaders: answer.leaders.map(leaderOf) };
    case "refused":
      return { ...NOTHING, kind, lang, reason: answer.reason };
    case "help":
      return { ...NOTHING, kind, lang };
  }
}

function leaderOf({ id, name, roles }: Leader): ContractLeader {
  return { id, name, roles };
}
