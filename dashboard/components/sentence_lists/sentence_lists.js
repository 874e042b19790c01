/* Lists of what leads to sentences. The text view hears of a click by `slant-go` on the document and
 * tells by `slant-selected` which sentence is selected; every entry that leads to it is marked.
 *
 * Names and statements come from strangers: they enter the page through textContent only.
 */

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".lists");
  const lifetime = new AbortController();
  let shown = null;
  let entries = []; // [element, the sentences it leads to]
  let last = { entry: null, place: 0 };

  function show(groups) {
    entries = [];
    root.replaceChildren(...groups.map((group) => (group.folded ? folded(group) : open(group))));
    document.dispatchEvent(new CustomEvent("slant-ask"));
  }

  function folded(group) {
    const fold = make("details", "group");
    const head = make("summary", "head");
    head.append(make("span", "title", group.title));
    head.append(...group.facts.map((fact) => make("span", "fact", fact)));
    if (group.share !== null) head.append(bar(group.share));
    fold.append(head, ...group.notes.map((note) => make("p", "note", note)), list(group.entries));
    return fold;
  }

  function open(group) {
    const section = make("section", "group");
    section.append(make("h3", "title", group.title), list(group.entries));
    section.classList.add("beside");
    return section;
  }

  function bar(share) {
    const track = make("span", "track");
    const part = make("span", "part");
    part.style.width = `${Math.min(1, Math.max(0, share)) * 100}%`;
    track.setAttribute("aria-hidden", "true");
    track.append(part);
    return track;
  }

  function list(given) {
    const all = make("ul", "entries");
    all.append(
      ...given.map((entry) => {
        const item = make("li");
        const button = make("button", "entry");
        button.type = "button";
        if (entry.sign) button.append(make("span", "sign", entry.sign));
        button.append(make("span", "text", entry.text));
        if (entry.note) button.append(make("span", "note", entry.note));
        if (entry.label) button.setAttribute("aria-label", entry.label);
        button.addEventListener("click", () => go(button, entry.sentences));
        entries.push([button, entry.sentences]);
        item.append(button);
        return item;
      }),
    );
    return all;
  }

  function go(entry, sentences) {
    if (!sentences.length) return;
    const place = last.entry === entry ? (last.place + 1) % sentences.length : 0;
    last = { entry, place };
    const said = sentences.length > 1 ? `${place + 1} of ${sentences.length}` : "";
    document.dispatchEvent(
      new CustomEvent("slant-go", { detail: { sentence: sentences[place], said } }),
    );
  }

  document.addEventListener(
    "slant-selected",
    ({ detail }) => {
      for (const [button, sentences] of entries) {
        const here = sentences.includes(detail.sentence);
        if (here) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
      }
      for (const fold of root.querySelectorAll("details.group")) {
        fold.classList.toggle("current", Boolean(fold.querySelector("[aria-current]")));
      }
    },
    { signal: lifetime.signal },
  );

  return {
    update(data) {
      const given = JSON.stringify(data.groups);
      if (given === shown) return; // what is unfolded stays so
      shown = given;
      show(data.groups);
    },
    destroy() {
      lifetime.abort();
      root.replaceChildren();
    },
  };
}

function make(tag, name = "", content = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = content;
  return element;
}
