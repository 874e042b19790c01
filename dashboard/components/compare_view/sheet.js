/* The match of the chosen sentence in a sheet over the lower part of a small screen, where one text
 * is shown at a time. */

/* `next` is called for the next of several matches, `go` for the match in its own text. */
function createSheet(root, listen, { next, go }) {
  const sheet = root.querySelector(".sheet");
  const part = (name) => sheet.querySelector(`.${name}`);
  let back = null; // the sentence that gets the focus again

  listen(part("close"), "click", () => sheet.close());
  listen(part("next"), "click", next);
  listen(part("go"), "click", () => {
    back = null;
    sheet.close();
    go();
  });
  listen(sheet, "click", (event) => {
    // Above it: what is behind it.
    if (event.target === sheet && event.clientY < sheet.getBoundingClientRect().top) sheet.close();
  });
  // Its Escape closes it, and leaves the selection.
  listen(sheet, "keydown", (event) => {
    if (event.key === "Escape") event.stopPropagation();
  });
  listen(sheet, "close", () => back?.focus({ preventScroll: true }));

  return {
    /* Show `pair`, `place` of `of`, of a sentence of a side; no pair where no match was found. */
    show({ pair, place, of, side, columns, from }) {
      const other = columns[1 - side];
      const { letter, title } = other.side();
      const letters = columns.map((column) => column.side().letter);
      part("sheet-heading").textContent = pair
        ? `${pair.band === SAME ? "Same fact" : "Possibly the same fact"} in ${letter}`
        : `No match found in ${letter}`;
      part("sheet-title").textContent = title;
      part("sheet-text").replaceChildren(
        ...(pair ? [copied(other.drawn().elements[pair.sentences[1 - side]])] : []),
      );
      part("sheet-note").textContent = pair ? numberWords(pair, letters) : "";
      part("next").hidden = of < 2;
      part("next").textContent = of < 2 ? "" : `${place + 1} of ${of}: show the next`;
      part("go").hidden = !pair;
      part("go").textContent = `Go to it in ${letter}`;
      back = from;
      if (!sheet.open) sheet.showModal();
      part("sheet-heading").focus();
    },
    close() {
      back = null;
      sheet.close();
    },
  };
}

/* A sentence with its marks, as something to read only. */
function copied(sentence) {
  const copy = sentence.cloneNode(true);
  for (const name of ["role", "tabindex", "aria-selected", "aria-label"]) copy.removeAttribute(name);
  copy.classList.remove("partner", "chosen", "further", "perhaps", "off");
  for (const beside of copy.querySelectorAll(".who, .match")) beside.remove();
  return copy;
}
