import type { Language } from "../../src/languages/codes.ts";
import type { Question } from "../../src/model/answer.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Press } from "../conversation/button-codec.ts";
import type { Card } from "../conversation/card.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { inFull } from "../conversation/echo.ts";
import { actionFor, type CommandName, commandOf, isButton } from "./commands.ts";

/** What a typed line leads to. */
export type Reply =
  | { readonly kind: "card"; readonly card: Card }
  | { readonly kind: "notice"; readonly lang: Language; readonly text: string }
  /** The list of commands, after a card or a notice. */
  | { readonly kind: "commands"; readonly lang: Language; readonly card?: Card; readonly text?: string }
  | { readonly kind: "turn" }
  | { readonly kind: "leave" }
  | { readonly kind: "silence" };

export interface Session {
  say(line: string): Reply;
}

const NUMBER = /^[0-9٠-٩۰-۹]{1,2}$/u;

/** One person's conversation with the bot, line by line: a number or `/next` refers to what was shown last. */
export function createSession(
  conversation: Conversation,
  locale: string | undefined,
  lang: Language,
): Session {
  const { answerer } = conversation;
  let language = lang;
  let card: Card | undefined;
  /** The choices numbered last. They may be the help's examples while `/next` still turns the card's pages. */
  let listed: Card | undefined;
  /** What the card answers, to mark its words again on the next passage. */
  let question: Question | undefined;
  let earlier: string | undefined;

  function show(next: Card, asked?: Question): Reply {
    card = next;
    listed = next;
    question = asked;
    language = next.lang;
    return { kind: "card", card: next };
  }

  function press(pressed: Press): Reply {
    const next = conversation.press(
      { lang: language, fingerprint: answerer.corpus.fingerprint, owner: 0n, press: pressed },
      question,
    );
    if (next === "outdated") return notice(STRINGS[language].notice.outdated);
    if (next === "unknown") return notice(STRINGS[language].notice.unknownButton);
    return show(next, question);
  }

  function ask(text: string): Reply {
    const asked: Question = {
      text,
      ...(earlier === undefined ? {} : { earlier }),
      ...(locale === undefined ? {} : { locale }),
    };
    const { card: next, answer } = conversation.ask(asked);
    if (answer.kind === "quotes" || answer.kind === "closest" || answer.kind === "nothing")
      earlier = inFull(text, answer);
    return show(next, asked);
  }

  function leader(rest: string): Reply {
    if (rest === "") return show(conversation.people(language));
    const [name = "", ...topic] = rest.split(/[:|؛]/u);
    const about = topic.join(" ").trim();
    const { card: next } = conversation.leader({
      name: name.trim(),
      ...(about === "" ? {} : { topic: about }),
      ...(locale === undefined ? {} : { locale }),
    });
    return show(next);
  }

  /** A number chooses what was numbered last: a person, a source, an example; where nothing was, it is a question. */
  function choose(typed: string): Reply {
    const at = numberOf(typed) - 1;
    const { options } = listed?.choices ?? { options: [] };
    const examples = (listed?.parts ?? []).flatMap((p) => (p.kind === "examples" ? p.questions : []));
    if (options.length === 0 && examples.length === 0) return ask(typed);
    const option = options[at];
    if (option) return press(option.press);
    const example = options.length === 0 ? examples[at] : undefined;
    return example === undefined ? notice(STRINGS[language].terminal.nothingMore) : ask(example);
  }

  function command(name: CommandName, rest: string): Reply {
    if (isButton(name)) {
      const action = card && actionFor(card, name);
      return action ? press(action.press) : notice(STRINGS[language].terminal.nothingMore);
    }
    switch (name) {
      case "verify":
        return show(conversation.verify({ text: rest, ...(locale === undefined ? {} : { locale }) }).card);
      case "leader":
        return leader(rest);
      case "sources":
        return NUMBER.test(rest)
          ? show(conversation.source(language, numberOf(rest) - 1))
          : show(conversation.sources(language));
      case "help":
        listed = conversation.help(language);
        return { kind: "commands", lang: language, card: listed };
      case "bidi":
        return { kind: "turn" };
      case "quit":
        return { kind: "leave" };
    }
  }

  const notice = (text: string): Reply => ({ kind: "notice", lang: language, text });

  function say(line: string): Reply {
    const text = line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
    // A keyboard of a right-to-left language may put a mark of direction first
    const typed = text.replace(/^[\u200e\u200f\u061c\u2066-\u2069\ufeff]+/u, "");
    if (typed === "") return { kind: "silence" };
    if (/^[/／]/u.test(typed)) {
      const known = commandOf(typed);
      if (known) return command(known.name, known.rest);
      return { kind: "commands", lang: language, text: STRINGS[language].terminal.unknown };
    }
    return NUMBER.test(typed) ? choose(typed) : ask(text);
  }

  return { say };
}

/** The number that one or two digits of any of three scripts make. */
function numberOf(digits: string): number {
  return Number(digits.replace(/[٠-٩۰-۹]/gu, (d) => String((d.codePointAt(0) as number) & 0xf)));
}
