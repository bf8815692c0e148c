/** Whom a message would notify, as Discord reads `allowed_mentions`: without the field, everyone it names. */
import type { JsonObject, World } from "./server-state.ts";

/** Every text of a message that Discord shows, in order. */
export function texts(body: JsonObject): string[] {
  const found: string[] = [];
  const visit = (component: JsonObject): void => {
    if (component["type"] === 10) found.push(String(component["content"] ?? ""));
    for (const child of (component["components"] ?? []) as JsonObject[]) visit(child);
  };
  if (typeof body["content"] === "string" && body["content"] !== "") found.push(body["content"]);
  for (const embed of (body["embeds"] ?? []) as JsonObject[])
    for (const field of ["title", "description"])
      if (embed[field] !== undefined) found.push(String(embed[field]));
  for (const component of (body["components"] ?? []) as JsonObject[]) visit(component);
  return found;
}

export function notified(world: World, body: JsonObject, repliesTo: string | undefined): string[] {
  const allowed = body["allowed_mentions"] as
    | { parse?: string[]; users?: string[]; roles?: string[]; replied_user?: boolean }
    | undefined;
  const all = texts(body).join("\n");
  const may = (kind: string): boolean =>
    allowed === undefined || allowed === null || (allowed.parse ?? []).includes(kind);
  const pings: string[] = [];
  if (may("everyone")) for (const [name] of all.matchAll(/@(everyone|here)/g)) pings.push(name);
  for (const [, id = ""] of all.matchAll(/<@!?(\d+)>/g))
    if (may("users") || allowed?.users?.includes(id)) pings.push(id);
  for (const [, id = ""] of all.matchAll(/<@&(\d+)>/g))
    if (may("roles") || allowed?.roles?.includes(id)) pings.push(`&${id}`);
  const asked = repliesTo === undefined ? undefined : world.messages.get(repliesTo);
  // The default of `replied_user` is to ping only where `allowed_mentions` is absent.
  if (asked !== undefined && (allowed === undefined || allowed === null || allowed.replied_user === true))
    pings.push(asked.authorId);
  return pings;
}
