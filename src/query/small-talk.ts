import { normalize } from "../analysis/normalizer.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { HelpTopic } from "../model.ts";

/**
 * Greetings, thanks and questions about the bot itself, in six languages and the dialects. A message is small talk when
 * these phrases are all of it; around a question they are taken off.
 */
const PHRASES: Readonly<Record<HelpTopic, readonly string[]>> = {
  greeting:
    `حضرتك ازيك|ازيك حضرتك|ازيكو|ازيكم يا جماعة|يسعد مساكم|يسعد صباحكم|يسعد اوقاتكم|يسعد اوقاتك|مساكم الله بالخير|صبحكم الله بالخير|صباح الورد|صباح الفل|مساء الورد|مساء الفل|مسا الخير|مسا النور|كيفكم|كيفكون|شلونكم|شخباركم|الاخوة الكرام|اخواني|اخواني الكرام|يا اخوان|يا اخوتي|يا غالي|يا باشا|يا طويل العمر|يا ناس|يا خوتي|خوتي|خويا|يا خويا|السلام عليكم|السلام عليكم ورحمة الله وبركاته|السلام عليكم ورحمة الله|وعليكم السلام|سلام عليكم|سلام|مرحبا|مرحبا بك|مرحبتين|أهلا|اهلا وسهلا|أهلا بك|هلا|هلا والله|هلو|هاي|يا هلا|صباح الخير|صباح النور|مساء الخير|مساء النور|تحية طيبة وبعد|تحية طيبة|تحياتي|كيف الحال|كيف حالك|كيفك|كيف حالكم|شلونك|شخبارك|شو اخبارك|ازيك|ازيكم|عامل ايه|اخبارك ايه|ايش اخبارك|وش اخبارك|كيداير|لاباس|لا باس عليك|يا صديقي|حياك الله|الله يسعدك|يسعد صباحك|يسعد مساك|عساك بخير|تصبح على خير|مع السلامة|وداعا|باي|يا جماعة|يا شباب|شلونكم|شلونكم عيني|عيني|خويا|خوتي|لاباس عليكم|لاباس عليك|سلام خويا|اهلين|هلا وغلا|كيف الأمور|كيفكم|شو الأخبار|ايش الأخبار|عاملين ايه|يعطيكم العافية|الله يقويك|يا اخي|اخوي|يا بوت|هل انت هنا|انت هنا|
hello|hi|hey|hello there|hi there|good morning|good evening|good afternoon|good night|how are you|how are you doing|how r u|how is it going|what's up|whats up|sup|bye|goodbye|see you|
привет|здравствуйте|здравствуй|добрый день|доброе утро|добрый вечер|как дела|как ты|как вы|здорово|пока|до свидания|
merhaba|selam|selamlar|günaydın|iyi günler|iyi akşamlar|nasılsın|nasılsınız|naber|ne haber|hoşça kal|güle güle|
درود|سلام علیکم|صبح بخیر|عصر بخیر|شب بخیر|حال شما چطور است|حالت چطوره|چطوری|خوبی|خوبید|حال شما|خداحافظ|
bonjour|bonsoir|salut|coucou|ça va|comment ça va|comment allez-vous|comment vas-tu|au revoir|bonne nuit|
salam|salam alaikum|assalamu alaikum|as-salamu alaykum|marhaba|ahlan|sabah el kheir|masa el kheir|ezayak|kifak|keefak|shlonak`.split(
      "|",
    ),
  thanks:
    `كنت مفيدا|كنت مفيدا جدا|كنت مفيدة|كنت رائعا|مفيد جدا|كنت عظيما|ساعدتني جدا|أفدتني|أفدتني كثيرا|أفدتنا|ساعدتني|ساعدتني كثيرا|استفدت كثيرا|أحسنت|جواب ممتاز|إجابة ممتازة|رائع جدا|ممتاز جدا|شكرا مقدما|وشكرا مقدما|شكرا سلفا|وشكرا سلفا|وشكرا|شكرا لكم|وشكرا لكم|شكرا ليكم|شكرا الكم|وشكرا جزيلا|متشكر جدا|متشكرين|مشكورة|كثر الله خيرك|ربنا يخليك|الله يخليك|الله يخليكم|الله يعطيكم العافية|يعطيكم العافية|تسلم ايدك|تسلم ايديكم|يسلموا|مرسي|ميرسي|بارك الله فيكم|جزاك الله كل خير|شكرا|شكرا لك|شكرا جزيلا|شكرا كتير|الف شكر|مشكور|مشكورين|تسلم|تسلموا|يسلمو|يعطيك العافية|الله يعطيك العافية|جزاك الله خيرا|الله يجزاك خير|جزاكم الله خيرا|بارك الله فيك|متشكر|شكرا ليك|ممنون|ممتاز|رائع|تمام|حسنا|اوكي|ماشي|
thanks|thank you|thank you very much|thanks a lot|many thanks|thx|ty|great|ok|okay|cool|nice|well done|good bot|
спасибо|спасибо большое|большое спасибо|благодарю|хорошо|отлично|ок|
teşekkürler|teşekkür ederim|çok teşekkürler|sağ ol|sağol|sağ olun|tamam|harika|
ممنون|ممنونم|متشکرم|مرسی|سپاس|سپاسگزارم|خیلی ممنون|
merci|merci beaucoup|je vous remercie|d'accord|super|shukran|shokran`.split("|"),
  bot: `كم عمرك|كم سنك|عمرك كم|قديش عمرك|عندك كام سنة|من انت|من أنت|مين انت|مين انتا|انت مين|انت منو|منو انت|شكون نتا|شكون انت|ما اسمك|شو اسمك|ايش اسمك|وش اسمك|اسمك ايه|ماذا تفعل|ما الذي تستطيع فعله|ماذا يمكنك أن تفعل|ماذا تستطيع أن تفعل|شو بتعمل|شو بتقدر تعمل|شو فيك تعمل|شو بتعرف تعمل|ايه اللي تقدر تعمله|تقدر تعمل ايه|بتعرف تعمل ايه|وش تقدر تسوي|ايش تقدر تسوي|شنو تكدر تسوي|شنو تسوي|شنو كتدير|اشنو كدير|بتعمل ايه|وش تسوي|ايش تسوي|ما عملك|ما وظيفتك|كيف تعمل|كيف أستخدمك|كيف استخدم البوت|كيف استعمل البوت|كيف اسألك|مساعدة|ساعدني|هل تستطيع مساعدتي|ممكن مساعدة|النجدة|من صنعك|من برمجك|مين عملك|مين صممك|هل أنت إنسان|هل انت روبوت|هل أنت بوت|انت روبوت|هل انت ذكاء اصطناعي|ما مصادرك|ما هي مصادرك|من اين تأتي بمعلوماتك|من أين معلوماتك|ما الذي تعرفه|ماذا تعرف|عن ماذا يمكنني أن أسألك|ما الأسئلة التي تجيب عنها|تجربة|تجربه|اختبار|تست|ما هذا البوت|ما هذا|
how old are you|where do you live|who are you|what are you|what is your name|what's your name|what can you do|what do you do|how do you work|how do i use you|how do i use this|how does this work|how to use this bot|help|help me|can you help me|who made you|who created you|who built you|are you a bot|are you human|are you a robot|are you an ai|are you chatgpt|are you real|what are your sources|what do you know|what can i ask|what can i ask you|what is this|what is this bot|test|testing|test test|test 123|test 1 2 3|testing 1 2 3|ping|
сколько тебе лет|сколько вам лет|кто ты|кто вы|как тебя зовут|что ты умеешь|что ты можешь|что вы умеете|помощь|помоги|помогите|как тобой пользоваться|как пользоваться ботом|как ты работаешь|кто тебя создал|ты бот|ты человек|ты робот|тест|проверка|какие у тебя источники|
kaç yaşındasın|kaç yaşındasınız|sen kimsin|siz kimsiniz|adın ne|adın nedir|ne yapabilirsin|neler yapabilirsin|yardım|yardım et|nasıl çalışıyorsun|seni kim yaptı|bot musun|robot musun|insan mısın|kaynakların neler|deneme|
چند سالته|چند سالت است|چند ساله هستی|تو کی هستی|شما کی هستید|تو کیستی|شما کیستید|کی هستی|اسمت چیه|اسم شما چیست|چه کاری می توانی انجام دهی|چه کار میکنی|چیکار میکنی|کمک|کمکم کن|راهنما|تو رباتی|آیا تو ربات هستی|چطور کار میکنی|آزمایش|امتحان|
quel âge as-tu|quel âge avez-vous|qui es-tu|qui êtes-vous|tu es qui|comment tu t'appelles|quel est ton nom|que peux-tu faire|que sais-tu faire|aide|aide-moi|à l'aide|comment ça marche|comment tu fonctionnes|qui t'a créé|es-tu un robot|es-tu humain|quelles sont tes sources|essai|
min enta|meen enta|enta meen|shu ismak`.split("|"),
};

const KEYS: ReadonlyMap<string, HelpTopic> = new Map(
  (Object.entries(PHRASES) as [HelpTopic, readonly string[]][]).flatMap(([topic, phrases]) =>
    phrases.map((phrase): [string, HelpTopic] => [keyOf(phrase), topic]).filter(([key]) => key !== ""),
  ),
);
const MAX_PHRASE_WORDS = Math.max(...[...KEYS.keys()].map((key) => key.split(" ").length));

function keyOf(phrase: string): string {
  return phrase
    .trim()
    .split(/[\s'’-]+/)
    .map((word) => normalize(word).replace(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean)
    .join(" ");
}

/** Politeness that surrounds questions; alone it is a greeting. */
const POLITE: ReadonlySet<string> = new Set(
  `لو تكرمت|لو تكرمتم|تكفى|تكفون|بالله عليك|بالله عليكم|عذرا|عذرا على الازعاج|عذرا على الإطالة|اسف على الازعاج|آسف على الإزعاج|اسف عالازعاج|اسف على الاطالة|اسف عالاطالة|معلش سؤال سريع كده|معلش سؤال سريع|معلش سؤال|سؤال سريع كده|معلش|معليش|عفوا|افيدوني|افيدونا|ارجو الافادة|ارجو منكم|خبروني|حدا يخبرني|حد يقولي|حد يعرف|في حدا بيعرف|حدا بيعرف|مين بيعرف|حد عارف|عندي استفسار|ممكن اعرف|ممكن أعرف|هل يمكن ان اعرف|هل لي ان اعرف|استفسار بسيط|استفسار|سؤالي|سؤالي هو|سؤالي هو التالي|نحب نعرف|بغيت نسول|بغيت نسولكم|عندي واحد السؤال|عندي سؤال سريع|ممكن توضحلي|ممكن توضح لي|ممكن حد يقولي|ممكن حدا يقلي|قلي|قلولي|قولوا لي|حضرتك|حضرتكم|لو سمحت|لو سمحتم|من فضلك|من فضلكم|رجاء|ارجوك|بليز|سؤال بسيط|سؤال|عندي سؤال|عندي سؤال بسيط|سؤال سريع|ممكن سؤال|اذا ممكن|اذا تكرمت|ممكن|ممكن تقول لي|ممكن تقولي|ممكن تخبرني|ممكن تحكيلي|قل لي|قولي|قوللي|احكيلي|اخبرني|خبرني|حابب اعرف|حاب اعرف|بدي اعرف|عايز اعرف|عاوز اعرف|ابغى اعرف|ابي اعرف|اريد ان اعرف|اريد اعرف|بغيت نعرف|حبيت اسأل|حبيت اعرف|ودي اعرف|هل يمكنك ان تخبرني|هل يمكن ان تخبرني|هل تعرف|بتعرف|تعرف|يا بوت|عافاك|عفاك|الله يحفظك|الله يرحم والديك|قولي|قوللي|قولولي|گولي|گولولي|فدوة|فدوه|فدوة گولولي|عذرا|عذرا على الإزعاج|آسف على الإزعاج|اسف|المعذرة|معلش|أرجو المساعدة|أرجو مساعدتي|ارجو الافادة|أفيدونا|افيدوني|ساعدوني|ممكن مساعدة|من بعد إذنك|بعد إذنك|ياخي|يا خوي|بصراحة|يا ريت|ياريت|لو تكرمت|لو تكرمتم|تكرما|حبيت أستفسر|عندي استفسار|استفسار|سؤال صغير|سؤال لو سمحت|بسرعة|يا غالي|يا باشا|يا استاذ|يا دكتور|يا معلم|يا حبيبي|حبيبي|يا صديقي|اخوي|يا اخي|والله|بالله|بالله عليك|الله يخليك|الله يرضى عليك|الله يسلمك|الله يجزاك خير|جزاك الله خير|وشكرا|مع الشكر|ولكم جزيل الشكر|وشكرا جزيلا|
please|could you please tell me|could you tell me|can you tell me|tell me|i want to know|i would like to know|i have a question|quick question|just a quick question|do you know|dear bot|excuse me|sorry|
пожалуйста|подскажите|подскажите пожалуйста|скажите|скажите пожалуйста|скажи|расскажи|расскажите|у меня вопрос|хочу узнать|
lütfen|bana söyler misin|söyler misin|bir sorum var|merak ediyorum|
لطفا|لطفاً|میشه بگی|می‌شود بگویید|بگو|یک سوال دارم|یه سوال|می‌خواهم بدانم|
s'il vous plaît|s'il te plaît|svp|stp|dis-moi|dites-moi|pouvez-vous me dire|peux-tu me dire|j'ai une question|je voudrais savoir|
mn fadlak|min fadlak|law samaht|3afak|3afwan|momken`
    .split("|")
    .map(keyOf)
    .filter(Boolean),
);

/** A digit is as good as a word in a test message (`test 1 2 3`), and nothing else. */
const FILLER = /^[0-9]$|^(?:ya|يا|و|and|you|u|bot|بوت|البوت|جدا|لك|لكم|ليك|اليوم|today)$/;

/** What only a bot has, or is asked whether it can: in a short message it is what the message is about. */
const ITSELF = new RegExp(
  "(?:^| )(?:معلوماتك|مصادرك|بياناتك|مطورك|مبرمجك|صانعك|قدراتك|اجاباتك|ردودك)(?: |$)|" +
    "\\byour (?:sources?|data|answers|knowledge|information|creator|developers?|training)\\b|" +
    "^(?:can|do|could) you (?:only |also )?(?:write|summari[sz]e|translate|answer|speak|understand|remember|learn|quote|read|search|lie|think)\\b" +
    "(?!.*\\b(?:about|what|why|when|where|who|said)\\b)|" +
    "^(?:هل |يعني )?(?:ان(?:ت|تي|تا|ته)|حضرتك) (?:\\S+ )?(?:انسان|بشر|بشري|ادمي|روبوت|بوت|برنامج|اله|حقيقي|ذكاء)(?: |$)|" +
    "^are you (?:an? |really )?(?:\\S+ )?(?:human|person|bot|robot|machine|program|programme|ai|real|alive)\\b|" +
    "^(?:а )?(?:ты|вы) (?:человек|бот|робот|программа|машина|живой|настоящ)|\\b(?:insan|robot|bot|program) m[iu]s[iu]n|" +
    "^(?:ايا )?(?:تو|شما) (?:انسان|ادم|ربات|برنامه|واقعي)|^(?:es tu|etes vous|tu es) (?:une? )?(?:vraie? )?(?:humain|personne|robot|bot|programme|machine)|" +
    "(?:^| )(?:твои|ваши|твоих|ваших) (?:источник|данны|ответ)|\\bkaynaklar(?:in|iniz)\\b|(?:^| )(?:منابعت|اطلاعاتت)(?: |$)|" +
    "\\b(?:tes|vos) (?:sources|donnees|reponses)\\b",
  "u",
);
const SHORT = 12;

/** What kind of small talk a message is, when it is nothing else. */
export function smallTalk(tokens: readonly Token[]): HelpTopic | undefined {
  if (tokens.length <= SHORT && ITSELF.test(tokens.map(({ folded }) => folded).join(" "))) return "bot";
  let topic: HelpTopic | undefined;
  for (let at = 0; at < tokens.length; ) {
    const step = phraseAt(tokens, at);
    if (step) {
      // a question about the bot outweighs the greeting before it
      if (step.topic && (topic === undefined || step.topic === "bot" || topic === "greeting"))
        topic = step.topic;
      at += step.length;
    } else if (at > 0 && FILLER.test(tokens[at]?.folded ?? "")) at += 1;
    else return undefined;
  }
  return topic ?? (tokens.length > 0 ? "greeting" : undefined);
}

/** The tokens without the greetings and politeness before, after and between them. */
export function withoutSmallTalk(tokens: readonly Token[]): Token[] {
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const step = phraseAt(tokens, at);
    // one word of thanks or of a greeting may be a word of the question; only at its edges is it surely neither
    const edge = left.length === 0 || at + (step?.length ?? 0) === tokens.length;
    if (step && step.topic !== "bot" && (edge || step.length > 1)) at += step.length;
    else {
      left.push(tokens[at] as Token);
      at += 1;
    }
  }
  return left;
}

function phraseAt(tokens: readonly Token[], at: number): { length: number; topic?: HelpTopic } | undefined {
  for (let length = Math.min(MAX_PHRASE_WORDS, tokens.length - at); length >= 1; length -= 1) {
    const key = tokens
      .slice(at, at + length)
      .map((t) => t.folded)
      .join(" ");
    const topic = KEYS.get(key);
    if (topic) return { length, topic };
    if (POLITE.has(key)) return { length };
  }
  return undefined;
}
