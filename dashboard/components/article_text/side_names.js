/* The speakers' names beside the text or, where there is no room at its side, above a paragraph. The
 * style draws them from attributes, so that the words in the text stay the article's; a sentence's
 * label has the name for those who hear the page. */

/* The name beside the line in which it stands; `form` is that of the statement. */
function sideName(name, form) {
  const element = document.createElement("span");
  element.className = `who ${form}`;
  element.dataset.name = name;
  element.setAttribute("aria-hidden", "true");
  return element;
}

/* Note at each paragraph the names beside it, each once, without those of a layer that is hidden. */
function nameSpeakers(root) {
  const hidden = (name) =>
    root.classList.contains(name.matches(".direct") ? "hide-quotes" : "hide-reported");
  for (const block of root.querySelectorAll(".block.quoting")) {
    const names = [...block.querySelectorAll(".who")].filter((name) => !hidden(name));
    const speakers = new Set(names.map((name) => name.dataset.name));
    if (speakers.size) block.dataset.speakers = [...speakers].join(" · ");
    else delete block.dataset.speakers;
  }
}
