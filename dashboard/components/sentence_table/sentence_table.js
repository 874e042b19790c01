/* The table of sentences in the browser: rows in chunks, sorting, and the choice of a row.
 *
 * It is on the page twice: once as the table, whose rows may be megabytes, and once as the mark,
 * unseen, which says the row that is selected. So a selection changes the mark's message only, and
 * Streamlit sends the rows once.
 *
 * Article text comes from strangers. It enters the page through textContent only.
 */

const CHUNK = 60; // rows added at a time, as the end comes near; 5,000 at once take a second
const NEAR = "600px"; // how near
const PATIENCE = 3000; // ms after which a choice that Python has not answered is told again
const DRAG = 5; // px of pointer movement that make a press a text selection, not a click

const tables = new Map(); // key → the table
const marks = new Map(); // key of a table → what its mark said last

export default mounted((parent) => {
  let table = null;
  let key = null;
  return {
    update(data, setStateValue) {
      if (data.of) {
        parent.querySelector(".sentences").hidden = true;
        key = data.of;
        marks.set(key, data);
        tables.get(key)?.mark(data);
        return;
      }
      table ??= createTable(parent);
      key = data.key;
      tables.set(key, table);
      table.update(data, setStateValue);
      if (marks.has(key)) table.mark(marks.get(key));
    },
    destroy() {
      table?.destroy();
      if (table) tables.delete(key);
      else marks.delete(key);
    },
  };
});

function createTable(parent) {
  const root = parent.querySelector(".sentences");
  const frame = root.querySelector(".frame");
  const head = root.querySelector("thead");
  const body = root.querySelector("tbody");
  const end = root.querySelector(".end");
  const status = root.querySelector(".status");
  const lifetime = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: lifetime.signal });

  let digest = null;
  let columns = [];
  let rows = []; // {sentence, cells}, as Python ordered them
  let order = []; // as they are shown
  let sorted = null; // {name, high}: the column that orders them, and whether from its high end
  let selected = null; // a sentence
  let current = 0; // place of the one row that Tab reaches
  let turn = 0; // number of the last choice made here; Python's answer repeats it
  let answered = 0;
  let telling = 0;
  let pressed = [0, 0]; // where the pointer last went down
  let inView = false;
  let send = () => {};

  const drawn = () => body.children.length;
  const placeOf = (sentence) => order.findIndex((row) => row.sentence === sentence);

  function show(data) {
    columns = data.columns;
    rows = data.rows.map(([sentence, ...cells]) => ({ sentence, cells }));
    order = [...rows];
    sorted = data.sorted;
    const line = make("tr", "row");
    line.append(...columns.map(heading));
    head.replaceChildren(line);
    markSorted();
    root.querySelector("table").setAttribute("aria-rowcount", String(rows.length + 1));
    redraw();
  }

  function redraw() {
    body.replaceChildren();
    frame.scrollTop = 0;
    drawTo(CHUNK);
    rove(0);
  }

  function drawTo(count) {
    const to = Math.min(order.length, count);
    if (drawn() >= to) return;
    const fragment = document.createDocumentFragment();
    for (let place = drawn(); place < to; place += 1) fragment.append(line(order[place], place));
    body.append(fragment);
  }

  function heading(column) {
    const cell = make("th", "columnheader");
    cell.className = column.name;
    cell.scope = "col";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = column.title;
    if (column.help) button.title = column.help;
    listen(button, "click", () => sort(column.name));
    cell.append(button);
    return cell;
  }

  function line(row, place) {
    const element = make("tr", "row");
    element.dataset.sentence = String(row.sentence);
    element.setAttribute("aria-rowindex", String(place + 2));
    element.setAttribute("aria-selected", String(row.sentence === selected));
    element.tabIndex = -1;
    for (const [number, column] of columns.entries()) {
      const [shown, , share] = row.cells[number];
      const cell = make("td", "gridcell");
      cell.className = column.name;
      cell.dataset.title = column.title;
      cell.dir = "auto";
      if (share === undefined) cell.textContent = shown;
      else cell.append(bar(share), shown);
      element.append(cell);
    }
    return element;
  }

  function bar(share) {
    const outer = document.createElement("span");
    outer.className = "bar";
    outer.setAttribute("aria-hidden", "true"); // its figure stands beside it
    const inner = document.createElement("span");
    inner.style.inlineSize = `${Math.max(0, Math.min(1, share)) * 100}%`;
    outer.append(inner);
    return outer;
  }

  /* By a column, at first from the high end of numbers and the low end of text and of `No.`; again
   * turns it round. What has no value stays last. */
  function sort(name) {
    const place = columns.findIndex((column) => column.name === name);
    const valueOf = (row) => {
      const [shown, value] = row.cells[place];
      return value === undefined ? shown : value;
    };
    const numbers = rows.some((row) => typeof valueOf(row) === "number");
    const high = sorted.name === name ? !sorted.high : numbers && name !== "number";
    sorted = { name, high };
    order = [...rows].sort((one, other) => {
      const [a, b] = [valueOf(one), valueOf(other)];
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      const difference = numbers ? a - b : a.localeCompare(b);
      return (high ? -difference : difference) || one.sentence - other.sentence;
    });
    markSorted();
    redraw();
  }

  function markSorted() {
    for (const cell of head.querySelectorAll("th")) {
      if (!cell.classList.contains(sorted.name)) cell.removeAttribute("aria-sort");
      else cell.setAttribute("aria-sort", sorted.high ? "descending" : "ascending");
    }
  }

  function rove(place) {
    for (const old of body.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
    current = place;
    if (body.children[place]) body.children[place].tabIndex = 0;
  }

  function focusOn(place) {
    const to = Math.max(0, Math.min(order.length - 1, place));
    drawTo(to + 1);
    rove(to);
    body.children[to].focus({ preventScroll: true });
    reveal(body.children[to]);
  }

  /* Scroll the table, not the page, until the row is in it. */
  function reveal(row) {
    const top = frame.getBoundingClientRect().top + head.offsetHeight;
    const { bottom } = frame.getBoundingClientRect();
    const box = row.getBoundingClientRect();
    if (box.top < top) frame.scrollTop -= top - box.top;
    else if (box.bottom > bottom) frame.scrollTop += Math.min(box.bottom - bottom, box.top - top);
  }

  function paint(sentence) {
    selected = sentence;
    for (const row of body.querySelectorAll('[aria-selected="true"]')) {
      row.setAttribute("aria-selected", "false");
    }
    const place = placeOf(sentence);
    body.children[place]?.setAttribute("aria-selected", "true");
    if (inView) bringSelected();
  }

  /* Only once the table is in view: to draw thousands of rows takes a while. */
  function bringSelected() {
    const place = placeOf(selected);
    if (place < 0) return;
    drawTo(place + 1);
    rove(place);
    reveal(body.children[place]);
  }

  function choose(sentence) {
    if (sentence === selected) return;
    paint(sentence);
    turn += 1;
    status.textContent =
      sentence === null ? "Selection cleared" : `Sentence ${sentence + 1} selected`;
    tell({ sentence, turn, digest, attempt: 0 });
  }

  /* Tell Python of a choice until it answers: on a busy machine a message can be lost. */
  function tell(event) {
    clearTimeout(telling);
    if (event.turn !== turn || event.digest !== digest || answered >= turn) return;
    send("choice", event);
    telling = setTimeout(() => tell({ ...event, attempt: event.attempt + 1 }), PATIENCE);
  }

  const rowAt = (event) => event.target.closest("tbody tr");

  listen(body, "pointerdown", (event) => {
    pressed = [event.clientX, event.clientY];
  });
  listen(body, "click", (event) => {
    const row = rowAt(event);
    const moved = Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]);
    if (row && moved <= DRAG) choose(Number(row.dataset.sentence));
  });
  listen(body, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowAt(event);
    if (!row) return;
    const moves = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: order.length - 1 };
    if (event.key in moves) focusOn(moves[event.key]);
    else if (event.key === "Enter" || event.key === " ") choose(Number(row.dataset.sentence));
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const nearEnd = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      drawTo(drawn() + CHUNK);
      // Observed anew, or nothing is reported while the end stays near.
      nearEnd.unobserve(end);
      if (drawn() < order.length) requestAnimationFrame(() => nearEnd.observe(end));
    },
    { root: frame, rootMargin: NEAR },
  );

  const comesIntoView = new IntersectionObserver((entries) => {
    inView = entries.at(-1).isIntersecting;
    if (inView) bringSelected();
  });
  comesIntoView.observe(frame);

  return {
    update(data, setStateValue) {
      send = setStateValue;
      if (digest !== data.digest) {
        digest = data.digest;
        show(JSON.parse(data.rows));
        nearEnd.unobserve(end);
        nearEnd.observe(end);
      }
    },
    /* Python's word on the selection counts unless it has yet to hear of a later choice. */
    mark(data) {
      answered = Math.max(answered, data.turn);
      if (data.turn < turn) return;
      turn = data.turn;
      if (data.selected !== selected) paint(data.selected);
    },
    destroy() {
      lifetime.abort();
      clearTimeout(telling);
      nearEnd.disconnect();
      comesIntoView.disconnect();
      body.replaceChildren();
    },
  };
}

/* Elements keep their roles whatever the style makes of them on a small screen. */
function make(tag, role) {
  const element = document.createElement(tag);
  element.setAttribute("role", role);
  return element;
}
