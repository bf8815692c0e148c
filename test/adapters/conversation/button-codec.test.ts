import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BUTTON_LIMIT,
  type Button,
  decodeButton,
  encodeButton,
  type Press,
} from "../../../adapters/conversation/button-codec.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";

/** Two million passages: a corpus a thousand times larger than this one. */
const passage = fc.integer({ min: 0, max: 2 ** 21 - 1 });
const page = fc.integer({ min: 0, max: 127 });
const answerState = fc.array(passage, { minLength: 1, maxLength: 10 }).chain((passages) =>
  fc.record({
    kind: fc.constantFrom("quotes" as const, "closest" as const),
    passages: fc.constant(passages),
    at: fc.integer({ min: 0, max: passages.length - 1 }),
    page,
  }),
);
const press: fc.Arbitrary<Press> = fc.oneof(
  answerState.chain((state) =>
    fc.constantFrom("show" as const, "around" as const, "post" as const).map((act) => ({ ...state, act })),
  ),
  fc.record({
    act: fc.constant("leader" as const),
    leader: fc.integer({ min: 0, max: 10_000 }),
    tab: fc.constantFrom("about" as const, "statements" as const, "mentions" as const),
    about: fc.array(passage, { maxLength: 8 }),
    at: fc.integer({ min: 0, max: 100_000 }),
    page,
  }),
  fc.record({ act: fc.constant("source" as const), document: passage, page: passage }),
  fc.record({ act: fc.constant("sources" as const), page: passage }),
  fc.constant({ act: "delete" as const }),
);
const button: fc.Arbitrary<Button> = fc.record({
  lang: fc.constantFrom(...LANGUAGES),
  fingerprint: fc.integer({ min: 0, max: 0xffffff }),
  // Discord's snowflakes are 63 bits, Telegram's ids 52
  owner: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  press,
});

describe("the codec of buttons", () => {
  it("gives back every button that a platform can make, in 64 ASCII characters", () => {
    fc.assert(
      fc.property(button, (made) => {
        const data = encodeButton(made);
        expect(data).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(data.length).toBeLessThanOrEqual(BUTTON_LIMIT);
        expect(decodeButton(data)).toEqual(made);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps a language's number for good: buttons of old messages carry it", () => {
    const first = (lang: Button["lang"]) =>
      Buffer.from(
        encodeButton({ lang, fingerprint: 0, owner: 0n, press: { act: "delete" } }),
        "base64url",
      )[0];
    expect((["ar", "en", "ru", "tr", "fa", "fr"] as const).map(first)).toEqual([96, 97, 98, 99, 100, 101]);
  });

  it("leaves the last passages off where not all fit, and still fits", () => {
    const passages = Array.from({ length: 50 }, (_, i) => 2 ** 31 + i);
    const press = { act: "show", kind: "closest", passages, at: 3, page: 100_000 } as const;
    const made: Button = { lang: "fr", fingerprint: 0xffffff, owner: 2n ** 64n - 1n, press };
    const data = encodeButton(made);
    expect(data.length).toBeLessThanOrEqual(BUTTON_LIMIT);
    const read = decodeButton(data);
    const kept = read && "passages" in read.press ? read.press.passages : [];
    expect(kept.length).toBeGreaterThan(3);
    expect(kept).toEqual(passages.slice(0, kept.length));
    expect(read).toEqual({ ...made, press: { ...press, passages: kept } });
  });

  it("reads nothing into what it did not write, and throws at none of it", () => {
    const garbage = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.base64String({ maxLength: 100 }),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
      // A real one, cut short or drawn out
      fc
        .tuple(button, fc.nat({ max: 64 }), fc.string({ maxLength: 4 }))
        .map(([b, n, s]) => encodeButton(b).slice(0, n) + s),
    );
    fc.assert(
      fc.property(garbage, (data) => {
        const read = decodeButton(data);
        if (!read) return;
        // What it does read is a button like any other
        expect(decodeButton(encodeButton(read))).toEqual(read);
        expect(LANGUAGES).toContain(read.lang);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["nothing", ""],
    ["a form of another bot", "page:NaN:-1e309"],
    ["65 characters", "A".repeat(65)],
    ["a hundred characters", "A".repeat(100)],
    ["letters that are not base64url", "AAAA+/=="],
    ["Arabic", "بوتين"],
    ["a number without an end", Buffer.from([0, 0, 0, 0, ...Array(40).fill(0xff)]).toString("base64url")],
    [
      "a place beyond the passages",
      encodeButton({
        lang: "ar",
        fingerprint: 1,
        owner: 0n,
        press: { act: "show", kind: "quotes", passages: [1, 2], at: 2, page: 0 },
      }),
    ],
    [
      "bytes after the end",
      `${encodeButton({ lang: "ar", fingerprint: 1, owner: 0n, press: { act: "sources", page: 1 } })}AAAA`,
    ],
  ])("takes %s for no button", (_name, data) => {
    expect(decodeButton(data)).toBeUndefined();
  });
});
