/* The article's text with its flags marked. Offsets are Python's, which count code points; JavaScript
 * counts UTF-16 units, so the text is cut from an array of its code points. */

const DRAWN_TEXTS = 8; // articles whose drawn text is kept, as the queue goes back and forth

/* `choose(number)` is called with the flag whose words are clicked. */
function createReading(place, title, choose) {
  const drawn = new Map(); // number of the article → { element, marks: flag → its elements }
  let shown = null;

  place.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || String(document.getSelection() ?? "") !== "") return;
    const flags = mark.dataset.flags.split(" ").map(Number);
    // Where several meet, each click goes on to the next.
    const at = flags.findIndex((flag) => mark.classList.contains("now") && flag === shown?.current);
    choose(flags[(at + 1) % flags.length]);
  });

  function textOf(article) {
    const points = Array.from(article.text);
    const marks = new Map(article.flags.map(({ id }) => [id, []]));
    const element = make("div", "whole");
    const cuts = [...new Set(article.flags.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);

    function pieces(from, to) {
      const borders = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
      return borders.slice(0, -1).map((start, index) => {
        const content = points.slice(start, borders[index + 1]).join("");
        const over = article.flags.filter((flag) => flag.start <= start && flag.end > start);
        if (!over.length) return document.createTextNode(content);
        const mark = make("mark", "", content);
        mark.dataset.flags = over.map(({ id }) => id).join(" ");
        for (const { id } of over) marks.get(id).push(mark);
        return mark;
      });
    }
    function block(from, to, tight) {
      const made = make("div", tight ? "block tight" : "block", ...pieces(from, to));
      made.dir = "auto";
      return made;
    }

    let at = 0;
    for (const [from, to] of paragraphs(article.sentences)) {
      const between = points.slice(at, from).join("");
      // Words that no sentence has are shown all the same.
      if (between.trim()) element.append(block(at, from, false));
      else if (between) element.append(make("span", "gap", between));
      element.append(block(from, to, at > 0 && between.split("\n").length < 3));
      at = to;
    }
    if (at < points.length) element.append(block(at, points.length, false));
    return { element, marks };
  }

  /* From the first to the last character of each paragraph's sentences. */
  function paragraphs(sentences) {
    const found = [];
    let number = null;
    for (const [start, end, paragraph] of sentences) {
      if (paragraph === number) found.at(-1)[1] = end;
      else found.push([start, end]);
      number = paragraph;
    }
    return found;
  }

  return {
    /* Show an article; `of(flag)` gives a flag as it is now, null in a blind reading. */
    show(article, current, of) {
      if (!article) {
        place.replaceChildren();
        title.hidden = true;
        shown = null;
        return;
      }
      let one = drawn.get(article.id);
      if (one?.article !== article) one = { article, ...textOf(article) };
      drawn.delete(article.id);
      drawn.set(article.id, one);
      if (drawn.size > DRAWN_TEXTS) drawn.delete(drawn.keys().next().value);
      if (shown?.one !== one) {
        place.replaceChildren(one.element);
        title.textContent = articleName(article);
        title.hidden = false;
      }
      const moved = shown?.one !== one || shown.current !== current;
      shown = { one, current };
      for (const [number, elements] of one.marks) {
        const flag = of(number);
        for (const element of elements) {
          const flags = element.dataset.flags.split(" ").map(Number);
          element.classList.toggle("now", flags.includes(current));
          if (flags.includes(current)) element.setAttribute("aria-current", "true");
          else element.removeAttribute("aria-current");
          const open = flags.some((id) => (id === number ? (flag?.state ?? "open") : (of(id)?.state ?? "open")) === "open");
          element.classList.toggle("open", open);
        }
      }
      const marks = one.marks.get(current);
      if (moved && marks?.length) intoMiddle(marks[0], place);
    },
    forget: (number) => drawn.delete(number),
  };
}

/* The flag's sentence in three pieces: before its words, they, after them; the words alone as long as
 * the text is not there. */
function inSentence(flag, text) {
  if (text === undefined) return ["", flag.text, ""];
  const points = Array.from(text);
  const piece = (from, to) => points.slice(from, to).join("");
  return [
    piece(Math.min(flag.sentence_start, flag.start), flag.start),
    piece(flag.start, flag.end),
    piece(flag.end, Math.max(flag.sentence_end, flag.end)),
  ];
}
