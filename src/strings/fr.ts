import { dates, isolate, listed, plural, type Strings } from "./strings.ts";

const date = dates("fr");

const keptDays = plural("fr", { one: "# jour", other: "# jours" });

export const fr = {
  language: "fr",
  direction: "ltr",
  name: "Français",
  answer: {
    asked: "Question",
    closest: "Les sources ne répondent pas à cette question. Ce qui s’en approche le plus :",
    nothing: "Les sources n’en disent rien.",
    missing: (words) => `Absent des sources : ${listed("fr", words)}`,
    searchedFor: (typed, as) => `Recherche de ${isolate(as)} au lieu de ${isolate(typed)}`,
    tryInstead: "Essayez de demander :",
    counter: (at, of) => `${at} sur ${of}`,
    empty: "Écrivez une question et j’en chercherai la réponse dans les sources.",
    tooLong: "La question est trop longue. Merci de l’abréger.",
    help: {
      greeting:
        "Bonjour ! Interrogez-moi sur tout ce que disent les sources : je cite mot pour mot les passages qui répondent, avec leur source.",
      thanks: "Je vous en prie ! Demandez quand vous voulez.",
      bot: "Je suis Isnad. Je réponds en citant les sources mot pour mot, avec leur référence. Je n’écris rien de moi-même, et quand les sources ne répondent pas, je le dis.",
    },
    privacy: "Rien de ce que vous écrivez n’est conservé.",
    support: "Assistance",
    named: (name) => `Les sources : ${isolate(name)}.`,
    about: (subject) => `Leur sujet : ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `paragraphe ${n}`,
    noHeadline: "sans titre",
    untitled: (opening) => `sans titre, débute par ${isolate(`« ${opening}… »`)}`,
    date: (d) =>
      d.how === "unknown" ? "sans date" : d.how === "inferred" ? `${date(d.value)} (déduite)` : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "éditeur inconnu" : p.how === "inferred" ? `${p.value} (déduit)` : p.value,
    published: "Source",
  },
  leader: {
    choose: "De qui parlez-vous ?",
    unknown: (name) => `Les sources ne connaissent personne du nom de ${isolate(name)}.`,
    said: plural("fr", { one: "# déclaration", other: "# déclarations" }),
    mentioned: plural("fr", { one: "mention dans # paragraphe", other: "mentions dans # paragraphes" }),
    about: (topic, count) => `à propos de ${isolate(topic)} : ${count}`,
    roles: "Fonction dans les sources",
    noStatements: "Les sources ne rapportent aucune déclaration de cette personne.",
    noMentions: "Les sources ne mentionnent pas cette personne.",
  },
  verification: {
    verdict: {
      exact: "Ce sont les mots de la source, à la lettre.",
      spelling: "Ce sont les mots de la source ; seules l’orthographe ou la ponctuation diffèrent.",
      altered: "Cette citation a été modifiée : tous ses mots ne sont pas ceux de la source.",
      stitched: "Cette citation est assemblée à partir de plusieurs endroits.",
      misattributed: "Ces mots sont dans les sources, mais pas de cette personne.",
      translation: "C’est une traduction de mots des sources. L’original :",
      absent: "Ces mots ne sont pas dans les sources.",
    },
    pasted: "Ce que vous avez collé",
    nearest: "Le plus proche dans les sources :",
    saidBy: (names) => `Dans la source, c’est dit par : ${listed("fr", names)}`,
    byText: "La source ne les prête à personne : ce sont ceux du texte lui-même.",
    added: (words) => `Ajouté, absent de la source : ${isolate(words)}`,
    dropped: (words) => `Omis : ${isolate(words)}`,
    changed: (typed, source) => `${isolate(typed)} au lieu de ${isolate(source)}`,
    moved: (words) => `Déplacé : ${isolate(words)}`,
  },
  sources: {
    title: "Sources",
    passages: plural("fr", { one: "# paragraphe", other: "# paragraphes" }),
    page: (at, of) => `page ${at} sur ${of}`,
    unknown: "Cette source n’existe pas. Choisissez-en une dans la liste des sources.",
    pick: "Choisissez une source à lire",
  },
  translation: {
    label: "Traduction de la rédaction",
    whole: "Traduction complète",
    elsewhere: "Lire en traduction",
  },
  button: {
    previous: "Précédent",
    next: "Suivant",
    around: "Contexte",
    back: "Retour",
    post: "Publier dans le salon",
    delete: "Supprimer",
    copy: "Copier avec la référence",
    read: "Lire la source",
    said: "Déclarations",
    mentioned: "Mentions",
  },
  notice: {
    outdated: "Les sources ont changé depuis cette réponse. Posez à nouveau la question.",
    notYours: "Cette réponse est à quelqu’un d’autre. Posez la question et vous aurez la vôtre.",
    unknownButton: "Ce bouton ne fonctionne plus. Posez à nouveau la question.",
    slowDown: plural("fr", {
      one: "Doucement. Réessayez dans # seconde.",
      other: "Doucement. Réessayez dans # secondes.",
    }),
    failed: "Un problème est survenu de mon côté. Réessayez dans un instant.",
    cannotQuote:
      "Je n’ai pas pu citer le texte exactement, je ne l’ai donc pas cité. Lisez-le dans la source même.",
    busy: "Trop de questions à la fois : je n’ai pas pu répondre à celle-ci à temps. Reposez-la dans un instant.",
    mayBeLost: "Ma réponse ne vous est peut-être pas parvenue. Si vous ne la voyez pas, reposez la question.",
    voted: "Merci, votre vote est compté.",
    questionsKept: (days) =>
      `Les questions restées sans réponse sont conservées ${keptDays(days)}, sans le nom de leur auteur, pour voir ce qui manque aux sources.`,
  },
  command: {
    start: "Commencer",
    ask: "Interroger les sources : la réponse est une citation sourcée",
    question: "Votre question",
    leader: "Les déclarations d’une personne et ses mentions",
    leaderName: "Le nom de la personne",
    topic: "À propos de quoi",
    verify: "Vérifier une citation : est-ce bien dans les sources ?",
    quotation: "La citation, telle que vous l’avez",
    speaker: "À qui on l’attribue",
    sources: "Lister les sources et les lire",
    help: "Comment utiliser Isnad",
    private: "La réponse n’est visible que par vous",
    askSources: "Interroger les sources",
    short: "Je réponds en citant les sources mot pour mot, avec leur référence.",
    about:
      "Interrogez-moi, dans l’une des neuf langues, sur ce que disent les sources. Je cite les passages qui répondent tels quels, avec leur source, et je dis clairement quand les sources ne répondent pas. Je n’écris rien de moi-même.",
    inGroup: (bot) =>
      `Pour demander ici : /ask et la question, ou mentionnez @${bot}, ou répondez à l’une de mes réponses.`,
    inlineHelp: "Écrivez votre question après le nom du bot",
  },
  terminal: {
    loading: "chargement…",
    endsPage: "La page s’arrête aussi.",
    unknown: "Cette commande n’existe pas. Les commandes :",
    nothingMore: "Il n’y a rien de plus à afficher ici. Posez une question ou tapez /help.",
    leave: "Quitter",
    turn: "Si les lettres arabes paraissent inversées ou séparées",
    leader: "nom: sujet",
  },
} satisfies Strings;
