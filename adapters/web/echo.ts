import { echoUpTo } from "../conversation/echo.ts";

/** UTF-16 units. A question of more is refused anyway; its first words are enough to know it by. */
const MAX_ECHO = 400;

/** Someone's words, fit to be shown back on the page. */
export const echo = (text: string): string => echoUpTo(MAX_ECHO, text);
