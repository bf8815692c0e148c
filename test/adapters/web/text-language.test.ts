import { expect, test } from "vitest";
import { answererOver } from "../../support/small-corpus.ts";
import { runningHere } from "../../support/web/running.ts";

test("a text is marked as in its own language, whatever the page's", async () => {
  const answerer = answererOver({
    "en.txt": "The library is open to children on Mondays.\nThe council finished the new bridge in spring.",
    "ru.txt": "Библиотека открыта для детей по понедельникам.\nМэрия достроила новый мост весной.",
  });
  const { url } = await runningHere({ answerer });
  const page = async (path: string) =>
    (await fetch(url + path, { headers: { "accept-language": "ar" } })).text();
  const answer = await page("/?q=bridge");
  expect(answer).toContain('<blockquote lang="en" dir="auto"');
  expect(answer).toContain('<bdi class="work" lang="en">');
  expect(await page("/sources/ru.txt")).toMatch(/<p class="verbatim" lang="ru">Мэрия/);
  expect(await page("/sources")).toContain('<bdi class="verbatim" lang="ru">');
});
