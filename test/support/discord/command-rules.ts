/** What Discord refuses in application commands, from its reference (interactions/application-commands). */
import type { Fault } from "./rules.ts";
import type { JsonObject } from "./server-state.ts";

/** The reference's own pattern: letters of any script, but no marks of Latin or Arabic (no tashkeel), no spaces. */
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);
const length = (value: unknown): number => (typeof value === "string" ? [...value].length : 0);
const list = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value : []);

export function commandSetFaults(commands: readonly JsonObject[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, code: string, message: string): void =>
    void faults.push({ path, code, message });
  const seen = new Set<string>();
  const counts: Record<number, number> = {};
  for (const [i, command] of commands.entries()) {
    const type = Number(command["type"] ?? 1);
    counts[type] = (counts[type] ?? 0) + 1;
    const key = `${type}:${String(command["name"])}`;
    if (seen.has(key)) fault(`${i}.name`, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Names must be unique.");
    seen.add(key);
    if (type === 1) chatInputFaults(command, `${i}`, fault);
    else {
      if (length(command["name"]) < 1 || length(command["name"]) > 32)
        fault(`${i}.name`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32 in length.");
      if (length(command["description"]) > 0)
        fault(`${i}.description`, "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menus have none.");
      if (command["options"] !== undefined)
        fault(`${i}.options`, "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menus have none.");
    }
  }
  if ((counts[1] ?? 0) > 100 || (counts[2] ?? 0) > 15 || (counts[3] ?? 0) > 15)
    fault("", "APPLICATION_COMMAND_LIMIT", "Too many commands.");
  return faults;
}

type Report = (path: string, code: string, message: string) => void;

function chatInputFaults(entry: JsonObject, path: string, fault: Report): void {
  nameFaults(entry, path, fault);
  let optionalSeen = false;
  const names = new Set<string>();
  for (const [i, option] of list(entry["options"]).entries()) {
    const at = `${path}.options.${i}`;
    nameFaults(option, at, fault);
    if (names.has(String(option["name"])))
      fault(`${at}.name`, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "");
    names.add(String(option["name"]));
    if (option["required"] === true && optionalSeen)
      fault(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options come first.");
    optionalSeen ||= option["required"] !== true;
    if (option["autocomplete"] === true && list(option["choices"]).length > 0)
      fault(at, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Either choices or autocomplete.");
    const max = option["max_length"];
    if (max !== undefined && (typeof max !== "number" || max < 1 || max > 6000))
      fault(`${at}.max_length`, "NUMBER_TYPE_MAX", "Must be between 1 and 6000.");
  }
  if (list(entry["options"]).length > 25) fault(`${path}.options`, "BASE_TYPE_BAD_LENGTH", "At most 25.");
}

function nameFaults(entry: JsonObject, path: string, fault: Report): void {
  const check = (name: unknown, at: string): void => {
    if (typeof name !== "string" || !CHAT_INPUT_NAME.test(name) || name !== name.toLowerCase())
      fault(at, "STRING_TYPE_REGEX", `${String(name)} does not match the pattern of names.`);
  };
  check(entry["name"], `${path}.name`);
  const names = (entry["name_localizations"] ?? {}) as JsonObject;
  for (const [locale, name] of Object.entries(names)) {
    if (!LOCALES.has(locale))
      fault(`${path}.name_localizations`, "ENUM_TYPE_COERCE", `${locale} is no locale.`);
    check(name, `${path}.name_localizations.${locale}`);
  }
  const descriptions = {
    default: entry["description"],
    ...((entry["description_localizations"] ?? {}) as object),
  };
  for (const [locale, description] of Object.entries(descriptions)) {
    if (locale !== "default" && !LOCALES.has(locale))
      fault(`${path}.description_localizations`, "ENUM_TYPE_COERCE", `${locale} is no locale.`);
    if (length(description) < 1 || length(description) > 100)
      fault(`${path}.description`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
  }
}
