/* A text in which a reader marks the sentences that seem loaded; later, the model's view of it.
 *
 * Plain functions for a page's <script> and for a component alike. With it go text.js, bar.js,
 * reveal.js and marking.css; the colours --background, --raised, --ink, --accent, --edge and --hair
 * are the page's.
 */

/* Draw a text to mark into `root`. `material` is what analysis.practice.material.told gives (`text`,
 * `lines`), `reasons` ({key: sentence}), the reader's `marks` so far ({sentence, loaded, reason,
 * words}, words as [start, end]) and `readOnly`. `onChange` hears of every mark, in that form.
 *
 * Returns `set(marks)`, `lock(readOnly, why)`, where whoever taps all the same is told `why`,
 * `reveal(view)`, `show(sentence)`, which brings a sentence into view with its bar, and `destroy()`. */
function createMarking(root, { text, lines, reasons, marks = [], readOnly = false }, onChange) {
  let given = new Map(); // line → mark; a line that was never touched has none
  let locked = readOnly;
  let whyLocked = ""; // told to whoever taps a sentence meanwhile
  let view = null; // what the model makes of it, once it may be shown
  let open = null; // the line whose bar is open
  let current = null; // the line that Tab leads to

  const status = document.createElement("p");
  status.className = "heard";
  status.setAttribute("role", "status");
  const place = document.createElement("div");
  place.className = "marking-text";
  place.setAttribute("role", "group");
  const bar = createMarkingBar(Object.entries(reasons), {
    reason: (key) => change(open, { reason: markOf(open).reason === key ? "" : key }),
    words: (passages) => change(open, { words: passages }),
    remove: () => toggle(open, true),
    close: () => leaveBar(),
  });
  root.classList.add("marking");
  root.replaceChildren(status, place, bar.element);
  const drawn = drawMarkingText(place, text, lines, sentenceElement);
  const counting = lines.flatMap(([, , , counts], line) => (counts ? [line] : []));
  current = counting[0] ?? null;

  function sentenceElement(line) {
    const element = document.createElement("span");
    element.className = "sentence";
    element.dataset.line = String(line);
    element.dataset.number = String(line + 1);
    element.setAttribute("role", "button");
    return element;
  }
  const markOf = (line) => given.get(line) ?? { sentence: line, loaded: false, reason: "", words: [] };
  const isLoaded = (line) => markOf(line).loaded;

  function drawLine(line) {
    const element = drawn.elements[line];
    const mark = markOf(line);
    const passages = mark.words.map(([start, end]) => [start, end, "own-word"]);
    if (view) passages.push(...view.model[line].words.map(([start, end]) => [start, end, "model-word"]));
    drawn.fill(line, passages);
    element.classList.toggle("own", mark.loaded);
    element.classList.toggle("open", open === line);
    element.setAttribute("aria-pressed", String(mark.loaded));
    element.tabIndex = line === current ? 0 : -1;
    if (locked && !view) element.setAttribute("aria-disabled", "true");
    else element.removeAttribute("aria-disabled");
    const said = view ? `, ${revealedSaid(line, mark, view).join(" ")}` : "";
    element.setAttribute("aria-label", `Sentence ${line + 1}${said}: ${element.textContent}`);
    if (view) drawRevealed(element, line, view);
  }
  function drawAll() {
    const keys = "Arrow keys move from sentence to sentence";
    place.setAttribute(
      "aria-label",
      view ? `The text with the model’s view. ${keys}, Enter tells more.`
        : locked ? "The text. It can be read, not marked."
          : `The text to mark. ${keys}, Enter marks; Tab leads on to the reasons.`,
    );
    root.classList.toggle("locked", locked && !view);
    root.classList.toggle("revealed", Boolean(view));
    counting.forEach(drawLine);
  }

  function change(line, part) {
    if (locked || view || line === null) return;
    given.set(line, { ...markOf(line), loaded: true, ...part });
    drawLine(line);
    openBar(line);
    tell(line);
  }
  function toggle(line, focusToo = false) {
    if (locked || view || line === null) return;
    const loaded = !isLoaded(line);
    given.set(line, { sentence: line, loaded, reason: "", words: [] });
    drawLine(line); // first, as a mark may take the sentence to one more line
    if (loaded) openBar(line);
    else closeBar();
    status.textContent = loaded
      ? `Sentence ${line + 1} is marked as loaded.`
      : `The mark of sentence ${line + 1} is removed.`;
    if (focusToo) focus(line);
    tell(line);
  }
  function tell(line) {
    const { sentence, loaded, reason, words } = markOf(line);
    onChange({ sentence, loaded, reason, words: words.map((pair) => [...pair]) });
  }

  function openBar(line) {
    const before = open;
    open = line;
    if (before !== null && before !== line) drawLine(before);
    if (view) bar.tell(line, revealedSaid(line, markOf(line), view, reasons));
    else bar.mark(line, lines[line].slice(0, 2), drawn.cut, markOf(line));
    drawn.elements[line].classList.add("open");
    if (before !== line) uncover(line);
  }
  function refuse() {
    if (!whyLocked) return;
    bar.refuse(whyLocked);
    status.textContent = whyLocked;
  }
  function closeBar() {
    const before = open;
    open = null;
    bar.close();
    if (before !== null) drawLine(before);
  }
  function leaveBar() {
    const before = open;
    closeBar();
    if (before !== null) focus(before);
  }
  /* The bar lies over the end of the text, if not beside it: bring the sentence out from under it. */
  function uncover(line) {
    const element = drawn.elements[line];
    const over = !bar.element.hidden && getComputedStyle(root).display !== "grid";
    element.style.scrollMarginBottom = over ? `${bar.element.offsetHeight + 16}px` : "";
    element.scrollIntoView({ block: "nearest" });
  }
  function moveTo(line) {
    const before = current;
    current = line;
    if (before !== null) drawn.elements[before].tabIndex = -1;
    drawn.elements[line].tabIndex = 0;
  }
  function focus(line) {
    moveTo(line);
    drawn.elements[line].focus({ preventScroll: true });
    uncover(line);
  }
  /* With the keyboard the bar goes along, for the sentences that have one. */
  function follow(line) {
    if (isLoaded(line) && !locked) openBar(line);
    else if (open !== null) closeBar();
    focus(line);
  }
  /* What Enter and a tap do: mark, or open the bar of what is marked, or take its mark away. */
  function act(line) {
    moveTo(line);
    if (view) return open === line ? closeBar() : openBar(line);
    if (locked) return refuse();
    if (isLoaded(line) && open !== line) openBar(line);
    else toggle(line);
  }

  place.addEventListener("click", (event) => {
    const element = event.target.closest(".sentence");
    // Whoever selects words to copy them has not tapped.
    if (element && String(document.getSelection() ?? "") === "") act(Number(element.dataset.line));
  });
  place.addEventListener("keydown", (event) => {
    const element = event.target.closest(".sentence");
    if (!element || event.ctrlKey || event.altKey || event.metaKey) return;
    const line = Number(element.dataset.line);
    const at = counting.indexOf(line);
    const rtl = getComputedStyle(element.parentElement).direction === "rtl";
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      ArrowRight: at + (rtl ? -1 : 1),
      ArrowLeft: at - (rtl ? -1 : 1),
      Home: 0,
      End: counting.length - 1,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      if (counting[next] !== undefined) follow(counting[next]);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (!event.repeat) act(line);
    }
  });
  root.addEventListener("keydown", onEscape);
  function onEscape(event) {
    if (event.key !== "Escape" || bar.element.hidden) return;
    event.stopPropagation();
    leaveBar();
  }

  /* Which of the two themes the page has, by its background. */
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  function theme() {
    root.dataset.theme = isDarkBehind(root) ? "dark" : "light";
  }
  scheme.addEventListener("change", theme);

  function set(next) {
    given = new Map(next.map((mark) => [mark.sentence, { reason: "", words: [], ...mark }]));
    if (open !== null && !view && !isLoaded(open)) closeBar();
    else if (open !== null) openBar(open);
    drawAll();
  }
  theme();
  set(marks);

  return {
    set,
    theme,
    lock(next, why = "") {
      if (locked !== next && !view) {
        closeBar();
        status.textContent = "";
      }
      [locked, whyLocked] = [next, why];
      drawAll();
    },
    /* `view`: `model` ([{band, probability, words, voice, speaker}], one a line), `only_reader` and
     * `only_model` (numbers of lines), `shares` (a share of the class or null, one a line; or none). */
    reveal(next) {
      closeBar();
      view = next;
      drawAll();
    },
    show(line) {
      openBar(line);
      drawAll();
      focus(line);
    },
    destroy() {
      scheme.removeEventListener("change", theme);
      root.removeEventListener("keydown", onEscape);
      root.replaceChildren();
    },
  };
}

function isDarkBehind(root) {
  const probe = document.createElement("span");
  probe.style.color = "var(--background, white)";
  root.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
