import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where a Chromium is installed on this machine, if one is. */
export function findChromium(): string | undefined {
  const { PATH: path = "" } = process.env;
  for (const folder of path.split(delimiter))
    for (const name of NAMES) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next may be
      }
    }
  return undefined;
}
