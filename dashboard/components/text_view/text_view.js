/* The text view in the browser: shows the pieces Python cut, marks and moves the selection, and
 * links it with the article strip, a Plotly chart elsewhere in the same document.
 *
 * Lists elsewhere on the page (sentence_lists) lead to sentences too. On `document`, `slant-go` asks
 * for a sentence, `slant-selected` tells which one is selected, and `slant-ask` has that told again.
 *
 * One module with side_names.js, quotation_bars.js, sentence_card.js, strip_link.js and
 * chart_links.js: Python joins them.
 * Article text comes from strangers. It enters the page through text nodes and textContent only.
 */

const WORD = 1;
const QUOTE = 2;
const QUOTE_OPENS = 4;
const QUOTE_CLOSES = 8;
const STATEMENT = 16;
const CUE = 32;

const BANDS = { loaded: "likely loaded", uncertain: "uncertain", "not loaded": "not loaded" };
const TONES = {
  negative: "negative tone",
  neutral: "neutral tone",
  positive: "positive tone",
  unclear: "tone unclear",
};
const MARKED = ["negative", "positive"]; // the tones with a mark in the text

const PAGE_HEADER = 64; // px at the top of the window that Streamlit's header covers
const SHEET = 0.52; // share of the screen that the card takes where it is a sheet
const PATIENCE = 3000; // ms after which a selection that Python has not answered is told again
const ATTEMPTS = 5;
const HOLDS = [100, 300, 700, 1500, 3000]; // ms after which a linked sentence is looked for again
const SAID = 2000; // ms that the copy button says it has copied
const DRAG = 5; // px of pointer movement that make a press a text selection, not a click

const hiddenLayers = new Map(); // key of the view → layers switched off, kept across pages

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".slant");
  const text = root.querySelector(".text");
  const status = root.querySelector(".status");
  const lifetime = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: lifetime.signal });

  let digest = null;
  let records = []; // what Python says of each sentence
  let elements = []; // and where it stands
  let selected = null;
  let current = 0; // the one sentence that Tab reaches
  let turn = 0; // number of the last selection made here; Python's answer repeats it
  let answered = 0;
  let telling = 0;
  let key = null;
  let cardKey = null;
  let voices = ""; // those that are switched on
  let inCard = false; // whether the reader was last at the card of the selected sentence
  let pressed = [0, 0]; // where the pointer last went down
  let send = () => {};
  const reworded = new Map(); // the reader's own wordings, by the sentence's number
  const copies = root.querySelector(".copy");

  const bars = createQuotationBars(text);
  const card = createCard(root, listen, (element) =>
    lines(records[Number(element.dataset.sentence)]),
  );
  const strip = createStrip((index) => {
    if (index < elements.length) choose(index, { scroll: true });
  });
  const links = createChartLinks((index, place, count) => {
    if (index >= elements.length) return;
    choose(index, { scroll: true });
    if (count > 1) status.textContent += `, ${place + 1} of ${count} behind this mark`;
  });

  /* Make `index` (or null) the selection, everywhere at once; Python hears of it afterwards. */
  function choose(index, { scroll }) {
    paint(index);
    if (index !== null && (scroll || isSheet())) scrollTo(elements[index]);
    turn += 1;
    const event = { sentence: index, turn, digest };
    const label = index === null ? null : describe(records[index]);
    status.textContent =
      index === null
        ? "Selection cleared"
        : `Sentence ${index + 1} of ${elements.length} selected, ${label}`;
    // After the paint, so that the message costs the reader no time.
    requestAnimationFrame(() => setTimeout(() => tell({ ...event, attempt: 0 })));
  }

  /* Tell Python of a selection until it answers: on a busy machine a message that met another
   * one has been lost, and the card then stayed at the sentence before. */
  function tell(event) {
    clearTimeout(telling);
    if (event.turn !== turn || event.digest !== digest || answered >= turn) return;
    if (event.attempt > ATTEMPTS) return; // the session is gone; Streamlit says so itself
    send("selection", event);
    telling = setTimeout(() => tell({ ...event, attempt: event.attempt + 1 }), PATIENCE);
  }

  function paint(index) {
    if (selected !== null) elements[selected]?.setAttribute("aria-selected", "false");
    selected = index;
    root.classList.toggle("has-selection", index !== null);
    if (index !== null) {
      elements[index].setAttribute("aria-selected", "true");
      rove(index);
    }
    strip.mark(index);
    tellSelected();
  }
  function tellSelected() {
    document.dispatchEvent(new CustomEvent("slant-selected", { detail: { sentence: selected } }));
  }

  /* Note the reader's own wording of a sentence, null for none. */
  function reword(index, wording) {
    if (!elements[index]) return;
    if (wording === null) reworded.delete(index);
    else reworded.set(index, wording);
    elements[index].classList.toggle("reworded", wording !== null);
    nameCopies();
  }
  function nameCopies(label) {
    const count = reworded.size;
    const wordings = count === 1 ? "my rewording" : `my ${count} rewordings`;
    copies.hidden = count === 0;
    copies.textContent = label ?? `Copy the text with ${wordings}`;
    document.dispatchEvent(
      new CustomEvent("slant-rewordings", { detail: { count, label: copies.textContent } }),
    );
  }
  async function copyText() {
    const copied = await copy(newText(text, (index) => reworded.get(index)));
    const said = copied ? "Copied" : "The browser does not allow copying";
    status.textContent = said;
    nameCopies(said);
    setTimeout(nameCopies, SAID);
  }

  function rove(index) {
    elements[current]?.setAttribute("tabindex", "-1");
    current = index;
    elements[index]?.setAttribute("tabindex", "0");
  }

  function focusOn(index) {
    if (!elements.length) return;
    const to = Math.max(0, Math.min(elements.length - 1, index));
    rove(to);
    elements[to].focus({ preventScroll: true });
    // With the pointer in hand the reader sees no focus, and keeps the place.
    if (elements[to].matches(":focus-visible")) elements[to].scrollIntoView({ block: "nearest" });
  }

  const isCard = (element) =>
    Boolean(element.closest?.(`.st-key-${CSS.escape(cardKey)}`));

  function show(article) {
    card.hide();
    records = [];
    elements = [];
    selected = null;
    current = 0;
    const fragment = document.createDocumentFragment();
    for (const block of article.blocks) {
      if (block.gap) fragment.append(gap(block.gap));
      const paragraph = document.createElement("div");
      paragraph.className = block.tight ? "block tight" : "block";
      paragraph.setAttribute("role", "presentation");
      paragraph.dir = block.direction;
      const names = new Map(block.names.map(([piece, place, ...name]) => [`${piece} ${place}`, name]));
      block.pieces.forEach((piece, number) => {
        const target = piece.band ? sentence(piece, article.count) : paragraph;
        piece.runs.forEach(([content, flags], place) => {
          const name = names.get(`${number} ${place}`);
          if (name) target.append(sideName(...name));
          target.append(run(content, flags));
          if (flags & STATEMENT) paragraph.classList.add("quoting");
        });
        if (target !== paragraph) paragraph.append(target);
      });
      fragment.append(paragraph);
    }
    if (article.tail) fragment.append(gap(article.tail));
    root.classList.toggle("named", article.blocks.some((block) => block.names.length));
    text.replaceChildren(fragment);
    nameSpeakers(root);
    rove(0);
    bars.watch();
  }

  function sentence(piece, count) {
    const index = elements.length;
    const element = document.createElement("span");
    element.className = `sentence ${piece.band.replace(" ", "-")}`;
    const tone = piece.tone_label;
    if (MARKED.includes(tone)) element.classList.add("tone", `tone-${tone}`);
    element.dataset.sentence = String(index);
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.setAttribute("tabindex", "-1");
    const spoken = piece.runs.map(([content]) => content).join("");
    element.setAttribute(
      "aria-label",
      `sentence ${index + 1} of ${count}, ${describe(piece)}: ${spoken}`,
    );
    if (piece.part === "furniture") element.classList.add("furniture");
    if (piece.band === "unscored") element.lang = piece.lang;
    else element.style.setProperty("--tint", tint(piece.probability));
    elements.push(element);
    records.push(piece);
    return element;
  }

  listen(text, "pointerdown", (event) => {
    pressed = [event.clientX, event.clientY];
  });
  listen(text, "click", (event) => {
    const element = event.target.closest(".sentence");
    const moved = Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]);
    if (!element || moved > DRAG) return;
    choose(Number(element.dataset.sentence), { scroll: false });
  });
  listen(text, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = event.target.closest(".sentence");
    if (!element) return;
    const index = Number(element.dataset.sentence);
    const forward = getComputedStyle(element).direction === "rtl" ? -1 : 1;
    const moves = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      ArrowRight: index + forward,
      ArrowLeft: index - forward,
      Home: 0,
      End: elements.length - 1,
    };
    if (event.key in moves) focusOn(moves[event.key]);
    else if (event.key === "Enter" || event.key === " ") choose(index, { scroll: false });
    else return;
    event.preventDefault();
  });
  // Also in the card of the selected sentence, and where the focus is on the page itself or on
  // what scrolls it, as after a click on a bar; another widget keeps its own Escape.
  for (const place of [root, document]) {
    listen(place, "keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      const isAround = event.target.contains(root.getRootNode().host);
      if (place === document && !isAround && !isCard(event.target)) return;
      card.hide();
      if (selected === null) return;
      const back = selected;
      choose(null, { scroll: false });
      if (place === document) focusOn(back);
    });
  }
  for (const type of ["focusin", "pointerdown"]) {
    listen(document, type, (event) => {
      inCard = isCard(event.target);
    });
  }
  listen(document, "slant-reworded", ({ detail }) => reword(detail.sentence, detail.wording));
  listen(document, "slant-copy", copyText);
  listen(document, "slant-ask", tellSelected);
  listen(document, "slant-go", ({ detail }) => {
    if (!elements[detail.sentence]) return;
    choose(detail.sentence, { scroll: true });
    if (detail.said) status.textContent += `, ${detail.said}`;
  });
  listen(copies, "click", copyText);
  listen(root.querySelector(".clear"), "click", () => {
    const back = selected ?? current;
    choose(null, { scroll: false });
    focusOn(back); // the button vanishes; the focus must not
  });
  for (const button of root.querySelectorAll(".layer")) {
    listen(button, "click", () => {
      const off = button.getAttribute("aria-pressed") === "true";
      switchLayer(button, off);
      const hidden = hiddenLayers.get(key) ?? new Set();
      if (off) hidden.add(button.dataset.layer);
      else hidden.delete(button.dataset.layer);
      hiddenLayers.set(key, hidden);
    });
  }

  function switchLayer(button, off) {
    button.setAttribute("aria-pressed", String(!off));
    root.classList.toggle(`hide-${button.dataset.layer}`, off);
    nameSpeakers(root);
    bars.redraw(); // hidden marks can move line breaks
  }

  return {
    update(data, setStateValue) {
      send = setStateValue;
      if (key !== data.key) {
        key = data.key;
        for (const button of root.querySelectorAll(".layer")) {
          switchLayer(button, Boolean(hiddenLayers.get(key)?.has(button.dataset.layer)));
        }
      }
      cardKey = data.card;
      root.dataset.theme = isDark(root) ? "dark" : "light";
      const isNew = digest !== data.digest;
      if (isNew) {
        digest = data.digest;
        show(JSON.parse(data.article));
        turn = Math.max(turn, data.turn);
      }
      if (isNew) {
        reworded.clear();
        for (const [index, wording] of Object.entries(data.rewordings)) {
          reword(Number(index), wording);
        }
      }
      const on = data.voices.join();
      if (isNew || on !== voices) {
        voices = on;
        elements.forEach((element, index) => {
          element.classList.toggle("off", !data.voices.includes(records[index].voice));
        });
      }
      nameCopies();
      strip.follow(data.strip);
      answered = Math.max(answered, data.turn);
      // Python's word counts unless it has yet to hear of a later selection made here.
      if (data.turn >= turn) {
        turn = data.turn;
        if (data.selected !== selected) {
          const back = selected;
          paint(data.selected);
          if (data.selected !== null) {
            scrollTo(elements[data.selected]);
            if (isNew) holdInView(elements[data.selected], lifetime.signal);
          }
          // The card was closed; its button has the focus and vanishes, or has vanished already.
          else if (inCard && back !== null) focusOn(back);
        } else if (isNew) strip.mark(selected);
      }
    },
    destroy() {
      lifetime.abort();
      clearTimeout(telling);
      bars.destroy();
      card.hide();
      strip.destroy();
      links.destroy();
      text.replaceChildren();
    },
  };
}

/* The article's text with other wordings of some sentences, everything else as it was given. */
function newText(node, wordingOf) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const wording = wordingOf(Number(node.dataset?.sentence ?? -1));
  if (wording !== undefined) return wording;
  return [...node.childNodes].map((child) => newText(child, wordingOf)).join("");
}

/* Put text on the clipboard; whether the browser did. Pages without https have the old way only. */
async function copy(content) {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    const box = document.createElement("textarea");
    box.value = content;
    box.style.cssText = "position:fixed;opacity:0";
    document.body.append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    return copied;
  }
}

function gap(content) {
  const element = document.createElement("span");
  element.className = "gap";
  element.textContent = content;
  return element;
}

function run(content, flags) {
  if (!flags) return document.createTextNode(content);
  const element = document.createElement("span");
  const classes = [
    flags & WORD && "word",
    flags & QUOTE && "quote",
    flags & QUOTE_OPENS && "opens",
    flags & QUOTE_CLOSES && "closes",
    flags & STATEMENT && "said",
    flags & STATEMENT && !(flags & QUOTE) && "reported",
    flags & CUE && "cue",
  ];
  element.className = classes.filter(Boolean).join(" ");
  element.textContent = content;
  return element;
}

/* "likely loaded, quoted: Ann Hale, negative tone": the part of a sentence's label after its number.
 * That a tone is neutral is not worth a reader's time in every sentence. */
function describe(record) {
  const tone = record.tone_label === "neutral" ? "" : TONES[record.tone_label];
  return [BANDS[record.band] ?? record.why, record.whose, tone].filter(Boolean).join(", ");
}

/* Share of colour in a loaded sentence's background: between the two limits of the style. */
function tint(probability) {
  const strength = Math.max(0, Math.min(1, (probability - 0.5) / 0.5)).toFixed(3);
  return `calc(var(--weakest) + ${strength} * (var(--strongest) - var(--weakest)))`;
}

function isDark(root) {
  const probe = document.createElement("span");
  probe.style.color = "var(--st-background-color, white)";
  root.append(probe);
  const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}

/* Keep a sentence that a link named in view while the page is still being built around it, until
 * the reader does something. */
function holdInView(element, ended) {
  const touched = new AbortController();
  const signal = AbortSignal.any([ended, touched.signal]);
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    window.addEventListener(type, () => touched.abort(), { signal, capture: true, passive: true });
  }
  for (const delay of HOLDS) {
    setTimeout(() => {
      if (!signal.aborted && element.isConnected) scrollTo(element);
    }, delay);
  }
  setTimeout(() => touched.abort(), HOLDS.at(-1));
}

/* Whether the card of the selected sentence is a sheet over the lower part of the screen
 * (page.css). */
function isSheet() {
  return matchMedia("(max-width: 960px)").matches;
}

/* Bring a sentence to the middle of the page, unless all of it is in view already. A long text's
 * paragraphs get their real height only when they come near, so a far jump is corrected once
 * they have it. */
function scrollTo(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const end = isSheet() ? window.innerHeight * (1 - SHEET) : window.innerHeight;
  if (top > PAGE_HEADER && bottom < end) return;
  if (isSheet()) {
    element.style.scrollMarginTop = `${PAGE_HEADER + 8}px`;
    element.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => element.scrollIntoView({ block: "start" }));
    return;
  }
  const far = Math.abs(top) > 2 * window.innerHeight;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!far && !still) {
    element.scrollIntoView({ block: "center", behavior: "smooth" });
    return;
  }
  element.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => element.scrollIntoView({ block: "center" }));
}
