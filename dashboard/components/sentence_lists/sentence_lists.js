/* Lists of what leads to sentences. The text view hears of a click by `slant-go` on the document and
 * tells by `slant-selected` which sentence is selected; every entry that leads to it is marked. With
 * several articles Python hears of a click, and says what is selected.
 *
 * Names and statements come from strangers: they enter the page through textContent only.
 */

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".lists");
  const lifetime = new AbortController();
  let shown = null;
  let entries = []; // [element, the sentences it leads to, their articles]
  let tell = () => {};
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
    fold.open = group.unfolded;
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
        if (entry.faint) button.classList.add("faint");
        button.addEventListener("click", () => go(button, entry));
        entries.push([button, entry.sentences, entry.articles]);
        item.append(button);
        return item;
      }),
    );
    return all;
  }

  function go(button, { sentences, articles }) {
    if (!sentences.length) return;
    const place = last.entry === button ? (last.place + 1) % sentences.length : 0;
    last = { entry: button, place };
    if (articles.length) {
      const article = articles[place];
      const beside = articles.find((other) => other !== article) ?? null;
      // By the clock, so that it is later than one of a page that was reloaded or left.
      tell("gone", { turn: Date.now(), article, sentence: sentences[place], beside });
      return;
    }
    const said = sentences.length > 1 ? `${place + 1} of ${sentences.length}` : "";
    document.dispatchEvent(
      new CustomEvent("slant-go", { detail: { sentence: sentences[place], said } }),
    );
  }

  function markSelected(sentence, article) {
    for (const [button, sentences, articles] of entries) {
      const here = sentences.some(
        (number, n) => number === sentence && (!articles.length || articles[n] === article),
      );
      if (here) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    for (const fold of root.querySelectorAll("details.group")) {
      fold.classList.toggle("current", Boolean(fold.querySelector("[aria-current]")));
    }
  }

  document.addEventListener(
    "slant-selected",
    ({ detail }) => markSelected(detail.sentence, detail.article),
    { signal: lifetime.signal },
  );

  return {
    update(data, setStateValue) {
      tell = setStateValue;
      const given = JSON.stringify(data.groups);
      if (given !== shown) {
        shown = given; // what is unfolded stays so otherwise
        show(data.groups);
      }
      if (data.groups.some((group) => group.entries.some((entry) => entry.articles.length))) {
        const [article, sentence] = data.selected ?? [];
        markSelected(sentence, article);
      }
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
