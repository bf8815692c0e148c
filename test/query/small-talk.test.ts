import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import { smallTalk, withoutSmallTalk } from "../../src/query/small-talk.ts";

const talk = (text: string) => smallTalk(tokenize(text));
const left = (text: string) =>
  withoutSmallTalk(tokenize(text))
    .map((token) => token.text)
    .join(" ");

describe("small talk", () => {
  it.each([
    ["greeting", "السلام عليكم ورحمة الله وبركاته"], // peace be upon you
    ["greeting", "مرحبا!"], // hello
    ["greeting", "صباح الخير، كيف حالك؟"], // good morning, how are you?
    ["greeting", "Hello there 🙂"],
    ["greeting", "здравствуйте"],
    ["greeting", "iyi günler"],
    ["greeting", "صبح بخیر"], // good morning
    ["greeting", "bonjour, ça va ?"],
    ["greeting", "من فضلك"], // please
    ["thanks", "شكرا جزيلا"], // many thanks
    ["thanks", "يعطيك العافية"], // God give you strength
    ["thanks", "thank you very much"],
    ["thanks", "спасибо большое"],
    ["thanks", "teşekkür ederim"],
    ["thanks", "مرسی"], // thanks
    ["thanks", "merci beaucoup"],
    ["thanks", "مرحبا، شكرا"], // hello, thanks
    ["bot", "من أنت؟"], // who are you?
    ["bot", "مرحبا، ما اسمك؟"], // hello, what is your name?
    ["bot", "شكرا، ما اسمك؟"], // thanks, what is your name?
    ["bot", "who made you?"],
    ["bot", "что ты умеешь?"],
    ["bot", "ne yapabilirsin"],
    ["bot", "qui es-tu ?"],
    ["bot", "test 1 2 3"],
    ["bot", "من أين تأتي معلوماتك؟"], // where does your information come from?
    ["bot", "Where does your data come from?"],
    ["bot", "Could you translate into Polish?"],
    ["bot", "откуда твои источники"],
    ["bot", "kaynaklarınız nedir"],
    ["thanks", "شكرا جزيلا، ساعدتني كثيرا"], // many thanks, you helped me a lot
    ["bot", "هل أنت بشر أم آلة؟"], // are you human or a machine?
    ["bot", "شو اسمك، قديش عمرك؟"], // what is your name, how old are you?
    ["bot", "How old are you?"],
    ["thanks", "شكرا لك، مفيد جدا"], // thank you, very useful
    ["bot", "انت روبوت ولا شخص"], // are you a robot or a person
    ["bot", "Are you a real person or a machine?"],
    ["bot", "ты живой человек или программа?"],
    ["bot", "Sen insan mısın, robot musun?"],
    ["bot", "تو انسان هستی یا ربات؟"], // are you human or a robot?
    ["bot", "Es-tu une vraie personne ?"],
    ["greeting", "Salam əleyküm"],
    ["greeting", "сәлеметсіз бе"],
    ["thanks", "köp sag boluň"],
    ["bot", "Sən insansan, yoxsa robot?"],
    ["bot", "mənbələrin hansılardır"],
    ["bot", "Siz adammy ýa-da robot?"],
    ["bot", "Сен адамсың ба, роботсың ба?"],
    ["bot", "дереккөздерің қандай?"],
  ])("is %s: %s", (topic, text) => {
    expect(talk(text)).toBe(topic);
  });

  it.each([
    "مرحبا، من وقع معاهدة الميناء؟", // hello, who signed the treaty of the harbour?
    // The same word is "your sources" and "of the sources"
    "doğal kaynakların kullanımı",
    "enerji mənbələrin inkişafı",
    "energiýa çeşmeleriň ösüşi",
    "дереккөздерінің саны қанша",
    "من أنت يا بحر", // who are you, O sea
    "Could you translate what the minister said about the harbour?",
    "ما مصادر الطاقة في الميناء", // what are the sources of energy in the harbour
    "hello world harbour",
    "شكرا لروسيا", // thanks to Russia
    "السلام", // peace
    "سلام دائم في المنطقة", // a lasting peace in the region
    "تجربة نووية", // a nuclear test
    "أنت تعرف ما برنامج الزيارة", // you know what the programme of the visit is
    "are you aware of the real price of the harbour",
    "",
  ])("is not a message with something to ask in it: %s", (text) => {
    expect(talk(text)).toBeUndefined();
  });
});

describe("the words around a question", () => {
  it.each([
    ["السلام عليكم، من وقع المعاهدة؟", "من وقع المعاهدة"], // peace be upon you, who signed the treaty?
    ["لو سمحت من وقع المعاهدة", "من وقع المعاهدة"], // please who signed the treaty
    ["من وقع المعاهدة؟ وشكرا جزيلا", "من وقع المعاهدة"], // who signed the treaty? and many thanks
    ["hello, could you tell me who signed the treaty please", "who signed the treaty"],
    ["подскажите пожалуйста, кто подписал договор", "кто подписал договор"],
    ["merhaba, anlaşmayı kim imzaladı", "anlaşmayı kim imzaladı"],
  ])("are taken off %s", (text, expected) => {
    expect(left(text)).toBe(expected);
  });

  it.each(["من وقع معاهدة السلام في المنطقة", "أثر الشكر على الناس", "who said thanks first"])(
    "stay inside %s",
    (text) => {
      expect(left(text)).toBe(
        tokenize(text)
          .map((t) => t.text)
          .join(" "),
      );
    },
  );
});
