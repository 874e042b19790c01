/* The bar beside the lines that hold a quotation: where a line breaks is known only here, so
 * each paragraph's bar is a gradient measured when the paragraph comes into view. */
function createQuotationBars(text) {
  const stale = new WeakSet();
  const near = new Set();
  let width = 0;
  let pending = 0;

  function draw() {
    pending = 0;
    const drawn = [...near].filter((block) => stale.has(block));
    const gradients = drawn.map(gradient); // read all, then write all
    drawn.forEach((block, i) => {
      block.style.setProperty("--bars", gradients[i]);
      stale.delete(block);
    });
  }
  function gradient(block) {
    const top = block.getBoundingClientRect().top;
    const stretches = [];
    for (const quote of block.querySelectorAll(".quote")) {
      for (const box of quote.getClientRects()) {
        const last = stretches.at(-1);
        // Boxes of neighbouring lines stand less than a line apart and make one bar.
        if (last && box.top - top <= last[1] + box.height / 2) {
          last[1] = Math.max(last[1], box.bottom - top);
        } else stretches.push([box.top - top, box.bottom - top]);
      }
    }
    const stops = stretches.map(
      ([from, to]) => `transparent ${from}px, var(--quote) ${from}px ${to}px, transparent ${to}px`,
    );
    return `linear-gradient(to bottom, ${["transparent 0", ...stops].join(", ")})`;
  }
  function redraw() {
    for (const block of text.querySelectorAll(".quoting")) stale.add(block);
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
      for (const block of text.querySelectorAll(".quoting")) inView.observe(block);
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
