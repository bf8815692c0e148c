import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLog, redact } from "../../../adapters/service/log.ts";

const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.a-secret-that-nobody-may-read";
const TELEGRAM = "1234567890:AAE-another_secret_that_nobody_may_read";
const HOOK = "hook-secret-0123456789";

function logged(level = "trace") {
  const lines: string[] = [];
  return { lines, log: createLog(level, [DISCORD, TELEGRAM, HOOK], (line) => void lines.push(line)) };
}

describe("the log", () => {
  it.each(["fatal", "error", "warn", "info", "debug", "trace"] as const)(
    "keeps secrets out of every place of a line: %s",
    (level) => {
      const { lines, log } = logged();
      const cause = new TypeError(`fetch https://api.telegram.org/bot${TELEGRAM}/getMe failed`);
      log[level](
        {
          err: new Error(`401 with ${DISCORD}`, { cause }),
          headers: { authorization: `Bot ${DISCORD}`, [HOOK]: [HOOK] },
          deep: { er: { than: { that: `x${TELEGRAM}y` } } },
        },
        `at ${HOOK}`,
      );
      expect(lines).toHaveLength(1);
      for (const secret of [DISCORD, TELEGRAM, HOOK]) expect(lines[0]).not.toContain(secret);
      expect(lines[0]).toContain("[secret]");
      expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "at [secret]" });
    },
  );

  it("knows a Telegram token that it was never told of, as libraries put it into addresses", () => {
    const other = "987654321:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
    const { lines, log } = logged();
    log.info({ url: `https://api.telegram.org/bot${other}/getUpdates` }, other);
    expect(lines[0]).not.toContain(other);
  });

  it("redacts each secret as often as it stands there, whatever characters it has", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: "grapheme-ascii" }),
        fc.array(fc.string({ unit: "grapheme-ascii" })),
        (secret, between) => {
          fc.pre(!"[secret]".includes(secret));
          expect(redact(between.join(secret), [secret])).not.toContain(`${secret}${secret}`);
          expect(redact(`a${secret}b${secret}`, [secret])).toBe("a[secret]b[secret]");
        },
      ),
    );
  });

  it("has neither the name of the machine nor of the process, and a time that people read", () => {
    const { lines, log } = logged();
    log.info("ready");
    const line = JSON.parse(lines[0] ?? "");
    expect(Object.keys(line).toSorted()).toEqual(["level", "msg", "time"]);
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it("writes no line below its level, and none at all when silent", () => {
    const { lines, log } = logged("warn");
    log.info("no");
    log.warn("yes");
    expect(lines).toHaveLength(1);
    const silent = logged("silent");
    silent.log.fatal("no");
    expect(silent.lines).toHaveLength(0);
  });
});
