import { LANGUAGES, type Language } from "../../src/model.ts";
import type { Calls, Payload } from "./calls.ts";

/** What the bot says about itself in people's apps: its commands, and who it is. */
interface Introduction {
  readonly commands: Readonly<Record<CommandName, string>>;
  /** Shown in an empty chat, at most 512 characters. */
  readonly description: string;
  /** Shown on the profile and with shared links, at most 120 characters. */
  readonly short: string;
}

const COMMANDS = ["ask", "leader", "sources", "help"] as const;
type CommandName = (typeof COMMANDS)[number];

export const INTRODUCTIONS: Readonly<Record<Language, Introduction>> = {
  ar: {
    commands: {
      ask: "اطرح سؤالًا عن المقالات",
      leader: "ما قاله أحد القادة: اكتب اسمه",
      sources: "المقالات التي أقتبس منها",
      help: "كيف تسأل",
    },
    description:
      "أجيب عن الأسئلة المتعلقة بخمس مقالات صحفية عربية عن دول بحر قزوين، فأقتبس الفقرات التي تجيب حرفيًا وأذكر المصدر. اكتب سؤالك، أو اكتب اسمي في أي محادثة ثم سؤالك.",
    short: "أسئلة عن مقالات صحفية عربية، وأجوبة مقتبسة حرفيًا مع ذكر المصدر.",
  },
  en: {
    commands: {
      ask: "Ask a question about the articles",
      leader: "What a leader said: type a name",
      sources: "The articles that I quote",
      help: "How to ask",
    },
    description:
      "I answer questions about five Arabic news articles on the Caspian states by quoting, word for word, the passages that answer, with a citation. Type your question here, or my name and a question in any chat.",
    short: "Questions about Arabic news articles, answered by word-for-word quotes with a citation.",
  },
  ru: {
    commands: {
      ask: "Задать вопрос о статьях",
      leader: "Что сказал политик: введите имя",
      sources: "Статьи, которые я цитирую",
      help: "Как спрашивать",
    },
    description:
      "Отвечаю на вопросы о пяти арабских новостных статьях о прикаспийских странах: дословно цитирую отрывки, в которых есть ответ, и указываю источник. Напишите вопрос здесь или моё имя и вопрос в любом чате.",
    short: "Вопросы об арабских новостных статьях и ответы дословными цитатами с указанием источника.",
  },
  tr: {
    commands: {
      ask: "Makaleler hakkında bir soru sorun",
      leader: "Bir liderin söyledikleri: adını yazın",
      sources: "Alıntı yaptığım makaleler",
      help: "Nasıl sorulur",
    },
    description:
      "Hazar ülkeleriyle ilgili beş Arapça haber makalesi hakkındaki soruları, yanıtı içeren bölümleri kelimesi kelimesine alıntılayıp kaynağını göstererek yanıtlarım. Sorunuzu buraya ya da herhangi bir sohbete adımla birlikte yazın.",
    short: "Arapça haber makaleleri hakkında sorular; kaynağıyla, kelimesi kelimesine alıntı yanıtlar.",
  },
  fa: {
    commands: {
      ask: "پرسشی دربارهٔ مقاله‌ها بپرسید",
      leader: "گفته‌های یک رهبر: نامش را بنویسید",
      sources: "مقاله‌هایی که از آن‌ها نقل می‌کنم",
      help: "چگونه بپرسید",
    },
    description:
      "به پرسش‌هایی دربارهٔ پنج مقالهٔ خبری عربی دربارهٔ کشورهای حاشیهٔ خزر با نقل کلمه‌به‌کلمهٔ بخش‌هایی که پاسخ در آن‌هاست و با ذکر منبع پاسخ می‌دهم. پرسش خود را این‌جا، یا نام من و پرسش را در هر گفت‌وگویی بنویسید.",
    short: "پرسش دربارهٔ مقاله‌های خبری عربی و پاسخ با نقل کلمه‌به‌کلمه و ذکر منبع.",
  },
  fr: {
    commands: {
      ask: "Poser une question sur les articles",
      leader: "Les propos d'un dirigeant : tapez son nom",
      sources: "Les articles que je cite",
      help: "Comment demander",
    },
    description:
      "Je réponds aux questions sur cinq articles de presse en arabe consacrés aux pays de la mer Caspienne, en citant mot à mot les passages qui répondent, avec leur source. Écrivez votre question ici, ou mon nom et une question dans n'importe quelle discussion.",
    short: "Des questions sur des articles de presse en arabe, des réponses citées mot à mot avec la source.",
  },
};

/** Bots have a default, for all whose language is none of these, and one per language. */
const AUDIENCES: readonly { code?: Language; language: Language }[] = [
  { language: "en" },
  ...LANGUAGES.map((language) => ({ code: language, language })),
];

/** Sets what differs from what is set: every change counts against a limit, and apps are told of each. */
export async function introduce(calls: Calls): Promise<void> {
  for (const { code, language } of AUDIENCES) {
    const { commands, description, short } = INTRODUCTIONS[language];
    const audience = code === undefined ? {} : { language_code: code };
    const list = COMMANDS.map((command) => ({ command, description: commands[command] }));
    await setWhenChanged(calls, "MyCommands", audience, list, { commands: list });
    await setWhenChanged(calls, "MyDescription", audience, { description }, { description });
    const about = { short_description: short };
    await setWhenChanged(calls, "MyShortDescription", audience, about, about);
  }
}

async function setWhenChanged(
  calls: Calls,
  what: string,
  audience: Payload,
  wanted: unknown,
  payload: Payload,
): Promise<void> {
  const current = await calls.call(`get${what}`, audience);
  if (!current.ok || JSON.stringify(current.result) === JSON.stringify(wanted)) return;
  await calls.call(`set${what}`, { ...payload, ...audience });
}
