/* Two texts side by side in the browser: shows the pieces Python cut, and links their sentences.
 *
 * Lists and tables elsewhere on the page lead to sentences too. On `document`, `slant-go` asks for a
 * sentence of an article, `slant-selected` tells which one is selected, and `slant-ask` has that told
 * again; each names `article` and `sentence`, from 0.
 *
 * One module with the scripts of article_text, column.js, pairs.js and sheet.js: Python joins them.
 */

const COMPARE_LAYERS = ["loaded", "words", "quotes", "reported", "tone", "differing"];

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".compare");
  const status = root.querySelector(".status");
  const lifetime = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: lifetime.signal });

  let digest = null;
  let selected = null; // { side, index, place }: place is that of the match shown, of several
  let front = 0; // the text that a small screen shows

  const telling = createTelling("selection");
  const columns = [0, 1].map((side) =>
    createColumn(listen, (index) => choose({ side, index }, { sheet: true }), next),
  );
  root.querySelector(".columns").append(...columns.map((column) => column.element));
  const pairs = createPairs(columns);
  const sheet = createSheet(root, listen, { next, go: goToMatch });
  const showLayers = createLegend(root, listen, COMPARE_LAYERS, () => {
    nameSpeakers(root);
    for (const column of columns) column.redraw();
  });
  const texts = columns.map((_, side) => {
    const button = document.createElement("button");
    button.type = "button";
    listen(button, "click", () => bringToFront(side));
    return button;
  });
  root.querySelector(".texts").append(...texts);

  // After the texts come, fonts, names and the page's other parts still move them: until the reader
  // does something, a selection that Python made stays in view.
  let held = false;
  const moved = new ResizeObserver(() => {
    if (!held || !selected) return;
    const { side, index, place } = selected;
    const match = pairs.of(side, index)[place]?.sentences[1 - side];
    columns[side].reveal(index, { still: true });
    if (match !== undefined && !isSmall()) columns[1 - side].reveal(match, { still: true });
  });
  for (const { element } of columns) moved.observe(element.querySelector(".text"));
  for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    window.addEventListener(act, () => (held = false), {
      capture: true,
      passive: true,
      signal: lifetime.signal,
    });
  }

  /* Make a sentence the selection, or nothing; Python hears of it afterwards. */
  function choose(choice, { sheet: withSheet = false } = {}) {
    paint(choice);
    telling.tell({
      article: choice && columns[choice.side].side().article,
      sentence: choice && choice.index,
    });
    status.textContent = choice ? spoken() : "Selection cleared";
    if (choice && withSheet && isSmall()) openSheet();
  }

  function paint(choice) {
    selected = null;
    pairs.clear();
    root.classList.toggle("has-selection", choice !== null);
    for (const column of columns) column.say();
    if (choice !== null) {
      const { side, index } = choice;
      const place = pairs.nearest(side, pairs.of(side, index));
      selected = { side, index, place };
      columns[side].rove(index);
      if (isSmall()) bringToFront(side);
      showMatch();
    }
    tellSelected();
  }

  /* Mark the selection's match and bring it into view. */
  function showMatch() {
    const { side, index, place } = selected;
    const all = pairs.of(side, index);
    const other = columns[1 - side];
    pairs.mark(side, index, place);
    const { letter } = other.side();
    if (!all.length) {
      const compared = columns[side].side().matches[index][0];
      other.say(compared ? `No match found in ${letter}` : "Not part of the article, not compared");
      return;
    }
    const match = all[place].sentences[1 - side];
    other.say(pairWords(all[place], side, letters()), { of: all.length, place });
    other.rove(match);
    other.reveal(match);
  }

  function next() {
    if (!selected) return;
    const { side, index, place } = selected;
    selected.place = (place + 1) % pairs.of(side, index).length;
    showMatch();
    status.textContent = spoken();
    if (root.querySelector(".sheet").open) openSheet();
  }

  function letters() {
    return columns.map((column) => column.side().letter);
  }

  /* What a screen reader hears of the selection. */
  function spoken() {
    const { side, index, place } = selected;
    const column = columns[side];
    const { letter, matches } = column.side();
    const other = columns[1 - side].side().letter;
    const record = column.drawn().records[index];
    const said = [`Sentence ${index + 1} of ${letter} selected, ${describe(record)}`];
    const all = pairs.of(side, index);
    if (all.length) {
      const number = all[place].sentences[1 - side];
      const content = columns[1 - side].drawn().elements[number].textContent;
      const which = all.length > 1 ? `, ${place + 1} of ${all.length}` : "";
      const band = all[place].band === SAME ? "Same fact" : "Possibly the same fact";
      said.push(`${band} in sentence ${number + 1} of ${other}${which}: ${content.trim()}`);
      said.push(numberWords(all[place], letters()));
    } else said.push(matches[index][1]);
    return said.filter(Boolean).map((one) => one.replace(/\.$/, "")).join(". ");
  }

  function tellSelected() {
    const detail = selected
      ? { article: columns[selected.side].side().article, sentence: selected.index }
      : { article: null, sentence: null };
    document.dispatchEvent(new CustomEvent("slant-selected", { detail }));
  }

  function openSheet() {
    const { side, index, place } = selected;
    const all = pairs.of(side, index);
    const from = columns[side].drawn().elements[index];
    // Above the sheet, which covers the lower part: both wordings are to be read together.
    if (from.getBoundingClientRect().bottom > window.innerHeight / 2) {
      from.scrollIntoView({ block: "start" });
    }
    sheet.show({ pair: all[place], place, of: all.length, side, columns, from });
  }

  /* On a small screen: to the match of the selected sentence, in its own text. */
  function goToMatch() {
    const { side, index, place } = selected;
    const match = pairs.of(side, index)[place].sentences[1 - side];
    choose({ side: 1 - side, index: match });
    columns[1 - side].reveal(match, { still: true });
    columns[1 - side].focusOn(match);
  }

  function bringToFront(side) {
    front = side;
    root.dataset.front = String(side);
    texts.forEach((button, at) => button.setAttribute("aria-pressed", String(at === side)));
    columns[side].redraw();
  }

  function show(view) {
    selected = null;
    root.classList.remove("has-selection");
    view.sides.forEach((side, at) => {
      columns[at].show(side);
      texts[at].textContent = side.letter;
      texts[at].setAttribute("aria-label", `${side.letter}: ${side.title}`);
    });
    nameSpeakers(root);
    pairs.show(view.pairs);
    bringToFront(0);
    tellSelected();
  }

  /* The place among the two texts of a sentence that may be in neither. */
  function placeOf({ article, sentence }) {
    const side = columns.findIndex((column) => column.side()?.article === article);
    return columns[side]?.drawn().elements[sentence] ? { side, index: sentence } : null;
  }

  /* Bring a sentence into view that was chosen outside the texts. */
  function come({ side, index }) {
    root.scrollIntoView({ block: "nearest" });
    columns[side].reveal(index);
  }

  for (const place of [root, document]) {
    listen(place, "keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || !selected) return;
      // Also where the focus is on the page itself; another widget keeps its own Escape.
      if (place === document && !event.target.contains(root.getRootNode().host)) return;
      const { side, index } = selected;
      choose(null);
      if (place === document) columns[side].focusOn(index);
    });
  }
  listen(root.querySelector(".clear"), "click", () => {
    const { side, index } = selected;
    choose(null);
    columns[side].focusOn(index); // the button vanishes; the focus must not
  });
  for (const button of root.querySelectorAll(".only button")) {
    listen(button, "click", () => {
      root.dataset.only = button.dataset.only;
      for (const one of root.querySelectorAll(".only button")) {
        one.setAttribute("aria-pressed", String(one === button));
      }
    });
  }
  listen(document, "slant-ask", tellSelected);
  listen(document, "slant-go", (event) => {
    const choice = placeOf(event.detail);
    event.preventDefault(); // whoever asked need not tell Python
    if (choice) {
      choose(choice, { sheet: true });
      come(choice);
    } else telling.tell(event.detail); // of an article that is not shown: Python brings it
  });

  return {
    update(data, setStateValue) {
      const counts = telling.hear(data, setStateValue);
      showLayers(data.key);
      root.dataset.theme = isDark(root) ? "dark" : "light";
      const isFirst = digest === null;
      const isNew = digest !== data.digest;
      if (isNew) {
        digest = data.digest;
        sheet.close();
        show(JSON.parse(data.view));
      }
      // Python's word counts unless it has yet to hear of a later selection made here.
      if (!counts) return;
      const wanted = data.selected && placeOf({ article: data.selected[0], sentence: data.selected[1] });
      if (wanted?.side === selected?.side && wanted?.index === selected?.index) return;
      paint(wanted ?? null);
      held = Boolean(wanted);
      if (!wanted) return;
      come(wanted);
      // Chosen in a list, far below the texts: the answer is where the eye is.
      if (!isFirst && isSmall()) openSheet();
    },
    destroy() {
      lifetime.abort();
      moved.disconnect();
      telling.end();
      for (const column of columns) column.destroy();
    },
  };
}

/* Whether one text is shown at a time (compare_view.css). */
function isSmall() {
  return matchMedia("(max-width: 640px)").matches;
}
