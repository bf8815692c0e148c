import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { Action, Card } from "../conversation/card.ts";
import type { Conversation } from "../conversation/conversation.ts";

/** The buttons of a card that a terminal can press, by the name that is typed for each. */
const BUTTONS = ["next", "previous", "around", "back", "read", "said", "mentioned", "translation"] as const;
export type ButtonName = (typeof BUTTONS)[number];
export type CommandName = ButtonName | "verify" | "leader" | "sources" | "help" | "bidi" | "quit";

export interface Command {
  readonly name: CommandName;
  /** What follows the name. */
  readonly rest: string;
}

/** Whole words; of `typed` any beginning that fits one of them only is enough. */
const TYPED: readonly (readonly [typed: string, name: CommandName])[] = [
  ["next", "next"],
  ["previous", "previous"],
  ["context", "around"],
  ["back", "back"],
  ["read", "read"],
  ["translation", "translation"],
  ["said", "said"],
  ["mentioned", "mentioned"],
  ["verify", "verify"],
  ["leader", "leader"],
  ["sources", "sources"],
  ["help", "help"],
  ["bidi", "bidi"],
  ["quit", "quit"],
];
const ALSO: readonly (readonly [typed: string, name: CommandName])[] = [
  ["تحقق", "verify"],
  ["قائد", "leader"],
  ["القائد", "leader"],
  ["مصادر", "sources"],
  ["المصادر", "sources"],
  ["مساعدة", "help"],
  ["سياق", "around"],
  ["exit", "quit"],
  ["start", "help"],
];
export const COMMANDS = TYPED.map(([typed]) => `/${typed}`);

/** The command of a line that begins with a slash; undefined when there is none of that name. */
export function commandOf(line: string): Command | undefined {
  const text = line.replace(/^[/／]\s*/u, "").trim();
  // A label as it stands on the buttons of the other platforms, in any language: "/التالي", "/ما حوله"
  for (const strings of Object.values(STRINGS) as Strings[]) {
    const { sources, terminal } = strings;
    const name = BUTTONS.find((b) => labelOf(b, strings).toLowerCase() === text.toLowerCase());
    if (name) return { name, rest: "" };
    if (sources.title.toLowerCase() === text.toLowerCase()) return { name: "sources", rest: "" };
    if (terminal.leave.toLowerCase() === text.toLowerCase()) return { name: "quit", rest: "" };
  }
  const [first = "", ...words] = text.split(/\s+/u);
  const word = first.toLowerCase();
  if (word === "") return undefined;
  const rest = words.join(" ");
  const exact = [...TYPED, ...ALSO].find(([typed]) => typed === word);
  if (exact) return { name: exact[1], rest };
  const begun = TYPED.filter(([typed]) => typed.startsWith(word));
  return begun.length === 1 && begun[0] ? { name: begun[0][1], rest } : undefined;
}

function labelOf(name: ButtonName, { button, translation }: Strings): string {
  return name === "translation" ? translation.whole : button[name];
}

/** The action that a command presses on this card. */
export function actionFor(card: Card, name: ButtonName): Action | undefined {
  const label = labelOf(name, STRINGS[card.lang]);
  // Some labels end in a count: "Said (41)"
  return card.actions.find((a) => a.label === label || a.label.startsWith(`${label} (`));
}

/** A card with the passages that pressing `next` on it would show, up to `most` in all. */
export function followed(conversation: Conversation, first: Card, question: string, most: number): Card {
  const parts = [...first.parts];
  let card = first;
  for (let quotes = 1; quotes < most; quotes += 1) {
    const action = actionFor(card, "next");
    const { fingerprint } = conversation.answerer.corpus;
    const next =
      action &&
      conversation.press({ lang: first.lang, fingerprint, owner: 0n, press: action.press }, question);
    if (!next || typeof next === "string") break;
    parts.push(...next.parts.filter((part) => part.kind === "quote"));
    card = next;
  }
  return { ...first, parts };
}

export function isButton(name: CommandName): name is ButtonName {
  return (BUTTONS as readonly string[]).includes(name);
}

/** What may be typed now, with what it does: "/next التالي". */
export function actionsOf(card: Card): string[] {
  return TYPED.flatMap(([typed, name]) => {
    const action = isButton(name) ? actionFor(card, name) : undefined;
    return action ? [`/${typed} \u2068${action.label}\u2069`] : [];
  });
}

/** Every command with what it does, one a line. */
export function commandLines(lang: Language): string[] {
  const { command, button, terminal, translation } = STRINGS[lang];
  return [
    ["/verify", command.verify],
    ["/leader", command.leader],
    [`/leader \u2068${terminal.leader}\u2069`, `${command.leader} · ${command.topic}`],
    ["/sources", command.sources],
    ["/next, /previous", `${button.next} · ${button.previous}`],
    ["/context, /back", `${button.around} · ${button.back}`],
    ["/translation", translation.whole],
    ["/said, /mentioned", `${button.said} · ${button.mentioned}`],
    ["/read", button.read],
    ["/bidi", terminal.turn],
    ["/help", command.help],
    ["/quit, Ctrl-D", terminal.leave],
  ].map(([typed, does]) => `${typed}  \u2068${does}\u2069`);
}
