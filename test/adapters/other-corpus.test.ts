import { describe, expect, it, onTestFinished } from "vitest";
import { createConversation } from "../../adapters/conversation/conversation.ts";
import { commands } from "../../adapters/discord/commands.ts";
import { LANGUAGES } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { introduction } from "../../src/strings/introduction.ts";
import { answererOver } from "../support/small-corpus.ts";
import { startBot } from "../support/telegram/bot.ts";
import { TelegramServer } from "../support/telegram/server.ts";
import { runningHere } from "../support/web/running.ts";

/** Every word of the corpus in `seeds` that the bot ever said of itself, in its languages. */
const SEEDS =
  /caspi|قزوين|خزر|касп|hazar|aliyev|aliev|علييف|علی.?اف|алиев|putin|بوتين|путин|tanker|танкер|ناقلات|نفتکش/iu;

const TEXT = "مكتبة الحي\nتفتح المكتبة أبوابها للأطفال صباح كل سبت، وفيها ثلاثة آلاف كتاب.\n";
const BARE = { "library.txt": TEXT };
const DESCRIBED = {
  ...BARE,
  "corpus.json": JSON.stringify({
    name: { ar: "دفتر المكتبة", en: "The library notebook" },
    subject: { en: "a library for children" },
    greeting: { fr: "Bonjour, posez vos questions sur la bibliothèque." },
    examples: { en: ["When is the library open?", "How many books are there?", "Who may come?"] },
  }),
};

const HELLO = {
  ar: "مرحبا",
  en: "hello",
  ru: "здравствуйте",
  tr: "merhaba",
  fa: "درود",
  fr: "bonjour",
  az: "salam",
  tk: "salam",
  kk: "сәлем",
};

/** All that the bot says of itself, to a greeting and where it has found nothing. */
function said(files: Readonly<Record<string, string>>): string {
  const conversation = createConversation({ answerer: answererOver(files), width: 1000 });
  const cards = LANGUAGES.flatMap((lang) => [
    conversation.help(lang),
    conversation.ask({ text: HELLO[lang], locale: lang }).card,
    conversation.ask({ text: "zzzxq vvvkj", locale: lang }).card,
    conversation.people(lang),
    conversation.leader({ name: "Zorblax", locale: lang }).card,
  ]);
  return JSON.stringify([cards, LANGUAGES.map((lang) => introduction(conversation.answerer.corpus, lang))]);
}

describe.each([
  ["that says nothing of itself", BARE],
  ["that says what it is", DESCRIBED],
])("over a corpus %s", (_, files) => {
  it("the bot says nothing of another one", () => {
    expect(SEEDS.exec(said(files))).toBeNull();
    expect(SEEDS.exec(JSON.stringify([commands("global"), commands("guild")]))).toBeNull();
  });

  it("the page says nothing of another one", async () => {
    const { url } = await runningHere({ answerer: answererOver(files) });
    for (const lang of LANGUAGES)
      for (const path of [
        `/?lang=${lang}`,
        `/?lang=${lang}&q=${HELLO[lang]}`,
        `/?lang=${lang}&q=zzzxq`,
        `/sources?lang=${lang}`,
      ])
        expect(SEEDS.exec(await (await fetch(url + path)).text())).toBeNull();
  });

  it("Telegram shows nothing of another one", async () => {
    const server = await TelegramServer.start();
    const bot = startBot(server, answererOver(files));
    onTestFinished(async () => {
      await bot.connection.stop();
      await server.close();
    });
    await server.until(() => server.state.texts.size === 3 * (LANGUAGES.length + 1), "everything to be set");
    expect(SEEDS.exec(JSON.stringify([...server.state.texts.values()]))).toBeNull();
  });
});

describe("a corpus that says what it is", () => {
  const { corpus } = answererOver(DESCRIBED);

  it("is introduced in its own words", () => {
    const en = introduction(corpus, "en");
    expect(en.greeting).toMatch(/Hello!.*The library notebook.*a library for children/s);
    expect(en.description).toMatch(/The library notebook.*a library for children/s);
    expect(en.examples).toHaveLength(3);
    expect(introduction(corpus, "fr").greeting).toBe("Bonjour, posez vos questions sur la bibliothèque.");
  });

  it("is introduced in neutral words in a language that it does not speak", () => {
    const ru = introduction(corpus, "ru");
    expect(ru).toEqual({
      greeting: STRINGS.ru.answer.help.greeting,
      description: STRINGS.ru.command.about,
      examples: [],
    });
  });

  it("offers what editors expect to be asked where it names no examples", () => {
    const expected = answererOver({
      ...BARE,
      "questions/en/town.txt":
        "# library.txt 2\nHow many books are there?\nHow many volumes?\n- Who wrote them?\n# library.txt 1\nWhich library?\n",
    });
    expect(introduction(expected.corpus, "en").examples).toEqual([
      "How many books are there?",
      "Which library?",
    ]);
  });
});
