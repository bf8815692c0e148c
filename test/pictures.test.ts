import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { contents, mark } from "./support/pictures/pictures.ts";
import { textOf, withText } from "./support/pictures/png-text.ts";
import { ROOT } from "./support/service/program.ts";

it("the README's pictures show the bot's messages and its page as they are now (`npm run pictures` draws them)", async () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  for (const [file, content] of await contents()) {
    expect(readme).toContain(`(.github/${file})`);
    const png = readFileSync(join(ROOT, ".github", file));
    expect([file, textOf(png)]).toEqual([file, mark(content)]);
  }
});

it("a picture without a word about itself has none, and one that was given it has that", () => {
  const png = readFileSync(join(ROOT, "adapters/web/public/touch.png"));
  expect(textOf(png)).toBeUndefined();
  expect(textOf(withText(png, "a word"))).toBe("a word");
});
