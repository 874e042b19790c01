/* Who tells what: a table of facts and articles. A row opens to the wordings of its fact, and a
 * wording leads to its sentence.
 *
 * A click on a wording asks for its sentence by `slant-go` on the document; whoever shows the texts
 * takes it (preventDefault), else Python hears of it. `slant-selected` tells which one is selected.
 *
 * One module with the scripts of article_text and rows.js: Python joins them. Sentences come from
 * strangers: they enter the page through textContent only.
 */

const CHUNK = 150; // rows drawn at a time: thousands take seconds

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".matrix");
  const table = root.querySelector("table");
  const more = root.querySelector(".more");
  const status = root.querySelector(".status");
  const filters = root.querySelector(".filters");
  const lifetime = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: lifetime.signal });

  const telling = createTelling("choice");
  let digest = null;
  let facts = { articles: [], groups: [] };
  let shown = []; // [title of its group, fact] of those that the filter lets pass
  let drawn = 0;
  let selected = [null, null];
  let bodies = new Map(); // title of a group → its part of the table

  function show(given) {
    facts = given;
    const kinds = [
      ["All", () => true],
      ["Shared", (fact) => fact.only === null],
      ...facts.articles.map(({ letter }, place) => [`No match elsewhere: ${letter}`, (fact) => fact.only === place]),
    ];
    filters.replaceChildren(...kinds.map((kind, at) => filter(...kind, at === 0)));
    table.tHead.rows[0].replaceChildren(...heads(facts.articles));
    refill(kinds[0][1]);
  }

  function filter(name, passes, pressed) {
    const count = facts.groups.flatMap((group) => group.facts).filter(passes).length;
    const button = make("button", "", `${name} ${count.toLocaleString("en")}`);
    button.type = "button";
    button.disabled = count === 0;
    button.setAttribute("aria-pressed", String(pressed));
    button.addEventListener("click", () => {
      for (const one of filters.children) one.setAttribute("aria-pressed", String(one === button));
      refill(passes);
      status.textContent = `${count.toLocaleString("en")} facts shown`;
    });
    return button;
  }

  function refill(passes) {
    shown = facts.groups.flatMap(({ title, facts: all }) =>
      all.filter(passes).map((fact) => [title, fact]),
    );
    drawn = 0;
    bodies = new Map();
    for (const body of [...table.tBodies]) body.remove();
    draw();
  }

  /* Draw the next rows. */
  function draw() {
    const width = facts.articles.length + 1;
    for (const [title, fact] of shown.slice(drawn, drawn + CHUNK)) {
      if (!bodies.has(title)) {
        bodies.set(title, group(title, width));
        table.append(bodies.get(title));
      }
      bodies.get(title).append(...row(fact, facts.articles, choose));
    }
    drawn = Math.min(shown.length, drawn + CHUNK);
    more.hidden = drawn === shown.length;
    more.textContent = `Show more: ${drawn} of ${shown.length.toLocaleString("en")} facts are shown`;
    markSelected(root, ...selected);
  }

  function choose(article, sentence) {
    const asked = new CustomEvent("slant-go", { detail: { article, sentence }, cancelable: true });
    if (!document.dispatchEvent(asked)) return;
    selected = [article, sentence];
    markSelected(root, ...selected);
    telling.tell({ article, sentence });
  }

  listen(more, "click", () => {
    const last = [...table.rows].at(-1);
    draw();
    // The next row, as the button may be gone.
    let next = last.nextElementSibling ?? last.parentElement.nextElementSibling?.rows[0];
    while (next && !next.querySelector(".fact")) next = next.nextElementSibling;
    next?.querySelector(".fact").focus({ preventScroll: true });
  });
  listen(document, "slant-selected", ({ detail }) => {
    selected = [detail.article, detail.sentence];
    markSelected(root, ...selected);
  });

  return {
    update(data, setStateValue) {
      const counts = telling.hear(data, setStateValue);
      root.dataset.theme = isDark(root) ? "dark" : "light";
      if (counts) selected = data.selected ?? [null, null];
      if (digest !== data.digest) {
        digest = data.digest;
        show(JSON.parse(data.facts));
      } else markSelected(root, ...selected);
    },
    destroy() {
      lifetime.abort();
      telling.end();
      for (const body of [...table.tBodies]) body.remove();
    },
  };
}
