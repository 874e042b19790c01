/* The article strip: a Plotly bar chart that Streamlit puts into the document, may remove and
 * may put there again. Bar i is sentence i. The figure stays as it is; the mark is drawn into
 * the chart's SVG and drawn again after each of Plotly's own redraws. */
const REPEAT = 500; // ms within which Plotly's report of a click repeats one already answered

function createStrip(onBar) {
  const SVG = "http://www.w3.org/2000/svg";
  let stripKey = null;
  let chart = null;
  let marked = null;
  let lifetime = new AbortController();
  let answered = 0; // when a click was last answered by its place
  let pressed = null;

  // What sticks below the strip (page.css) has to know how high it is.
  const height = new ResizeObserver(([{ target }]) => {
    const { offsetHeight } = target;
    if (offsetHeight) {
      document.documentElement.style.setProperty("--strip-height", `${offsetHeight}px`);
    }
  });

  const onClick = (event) => {
    if (performance.now() - answered < REPEAT) return;
    const index = event.points?.[0]?.pointNumber;
    if (Number.isInteger(index)) onBar(index);
  };
  const bars = () => [...(chart?.querySelectorAll(".barlayer .trace.bars .point") ?? [])];

  function attach() {
    if (chart?.isConnected) return;
    const found = document.querySelector(
      `.st-key-${CSS.escape(stripKey)} .js-plotly-plot`,
    );
    if (!found?.on) return;
    detach();
    chart = found;
    lifetime = new AbortController();
    const options = { signal: lifetime.signal, capture: true };
    chart.on("plotly_click", onClick);
    chart.on("plotly_afterplot", draw);
    height.disconnect();
    const block = document.querySelector(`.st-key-chart-${CSS.escape(stripKey)}`);
    if (block) height.observe(block.parentElement);
    // Plotly reports no click where it shows no hover, as above a low bar or after a tap; the
    // place of the click names the bar there too, and sooner.
    chart.addEventListener("pointerdown", (event) => {
      pressed = event.target.closest(".draglayer") && [event.clientX, event.clientY];
    }, options);
    window.addEventListener("pointerup", (event) => {
      if (!pressed) return;
      const [x, y] = pressed;
      pressed = null;
      if (Math.hypot(event.clientX - x, event.clientY - y) > DRAG) return;
      const index = barAt(x, y);
      if (index === null) return;
      answered = performance.now();
      onBar(index);
    }, options);
    draw();
  }

  function detach() {
    lifetime.abort();
    chart?.removeListener?.("plotly_click", onClick);
    chart?.removeListener?.("plotly_afterplot", draw);
    chart = null;
  }

  /* The bar whose column holds the point, null outside the plot. */
  function barAt(x, y) {
    const plot = chart?.querySelector(".nsewdrag")?.getBoundingClientRect();
    const axis = chart?._fullLayout?.xaxis;
    if (!plot || !axis?.p2c) return null;
    if (x < plot.left || x > plot.right || y < plot.top || y > plot.bottom) return null;
    const places = chart.calcdata?.[0]?.map((point) => point.p) ?? [];
    const at = axis.p2c(x - plot.left);
    let best = null;
    places.forEach((place, i) => {
      if (best === null || Math.abs(place - at) < Math.abs(places[best] - at)) best = i;
    });
    return best;
  }

  /* A class on the bar, an outline over it, and a band over the whole height, so that a bar near
   * zero shows too. The bar's own lines are Plotly's and stay as they are. */
  function draw() {
    if (!chart) return;
    const drawn = ".slant-selected-band, .slant-selected-outline";
    for (const old of chart.querySelectorAll(drawn)) old.remove();
    for (const old of chart.querySelectorAll(".slant-selected")) {
      old.classList.remove("slant-selected");
    }
    const bar = marked === null ? null : bars()[marked];
    if (!bar) return;
    bar.classList.add("slant-selected");
    const ink = getComputedStyle(chart).color;
    const layer = bar.closest(".barlayer").parentNode;
    const outline = document.createElementNS(SVG, "path");
    outline.setAttribute("class", "slant-selected-outline");
    outline.setAttribute("d", bar.querySelector("path")?.getAttribute("d") ?? "");
    outline.style.cssText = `fill:none;stroke:${ink};stroke-width:2px;pointer-events:none`;
    layer.append(outline);
    const axis = chart._fullLayout?.xaxis;
    const height = chart._fullLayout?.yaxis?._length;
    const place = chart.calcdata?.[0]?.[marked]?.p;
    if (!axis || !height || place === undefined) return;
    const [left, right] = [place - 0.5, place + 0.5].map((edge) => axis.c2p(edge));
    const width = Math.max(4, right - left);
    const band = document.createElementNS(SVG, "rect");
    band.setAttribute("class", "slant-selected-band");
    band.setAttribute("x", String((left + right - width) / 2));
    band.setAttribute("y", "0");
    band.setAttribute("width", String(width));
    band.setAttribute("height", String(height));
    band.style.cssText = `fill:${ink};fill-opacity:0.16;pointer-events:none`;
    layer.prepend(band);
  }

  const appearing = new MutationObserver(attach);
  appearing.observe(document.body, { childList: true, subtree: true });

  return {
    follow(name) {
      if (name !== stripKey) {
        marked = null;
        draw();
        detach();
        stripKey = name;
      }
      attach();
    },
    mark(index) {
      marked = index;
      draw();
    },
    destroy() {
      appearing.disconnect();
      height.disconnect();
      marked = null;
      draw();
      detach();
    },
  };
}
