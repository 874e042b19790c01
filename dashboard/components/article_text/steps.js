/* How a reader goes from sentence to sentence of a text and chooses one: with the pointer, or with
 * arrow keys and Enter. One sentence at a time can be reached with Tab. */
const DRAG = 5; // px of pointer movement that make a press a text selection, not a click

/* `choose` is called with the number of the sentence that was clicked or entered. */
function createSteps(text, listen, choose) {
  let elements = [];
  let current = 0; // the one sentence that Tab reaches
  let pressed = [0, 0]; // where the pointer last went down

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

  listen(text, "pointerdown", (event) => {
    pressed = [event.clientX, event.clientY];
  });
  listen(text, "click", (event) => {
    const element = event.target.closest(".sentence");
    const moved = Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]);
    if (element && moved <= DRAG) choose(Number(element.dataset.sentence));
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
    else if (event.key === "Enter" || event.key === " ") choose(index);
    else return;
    event.preventDefault();
  });

  return {
    /* Begin with the sentences of another text. */
    begin(all) {
      elements = all;
      current = 0;
      rove(0);
    },
    rove,
    focusOn,
    current: () => current,
  };
}
