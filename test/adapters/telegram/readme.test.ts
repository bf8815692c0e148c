import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { VARIABLES } from "../../../adapters/service/settings.ts";

const readme = readFileSync(new URL("../../../adapters/telegram/README.md", import.meta.url), "utf8");

it("the README names every command and every variable of Telegram", () => {
  for (const name of ["ask", "verify", "leader", "sources", "help"]) expect(readme).toContain(`\`/${name}`);
  for (const name of VARIABLES.filter((variable) => variable.startsWith("TELEGRAM_")))
    expect(readme).toContain(`\`${name}\``);
});
