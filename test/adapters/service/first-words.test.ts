import { expect, it } from "vitest";
import { LAUNCHED, launch } from "../../support/service/program.ts";

it("what is seen first at the start is for people, and no line of log", async () => {
  const program = launch(LAUNCHED, { HTTP_PORT: "0" });
  await program.says("Telegram");
  const [first = "", second = ""] = program.said().split("\n");
  expect(first).toMatch(/^Isnad .*reading its sources/);
  expect(second).toMatch(/^page +on, http:/);
  expect(program.said()).not.toContain('{"level"');
  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
});
