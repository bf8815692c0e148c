/**
 * What Discord refuses in a message, written from its reference (resources/message, components/reference): the first
 * judge. The published schema, the second, misses totals over a whole message, unique ids and the V2 flag.
 */
import type { JsonObject } from "./server-state.ts";

export interface Fault {
  /** `components.0.components.1.custom_id`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export const EPHEMERAL = 1 << 6;
export const COMPONENTS_V2 = 1 << 15;
const ALLOWED_FLAGS = (1 << 2) | EPHEMERAL | (1 << 12) | COMPONENTS_V2;

const ACTION_ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const SECTION = 9;
const TEXT = 10;
const SEPARATOR = 14;
const CONTAINER = 17;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value : []);
/** Discord counts code points in its limits on text. */
const length = (value: string): number => [...value].length;

export function messageFaults(body: JsonObject, current?: JsonObject): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, code: string, message: string): void =>
    void faults.push({ path, code, message });
  const flags = typeof body["flags"] === "number" ? body["flags"] : 0;
  if ((flags & ~ALLOWED_FLAGS) !== 0)
    fault("flags", "BITFIELD_INVALID", "Unknown or forbidden message flag.");
  const v2 = (flags & COMPONENTS_V2) !== 0 || (Number(current?.["flags"] ?? 0) & COMPONENTS_V2) !== 0;
  const content = text(body["content"]);
  const embeds = list(body["embeds"]);
  const components = list(body["components"]);

  if (v2) {
    for (const field of ["content", "embeds", "poll", "sticker_ids"])
      if (text(body[field]) !== "" || list(body[field]).length > 0)
        fault(
          field,
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          `${field} cannot be used with V2.`,
        );
    if (components.length === 0) fault("components", "BASE_TYPE_REQUIRED", "This field is required");
  } else {
    if (length(content) > 2000) fault("content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length.");
    if (content.trim() === "" && embeds.length === 0 && components.length === 0)
      fault("", "50006", "Cannot send an empty message");
    if (components.length > 5)
      fault("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    for (const [i, component] of components.entries())
      if (component["type"] !== ACTION_ROW)
        fault(`components.${i}.type`, "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).');
    for (const [i, embed] of embeds.entries()) embedFaults(embed, `embeds.${i}`, fault);
  }
  componentFaults(components, fault);
  return faults;
}

type Report = (path: string, code: string, message: string) => void;

function embedFaults(embed: JsonObject, path: string, fault: Report): void {
  const limits = { title: 256, description: 4096 } as const;
  let total = 0;
  for (const [field, limit] of Object.entries(limits)) {
    total += length(text(embed[field]));
    if (length(text(embed[field])) > limit)
      fault(`${path}.${field}`, "BASE_TYPE_MAX_LENGTH", `Must be ${limit} or fewer in length.`);
  }
  const footer = text((embed["footer"] as JsonObject | undefined)?.["text"]);
  if (length(footer) > 2048) fault(`${path}.footer.text`, "BASE_TYPE_MAX_LENGTH", "Must be 2048 or fewer.");
  if (total + length(footer) > 6000) fault(path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds 6000.");
}

function componentFaults(components: readonly JsonObject[], fault: Report): void {
  let count = 0;
  let characters = 0;
  const ids = new Set<string>();
  const visit = (component: JsonObject, path: string, parent: number): void => {
    count += 1;
    const children = list(component["components"]);
    switch (component["type"]) {
      case ACTION_ROW: {
        if (children.length < 1 || children.length > 5)
          fault(`${path}.components`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        if (children.length > 1 && children.some((child) => child["type"] === SELECT))
          fault(`${path}.components`, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select fills its row.");
        break;
      }
      case BUTTON:
        buttonFaults(component, path, parent, ids, fault);
        break;
      case SELECT:
        selectFaults(component, path, parent, ids, fault);
        break;
      case TEXT: {
        const content = text(component["content"]);
        characters += length(content);
        if (content.trim() === "") fault(`${path}.content`, "BASE_TYPE_REQUIRED", "This field is required");
        break;
      }
      case SECTION:
      case SEPARATOR:
        break;
      case CONTAINER:
        if (parent !== 0) fault(`${path}.type`, "UNION_TYPE_CHOICES", "A container stands at the top.");
        if (children.length === 0) fault(`${path}.components`, "BASE_TYPE_BAD_LENGTH", "At least 1.");
        break;
      default:
        fault(`${path}.type`, "UNION_TYPE_CHOICES", `Unknown component type ${String(component["type"])}.`);
    }
    for (const [i, child] of children.entries())
      visit(child, `${path}.components.${i}`, Number(component["type"]));
  };
  for (const [i, component] of components.entries()) visit(component, `components.${i}`, 0);
  if (count > 40) fault("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "More than 40 components.");
  if (characters > 4000)
    fault("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "More than 4000 characters of text.");
}

function customId(component: JsonObject, path: string, ids: Set<string>, fault: Report): void {
  const id = text(component["custom_id"]);
  if (length(id) < 1 || length(id) > 100)
    fault(`${path}.custom_id`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
  if (ids.has(id)) fault(`${path}.custom_id`, "COMPONENT_CUSTOM_ID_DUPLICATED", "Ids cannot be duplicated.");
  ids.add(id);
}

function buttonFaults(
  button: JsonObject,
  path: string,
  parent: number,
  ids: Set<string>,
  fault: Report,
): void {
  if (parent !== ACTION_ROW && parent !== SECTION)
    fault(`${path}.type`, "UNION_TYPE_CHOICES", "A button stands in a row.");
  const label = text(button["label"]);
  if (length(label) > 80) fault(`${path}.label`, "BASE_TYPE_MAX_LENGTH", "Must be 80 or fewer in length.");
  if (label.trim() === "" && button["emoji"] === undefined)
    fault(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji.");
  if (button["style"] === 5) {
    if (!/^(https?|discord):\/\/\S+$/.test(text(button["url"])) || text(button["url"]).length > 512)
      fault(`${path}.url`, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    if (button["custom_id"] !== undefined)
      fault(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "Either a url or an id.");
  } else customId(button, path, ids, fault);
}

function selectFaults(
  select: JsonObject,
  path: string,
  parent: number,
  ids: Set<string>,
  fault: Report,
): void {
  if (parent !== ACTION_ROW) fault(`${path}.type`, "UNION_TYPE_CHOICES", "A select stands in a row.");
  customId(select, path, ids, fault);
  if (length(text(select["placeholder"])) > 150)
    fault(`${path}.placeholder`, "BASE_TYPE_MAX_LENGTH", "Must be 150 or fewer in length.");
  const options = list(select["options"]);
  if (options.length < 1 || options.length > 25)
    fault(`${path}.options`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
  const values = new Set<string>();
  for (const [i, option] of options.entries()) {
    for (const field of ["label", "value", "description"] as const) {
      const given = text(option[field]);
      const missing = given === "" && field !== "description";
      if (missing || length(given) > 100)
        fault(
          `${path}.options.${i}.${field}`,
          "BASE_TYPE_BAD_LENGTH",
          "Must be between 1 and 100 in length.",
        );
    }
    if (values.has(text(option["value"])))
      fault(`${path}.options.${i}.value`, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Duplicated.");
    values.add(text(option["value"]));
  }
}

/** The nested shape in which Discord lists what is wrong with a form. */
export function invalidFormBody(faults: readonly Fault[]): JsonObject {
  const only = faults[0];
  if (only?.code === "50006") return { code: 50006, message: only.message };
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let place = errors;
    for (const key of path.split(".").filter((part) => part !== "")) {
      place[key] ??= {};
      place = place[key] as Record<string, unknown>;
    }
    place["_errors"] = [...((place["_errors"] ?? []) as unknown[]), { code, message }];
  }
  return { code: 50035, message: "Invalid Form Body", errors: errors as JsonObject };
}
