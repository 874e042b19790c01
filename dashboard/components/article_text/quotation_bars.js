/* The bar beside the lines that hold somebody's words, solid for a quotation, dashed for reported
 * speech, and the names of the speakers beside it. Where a line breaks is known only here, so each
 * paragraph's bars are gradients measured when the paragraph comes into view. */
const DASH = 5; // px of a dash
const SPACE = 4; // px between two dashes
const NAME_GAP = 3; // px between two names beside the text

/* Whoever has other marks to place in some blocks gives `besides`: `blocks` selects them, and
 * `measure` gets each, reads what it needs, and returns what is to be written, as a function. */
function createQuotationBars(text, besides = null) {
  const kinds = besides ? `.quoting, ${besides.blocks}` : ".quoting";
  const stale = new WeakSet();
  const near = new Set();
  let width = 0;
  let pending = 0;

  function draw() {
    pending = 0;
    const drawn = [...near].filter((block) => stale.has(block));
    for (const block of drawn) {
      block.style.minHeight = "";
      for (const name of block.querySelectorAll(".who[style]")) name.removeAttribute("style");
    }
    const measured = drawn.map(measure); // read all, then write all
    const others = besides ? drawn.map(besides.measure) : [];
    drawn.forEach((block, i) => {
      const { bars, dashes, moves, height } = measured[i];
      block.style.setProperty("--bars", bars);
      block.style.setProperty("--dashes", dashes);
      block.style.minHeight = height ? `${height}px` : "";
      for (const [name, by] of moves) name.style.marginTop = `${by}px`;
      others[i]?.();
      stale.delete(block);
    });
  }
  function measure(block) {
    const top = block.getBoundingClientRect().top;
    return {
      bars: gradient(stretches(block, ".quote.said", top)),
      dashes: gradient(stretches(block, ".said.reported", top).flatMap(dashed)),
      ...apart(block, top),
    };
  }
  /* The heights, from the top of the block, of the lines that hold what `kind` selects. */
  function stretches(block, kind, top) {
    const found = [];
    for (const part of block.querySelectorAll(kind)) {
      for (const box of part.getClientRects()) {
        const last = found.at(-1);
        // Boxes of neighbouring lines stand less than a line apart and make one bar.
        if (last && box.top - top <= last[1] + box.height / 2) {
          last[1] = Math.max(last[1], box.bottom - top);
        } else found.push([box.top - top, box.bottom - top]);
      }
    }
    return found;
  }
  function dashed([from, to]) {
    const dashes = [];
    for (let at = from; at < to; at += DASH + SPACE) dashes.push([at, Math.min(at + DASH, to)]);
    return dashes;
  }
  function gradient(parts) {
    const stops = parts.map(
      ([from, to]) => `transparent ${from}px, var(--quote) ${from}px ${to}px, transparent ${to}px`,
    );
    return `linear-gradient(to bottom, ${["transparent 0", ...stops].join(", ")})`;
  }
  /* How far names beside the text move down, so that none covers the one above, and how high the
   * block has to be to hold them. */
  function apart(block, top) {
    const moves = [];
    let free = -Infinity;
    for (const name of block.querySelectorAll(".who")) {
      if (!name.offsetParent) continue; // not at the side here
      const box = name.getBoundingClientRect();
      const by = Math.max(0, free - box.top);
      if (by) moves.push([name, by + parseFloat(getComputedStyle(name).marginTop)]);
      free = box.bottom + by + NAME_GAP;
    }
    const end = free - top;
    return { moves, height: end > block.offsetHeight ? end : 0 };
  }
  function redraw() {
    for (const block of text.querySelectorAll(kinds)) stale.add(block);
    pending ||= requestAnimationFrame(draw);
  }
  const inView = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      pending ||= requestAnimationFrame(draw);
    },
    { rootMargin: "300px" },
  );
  const resized = new ResizeObserver(() => {
    if (text.clientWidth === width) return;
    width = text.clientWidth;
    redraw();
  });
  resized.observe(text);
  document.fonts.addEventListener("loadingdone", redraw);

  return {
    redraw,
    watch() {
      inView.disconnect();
      near.clear();
      for (const block of text.querySelectorAll(kinds)) inView.observe(block);
      redraw();
    },
    destroy() {
      inView.disconnect();
      resized.disconnect();
      cancelAnimationFrame(pending);
      document.fonts.removeEventListener("loadingdone", redraw);
    },
  };
}
