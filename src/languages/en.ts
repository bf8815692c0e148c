import { stemmer as english } from "@orama/stemmers/english";
import { enNames } from "./names/en.ts";
import { enNumerals } from "./numerals/en.ts";
import type { LanguageProfile } from "./profile.ts";

export const en = {
  code: "en",
  number: 1,
  script: "latin",
  direction: "ltr",
  locale: { numbers: "en", dates: "en-GB" },
  comma: ", ",
  detector: {
    markers: `
      the of and is are was were what who when where why how which did does do in on to for with about from his her their say said tell
      me there any between against hello hi thanks please you your not have has had by at be that this can could would should`,
  },
  stopwords: {
    source:
      "After the English list of Snowball, without its rarer contractions, with the politeness of questions.",
    words: `
      a an the of and or but if in on at to from by for with about into over under between among as is are was were be been being am do
      does did done has have had having it its this that these those there here he she they them his her their him i me my we us our you
      your not no nor so than then too very can could will would shall should may might must any some such only own same both each few
      more most other again further once also just s t re ve ll d m really actually please exactly ever yet still out up down off during
      against according regarding concerning via per within without upon one ones anything something someone anyone let want get got go
      going instead around along make makes made order`,
  },
  stemmer: english,
  asking: {
    words: {
      when: "when date",
      where: "where",
      who: "who whom whose who's",
      why: "why",
      how: "how",
      what: "what what's whats",
      which: "which",
      "yes-no": "did does is are was were has have do",
    },
    lowContent: `
      name names named call called type types kind kinds sort sorts thing things term number amount percentage percent happen happens
      happened`,
    phrases: [
      { text: "how many|how much|how often", asks: "how-many" },
      { text: "how old", asks: "how-many", leaves: "age" },
      { text: "how long", asks: "how-many", leaves: "duration" },
      { text: "how far", asks: "how-many", leaves: "distance" },
      { text: "how deep", asks: "how-many", leaves: "depth" },
      { text: "how high|how tall", asks: "how-many", leaves: "height" },
      { text: "how big|how large", asks: "how-many", leaves: "size" },
      { text: "so far|at all|in fact|of course" },
      { text: "in what year|in which year|in what years|in which years|what year|which years", asks: "when" },
      { text: "what date|on what date|which day|on which day|what day|what time", asks: "when" },
      { text: "what does|what did|what do", asks: "what" },
      {
        text: "for what purpose|to what end|what is the purpose of|what was the purpose of",
        asks: "why",
        leaves: "purpose",
      },
      { text: "how come|what for", asks: "why" },
    ],
    which: {
      which: String.raw`\b(?:what|which|names? of(?: the)?|list(?: of)?(?: the)?|name the) (?:[a-z]+ )?`,
      nouns: {
        city: "(?:city|cities|town|capital)",
        country: String.raw`(?:country|countries|states|nations|state|nation)\b`,
        where: String.raw`(?:place|port|airport|venue|location)\b`,
        who: String.raw`(?:president|leader|minister|official|politician|journalist|ambassador|person|diplomat)s?\b`,
      },
      several: String.raw`(?:countries|states|nations|years|cities|leaders|presidents|ministers|months)\b`,
    },
    // "the name of the ambassador"
    who: [
      /\bname of (?:the )?(?:[a-z]+ )?(?:president|minister|ambassador|leader|journalist|official|spokes|envoy|wife)/u,
    ],
  },
  smallTalk: {
    greeting: `
      hello|hi|hey|hello there|hi there|good morning|good evening|good afternoon|good night|how are you|how are you doing|how r u|
      how is it going|what's up|whats up|sup|bye|goodbye|see you`,
    thanks:
      "thanks|thank you|thank you very much|thanks a lot|many thanks|thx|ty|great|ok|okay|cool|nice|well done|good bot",
    bot: `
      how old are you|where do you live|who are you|what are you|what is your name|what's your name|what can you do|what do you do|
      how do you work|how do i use you|how do i use this|how does this work|how to use this bot|help|help me|can you help me|
      who made you|who created you|who built you|are you a bot|are you human|are you a robot|are you an ai|are you chatgpt|are you real|
      what are your sources|what do you know|what can i ask|what can i ask you|what is this|what is this bot|test|testing|test test|
      test 123|test 1 2 3|testing 1 2 3|ping`,
    polite: `
      please|could you please tell me|could you tell me|can you tell me|tell me|i want to know|i would like to know|i have a question|
      quick question|just a quick question|do you know|dear bot|excuse me|sorry`,
    filler: "and you u bot today",
    itself: [
      // Instructions to the bot, and its names
      String.raw`^(?:please |can you |could you )?(?:translate|summari[sz]e|rewrite|paraphrase|shorten)(?: me| for me)? (?:this|that|it|the (?:article|text|page|document)s?)\b`,
      String.raw`\b(?:your|previous|all|above) (?:system )?(?:instructions|prompt)\b`,
      String.raw`\bisnad\b`,

      String.raw`\byour (?:sources?|data|answers|knowledge|information|creator|developers?|training)\b`,
      String.raw`^(?:can|do|could) you (?:only |also )?(?:write|summari[sz]e|translate|answer|speak|understand|remember|learn|quote|read|search|lie|think)\b(?!.*\b(?:about|what|why|when|where|who|said)\b)`,
      String.raw`^are you (?:an? |really )?(?:\S+ )?(?:human|person|bot|robot|machine|program|programme|ai|real|alive)\b`,
    ],
  },
  joining: "and but also so then",
  names: enNames,
  numerals: enNumerals,
  address: "president the mr mrs ms minister leader mister premier comrade",
  labels: { source: "Sources?", credit: "Photo|Image|Picture|Credit", question: "Q|Question" },
  articles: {
    nouns: "article articles section clause rule chapter",
    text: "text say says said provide provides state states content contents wording read reads",
    numbers: [
      {
        from: 1,
        step: 1,
        words:
          "one first|two second|three third|four fourth|five fifth|six sixth|seven seventh|eight eighth|nine ninth|ten tenth|eleven eleventh|twelve twelfth|thirteen thirteenth|fourteen fourteenth|fifteen fifteenth|sixteen sixteenth|seventeen seventeenth|eighteen eighteenth|nineteen nineteenth|twenty twentieth",
      },
      {
        from: 30,
        step: 10,
        words:
          "thirty thirtieth|forty fortieth|fifty fiftieth|sixty sixtieth|seventy seventieth|eighty eightieth|ninety ninetieth|hundred hundredth",
      },
    ],
    and: "and",
  },
  negation: {
    source: "Compiled for this project.",
    words:
      "no not never none nothing nobody nor neither without cannot don doesn didn won isn aren wasn weren can't t",
  },
  that: "that",
  offices: { counterpart: "counterpart", held: "foreign minister|president", adjective: "before" },
} satisfies LanguageProfile;
