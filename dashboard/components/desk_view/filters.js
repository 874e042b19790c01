/* Which flags the queue has. */

const STATES = {
  open: "Open",
  accept: "Accepted",
  dismiss: "Dismissed",
  reword: "Reworded",
  all: "All",
};
const SECOND = "second"; // not a state: flags that others decided, read without seeing how

/* Draw the choices into `place`, with what the address names as the `start`; `changed(filter)` is called
 * with what was chosen: `articles`, a list of numbers or null for all, `kind`, `check` (empty for all)
 * and `state`. */
function createFilters(place, start, changed) {
  let filter = {
    articles: start.articles,
    kind: Object.hasOwn(KIND_NAMES, start.kind) ? start.kind : "",
    check: start.check,
    state: start.state === SECOND || Object.hasOwn(STATES, start.state) ? start.state : "open",
  };
  const given = start.articles;
  const checks = new Map(); // id → kind, as far as they were seen

  const article = choice("Article", (value) => {
    const articles = value === "all" ? null : value === "given" ? given : [Number(value)];
    change({ articles, check: "" });
  });
  const state = choice("Show", (value) => change({ state: value }));
  const kind = choice("Found by", (value) => change({ kind: value, check: "" }));
  const check = choice("Rule", (value) => change({ check: value }));
  options(kind, [["", "All"], ...Object.entries(KIND_NAMES)]);
  options(state, [...Object.entries(STATES), [SECOND, "Second reading"]]);
  [kind.value, state.value] = [filter.kind, filter.state];
  drawChecks();

  function choice(name, chosen) {
    const select = make("select");
    select.addEventListener("change", () => chosen(select.value));
    place.append(make("label", "", make("span", "", name), select));
    return select;
  }
  function options(select, pairs) {
    const value = select.value;
    select.replaceChildren(
      ...pairs.map(([key, name]) => {
        const option = make("option", "", name);
        option.value = key;
        return option;
      }),
    );
    select.value = pairs.some(([key]) => key === value) ? value : pairs[0][0];
  }
  function drawChecks() {
    const found = [...checks].filter(([, of]) => !filter.kind || of === filter.kind).map(([id]) => id);
    // The one that is chosen may have no flag that was seen.
    const names = [...new Set([...found, filter.check])].filter(Boolean).sort();
    options(check, [["", "All"], ...names.map((id) => [id, id])]);
    check.value = filter.check;
  }
  function change(part) {
    filter = { ...filter, ...part };
    drawChecks();
    changed(filter);
  }

  return {
    get: () => filter,
    /* Choose as if the editor had. */
    set(part) {
      change(part);
      state.value = filter.state;
      kind.value = filter.kind;
      this.showArticles();
    },
    articlesAre(articles) {
      const several = given?.length > 1 ? [["given", `${given.length} chosen articles`]] : [];
      const each = [...articles.values()].map((one) => {
        const name = Array.from(articleName(one)).slice(0, SHORT).join("");
        return [String(one.id), one.open ? `${name} (${one.open} open)` : name];
      });
      options(article, [["all", "All articles"], ...several, ...each]);
      this.showArticles();
    },
    showArticles() {
      const { articles } = filter;
      article.value = !articles ? "all" : articles.length === 1 ? String(articles[0]) : "given";
    },
    learn(flags) {
      const before = checks.size;
      for (const flag of flags) checks.set(flag.check, flag.kind);
      if (checks.size !== before) drawChecks();
    },
  };
}

/* The path with which the server is asked for a part of that queue. */
function queuePath(filter, { heldBack = false, offset = 0, most = 100 }) {
  const query = new URLSearchParams();
  for (const number of filter.articles ?? []) query.append("article", String(number));
  if (filter.kind) query.set("kind", filter.kind);
  if (filter.check) query.set("check", filter.check);
  if (filter.state !== SECOND) query.set("state", filter.state);
  if (heldBack) query.set("held_back", "1");
  query.set("offset", String(offset));
  query.set("most", String(most));
  return `${filter.state === SECOND ? "second" : "queue"}?${query}`;
}
