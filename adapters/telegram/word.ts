import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { pause } from "../service/backoff.ts";
import type { ApiClient, Payload } from "./api-client.ts";
import type { TelegramFault } from "./errors.ts";

/** ms. What went wrong just now may be over by then. */
const FIRST_TRY = 1_000;
/** ms. A later notice has nobody left to read it. */
const PATIENCE = 300_000;

/** Tells people that they get no answer: one notice at a time in each chat, so that it does not become a flood. */
export interface LastWord {
  /** For an answer that was not given for this reason. Nobody waits for it. */
  tell(place: Payload, lang: Language, fault: TelegramFault["kind"] | "dropped"): void;
}

export function createLastWord(calls: ApiClient): LastWord {
  const owed = new Set<unknown>();
  return {
    tell(place, lang, fault) {
      const text = wordFor(lang, fault);
      const chat = place["chat_id"];
      if (text === undefined || owed.has(chat)) return;
      owed.add(chat);
      void pause(FIRST_TRY)
        .then(() => calls.call("sendMessage", { ...place, text }, { patience: PATIENCE }))
        .finally(() => owed.delete(chat));
    },
  };
}

function wordFor(lang: Language, fault: TelegramFault["kind"] | "dropped"): string | undefined {
  const { notice } = STRINGS[lang];
  switch (fault) {
    case "dropped":
    case "flood":
    case "failed":
    case "unreached":
      return notice.busy;
    case "uncertain":
      return notice.mayBeLost;
    case "refused":
      return notice.failed;
    default:
      return undefined;
  }
}
