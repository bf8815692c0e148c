/** Checking quotations, through the real client. */
import { describe, expect, it } from "vitest";
import { CHECK_MESSAGE } from "../../../adapters/discord/commands.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { isPrivate, stage, textOf } from "../../support/discord/stage.ts";

const { answer, open } = stage();
const TRUE = "الجيش الروسي لا يضرب أهدافاً مدنية";
const BENT = "الجيش الروسي يضرب أهدافاً مدنية";
const { verdict, saidBy } = STRINGS.ar.verification;

describe("a quotation", () => {
  it("is checked by a command, in green where it is the source's", async () => {
    const { them } = await open();
    const message = await answer(them.command("verify", { quotation: TRUE }));
    expect(textOf(message)).toContain(verdict.exact);
    expect(textOf(message)).toContain(TRUE);
    expect(JSON.stringify(message.body)).toContain(String(0x2e8b57));
  });

  it("is checked against who is said to have said it", async () => {
    const { them } = await open();
    const message = await answer(them.command("verify", { quotation: TRUE, speaker: "لافروف" }));
    expect(textOf(message)).toContain(verdict.misattributed);
    expect(textOf(message)).toContain(saidBy(["فلاديمير بوتين"]));
  });

  it("is checked from the menu of a message, in red where it was bent, with the words marked", async () => {
    const { them } = await open();
    const message = await answer(them.menu(CHECK_MESSAGE, `قال بوتين: «${BENT}»`));
    expect(textOf(message)).toContain(verdict.altered);
    expect(JSON.stringify(message.body)).toContain(String(0xb3392f));
    expect(JSON.stringify(message.body)).toContain("**لا**");
  });

  it("is checked when a question is after it", async () => {
    const { them } = await open();
    const message = await answer(them.command("ask", { question: `هل قال بوتين: «${BENT}»؟` }));
    expect(textOf(message)).toContain(verdict.altered);
  });

  it("counts as a question, by command or menu: whoever checks too often is told to wait", async () => {
    const { them } = await open({ limits: { questions: 2, seconds: 60 } });
    for (const pending of [them.command("verify", { quotation: TRUE }), them.menu(CHECK_MESSAGE, BENT)])
      expect(textOf(await answer(pending))).toMatch(new RegExp(`${verdict.exact}|${verdict.altered}`));
    for (const pending of [them.command("verify", { quotation: TRUE }), them.menu(CHECK_MESSAGE, BENT)]) {
      const refused = await answer(pending);
      expect(isPrivate(refused)).toBe(true);
      expect(textOf(refused)).not.toContain(TRUE);
      expect(textOf(refused)).toMatch(/\d/);
    }
  });
});
