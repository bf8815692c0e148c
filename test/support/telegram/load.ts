import { People, type Person, person } from "./people.ts";
import type { TelegramServer } from "./server.ts";

export interface Load {
  /** Updates a second, evenly. */
  readonly rate: number;
  readonly seconds: number;
  readonly questions: readonly string[];
}

export interface Measured {
  readonly sent: number;
  readonly lost: number;
  readonly repeated: number;
  /** Milliseconds from delivery to the call that replies. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Everybody asks once: half write to the bot, half search inline. */
export async function load(server: TelegramServer, { rate, seconds, questions }: Load): Promise<Measured> {
  const people = new People(server);
  const asked: { id: number; reply: string }[] = [];
  const total = rate * seconds;
  const began = performance.now();
  while (asked.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate));
    while (asked.length < due)
      asked.push(ask(people, person(10_000 + asked.length), asked.length, questions));
    await new Promise((wake) => setTimeout(wake, 5));
  }
  const replies = (): Map<string, number[]> => repliesIn(server);
  await server
    .until(() => replies().size >= asked.length, "every reply")
    .catch(() => "counted as lost below");
  const found = replies();
  const times = asked
    .flatMap(({ id, reply }) => {
      const at = found.get(reply)?.[0];
      const delivered = server.updates.deliveredAt.get(id);
      return at === undefined || delivered === undefined ? [] : [at - delivered];
    })
    .sort((a, b) => a - b);
  const quantile = (q: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;
  return {
    sent: asked.length,
    lost: asked.length - times.length,
    repeated: [...found.values()].filter((calls) => calls.length > 1).length,
    p50: quantile(0.5),
    p99: quantile(0.99),
    most: times.at(-1) ?? Number.NaN,
  };
}

function ask(
  people: People,
  who: Person,
  i: number,
  questions: readonly string[],
): { id: number; reply: string } {
  const question = questions[i % questions.length] ?? "?";
  if (i % 2 === 0) return { id: people.say(who, question).update_id, reply: `chat ${who.id}` };
  const update = people.inline(who, question);
  return { id: update.update_id, reply: `query ${(update["inline_query"] as { id: string }).id}` };
}

function repliesIn(server: TelegramServer): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { method, body, at } of server.calls) {
    if (method !== "sendMessage" && method !== "answerInlineQuery") continue;
    if (method === "sendMessage" && Number(body["chat_id"]) < 10_000) continue;
    const key = method === "sendMessage" ? `chat ${body["chat_id"]}` : `query ${body["inline_query_id"]}`;
    found.set(key, [...(found.get(key) ?? []), at]);
  }
  return found;
}
