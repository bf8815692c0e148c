import type { Language } from "../../src/languages/codes.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import { type Button, decodeButton } from "../conversation/button-codec.ts";

/**
 * What the payload of a link `t.me/<bot>?start=<payload>` leads to: `leader-putin`, `passage-17`, or a button of ours.
 * The alphabet of payloads, A-Z a-z 0-9 _ -, at most 64, is that of buttons (https://core.telegram.org/bots/features#deep-linking).
 */
export function openLink(payload: string, corpus: Corpus, lang: Language, owner: bigint): Button | undefined {
  const { fingerprint } = corpus;
  const [, what, which = ""] = /^(leader|passage)-(.+)$/.exec(payload) ?? [];
  if (what === "leader") {
    const leader = corpus.leaders.findIndex(({ id }) => id === which);
    if (leader < 0) return undefined;
    return {
      lang,
      fingerprint,
      owner,
      press: { act: "leader", leader, tab: "statements", about: [], at: 0, page: 0 },
    };
  }
  if (what === "passage") {
    const passage = /^\d{1,9}$/.test(which) ? Number(which) : Number.NaN;
    if (!corpus.passages[passage]) return undefined;
    return {
      lang,
      fingerprint,
      owner,
      press: { act: "show", kind: "quotes", passages: [passage], at: 0, page: 0 },
    };
  }
  const button = decodeButton(payload);
  return button && { ...button, lang, owner };
}
