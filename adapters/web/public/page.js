/**
 * Makes a conversation of the page: a question asked adds a turn instead of loading a new page. Every turn is a page of the server's
 * (`?q=…`), of which the part marked `data-turn` is taken, so the page shows the same with this script and without it.
 *
 * The turns that are shown are a list of addresses kept with the browser's history, so back, forward and reload show what was there.
 */

const KEPT = 20; // turns; the oldest go first, and a reload asks for all of them at once
const PATIENCE = 15_000; // milliseconds for an answer that takes a few
const CARRIED = "isnad.turns"; // in this tab's storage, while the language is being changed

const conversation = document.querySelector("#conversation");
const composer = document.querySelector("#composer");
const field = document.querySelector("#q");

/** @type {{ url: string, node: HTMLElement, title?: string, failed?: boolean }[]} */
let turns = [];
/** Those that were there before: back and forward need not ask for them again. */
let gone = [];
const here = () => location.pathname + location.search;

if (conversation !== null && composer !== null && field !== null) converse();
else document.querySelector("li.cited")?.scrollIntoView({ block: "center" });

function converse() {
  const first = conversation.querySelector("[data-turn]");
  if (first !== null) turns = [{ url: here(), node: first, title: document.title }];
  const known = history.state?.turns ?? carried() ?? turns.map(({ url }) => url);
  remember(known, "replaceState");
  show(known);

  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = field.value.trim();
    if (asked === "") return;
    field.value = "";
    go([...addresses(), addressOf(composer, asked)], { asked });
  });
  conversation.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-turn-form]")) return;
    event.preventDefault();
    const url = addressOf(event.target);
    go([...addresses(), url], { asked: new FormData(event.target).get("topic") });
  });
  document.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a");
    if (link === null) return;
    if (link.matches(".skip")) {
      event.preventDefault();
      field.focus();
    } else if (link.matches("[data-turn-link]")) {
      event.preventDefault();
      follow(link);
    } else if (link.matches("[data-language]")) carry(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input, textarea, select")) {
      event.preventDefault();
      field.focus();
    }
  });
  addEventListener("popstate", (event) => {
    const list = event.state?.turns ?? (location.search === "" ? [] : [here()]);
    // a page that came with an answer has no greeting to go back to
    if (list.length === 0 && document.querySelector(".lead") === null) location.reload();
    else show(list);
  });
}

function follow(link) {
  const { pathname, search } = new URL(link.href);
  const list = addresses();
  const at = turns.findIndex(({ node }) => node.contains(link));
  if (link.dataset.turnLink === "replace" && at >= 0) {
    list[at] = pathname + search;
    go(list, { at });
  } else go([...list, pathname + search], { asked: (link.querySelector("b") ?? link).textContent.trim() });
}

/** Shows these turns as a new step of the browser's history. */
function go(list, { asked = "", at = undefined } = {}) {
  const kept = list.slice(-KEPT);
  remember(kept, kept.join() === addresses().join() ? "replaceState" : "pushState");
  show(kept, asked);
  const turn = turns[at ?? turns.length - 1];
  turn.node.scrollIntoView({ block: "start" });
  // what was pressed may be gone or far away now; who reads by ear or by key goes on at the answer
  turn.node.focus({ preventScroll: true });
}

/** Brings the conversation to hold exactly these turns, keeping those that are there already. */
function show(list, asked = "") {
  const known = [...turns, ...gone];
  turns = list.map((url) => {
    const at = known.findIndex((turn) => turn.url === url && !turn.failed);
    return at >= 0 ? known.splice(at, 1)[0] : pending(url, asked);
  });
  gone = known.filter(({ failed }) => !failed).slice(0, KEPT);
  // those that stay are not touched, or a screen reader would read them out again
  for (const { node } of known) node.remove();
  let place = conversation.firstElementChild;
  for (const { node } of turns) {
    if (place === node) place = node.nextElementSibling;
    else conversation.insertBefore(node, place);
  }
  document.body.classList.toggle("home", turns.length === 0);
  settle();
}

/** A turn that is being fetched: the question at once, the answer when it comes. */
function pending(url, asked) {
  const node = element("article", "turn waiting");
  node.tabIndex = -1;
  if (asked !== "") {
    const bubble = element("div", "bubble asked");
    const text = element("p", "", asked);
    text.dir = "auto";
    bubble.append(text);
    node.append(bubble);
  }
  const dots = element("div", "bubble answered dots");
  dots.append(element("span", "unseen", composer.dataset.waiting), element("i"), element("i"), element("i"));
  node.append(dots);
  const turn = { url, node };
  fill(turn, dots);
  return turn;
}

async function fill(turn, dots) {
  try {
    const response = await fetch(turn.url, { signal: AbortSignal.timeout(PATIENCE) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const answer = page.querySelector("[data-turn]");
    // a question after a quotation has a page of its own
    if (answer === null && response.redirected) return location.assign(response.url);
    if (answer === null) throw new Error(failureIn(page));
    turn.title = page.title;
    turn.node.classList.remove("waiting");
    if (answer.dataset.question !== undefined) turn.node.dataset.question = answer.dataset.question;
    turn.node.replaceChildren(...answer.childNodes);
  } catch (error) {
    turn.failed = true;
    const said = error.name === "Error" && error.message !== "" ? error.message : composer.dataset.offline;
    const notice = element("p", "notice");
    const again = element("a", "", said);
    again.href = turn.url;
    again.dataset.turnLink = "replace";
    notice.append(again);
    dots.replaceChildren(notice);
    dots.classList.remove("dots");
  }
  settle();
}

/** What an error page says and advises. */
function failureIn(page) {
  return [...page.querySelectorAll(".failure :is(h1, h1 + p)")].map((line) => line.textContent).join(" ");
}

/** The window's title and the other languages' addresses follow the last turn. */
function settle() {
  for (const { node } of turns) node.tabIndex = -1;
  document.title = turns.length === 0 ? composer.dataset.title : (turns.at(-1).title ?? document.title);
  // the next question may follow the last one; one that is still on its way is not known to be a question
  const after = composer.elements.after;
  after.value = turns.at(-1)?.node.dataset.question ?? "";
  after.disabled = after.value === "";
  for (const link of document.querySelectorAll("[data-language]"))
    link.href = inLanguage(here(), link.dataset.language);
}

function addresses() {
  return turns.map(({ url }) => url);
}

function addressOf(form, asked) {
  const query = new URLSearchParams(new FormData(form));
  if (asked !== undefined) query.set("q", asked);
  // the field's name first, as the server writes its own links
  const order = ["q", "after", "leader", "topic", "lang"];
  return `${new URL(form.action).pathname}?${new URLSearchParams([...query].toSorted((a, b) => order.indexOf(a[0]) - order.indexOf(b[0])))}`;
}

function remember(list, how) {
  history[how]({ turns: list }, "", list.at(-1) ?? here());
}

function inLanguage(url, lang) {
  const address = new URL(url, location.origin);
  address.searchParams.set("lang", lang);
  return address.pathname + address.search;
}

/** Another language is another page; the turns before the last are handed to it through this tab's storage. */
function carry(link) {
  try {
    sessionStorage.setItem(
      CARRIED,
      JSON.stringify(addresses().map((url) => inLanguage(url, link.dataset.language))),
    );
  } catch {
    // storage may be forbidden: then only the last turn is there in the new language
  }
}

function carried() {
  try {
    const list = JSON.parse(sessionStorage.getItem(CARRIED) ?? "[]");
    sessionStorage.removeItem(CARRIED);
    return list.at(-1) === here() ? list : undefined;
  } catch {
    return undefined;
  }
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
