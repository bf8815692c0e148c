type Environment = Readonly<Record<string, string | undefined>>;

/** Who puts right-to-left text in order: the terminal, or we, for terminals that print letters as they come. */
export type Bidi = "terminal" | "visual";

/** VTE 0.58 is the first that reorders; the variable holds major * 10000 + minor * 100 + micro. */
const FIRST_VTE = 5800;

const TERMS: readonly (readonly [RegExp, Bidi])[] = [
  [/^mlterm/, "terminal"],
  [/^(linux|xterm-kitty|alacritty|foot|st|rxvt|xterm-ghostty)\b/, "visual"],
];
const PROGRAMS: ReadonlyMap<string, Bidi> = new Map([
  ["Apple_Terminal", "terminal"],
  ["mintty", "terminal"],
  ["vscode", "visual"],
  ["WezTerm", "visual"],
  ["ghostty", "visual"],
  ["Hyper", "visual"],
  ["Tabby", "visual"],
]);
/** Set by a terminal for what runs in it, and passed on to whatever that starts: asked last, the likelier first. */
const SIGNS: readonly (readonly [string, Bidi])[] = [
  ["KONSOLE_VERSION", "terminal"],
  ["MLTERM", "terminal"],
  ["KITTY_WINDOW_ID", "visual"],
  ["ALACRITTY_WINDOW_ID", "visual"],
  ["XTERM_VERSION", "visual"],
  ["WT_SESSION", "visual"],
];

/** What the environment gives away about the terminal; undefined where it gives nothing away (over ssh, mostly). */
export function detectBidi(environment: Environment): Bidi | undefined {
  const { TERM = "", TERM_PROGRAM = "", VTE_VERSION } = environment;
  for (const [pattern, bidi] of TERMS) if (pattern.test(TERM)) return bidi;
  const program = PROGRAMS.get(TERM_PROGRAM);
  if (program) return program;
  const vte = Number(VTE_VERSION);
  if (vte > 0) return vte >= FIRST_VTE ? "terminal" : "visual";
  return SIGNS.find(([name]) => environment[name])?.[1];
}
