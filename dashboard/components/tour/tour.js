/* The tour in the browser: opens once by itself, then only by its button.
 *
 * It points at a part of the page with a ring of its own laid over it, so that nothing of the
 * page is changed. Whether it was shown is kept in this browser and nowhere else.
 */

const SEEN = "slant.tour.seen";
const MARGIN = 8; // px between a part of the page and the ring around it
const PAGE_HEADER = 64; // px at the top of the window that Streamlit's header covers

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".tour");
  const [opener, ring, panel, heading, count, status, back, next] = [
    ".open", ".ring", ".panel", ".heading", ".count", ".status", ".back", ".next",
  ].map((name) => root.querySelector(name));
  const steps = [...root.querySelectorAll(".step")];
  const lifetime = new AbortController();
  const listen = (target, type, handler, options) =>
    target.addEventListener(type, handler, { ...options, signal: lifetime.signal });

  let current = 0;
  let target = null;
  let drawing = 0;
  const draw = () => {
    if (!panel.hidden) drawing ||= requestAnimationFrame(place);
  };
  // A part moves when something around it grows, and its ring with it.
  const sizes = new ResizeObserver(draw);

  function open() {
    remember();
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    show(0);
  }
  function close() {
    const held = panel.contains(panel.getRootNode().activeElement);
    panel.hidden = true;
    ring.hidden = true;
    point(null);
    opener.setAttribute("aria-expanded", "false");
    status.textContent = "";
    if (held) opener.focus({ preventScroll: true }); // the reader stays where they were
  }
  function show(index) {
    current = index;
    steps.forEach((step, i) => {
      step.hidden = i !== index;
    });
    heading.textContent = steps[index].dataset.name;
    count.textContent = `Step ${index + 1} of ${steps.length}`;
    back.hidden = index === 0;
    next.textContent = index === steps.length - 1 ? "Done" : "Next";
    place();
  }
  /* Go to a step as asked for: bring its part into view, keep the focus in the panel. */
  function go(index, button) {
    show(index);
    (button.hidden ? next : button).focus({ preventScroll: true });
    if (target) bringIntoView(target);
  }
  function say() {
    const text = steps[current].textContent.replace(/\s+/g, " ").trim();
    status.textContent = `${count.textContent}, ${heading.textContent}: ${text}`;
  }

  function point(element) {
    if (element === target) return;
    target = element;
    sizes.disconnect();
    for (let around = element; around; around = around.parentElement) sizes.observe(around);
  }
  function place() {
    drawing = 0;
    if (panel.hidden) return;
    point(find(steps[current])); // a rerun may have put another in its place
    const box = target?.getBoundingClientRect();
    ring.hidden = !box;
    panel.classList.toggle("aside", Boolean(box) && covers(box));
    if (!box) return;
    const left = Math.max(2, box.left - MARGIN);
    const right = Math.min(document.documentElement.clientWidth - 2, box.right + MARGIN);
    ring.style.transform = `translate(${left}px, ${box.top - MARGIN}px)`;
    ring.style.width = `${right - left}px`;
    ring.style.height = `${box.height + 2 * MARGIN}px`;
  }
  /* Whether the panel in its corner, at the right, would lie on a part that leaves room at the
   * left. */
  function covers(box) {
    const top = window.innerHeight - panel.offsetHeight - 4 * MARGIN;
    return box.left > panel.offsetWidth + 2 * MARGIN && box.bottom > top;
  }

  listen(opener, "click", () => {
    if (panel.hidden) {
      open();
      go(0, next);
    } else close();
  });
  listen(root.querySelector(".close"), "click", close);
  listen(back, "click", () => {
    go(current - 1, back);
    say();
  });
  listen(next, "click", () => {
    if (current === steps.length - 1) close();
    else {
      go(current + 1, next);
      say();
    }
  });
  listen(root, "keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    close();
  });
  // Also where the focus is on the page itself or on what scrolls it; before the text view, which
  // would clear its selection.
  listen(
    window,
    "keydown",
    (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      if (!event.target.contains(root.getRootNode().host)) return;
      event.stopPropagation();
      close();
    },
    { capture: true },
  );

  listen(window, "scroll", draw, { capture: true, passive: true });
  listen(window, "resize", draw);

  const stopWaiting = wasSeen() || isInTheWay()
    ? () => {}
    : whenReady(steps, () => {
        if (!panel.hidden || wasSeen()) return;
        open();
        // The reader keeps place and focus: this was not asked for.
        status.textContent = "A short tour of this page is open, after the Tour button.";
      });

  return {
    destroy() {
      stopWaiting();
      lifetime.abort();
      sizes.disconnect();
      cancelAnimationFrame(drawing);
    },
  };
}

/* The block of the page that a step tells of, with its heading; null if it is not shown. */
function find(step) {
  const keyed = document.querySelector(`.st-key-${CSS.escape(step.dataset.at)}`);
  const block = keyed?.closest('[data-testid="stVerticalBlock"]') ?? keyed;
  return block?.getClientRects().length ? block : null;
}

/* Call `then` when the browser is at rest and the first step's part is there. Returns what ends
 * the waiting. */
function whenReady(steps, then) {
  const atRest = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 200));
  const watcher = new MutationObserver(look);
  let found = false;
  let ended = false;
  function look() {
    if (found || !find(steps[0])) return;
    found = true;
    watcher.disconnect();
    atRest(() => {
      if (!ended) then();
    });
  }
  watcher.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    ended = true;
    watcher.disconnect();
  };
}

function bringIntoView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top > PAGE_HEADER && bottom < window.innerHeight) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const before = element.style.scrollMarginTop;
  element.style.scrollMarginTop = `${PAGE_HEADER + 2 * MARGIN}px`;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  element.style.scrollMarginTop = before;
}

/* Whether a tour that nobody asked for would cover what somebody came for: the sentence that a link
 * names, or the text on a phone. The next visit opens it. */
function isInTheWay() {
  return new URLSearchParams(location.search).has("s") || matchMedia("(max-width: 40rem)").matches;
}

/* Without storage nothing could be dismissed for good: the tour then waits for its button. */
function wasSeen() {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true;
  }
}

function remember() {
  try {
    localStorage.setItem(SEEN, "yes");
  } catch {
    // Storage is blocked or full.
  }
}
