import { describe, expect, it } from "vitest";
import { detectBidi } from "../../../adapters/terminal/bidi/detect.ts";

const XTERM = { TERM: "xterm-256color" };

describe("what a terminal says of itself", () => {
  it.each<[string, Record<string, string>, "terminal" | "visual" | undefined]>([
    ["GNOME Terminal", { ...XTERM, VTE_VERSION: "6800" }, "terminal"],
    ["VTE before it learnt to", { ...XTERM, VTE_VERSION: "5202" }, "visual"],
    ["Konsole", { ...XTERM, KONSOLE_VERSION: "230400" }, "terminal"],
    ["mlterm", { TERM: "mlterm" }, "terminal"],
    ["Terminal of macOS", { ...XTERM, TERM_PROGRAM: "Apple_Terminal" }, "terminal"],
    ["mintty", { ...XTERM, TERM_PROGRAM: "mintty" }, "terminal"],
    ["the console of Linux", { TERM: "linux" }, "visual"],
    ["xterm", { TERM: "xterm", XTERM_VERSION: "XTerm(380)" }, "visual"],
    ["kitty", { TERM: "xterm-kitty", KITTY_WINDOW_ID: "1" }, "visual"],
    ["Alacritty, started from GNOME", { TERM: "alacritty", VTE_VERSION: "6800" }, "visual"],
    ["foot", { TERM: "foot-extra" }, "visual"],
    ["Windows Terminal", { ...XTERM, WT_SESSION: "b6c0" }, "visual"],
    [
      "Visual Studio Code, started from GNOME",
      { ...XTERM, TERM_PROGRAM: "vscode", VTE_VERSION: "6800" },
      "visual",
    ],
    [
      "tmux within GNOME Terminal",
      { TERM: "tmux-256color", TERM_PROGRAM: "tmux", VTE_VERSION: "6800" },
      "terminal",
    ],
    ["ssh", XTERM, undefined],
    ["nothing", {}, undefined],
    ["nonsense", { TERM: "", VTE_VERSION: "new", TERM_PROGRAM: "__proto__" }, undefined],
  ])("%s", (_name, environment, bidi) => {
    expect(detectBidi(environment)).toBe(bidi);
  });
});
