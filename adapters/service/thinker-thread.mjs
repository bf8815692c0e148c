/** Where a thread of the pool begins: in the bundle, or in the sources where there is none. */
import { addressOf } from "../launch.mjs";

const { default: think } = await import(await addressOf("thinker"));
export default think;
