/* The card of the sentence under the pointer or the focus: it can be reached with the pointer
 * and dismissed with Escape (WCAG 2.2, 1.4.13). */
const HOVER_DELAY = 250; // ms the pointer rests on a sentence before its card opens
const LEAVE_DELAY = 200; // ms to reach the card with the pointer before it closes

/* `linesOf` returns what the card of a sentence's element shows, as elements. */
function createCard(root, listen, linesOf) {
  const card = root.querySelector(".card");
  const text = root.querySelector(".text");
  let owner = null;
  let timer = 0;

  function later(delay, action) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }
  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }
  function show(element) {
    if (owner === element) return;
    hide();
    owner = element;
    card.replaceChildren(...linesOf(element));
    card.hidden = false;
    element.setAttribute("aria-describedby", "card");
    place(element);
  }
  /* Beside the text, so that the lines being read stay free; below the sentence where there is no
   * room beside it. */
  function place(element) {
    const frame = root.getBoundingClientRect();
    const boxes = element.getClientRects();
    const first = boxes[0] ?? element.getBoundingClientRect();
    const last = boxes[boxes.length - 1] ?? first;
    const beside = text.getBoundingClientRect().right + 4;
    if (beside + card.offsetWidth < document.documentElement.clientWidth) {
      const lowest = window.innerHeight - card.offsetHeight - 8;
      card.style.top = `${Math.max(PAGE_HEADER, Math.min(first.top, lowest)) - frame.top}px`;
      card.style.left = `${beside - frame.left}px`;
      return;
    }
    const below = last.bottom + 8;
    const above = first.top - 8 - card.offsetHeight;
    const top = below + card.offsetHeight > window.innerHeight && above > 0 ? above : below;
    const left = Math.min(last.left, frame.right - card.offsetWidth);
    card.style.top = `${top - frame.top}px`;
    card.style.left = `${Math.max(0, left - frame.left)}px`;
  }
  const sentenceAt = (event) => event.target.closest?.(".sentence");

  listen(text, "pointerover", (event) => {
    const element = sentenceAt(event);
    if (!element || event.pointerType === "touch") return;
    later(owner ? LEAVE_DELAY : HOVER_DELAY, () => show(element));
  });
  listen(text, "pointerout", () => later(LEAVE_DELAY, hide));
  listen(text, "focusin", (event) => {
    const element = sentenceAt(event);
    if (!element?.matches(":focus-visible")) return;
    clearTimeout(timer);
    show(element);
  });
  listen(text, "focusout", hide);
  listen(text, "click", (event) => {
    const element = sentenceAt(event);
    if (!element || event.pointerType !== "touch") return;
    clearTimeout(timer);
    show(element);
  });
  listen(card, "pointerenter", () => clearTimeout(timer));
  listen(card, "pointerleave", () => later(LEAVE_DELAY, hide));

  return { hide };
}

/* The lines of a card, as elements: `record` is a sentence. */
function lines(record) {
  const line = (content, name) => {
    const element = document.createElement("p");
    element.textContent = content;
    if (name) element.className = name;
    return element;
  };
  const notes = record.notes.map((note) => line(note, "note"));
  if (record.band === "unscored") return [line(record.why, "headline"), ...notes];
  const band = BANDS[record.band];
  const number = record.probability.toFixed(2);
  const tone = `${TONES[record.tone_label]} (${record.tone.toFixed(2).replace("-", "\u2212")})`;
  const voice = record.whose || "the outlet’s own words";
  const result = [
    line(`${band} (${number})`, "headline"),
    line(`${record.tone_label === "unclear" ? TONES.unclear : tone}, ${voice}`),
    ...notes,
  ];
  if (record.words.length) {
    const list = document.createElement("ul");
    list.className = "words";
    for (const word of record.words) {
      const item = document.createElement("li");
      const name = document.createElement("b");
      name.textContent = word.text;
      item.append(name);
      if (word.alternative) item.append(`; plainer: ${word.alternative}`);
      list.append(item);
    }
    result.push(list);
  }
  return result;
}
