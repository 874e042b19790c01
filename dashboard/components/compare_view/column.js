/* One of the two texts: its head, its sentences, their marks in the margin, and its own scrolling. */

const LANE = 0.75; // rem from one mark in the margin to the next in the same line
const CORRECTIONS = 8; // frames for which a jump is put right
const FAR = 2; // heights of a column from which on it jumps instead of moving smoothly

/* `choose` is called with the number of a sentence that the reader chose here, and `next` when the
 * reader asks for the next of several matches. */
function createColumn(listen, choose, next) {
  const element = document.createElement("div");
  const head = document.createElement("div");
  const title = document.createElement("h2");
  const note = document.createElement("p");
  const another = document.createElement("button");
  const text = document.createElement("div");
  element.className = "column";
  head.className = "head";
  note.className = "note";
  another.className = "next";
  another.type = "button";
  text.className = "text";
  text.setAttribute("role", "listbox");
  text.setAttribute("aria-multiselectable", "true");
  head.append(title, note, another);
  element.append(head, text);

  const bars = createQuotationBars(text, { blocks: ".matched", measure: lanes });
  const steps = createSteps(text, listen, choose);
  listen(another, "click", next);

  let jumps = 0; // how often the column has jumped
  let side = null; // what Python says of this article
  let drawn = { elements: [], records: [], runs: [] };

  function show(given) {
    side = given;
    drawn = drawArticle(text, side.text, (index) => side.matches[index][1]);
    drawn.elements.forEach((sentence, index) => {
      const [band, where] = side.matches[index];
      sentence.classList.add(...(band ? [CLASS_OF_BAND[band]] : []));
      if (band !== SAME && band !== POSSIBLY) return;
      sentence.prepend(mark(band, where));
      sentence.closest(".block").classList.add("matched");
    });
    title.replaceChildren(lettered(side));
    title.title = [side.title, side.detail].filter(Boolean).join(", ");
    text.setAttribute("aria-label", `${side.letter}: ${side.title}, sentence by sentence`);
    element.scrollTop = 0;
    steps.begin(drawn.elements);
    bars.watch();
    say();
  }

  function mark(band, where) {
    const sign = document.createElement("span");
    sign.className = `match ${CLASS_OF_BAND[band]}`;
    sign.title = where;
    sign.setAttribute("aria-hidden", "true");
    return sign;
  }

  /* Marks of sentences that begin in one line stand side by side. */
  function lanes(block) {
    const lines = new Map(); // top of a line → the marks in it
    for (const sign of block.querySelectorAll(".match")) {
      const top = Math.round(sign.getBoundingClientRect().top);
      lines.set(top, [...(lines.get(top) ?? []), sign]);
    }
    return () => {
      for (const signs of lines.values()) {
        signs.forEach((sign, place) => {
          sign.style.setProperty("--lane", `${(signs.length - 1 - place) * LANE}rem`);
        });
      }
    };
  }

  /* Say something at the head; without anything, how much of this text was found in the other. */
  function say(words = "", { of = 0, place = 0 } = {}) {
    const count = side.matches.filter(([band]) => band).length;
    note.textContent = words || `${side.found} of ${count} sentences have a match`;
    another.hidden = of < 2;
    another.textContent = of < 2 ? "" : `${place + 1} of ${of}`;
    another.setAttribute("aria-label", of < 2 ? "" : `Match ${place + 1} of ${of}: show the next`);
  }

  /* Bring a sentence into view, in this column where it scrolls by itself, else on the page. */
  function reveal(index, { still = false } = {}) {
    const target = drawn.elements[index];
    if (!element.checkVisibility()) return;
    const calm = still || matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (getComputedStyle(element).overflowY !== "auto") {
      target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      return;
    }
    const way = distance(target);
    jumps += 1;
    if (way === 0) return;
    if (!calm && Math.abs(way) < FAR * element.clientHeight) {
      element.scrollBy({ top: way, behavior: "smooth" });
      return;
    }
    element.scrollBy({ top: way });
    correct(target, (jumps += 1), CORRECTIONS);
  }
  /* A long text's paragraphs get their real height only when they come near, which moves those below:
   * so a jump is put right for some frames, unless there is another one. */
  function correct(target, jump, times) {
    requestAnimationFrame(() => {
      if (jump !== jumps || !element.isConnected) return;
      element.scrollBy({ top: distance(target) });
      if (times > 1) correct(target, jump, times - 1);
    });
  }
  /* How far a sentence is from a place a third down the column, 0 if all of it is in view. */
  function distance(target) {
    const frame = element.getBoundingClientRect();
    const top = frame.top + head.offsetHeight;
    const box = target.getBoundingClientRect();
    if (box.top >= top && box.bottom <= frame.bottom) return 0;
    return box.top - (top + Math.max(0, (frame.bottom - top - box.height) / 3));
  }

  return {
    element,
    show,
    say,
    reveal,
    rove: steps.rove,
    focusOn: steps.focusOn,
    current: steps.current,
    drawn: () => drawn,
    side: () => side,
    /* How far from the middle of what is in view a sentence stands. */
    offset(index) {
      const frame = element.getBoundingClientRect();
      const box = drawn.elements[index].getBoundingClientRect();
      return Math.abs((box.top + box.bottom) / 2 - (frame.top + frame.bottom) / 2);
    },
    redraw: bars.redraw,
    destroy() {
      bars.destroy();
      element.remove();
    },
  };
}

/* “A”, and the article's title. */
function lettered(side) {
  const fragment = document.createDocumentFragment();
  const letter = document.createElement("span");
  const title = document.createElement("span");
  letter.className = "letter";
  letter.textContent = side.letter;
  title.className = "title";
  title.textContent = side.title;
  fragment.append(letter, " ", title);
  return fragment;
}
