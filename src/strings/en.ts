import { dates, isolate, listed, plural, type Strings } from "./strings.ts";

const date = dates("en");

const keptDays = plural("en", { one: "# day", other: "# days" });

export const en = {
  language: "en",
  direction: "ltr",
  name: "English",
  answer: {
    asked: "Question",
    closest: "The sources do not answer this. The nearest they come:",
    nothing: "The sources say nothing about this.",
    missing: (words) => `Not in the sources: ${listed("en", words)}`,
    searchedFor: (typed, as) => `Searched for ${isolate(as)} in place of ${isolate(typed)}`,
    tryInstead: "Try asking:",
    counter: (at, of) => `${at} of ${of}`,
    empty: "Type a question and I will look for its answer in the sources.",
    tooLong: "That question is too long. Please shorten it.",
    help: {
      greeting:
        "Hello! Ask me about anything in the sources: I quote the passages that answer, word for word, with their source.",
      thanks: "You are welcome! Ask whenever you like.",
      bot: "I am Isnad. I answer by quoting the sources word for word, with a citation. I write nothing of my own, and when the sources do not answer I say so.",
    },
    privacy: "I keep nothing of what you write.",
    support: "Support",
    named: (name) => `The sources: ${isolate(name)}.`,
    about: (subject) => `They are about: ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `paragraph ${n}`,
    noHeadline: "no headline",
    untitled: (opening) => `no headline, begins ${isolate(`“${opening}…”`)}`,
    date: (d) =>
      d.how === "unknown"
        ? "no date stated"
        : d.how === "inferred"
          ? `${date(d.value)} (inferred)`
          : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "publisher unknown" : p.how === "inferred" ? `${p.value} (inferred)` : p.value,
    published: "Source",
  },
  leader: {
    choose: "Whom do you mean?",
    unknown: (name) => `The sources know nobody by the name ${isolate(name)}.`,
    said: plural("en", { one: "# statement", other: "# statements" }),
    mentioned: plural("en", { one: "mentioned in # paragraph", other: "mentioned in # paragraphs" }),
    about: (topic, count) => `about ${isolate(topic)}: ${count}`,
    roles: "Role in the sources",
    noStatements: "The sources quote no statement of theirs.",
    noMentions: "The sources do not mention them.",
  },
  verification: {
    verdict: {
      exact: "These are the source’s words, letter for letter.",
      spelling: "These are the source’s words; only spelling or punctuation differs.",
      altered: "This quotation is altered: not all its words are the source’s.",
      stitched: "This quotation is put together from different places.",
      misattributed: "The words are in the sources, but they are not this person’s.",
      translation: "This is a translation of words in the sources. The original:",
      absent: "These words are not in the sources.",
    },
    pasted: "What you pasted",
    nearest: "The nearest in the sources:",
    saidBy: (names) => `Said in the source by: ${listed("en", names)}`,
    byText: "The source puts them in nobody’s mouth: they are the text’s own.",
    added: (words) => `Added, not in the source: ${isolate(words)}`,
    dropped: (words) => `Left out: ${isolate(words)}`,
    changed: (typed, source) => `${isolate(typed)} in place of ${isolate(source)}`,
    moved: (words) => `Moved: ${isolate(words)}`,
  },
  sources: {
    title: "Sources",
    passages: plural("en", { one: "# paragraph", other: "# paragraphs" }),
    page: (at, of) => `page ${at} of ${of}`,
    unknown: "There is no such source. Pick one from the list of sources.",
    pick: "Pick a source to read",
  },
  translation: {
    label: "Editor’s translation",
    whole: "Whole translation",
    elsewhere: "Read in translation",
  },
  button: {
    previous: "Previous",
    next: "Next",
    around: "Context",
    back: "Back",
    post: "Post to channel",
    delete: "Delete",
    copy: "Copy with citation",
    read: "Read the source",
    said: "Said",
    mentioned: "Mentioned",
  },
  notice: {
    outdated: "The sources have changed since this answer. Please ask again.",
    notYours: "This answer is somebody else’s. Ask, and you get your own.",
    unknownButton: "This button no longer works. Please ask again.",
    slowDown: plural("en", {
      one: "Not so fast. Try again in # second.",
      other: "Not so fast. Try again in # seconds.",
    }),
    failed: "Something went wrong on my side. Please try again in a moment.",
    cannotQuote:
      "I could not quote the text exactly as it stands, so I did not. Read it in the source itself.",
    busy: "Too many questions at once: I could not answer this one in time. Please ask again in a moment.",
    mayBeLost: "My answer may not have reached you. If you do not see it, please ask again.",
    voted: "Thank you, your vote is counted.",
    questionsKept: (days) =>
      `Questions that I cannot answer are kept for ${keptDays(days)}, without who asked them, to see what the sources lack.`,
  },
  command: {
    start: "Start",
    ask: "Ask the sources: the answer is a quote with its citation",
    question: "Your question",
    leader: "What a person said, and where they are mentioned",
    leaderName: "The person’s name",
    topic: "About what",
    verify: "Check a quotation: are these the sources’ words?",
    quotation: "The quotation, as you have it",
    speaker: "Who is said to have said it",
    sources: "List the sources and read them",
    help: "How to use Isnad",
    private: "Only you see the answer",
    askSources: "Ask the sources",
    short: "I answer by quoting the sources word for word, with a citation.",
    about:
      "Ask me in any of nine languages about what the sources say. I quote the passages that answer exactly as they stand, with their source, and say so plainly when the sources do not answer. I write nothing of my own.",
    inGroup: (bot) =>
      `To ask here: /ask and the question, or mention @${bot}, or reply to one of my answers.`,
    inlineHelp: "Type your question after the bot’s name",
  },
  terminal: {
    loading: "loading…",
    endsPage: "The page stops as well.",
    unknown: "There is no such command. The commands:",
    nothingMore: "There is nothing more to show here. Ask something, or type /help.",
    leave: "Leave",
    turn: "If Arabic letters look reversed or cut apart",
    leader: "name: topic",
  },
} satisfies Strings;
