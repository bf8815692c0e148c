/** One scene a test, with the words to play it: what every test file about people on Discord begins with. */
import { afterEach, expect } from "vitest";
import { type Circumstances, type Scene, scene } from "./bot.ts";
import { buttonsOf, shownOf } from "./driver.ts";
import { ALICE, type Person } from "./people.ts";
import type { JsonObject, PendingInteraction, StoredMessage } from "./server-state.ts";

export interface Menu {
  readonly id: string;
  readonly options: readonly JsonObject[];
  readonly placeholder: string;
}

export function stage() {
  let here: Scene;

  afterEach(async () => {
    const { violations } = here.discord.world;
    const pings = here.them.sent().flatMap((message) => message.pings);
    await here.close();
    expect(violations).toEqual([]);
    expect(pings).toEqual([]);
  });

  /** The message that an interaction made or changed. */
  async function answer(pending: PendingInteraction): Promise<StoredMessage> {
    const message = await here.them.answered(pending);
    if (message === undefined) throw new Error("no message");
    return message;
  }

  return {
    answer,
    open: async (circumstances?: Circumstances): Promise<Scene> => {
      here = await scene(circumstances);
      return here;
    },
    /** Another process of the bot takes over. */
    takeOver: async (next: Promise<Scene>): Promise<void> => {
      here = await next;
    },
    pressIt: (message: StoredMessage, label: string, by: Person = ALICE): Promise<StoredMessage> =>
      answer(here.them.press(message, idOf(message, label), { by })),
  };
}

export const textOf = (message: StoredMessage | undefined): string =>
  message === undefined ? "" : shownOf(message, []).text;

export const isPrivate = (message: StoredMessage | undefined): boolean => message?.ephemeral === true;

export const labels = (message: StoredMessage): string[] => buttonsOf(message.body).map(({ label }) => label);

export function idOf(message: StoredMessage, label: string): string {
  const button = buttonsOf(message.body).find((candidate) => candidate.label.includes(label));
  if (button === undefined) throw new Error(`no ${label} in ${labels(message).join(" · ")}`);
  return button.id;
}

export function menuOf(message: StoredMessage): Menu {
  const find = (components: readonly JsonObject[]): JsonObject | undefined => {
    for (const component of components) {
      const found =
        component["type"] === 3 ? component : find((component["components"] ?? []) as JsonObject[]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const menu = find(message.body["components"] as JsonObject[]);
  if (menu === undefined) throw new Error("no menu");
  return {
    id: String(menu["custom_id"]),
    options: menu["options"] as JsonObject[],
    placeholder: String(menu["placeholder"]),
  };
}
