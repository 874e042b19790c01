/* Tell the style how high what stands beside a text is, and bring it into view when asked. */

const PAGE_TOP = 72; // px of the page's own bar, which floats, and some air

export default mounted((parent) => {
  const host = parent.host ?? parent;
  let side = null;
  let wish = null; // number of the last wish that was met
  const watcher = new ResizeObserver(() => {
    side.style.setProperty("--height-beside", `${Math.ceil(side.offsetHeight)}px`);
  });

  /* The row where its columns stand side by side, else what stands below the text. */
  function start() {
    const row = side.closest("[data-testid=stHorizontalBlock]");
    const first = row?.firstElementChild;
    return first && first.getBoundingClientRect().right <= side.getBoundingClientRect().left
      ? row
      : side;
  }
  function bringIntoView() {
    const element = start();
    const before = element.style.scrollMarginTop;
    element.style.scrollMarginTop = `${PAGE_TOP}px`;
    element.scrollIntoView({ block: "start" });
    element.style.scrollMarginTop = before;
  }

  return {
    update(data) {
      const found = host.closest(`.st-key-${CSS.escape(data.side)}`);
      if (found && found !== side) {
        watcher.disconnect();
        side = found;
        watcher.observe(side);
      }
      const asked = wish !== null && data.wish > wish;
      wish = data.wish;
      // After the frame in which the columns have their new content.
      if (asked && side) requestAnimationFrame(() => requestAnimationFrame(bringIntoView));
    },
    destroy() {
      watcher.disconnect();
    },
  };
});
