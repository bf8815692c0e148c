/**
 * The commands as Discord shows them. Discord has no Arabic locale, so the default description, which people with
 * an Arabic interface see too, is in Arabic and English; the other languages have their own.
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";

export const COMMAND = {
  ask: "ask",
  verify: "verify",
  leader: "leader",
  sources: "sources",
  help: "help",
} as const;
export const OPTION = {
  question: "question",
  quotation: "quotation",
  speaker: "speaker",
  private: "private",
  name: "name",
  topic: "topic",
} as const;
/** The message commands: they stand in the menu of any message. At most 32 characters each. */
export const ASK_ABOUT_MESSAGE = "اسأل المصادر · Ask the sources";
export const CHECK_MESSAGE = "تحقّق من اقتباس · Check a quote";

/** Longest option texts, in characters: the core refuses longer questions, so nobody has to type one in vain. */
const QUESTION_LENGTH = 500;
const NAME_LENGTH = 100;
/** A quotation may be as long as the core checks. */
const QUOTATION_LENGTH = 4000;

type Localised = { readonly ru: string; readonly tr: string; readonly fr: string };

const named = (name: string, names: Localised, description: string, descriptions: Localised) => ({
  name,
  name_localizations: names,
  description,
  description_localizations: descriptions,
});

const PRIVATE = {
  type: ApplicationCommandOptionType.Boolean,
  ...named(OPTION.private, { ru: "лично", tr: "özel", fr: "privé" }, "لك وحدك · Only you see the answer", {
    ru: "Ответ видите только вы",
    tr: "Yanıtı yalnızca siz görürsünüz",
    fr: "La réponse n’est visible que par vous",
  }),
} as const;

const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      COMMAND.ask,
      { ru: "спросить", tr: "sor", fr: "demander" },
      "اسأل المصادر بأي لغة · Ask the sources, in any language",
      {
        ru: "Задать вопрос источникам на любом языке",
        tr: "Kaynaklara herhangi bir dilde sorun",
        fr: "Interroger les sources, dans n’importe quelle langue",
      },
    ),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: QUESTION_LENGTH,
        ...named(OPTION.question, { ru: "вопрос", tr: "soru", fr: "question" }, "سؤالك · Your question", {
          ru: "Ваш вопрос",
          tr: "Sorunuz",
          fr: "Votre question",
        }),
      },
      PRIVATE,
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      COMMAND.verify,
      { ru: "проверить", tr: "denetle", fr: "vérifier" },
      "تحقّق من اقتباس · Check a quotation against the sources",
      {
        ru: "Проверить цитату по источникам",
        tr: "Bir alıntıyı kaynaklarla karşılaştırın",
        fr: "Vérifier une citation dans les sources",
      },
    ),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: QUOTATION_LENGTH,
        ...named(
          OPTION.quotation,
          { ru: "цитата", tr: "alıntı", fr: "citation" },
          "الاقتباس كما وصلك · The quotation, as you have it",
          {
            ru: "Цитата, как она у вас есть",
            tr: "Alıntı, elinizdeki haliyle",
            fr: "La citation, telle que vous l’avez",
          },
        ),
      },
      {
        type: ApplicationCommandOptionType.String,
        max_length: NAME_LENGTH,
        ...named(
          OPTION.speaker,
          { ru: "автор", tr: "kişi", fr: "auteur" },
          "إلى من يُنسب · Who is said to have said it",
          { ru: "Кому её приписывают", tr: "Kime atfedildiği", fr: "À qui on l’attribue" },
        ),
      },
      PRIVATE,
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      COMMAND.leader,
      { ru: "лидер", tr: "lider", fr: "dirigeant" },
      "ما قالته شخصية ومواضع ذكرها · What a person said, and where they are mentioned",
      {
        ru: "Высказывания и упоминания одного лица",
        tr: "Bir kişinin sözleri ve anıldığı yerler",
        fr: "Les déclarations d’une personne et ses mentions",
      },
    ),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        max_length: NAME_LENGTH,
        ...named(
          OPTION.name,
          { ru: "имя", tr: "isim", fr: "nom" },
          "الاسم بأي كتابة · The name, in any script and spelling",
          { ru: "Имя, в любом написании", tr: "Adı, her yazımla", fr: "Le nom, dans toute graphie" },
        ),
      },
      {
        type: ApplicationCommandOptionType.String,
        max_length: QUESTION_LENGTH,
        ...named(
          OPTION.topic,
          { ru: "тема", tr: "konu", fr: "sujet" },
          "ما قيل عن هذا أولًا · What was said about this comes first",
          {
            ru: "Сначала то, что сказано об этом",
            tr: "Önce bu konuda söylenenler",
            fr: "D’abord ce qui s’y rapporte",
          },
        ),
      },
      PRIVATE,
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      COMMAND.sources,
      { ru: "источники", tr: "kaynaklar", fr: "sources" },
      "المصادر، لتقرأها بنفسك · The sources, to read them yourself",
      {
        ru: "Источники, чтобы прочитать самим",
        tr: "Kaynaklar, kendiniz okuyun",
        fr: "Les sources, à lire soi-même",
      },
    ),
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      COMMAND.help,
      { ru: "помощь", tr: "yardım", fr: "aide" },
      "ما الذي يستطيعه البوت · What this bot can do",
      { ru: "Что умеет этот бот", tr: "Bu bot ne yapabilir", fr: "Ce que sait faire ce bot" },
    ),
  },
  {
    type: ApplicationCommandType.Message,
    name: ASK_ABOUT_MESSAGE,
    name_localizations: { ru: "Спросить источники", tr: "Kaynaklara sor", fr: "Interroger les sources" },
  },
  {
    type: ApplicationCommandType.Message,
    name: CHECK_MESSAGE,
    name_localizations: { ru: "Проверить цитату", tr: "Alıntıyı denetle", fr: "Vérifier la citation" },
  },
];

/** For every server and every user: both kinds of installation, in servers, with the bot, and among people. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Commands of one server may not say where they are installed: they are there already. */
export function commands(scope: "global" | "guild"): RESTPostAPIApplicationCommandsJSONBody[] {
  return COMMANDS.map((command) => (scope === "global" ? { ...command, ...EVERYWHERE } : { ...command }));
}
