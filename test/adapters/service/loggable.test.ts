import { describe, expect, it } from "vitest";
import { classOf, loggable } from "../../../adapters/service/loggable.ts";

/** Somebody's words, as they come to stand in errors. */
const SECRET = "my\n    at secret (/home/question.ts:1:2)\nquestion";

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("what may be logged of an error", () => {
  it.each([
    ["of a parser", caught(() => JSON.parse(SECRET))],
    ["with words of its own", new Error(SECRET)],
    ["whose class is somebody's words", Object.assign(new Error("x"), { name: SECRET })],
    ["whose code is somebody's words", Object.assign(new Error("x"), { code: SECRET })],
    ["whose message was changed later", Object.assign(new Error("first"), { message: SECRET })],
    ["with a cause", new Error("x", { cause: new Error(SECRET) })],
    ["that is no error", SECRET],
  ])("holds nobody's words: one %s", (_, error) => {
    expect(JSON.stringify(loggable(error))).not.toMatch(/secret|my|question/);
  });

  it("is its class, its code and where it comes from", () => {
    const error = Object.assign(new TypeError("what"), { code: "ECONNRESET" });
    const { at, ...rest } = loggable(error);
    expect(rest).toEqual({ error: "TypeError", code: "ECONNRESET" });
    expect(at?.[0]).toMatch(/loggable\.test\.ts:\d+:\d+/);
    expect(at?.length).toBeLessThanOrEqual(8);
    expect(classOf(error)).toBe("TypeError.ECONNRESET");
  });

  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [7, "number"],
    [{}, "object"],
  ])("is the type of what is thrown and is no error: %s", (thrown, type) => {
    expect(loggable(thrown)).toEqual({ error: type });
    expect(classOf(thrown)).toBe(type);
  });

  it("is told of an error without a stack", () => {
    const error = Object.assign(new Error("x"), { stack: undefined });
    expect(loggable(error)).toEqual({ error: "Error" });
  });
});
