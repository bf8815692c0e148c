import { contract } from "../../support/contract.ts";
import { realAnswerer } from "../../support/core.ts";
import { startDriver } from "../../support/discord/driver.ts";

const answerer = realAnswerer();

contract({ platform: "Discord by command", answerer, start: (core) => startDriver(core, "command") });
contract({ platform: "Discord by mention", answerer, start: (core) => startDriver(core, "mention") });
contract({ platform: "Discord by direct message", answerer, start: (core) => startDriver(core, "dm") });
