/** Where the thread that indexes a corpus begins: in the bundle, or in the sources where there is none. */
import { addressOf } from "../launch.mjs";

await import(await addressOf("builder"));
