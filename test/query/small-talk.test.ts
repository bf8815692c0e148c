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
    ["greeting", "السلام عليكم ورحمة الله وبركاته"],
    ["greeting", "مرحبا!"],
    ["greeting", "صباح الخير، كيف حالك؟"],
    ["greeting", "Hello there 🙂"],
    ["greeting", "здравствуйте"],
    ["greeting", "iyi günler"],
    ["greeting", "صبح بخیر"],
    ["greeting", "bonjour, ça va ?"],
    ["greeting", "من فضلك"],
    ["thanks", "شكرا جزيلا"],
    ["thanks", "يعطيك العافية"],
    ["thanks", "thank you very much"],
    ["thanks", "спасибо большое"],
    ["thanks", "teşekkür ederim"],
    ["thanks", "مرسی"],
    ["thanks", "merci beaucoup"],
    ["thanks", "مرحبا، شكرا"],
    ["bot", "من أنت؟"],
    ["bot", "مرحبا، ما اسمك؟"],
    ["bot", "شكرا، ما اسمك؟"],
    ["bot", "who made you?"],
    ["bot", "что ты умеешь?"],
    ["bot", "ne yapabilirsin"],
    ["bot", "qui es-tu ?"],
    ["bot", "test 1 2 3"],
    ["bot", "من أين تأتي معلوماتك؟"],
    ["bot", "Where does your data come from?"],
    ["bot", "Could you translate into Polish?"],
    ["bot", "откуда твои источники"],
    ["bot", "kaynaklarınız nedir"],
    ["thanks", "شكرا جزيلا، ساعدتني كثيرا"],
    ["bot", "هل أنت بشر أم آلة؟"],
    ["bot", "شو اسمك، قديش عمرك؟"],
    ["bot", "How old are you?"],
    ["thanks", "شكرا لك، مفيد جدا"],
    ["bot", "انت روبوت ولا شخص"],
    ["bot", "Are you a real person or a machine?"],
    ["bot", "ты живой человек или программа?"],
    ["bot", "Sen insan mısın, robot musun?"],
    ["bot", "تو انسان هستی یا ربات؟"],
    ["bot", "Es-tu une vraie personne ?"],
  ])("is %s: %s", (topic, text) => {
    expect(talk(text)).toBe(topic);
  });

  it.each([
    "مرحبا، من وقع معاهدة الميناء؟",
    "من أنت يا بحر",
    "Could you translate what the minister said about the harbour?",
    "ما مصادر الطاقة في الميناء",
    "hello world harbour",
    "شكرا لروسيا",
    "السلام",
    "سلام دائم في المنطقة",
    "تجربة نووية",
    "أنت تعرف ما برنامج الزيارة",
    "are you aware of the real price of the harbour",
    "",
  ])("is not a message with something to ask in it: %s", (text) => {
    expect(talk(text)).toBeUndefined();
  });
});

describe("the words around a question", () => {
  it.each([
    ["السلام عليكم، من وقع المعاهدة؟", "من وقع المعاهدة"],
    ["لو سمحت من وقع المعاهدة", "من وقع المعاهدة"],
    ["من وقع المعاهدة؟ وشكرا جزيلا", "من وقع المعاهدة"],
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
