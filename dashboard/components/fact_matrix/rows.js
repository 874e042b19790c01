/* The rows of the table of facts: a line for each fact, under it the wordings once it is opened. */

const SIGNS = { "same fact": "same", possibly: "possibly", "no match found": "none" };
let opened = 0; // for names of what buttons open

function make(tag, name = "", content = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = content;
  return element;
}

/* The heads of the columns: the fact, then the articles by their letters. */
function heads(articles) {
  const fact = make("th", "", "Fact");
  fact.scope = "col";
  return [
    fact,
    ...articles.map(({ letter, title, detail }) => {
      const head = make("th", "cell");
      const sign = make("abbr", "letter", letter);
      sign.title = [title, detail].filter(Boolean).join(", ");
      head.append(sign);
      head.scope = "col";
      return head;
    }),
  ];
}

/* A part of the table under a heading. */
function group(title, width) {
  const body = make("tbody");
  const line = make("tr");
  const head = make("th", "group", title);
  head.colSpan = width;
  head.scope = "rowgroup";
  line.append(head);
  body.append(line);
  return body;
}

/* The two rows of a fact; its wordings are drawn when it is opened for the first time. */
function row(fact, articles, choose) {
  const line = make("tr", "line");
  const head = make("th");
  const button = make("button", "fact", fact.name);
  const under = make("tr", "under");
  const place = make("td");
  head.scope = "row";
  button.type = "button";
  button.title = fact.told;
  under.hidden = true;
  under.id = `wordings-${(opened += 1)}`;
  place.colSpan = articles.length + 1;
  under.append(place);
  line.dataset.places = fact.wordings.map((one) => `${one.article}.${one.sentence}`).join(" ");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", under.id);
  button.addEventListener("click", () => {
    under.hidden = !under.hidden;
    button.setAttribute("aria-expanded", String(!under.hidden));
    if (!place.firstChild) place.append(...wordings(fact, articles, choose));
    const view = line.closest(".matrix");
    markSelected(view, ...(view.dataset.selected ?? "").split("."));
  });
  head.append(button);
  line.append(
    head,
    ...fact.bands.map((band) => {
      const cell = make("td", "cell");
      const sign = make("span", `match ${SIGNS[band]}`);
      sign.setAttribute("aria-hidden", "true");
      cell.append(sign, make("span", "spoken", band));
      return cell;
    }),
  );
  return [line, under];
}

function wordings(fact, articles, choose) {
  const list = make("ul", "wordings");
  for (const wording of fact.wordings) {
    const item = make("li");
    const button = make("button", "wording");
    const { letter } = articles[wording.article];
    button.type = "button";
    button.dataset.place = `${wording.article}.${wording.sentence}`;
    const about = [
      `${letter} ${wording.sentence + 1}`,
      wording.band === "possibly" && "possibly",
      wording.whose,
      wording.loaded && "likely loaded",
    ];
    const words = make("span", wording.loaded ? "words loaded" : "words");
    if (wording.probability !== null) words.style.setProperty("--tint", tint(wording.probability));
    let before = [];
    for (const [content, marks] of wording.runs) {
      const run = marks.length ? make("span", marks.join(" "), content) : content;
      if (marks.includes("conflicts") && !before.includes("conflicts")) run.classList.add("first");
      words.append(run);
      before = marks;
    }
    button.append(make("span", "about", about.filter(Boolean).join(", ")), " ", words);
    button.addEventListener("click", () => choose(wording.article, wording.sentence));
    item.append(button);
    list.append(item);
  }
  return [make("p", "told", fact.told), list];
}

/* Mark the sentence that is selected: its fact's line, and its wording where that is open. */
function markSelected(root, article, sentence) {
  const place = `${article}.${sentence}`;
  root.dataset.selected = place;
  for (const line of root.querySelectorAll(".line")) {
    line.classList.toggle("current", line.dataset.places.split(" ").includes(place));
  }
  for (const button of root.querySelectorAll(".wording")) {
    if (button.dataset.place === place) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}
