/* The queue as a list, in groups: what found a flag. */

/* `choose(number)` is called with the flag that is clicked. */
function createList(place, choose) {
  let rows = new Map(); // number → { button, key }
  let drawn = ""; // which flags are there, in which order

  place.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-flag]");
    if (button) choose(Number(button.dataset.flag));
  });

  function row(flag, article) {
    const button = make(
      "button",
      "row",
      make("span", "words", quotedWords(flag.text)),
      make("span", "message", flag.message),
      make("span", "of", make("span", "sign"), make("span", "state"), make("span", "from", articleName(article))),
    );
    button.type = "button";
    button.dataset.flag = String(flag.id);
    const sign = button.querySelector(".sign");
    sign.textContent = SEVERITY_SIGNS[flag.severity] ?? "";
    sign.classList.add(flag.severity);
    sign.title = flag.severity;
    return make("li", "", button);
  }

  function build(flags, articles) {
    rows = new Map();
    const groups = Object.entries(KIND_NAMES).map(([kind, name]) => {
      const found = flags.filter((flag) => flag.kind === kind);
      if (!found.length) return null;
      const list = make("ol");
      for (const flag of found) {
        const line = row(flag, articles.get(flag.article));
        rows.set(flag.id, { button: line.firstChild, key: "" });
        list.append(line);
      }
      const head = make("h2", "", name, " ", make("span", "number"));
      head.dataset.kind = kind;
      return make("div", "group", head, list);
    });
    place.replaceChildren(...groups.filter(Boolean));
  }

  return {
    /* Draw the flags; `more` says that the server has others after them, `blind` that what was
     * decided is not to be seen. */
    draw(flags, articles, current, { more, blind }) {
      const which = flags.map((flag) => `${flag.id} ${articles.has(flag.article)}`).join();
      if (which !== drawn) build(flags, articles);
      drawn = which;
      for (const flag of flags) {
        const one = rows.get(flag.id);
        const state = blind && !isOpen(flag) ? "read" : (flag.state ?? "open");
        const key = `${state} ${flag.id === current} ${flag.unsent ?? false}`;
        if (one.key === key) continue;
        one.key = key;
        one.button.classList.toggle("decided", state !== "open");
        if (flag.id === current) one.button.setAttribute("aria-current", "true");
        else one.button.removeAttribute("aria-current");
        const said = state === "open" ? "" : (DONE[state] ?? "read");
        one.button.querySelector(".state").textContent = said && flag.unsent ? `${said} …` : said;
      }
      const kinds = [...new Set(flags.map(({ kind }) => kind))];
      for (const head of place.querySelectorAll("h2")) {
        const open = flags.filter((one) => one.kind === head.dataset.kind && isOpen(one));
        // The last group may go on beyond what was asked for so far.
        const goesOn = more && head.dataset.kind === kinds.at(-1);
        head.lastChild.textContent = `${open.length.toLocaleString("en")}${goesOn ? "+" : ""} open`;
      }
    },
    show(current) {
      const one = rows.get(current);
      if (one && place.checkVisibility()) intoView(one.button, place);
    },
  };
}
