/** Copying and sharing what stands on the page. Without this script a link to copy is a link to follow. */

const TOLD = 2_500; // milliseconds that a word about what was done stays

const told = document.querySelector("#told");

document.documentElement.classList.toggle("can-share", navigator.share !== undefined);
document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const tool = event.target.closest("[data-copy], [data-share]");
  if (tool === null) return;
  event.preventDefault();
  void use(tool);
});

/** Copies a link, or a quote with its citation and its address; or hands a link to what this device shares with. */
async function use(tool) {
  const address = (link) => new URL(link, location.origin).href;
  try {
    if (tool.dataset.share !== undefined)
      await navigator.share({ title: document.title, url: address(tool.dataset.share) });
    else {
      await copy(tool.dataset.copy === "link" ? address(tool.getAttribute("href")) : quoted(tool, address));
      tool.classList.add("done");
      tell(told.dataset.copied);
    }
  } catch (error) {
    // closing the sheet of what to share with is no fault; where copying is forbidden, the link can still be followed
    if (error.name !== "AbortError" && tool.matches("a")) location.assign(tool.href);
  }
}

/** A quote as it is carried elsewhere: word for word, with marks where it was cut, whence it is and where it can be checked. */
function quoted(tool, address) {
  const figure = tool.closest("figure");
  const quote = figure.querySelector("blockquote");
  const [before, after] = ["cut-start", "cut-end"].map((cut) => (quote.classList.contains(cut) ? "…" : ""));
  const link = figure.querySelector(".cite").getAttribute("href");
  return `«${before}${quote.textContent}${after}»\n${tool.dataset.citation}\n${address(link)}`;
}

async function copy(text) {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  // over plain HTTP there is no clipboard but this
  const area = document.createElement("textarea");
  area.className = "unseen";
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("not copied");
}

function tell(text) {
  told.textContent = text;
  setTimeout(() => {
    told.textContent = "";
    for (const tool of document.querySelectorAll(".tool.done")) tool.classList.remove("done");
  }, TOLD);
}
