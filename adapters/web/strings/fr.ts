import { plural } from "../../../src/strings/strings.ts";
import type { Words } from "./strings.ts";

export const fr: Words = {
  name: "Isnad",
  tagline: "Des réponses dans les mots des sources",
  language: "Langue",
  places: "Pages principales",
  skip: "Aller à la question",
  ask: "Demander",
  people: "Personnes dans les sources",
  shelf: "Ce que l’on peut demander",
  conversation: "Conversation",
  question: "Votre question",
  placeholder: "Demandez en neuf langues…",
  send: "Envoyer",
  youAsked: "Vous avez demandé",
  answer: "Réponse",
  glosses: "Sens des mots signalés",
  waiting: "Recherche dans les sources…",
  offline: "La réponse n’est pas arrivée. Appuyez ici pour réessayer.",
  copyLink: "Copier le lien",
  share: "Partager",
  copied: "Copié",
  welcome:
    "Demandez ce que disent ces sources. La réponse est leur propre texte, mot pour mot, et chaque citation s’ouvre à sa place dans la source. Ce qu’elles ne disent pas n’est pas inventé.",
  documents: plural("fr", { one: "# source", other: "# sources" }),
  openSource: "Ouvrir dans la source",
  pages: "Autres paragraphes",
  topic: "Ce qui est dit de…",
  topicPlaceholder: "un sujet",
  search: "Rechercher",
  opening: "Le texte n’a pas de titre ; voici ses premiers mots",
  mentioned: "Personnes nommées ici",
  cited: "Les mots cités",
  badMark:
    "Ce lien désigne des mots qui ne sont plus dans cette source. Cherchez-les dans le texte complet ci-dessous, ou reposez la question.",
  allSources: "Toutes les sources",
  sourcesLead: "Tout ce dont les réponses sont faites, exactement comme reçu.",
  failures: {
    "bad-request": "Cette adresse ne peut pas être lue.",
    "not-found": "Il n’y a rien à cette adresse.",
    "too-many": "Beaucoup de questions à la fois.",
    broken: "Quelque chose s’est cassé de notre côté.",
  },
  advice: {
    "bad-request": "Il en manque peut-être une partie. Posez votre question ici.",
    "not-found":
      "La source a peut-être été renommée ou retirée. Cherchez-la dans la liste des sources, ou posez votre question ici.",
    "too-many": "Attendez une minute, puis reposez la question.",
    broken: "C’est noté. Reposez la question dans une minute.",
  },
};
