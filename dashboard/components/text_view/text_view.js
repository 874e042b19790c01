/* The text view in the browser: shows the pieces Python cut, marks and moves the selection, and
 * links it with the article strip, a Plotly chart elsewhere in the same document.
 *
 * Lists elsewhere on the page (sentence_lists) lead to sentences too. On `document`, `slant-go` asks
 * for a sentence, `slant-selected` tells which one is selected, and `slant-ask` has that told again.
 *
 * One module with the scripts of article_text, sentence_card.js, house_rules.js, strip_link.js and
 * chart_links.js: Python joins them.
 */

const PAGE_HEADER = 64; // px at the top of the window that Streamlit's header covers
const SHEET = 0.52; // share of the screen that the card takes where it is a sheet
const HOLDS = [100, 300, 700, 1500, 3000]; // ms after which a linked sentence is looked for again
const SAID = 2000; // ms that the copy button says it has copied

const TEXT_LAYERS = ["loaded", "words", "quotes", "reported", "tone", "house"];

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
  let rules = null; // what it says of the findings of house rules; null where there are no rules
  let elements = []; // and where it stands
  let selected = null;
  let cardKey = null;
  let voices = ""; // those that are switched on
  let inCard = false; // whether the reader was last at the card of the selected sentence
  const reworded = new Map(); // the reader's own wordings, by the sentence's number
  const copies = root.querySelector(".copy");

  const telling = createTelling("selection");
  const bars = createQuotationBars(text);
  const steps = createSteps(text, listen, (index) => choose(index, { scroll: false }));
  const showLayers = createLegend(root, listen, TEXT_LAYERS, () => {
    nameSpeakers(root);
    bars.redraw(); // hidden marks can move line breaks
  });
  const card = createCard(root, listen, (element) => {
    const record = records[Number(element.dataset.sentence)];
    return [...lines(record), ...houseLines(record, rules)];
  });
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
    const label = index === null ? null : describeAll(records[index]);
    status.textContent =
      index === null
        ? "Selection cleared"
        : `Sentence ${index + 1} of ${elements.length} selected, ${label}`;
    telling.tell({ sentence: index });
  }

  const describeAll = (record) =>
    [describe(record), houseSaid(record, rules)].filter(Boolean).join(", ");

  function paint(index) {
    if (selected !== null) elements[selected]?.setAttribute("aria-selected", "false");
    selected = index;
    root.classList.toggle("has-selection", index !== null);
    if (index !== null) {
      elements[index].setAttribute("aria-selected", "true");
      steps.rove(index);
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

  const isCard = (element) =>
    Boolean(element.closest?.(`.st-key-${CSS.escape(cardKey)}`));

  function show(article) {
    card.hide();
    selected = null;
    rules = article.rules ?? null;
    ({ elements, records } = drawArticle(text, article, (_, record) => houseSaid(record, rules)));
    nameSpeakers(root);
    steps.begin(elements);
    bars.watch();
  }

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
      if (place === document) steps.focusOn(back);
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
    const back = selected ?? steps.current();
    choose(null, { scroll: false });
    steps.focusOn(back); // the button vanishes; the focus must not
  });
  return {
    update(data, setStateValue) {
      const counts = telling.hear(data, setStateValue);
      cardKey = data.card;
      root.dataset.theme = isDark(root) ? "dark" : "light";
      const isNew = digest !== data.digest;
      if (isNew) {
        digest = data.digest;
        show(JSON.parse(data.article));
      }
      showLayers(data.key, rules ? [] : ["house"]);
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
      // Python's word counts unless it has yet to hear of a later selection made here.
      if (counts) {
        if (data.selected !== selected) {
          const back = selected;
          paint(data.selected);
          if (data.selected !== null) {
            scrollTo(elements[data.selected]);
            if (isNew) holdInView(elements[data.selected], lifetime.signal);
          }
          // The card was closed; its button has the focus and vanishes, or has vanished already.
          else if (inCard && back !== null) steps.focusOn(back);
        } else if (isNew) strip.mark(selected);
      }
    },
    destroy() {
      lifetime.abort();
      telling.end();
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
