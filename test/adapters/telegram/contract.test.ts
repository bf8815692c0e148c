import { contract } from "../../support/contract.ts";
import { realAnswerer } from "../../support/core.ts";
import { startDriver } from "../../support/telegram/driver.ts";

contract({ platform: "Telegram", answerer: realAnswerer(), start: startDriver });
