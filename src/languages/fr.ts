import { stemmer as french } from "@orama/stemmers/french";
import { frNames } from "./names/fr.ts";
import { frNumerals } from "./numerals/fr.ts";
import type { LanguageProfile } from "./profile.ts";

export const fr = {
  code: "fr",
  number: 5,
  script: "latin",
  direction: "ltr",
  locale: { numbers: "fr", dates: "fr" },
  comma: ", ",
  detector: {
    own: "éèêàùœëïâîôû",
    markers: `
      le la les des du de et est sont que qui quoi quand comment pourquoi quel quelle quels quelles dans sur avec pour par une un aux au
      dit il elle ils ou bonjour merci salut entre selon ses son leur ont ete cette ce pas plus propos qu deux apres avant contre`,
    letters: [{ pattern: /[éèêàùœëïâîôû]/iu, votes: 1.5 }],
  },
  stopwords: {
    source:
      "After the French list of Snowball, with elided forms and the auxiliaries of être, avoir and faire.",
    words: `
      le la les l un une des de du d et ou mais si en dans sur au aux a à par pour avec sans sous entre vers chez ce cet cette ces c ça
      cela il elle ils elles on je j tu nous vous me m te t se s lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos y
      ne n pas plus que qu qui dont où est sont était étaient être été a ont avait avaient avoir eu fait faire comme aussi tout tous
      toute toutes même très donc car ni selon propos concernant lors afin depuis pendant après avant contre sera seront serait peut
      peuvent doit doivent vont va ait soit toujours encore si`,
  },
  stemmer: french,
  asking: {
    words: {
      when: "quand",
      where: "où",
      who: "qui",
      "how-many": "combien",
      why: "pourquoi",
      how: "comment",
      what: "que quoi qu",
      which: "quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel",
      "yes-no": "est-ce",
    },
    lowContent:
      "nom noms appelle appellent appelé appelée nommé nommée type types genre genres sorte sortes chose choses nombre quantité pourcentage",
    phrases: [
      { text: "quel âge", asks: "how-many", leaves: "âge" },
      { text: "est ce que|qu est ce que|qu est ce qu|est ce qu", asks: "what" },
      { text: "à quelle date|quel jour|à quel moment", asks: "when" },
      { text: "en quelle année|en quelles années|quelle année", asks: "when" },
      { text: "dans quel but", asks: "why", leaves: "but" },
      { text: "à quand remonte|depuis quand", asks: "when" },
    ],
    which: {
      which: "(?:^| )quel(?:le)?s? (?:est la |sont les |etait la |etaient les )?",
      nouns: {
        city: "(?:ville|capitale)",
        country: String.raw`(?:pays|etats?)\b`,
        where: "(?:endroit|lieu|port|aeroport)",
        who: "(?:president|dirigeant|ministre|responsable|journaliste|ambassadeur)",
      },
      several: "(?:etats|annees|villes|dirigeants)",
    },
  },
  smallTalk: {
    greeting:
      "bonjour|bonsoir|salut|coucou|ça va|comment ça va|comment allez-vous|comment vas-tu|au revoir|bonne nuit",
    thanks: "merci|merci beaucoup|je vous remercie|d'accord|super",
    bot: `
      quel âge as-tu|quel âge avez-vous|qui es-tu|qui êtes-vous|tu es qui|comment tu t'appelles|quel est ton nom|que peux-tu faire|
      que sais-tu faire|aide|aide-moi|à l'aide|comment ça marche|comment tu fonctionnes|qui t'a créé|es-tu un robot|es-tu humain|
      quelles sont tes sources|essai`,
    polite:
      "s'il vous plaît|s'il te plaît|svp|stp|dis-moi|dites-moi|pouvez-vous me dire|peux-tu me dire|j'ai une question|je voudrais savoir",
    filler: "",
    itself: [
      // Instructions to the bot, and its names
      "^(?:traduis|traduisez|resume|resumez|peux tu (?:traduire|resumer))(?: moi)? (?:ca|ceci|cet?|cette|l|le texte|le|la) ?",
      String.raw`\b(?:tes|vos|les) (?:instructions|consignes)(?: precedentes)?$`,

      "^(?:es tu|etes vous|tu es) (?:une? )?(?:vraie? )?(?:humain|personne|robot|bot|programme|machine)",
      String.raw`\b(?:tes|vos) (?:sources|donnees|reponses)\b`,
    ],
  },
  joining: "et mais",
  names: frNames,
  numerals: frNumerals,
  address: "m monsieur madame mme le la ministre presidente camarade",
  labels: { source: "Sources?", credit: "Photo|Crédit", question: "Q|Question" },
  articles: {
    nouns: "article articles section alinéa chapitre clause",
    text: "texte dit dispose contenu stipule prévoit énonce",
    numbers: [
      {
        from: 1,
        step: 1,
        words:
          "premier première|deux deuxième second seconde|trois troisième|quatre quatrième|cinq cinquième|six sixième|sept septième|huit huitième|neuf neuvième|dix dixième|onze onzième|douze douzième|treize treizième|quatorze quatorzième|quinze quinzième|seize seizième",
      },
      {
        from: 20,
        step: 10,
        words:
          "vingt vingtième|trente trentième|quarante quarantième|cinquante cinquantième|soixante soixantième",
      },
      { from: 100, step: 100, words: "cent centième" },
    ],
    and: "et",
  },
  negation: {
    source: "Compiled for this project.",
    words: "ne pas non jamais aucun aucune sans ni n rien",
  },
  that: "que qu",
} satisfies LanguageProfile;
