import type { Language } from "./codes.ts";
import type { Names, Numerals } from "./names.ts";
import type { Script } from "./script.ts";

/**
 * What the bot knows of a language that it is asked in. Data only: the engines that read it are in the rooms above, and fold it as they
 * fold texts. Lists of words are parted by white space, lists of phrases by `|`.
 */
export interface LanguageProfile {
  readonly code: Language;
  /** 0 to 15, the language's own for good: buttons carry it, so that a language added later changes no button. */
  readonly number: number;
  readonly script: Script;
  readonly direction: "rtl" | "ltr";
  /** BCP 47 tags for `Intl`, with the digits and the calendar of the language's press. */
  readonly locale: { readonly numbers: string; readonly dates: string };
  /** Between the members of a list. */
  readonly comma: string;
  readonly detector: Detector;
  /** Its Latin alphabet, where its own is another: what tells it, and a word of it in the language's own letters. */
  readonly romanised?: {
    readonly detector: Detector;
    readonly toOwn: (word: string) => string;
  };
  readonly stopwords: Stopwords;
  readonly stemmer: Stemmer;
  readonly asking: Asking;
  readonly smallTalk: SmallTalk;
  /** Words that join one question to another ("and", "but", "then"). */
  readonly joining: string;
  readonly names: Names;
  readonly numerals: Numerals;
  /** Offices and forms of address that people put before a name; alone they are nobody. */
  readonly address: string;
  /** Endings of the cases that names take, as alternatives of a regular expression over folded words. */
  readonly caseEndings?: string;
  /** Whether what follows an apostrophe is an ending rather than a word. */
  readonly apostropheEndings?: boolean;
  /** Whether a zero-width non-joiner parts words that are read apart where nobody knows them whole. */
  readonly joinedByZwnj?: boolean;
  /** Words that open a line which says where a text or a picture is from, or which asks, as alternatives of a regular expression. */
  readonly labels: { readonly source: string; readonly credit: string; readonly question: string };
  readonly articles: Articles;
  /** What is written together with the word behind it. */
  readonly proclitics?: Proclitics;
  /** How its verbs are put into the third person, where forms of one verb are compared by that. */
  readonly verbs?: VerbAffixes;
  readonly negation: Negation;
  /** "That", after which reported words begin. */
  readonly that?: string;
  readonly offices?: Offices;
  readonly chatAlphabet?: ChatAlphabet;
  /** Two letters that countries write in each other's place: the seats of the hamza. */
  readonly seats?: readonly [string, string];
  /** Nouns behind which a word that is also a part of somebody's name is an adjective. */
  readonly beforeAdjective?: string;
}

/** How texts number their articles, sections and clauses. */
export interface Articles {
  readonly nouns: string;
  /** Ordinals and cardinals: words for one value are parted by white space, values by `|`, the first is `from`. */
  readonly numbers: readonly { readonly from: number; readonly step: number; readonly words: string }[];
  /** What may stand between the words of one number. */
  readonly and?: string;
  /** Words that ask for the text of an article rather than about something in it; folded like the others. */
  readonly text?: string;
  /** Endings of declined numbers, of which `numbers` then has the stems. */
  readonly endings?: RegExp;
}

/** What tells a language from the others in its script. */
export interface Detector {
  /** Small words that it alone has. */
  readonly markers: string;
  /** Those of the markers that another language has too: they count half. */
  readonly shared?: string;
  /** Letters that it alone has. */
  readonly own?: string;
  /** What letters say of a question; the first pattern that the whole text fits is counted. */
  readonly letters?: readonly Vote[];
  /** Of every word as typed, and of every folded word. */
  readonly typed?: Vote;
  readonly folded?: Vote;
  /** The language in Latin letters and digits, where it has another script. */
  readonly latin?: {
    /** Digits that stand for letters, inside a folded word. */
    readonly digits: RegExp;
    /** Words with digits that do not count as such. */
    readonly except: RegExp;
    readonly markers: string;
  };
}

export interface Vote {
  readonly pattern: RegExp;
  readonly votes: number;
}

/**
 * Words that carry no content. Negations are among them: the sources are quoted, not judged, so "has not changed" and "changed" are found
 * alike. Words that ask are in `Asking`.
 */
interface Stopwords {
  /** Where the list comes from. */
  readonly source: string;
  readonly words: string;
  /** Each of the first with each of the second glued to it is a stop word too. */
  readonly suffixed?: { readonly words: string; readonly suffixes: string };
  /** Whether small words take the endings of others. */
  readonly inflected?: boolean;
}

/** Takes the ending off a folded word; or the affixes by which the light stemmer of `analysis/stemmer.ts` does. */
type Stemmer = ((folded: string) => string) | LightStemmer;

export interface LightStemmer {
  /** Tried in order, the first that fits is taken off: the prefix, and how many letters must remain. */
  readonly prefixes?: readonly (readonly [prefix: string, remain: number])[];
  /** Tried in order in every round. */
  readonly suffixes: string;
  readonly rounds: number;
  /** Letters that must remain. */
  readonly min: number;
  /** How letters are typed that the keyboard lacks, and the folded letter that each is: "sh s|ch c". Read before the affixes. */
  readonly spellings?: string;
}

/** Kinds of answer that a question may ask for. */
export type AnswerType =
  | "when"
  | "where"
  | "city"
  | "country"
  /** More than one of what is asked for. */
  | "several"
  | "who"
  | "how-many"
  | "why"
  | "how"
  | "what"
  | "which"
  | "yes-no";

/** How the language asks. */
interface Asking {
  /** Words that ask. They are taken off questions only; in a text they are words like others. */
  readonly words: Partial<Readonly<Record<AnswerType, string>>>;
  /**
   * Words that a passage need not have to answer, where no lexicon knows them: they say what sort of thing is asked for ("name", "kind",
   * "per cent"), or merely that it happened or is called something. Every form; articles and prepositions glued to it are taken off.
   */
  readonly lowContent: string;
  /** Phrases that ask, without the punctuation inside words; taken off the question, the longest that fits. */
  readonly phrases: readonly AskingPhrase[];
  /**
   * How it asks which of a kind: its "which", and the nouns of the kinds that can be looked for; `several` are those of them in the
   * plural. The noun stays in the question. Patterns over folded words joined by spaces.
   */
  readonly which: {
    readonly which: string;
    readonly nouns: Partial<Readonly<Record<AnswerType, string>>>;
    readonly several: string;
  };
  /** Other patterns over the folded words of a question that ask for somebody. */
  readonly who?: readonly RegExp[];
}

export interface AskingPhrase {
  readonly text: string;
  /** Undefined for a phrase that only fills. */
  readonly asks?: AnswerType;
  /** The word that it leaves in the question: "how old" asks about an age. */
  readonly leaves?: string;
}

/** Phrases that are no question; a message is small talk when they are all of it, and around a question they are taken off. */
interface SmallTalk {
  readonly greeting: string;
  readonly thanks: string;
  /** Questions about the bot itself. */
  readonly bot: string;
  /** Politeness around questions; alone it is a greeting. */
  readonly polite: string;
  /** Words that may stand between such phrases. */
  readonly filler: string;
  /** Patterns of what only a bot has or is asked whether it can, over folded words joined by spaces. */
  readonly itself: readonly string[];
}

/** Letters and small words that are written together with the word behind them; folded. */
interface Proclitics {
  /** Letters for "and" and "so". */
  readonly conjunctions: string;
  /** Stop words of their own that begin like a glued conjunction. */
  readonly whole: string;
  /** All that may be glued before a word, and how they are glued to one another; longest first. */
  readonly glued: string;
}

/** Folded; the longest first. */
export interface VerbAffixes {
  /** What the present tense begins with, in whatever dialect, and the spelling that stands for them all. */
  readonly present: string;
  readonly third: string;
  /** Endings for who acts, and whom it is done to. */
  readonly persons: string;
}

/** How the language denies, by which a quotation is most often turned into its opposite. As it is written, with hamzas, without marks. */
interface Negation {
  /** Where the list comes from. */
  readonly source: string;
  readonly words: string;
  /** Verbs that deny by an ending or a beginning. */
  readonly within?: RegExp;
}

/** How people are called by an office that is not named in full; folded. */
interface Offices {
  /** Offices in the dual and their singular: "the Russian and Iranian presidents" are two. */
  readonly duals?: Readonly<Record<string, string>>;
  /** "His counterpart". */
  readonly counterpart: string;
  /** What people are counterparts in, the narrower first, parted by `|`. */
  readonly held: string;
  /** Where the country's adjective stands. */
  readonly adjective: "before" | "after";
}

/** The language typed in Latin letters and digits, as in chats. */
export interface ChatAlphabet {
  /** Where the words come from. */
  readonly source: string;
  /** Small words, whose vowels are all that they have, and how they are typed. */
  readonly words: Readonly<Record<string, string>>;
  /** Digits and groups of letters, the longest first, and the letter that each stands for; then what single letters do. */
  readonly groups: readonly (readonly [RegExp, string])[];
  readonly letters: Readonly<Record<string, string>>;
  /** What is glued before a word. */
  readonly glued: string;
  /** What dialects put before a verb: "will", "is doing". */
  readonly beforeVerbs: string;
}
