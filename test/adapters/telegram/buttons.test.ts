import { beforeEach, describe, expect, it } from "vitest";
import { encodeButton } from "../../../adapters/conversation/button-codec.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import {
  anna,
  boris,
  bot,
  buttons,
  entity,
  labelled,
  last,
  people,
  press,
  quiet,
  restart,
  STURGEON,
  sent,
  server,
  setBotStage,
  toasts,
} from "../../support/telegram/bot-stage.ts";

const { corpus } = realAnswerer();

setBotStage();

describe("buttons", () => {
  beforeEach(async () => {
    people.say(anna, STURGEON);
    await sent(1);
  });

  it("turn to the next quote and back, with the matches in bold again", async () => {
    const before = structuredClone({ text: last().text, entities: last().entities });
    await press(labelled("التالي"));
    expect(last().text).not.toBe(before.text);
    expect(entity("bold")).toBeTruthy();
    await press(labelled("السابق"));
    expect({ text: last().text, entities: last().entities }).toEqual(before);
    expect(server.sent).toHaveLength(1);
    expect(toasts()).toEqual([undefined, undefined]);
  });

  it("show the paragraphs around it, and the way back", async () => {
    const quote = entity("blockquote");
    await press(labelled(STRINGS.ar.button.around));
    expect(last().entities.filter(({ type }) => type === "blockquote").length).toBeGreaterThan(1);
    expect(last().text).toContain(quote);
    await press(labelled(STRINGS.ar.button.back));
    expect(entity("blockquote")).toBe(quote);
  });

  it("choose among those whom a name fits", async () => {
    people.say(anna, "/leader بردي محمدوف");
    await sent(2);
    expect(buttons()).toHaveLength(2);
    await press(buttons()[1]?.callback_data ?? "none");
    expect(last().text).toContain("قربانقلي");
  });

  it("work after a restart, and in another replica", async () => {
    await restart();
    const before = last().text;
    await press(labelled("التالي"));
    expect(last().text).not.toBe(before);
  });

  it("of somebody else's answer tell so, in the presser's language", async () => {
    const before = last().text;
    await press(labelled("التالي"), boris);
    expect(toasts()).toEqual([STRINGS.ru.notice.notYours]);
    expect(last().text).toBe(before);
  });

  it("of an outdated corpus tell so", async () => {
    const press1 = { act: "sources", page: 0 } as const;
    const fingerprint = corpus.fingerprint ^ 1;
    await press(encodeButton({ lang: "ar", fingerprint, owner: 11n, press: press1 }));
    expect(toasts()).toEqual([STRINGS.en.notice.outdated]);
  });

  it.each(["", "more:7f3a9c21:2", "\u0000", "____", "م".repeat(32), "z".repeat(64)])(
    "that are none of ours (%j) are answered",
    async (data) => {
      await press(data);
      expect(toasts()).toEqual([STRINGS.en.notice.unknownButton]);
    },
  );

  it("under a message that Telegram no longer shows us are answered", async () => {
    const { chat, message_id } = last();
    people.press(anna, { chat, message_id, date: 0 } as never, labelled("التالي"));
    people.press(anna, undefined as never, labelled("التالي"), { inline_message_id: "x" });
    await quiet();
    expect(toasts()).toEqual([STRINGS.en.notice.unknownButton, STRINGS.en.notice.unknownButton]);
  });

  it("pressed twice change the message once, and both presses are answered", async () => {
    const data = labelled("التالي");
    const shown = structuredClone(last());
    people.press(anna, shown, data);
    people.press(anna, shown, data);
    await quiet();
    expect(server.made("answerCallbackQuery").map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
    expect(server.made("editMessageText").map(({ outcome }) => outcome)).toEqual(["ok"]);
    expect(bot.lines.join("")).not.toContain("not modified");
  });

  it("are answered in time also when the edit has to wait, and the edit when the answer is too late", async () => {
    server.fail({ method: "editMessageText", how: { code: 429, retryAfter: 1 } });
    const before = last().text;
    people.press(anna, structuredClone(last()), labelled("التالي"));
    await server.until(() => toasts().length === 1, "the answer");
    expect(last().text).toBe(before);
    await quiet();
    expect(last().text).not.toBe(before);
    people.press(anna, structuredClone(last()), labelled("التالي"));
    server.state.openQueries.clear();
    const second = last().text;
    await quiet();
    expect(last().text).not.toBe(second);
  });
});
