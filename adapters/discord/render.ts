/** A card as a Discord message, made of Components V2: these need no permission to embed links. Pure. */

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { truncate } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { encodeButton, type Press } from "../conversation/button-codec.ts";
import { type Card, type Choice, tries } from "../conversation/card.ts";
import { TEXT_LIMIT, texts } from "./markdown.ts";

export interface Rendering {
  /** `Corpus.fingerprint`. */
  readonly fingerprint: number;
  /** Whose buttons they are: a user id. */
  readonly owner: string;
  /** A private answer can be posted; a public one can be deleted by its owner. */
  readonly audience: "asker" | "channel";
  /** False where the channel is not one to post in. */
  readonly mayPost: boolean;
}

/** UTF-16 units of quoted text a message has room for: escaping doubles it at most, and the rest needs room too. */
export const QUOTED_WIDTH = 1_200;

/** Limits of components, in characters: reference, components/reference. */
const LABEL_LIMIT = 80;
const OPTION_LIMIT = 100;
const PLACEHOLDER_LIMIT = 150;
const OPTIONS = 25;
const BUTTONS_A_ROW = 5;
/** More choices, or longer ones, are a menu: a row of long buttons wraps badly on a telephone. */
const CHOICE_BUTTONS = 5;
const CHOICE_LABEL = 40;
/** Rows of questions to press; more would push the answer out of sight. */
const TRIES = 5;
const URL_LIMIT = 512;

/** Accent colour: found, near only, anything else; for a checked quotation, by its verdict. */
const ACCENT = {
  quotes: 0x2e8b57,
  closest: 0xc98a1b,
  other: 0x5b6b7b,
  good: 0x2e8b57,
  unsure: 0xc98a1b,
  bad: 0xb3392f,
} as const;

/**
 * Before the id of the button to delete: posts the private message as it stands, with that button in this one's place.
 * For cards that no single state brings back.
 */
export const POST_COPY = "post:";

/** The one menu of a message; what is chosen is in its values. */
const MENU = "menu";

type Row = APIActionRowComponent<APIButtonComponent> | APIActionRowComponent<APIStringSelectComponent>;

export function render(card: Card, rendering: Rendering): APIContainerComponent[] {
  const shown: APIComponentInContainer[] = texts(card, TEXT_LIMIT).map(({ content, id }) => ({
    type: ComponentType.TextDisplay,
    content,
    ...(id === undefined ? {} : { id }),
  }));
  const rows = [...choiceRows(card, rendering), ...tryRows(card, rendering), ...buttonRows(card, rendering)];
  const kind = card.tone ?? stateOf(card)?.kind ?? "other";
  return [{ type: ComponentType.Container, accent_color: ACCENT[kind], components: [...shown, ...rows] }];
}

function buttonRows(card: Card, rendering: Rendering): Row[] {
  const strings = STRINGS[card.lang].button;
  const buttons: APIButtonComponent[] = card.actions.map(({ label, press }) =>
    button(label, press, card.lang, rendering),
  );
  const state = stateOf(card);
  if (rendering.audience === "channel")
    buttons.push(button(strings.delete, { act: "delete" }, card.lang, rendering));
  else if (rendering.mayPost && state !== undefined)
    buttons.push(button(strings.post, { ...state, act: "post" }, card.lang, rendering));
  else if (rendering.mayPost && card.parts.some(({ kind }) => kind === "quote" || kind === "list")) {
    const remove = button(strings.delete, { act: "delete" }, card.lang, rendering);
    buttons.push({ ...remove, label: strings.post, custom_id: `${POST_COPY}${remove.custom_id}` });
  }
  const url = card.parts.find((part) => part.kind === "quote")?.quote.url;
  if (url !== undefined && url.length <= URL_LIMIT)
    buttons.push({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: truncate(strings.read, LABEL_LIMIT),
      url,
    });
  return rowsOf(buttons);
}

/** Questions are long: each has a row of its own. */
function tryRows(card: Card, rendering: Rendering): Row[] {
  const buttons = tries(card).map(({ label, press }) => button(label, press, card.lang, rendering));
  const ids = buttons.map((one) => one.custom_id);
  return buttons
    .filter(({ label, custom_id }, at) => label?.trim() && ids.indexOf(custom_id) === at)
    .slice(0, TRIES)
    .flatMap((one) => rowsOf([one]));
}

function choiceRows({ choices, lang }: Card, rendering: Rendering): Row[] {
  const options = choices.options.slice(0, OPTIONS);
  if (options.length === 0) return [];
  if (options.length <= CHOICE_BUTTONS && options.every(({ label }) => label.length <= CHOICE_LABEL))
    return rowsOf(
      options.map(({ label, press }) => button(label, press, lang, rendering, ButtonStyle.Primary)),
    );
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: MENU,
          placeholder: truncate(choices.prompt, PLACEHOLDER_LIMIT),
          options: options.map((choice) => option(choice, lang, rendering)),
        },
      ],
    },
  ];
}

function option({ label, detail, press }: Choice, lang: Language, rendering: Rendering) {
  return {
    label: truncate(label, OPTION_LIMIT),
    value: idOf(press, lang, rendering),
    ...(detail ? { description: truncate(detail, OPTION_LIMIT) } : {}),
  };
}

function rowsOf(buttons: readonly APIButtonComponent[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += BUTTONS_A_ROW)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + BUTTONS_A_ROW) });
  return rows;
}

function button(
  label: string,
  press: Press,
  lang: Language,
  rendering: Rendering,
  style: ButtonStyle.Secondary | ButtonStyle.Primary = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style,
    label: truncate(label, LABEL_LIMIT),
    custom_id: idOf(press, lang, rendering),
  };
}

function idOf(press: Press, lang: Language, { fingerprint, owner }: Rendering): string {
  return encodeButton({ lang, fingerprint, owner: BigInt(owner), press });
}

/** What the card shows of an answer; the button to its surroundings carries it. */
function stateOf(card: Card) {
  for (const { press } of card.actions) if (press.act === "around") return press;
  return undefined;
}
