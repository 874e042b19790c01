/* The other charts of the article: a click on a bar or a point leads to the sentences behind it, a
 * further click on the same one to the next of them. Python writes into each figure which sentences
 * those are: `layout.meta.sentences[trace][point]` is a list of numbers from 0. */

/* `onSentence` is told the sentence to go to, its place among those behind the mark, and how many
 * they are. */
function createChartLinks(onSentence) {
  const linked = new Map(); // chart → what answers its clicks
  let last = { mark: "", place: 0 };

  function answer(chart, event) {
    const { curveNumber, pointNumber } = event.points?.[0] ?? {};
    const sentences = chart.layout?.meta?.sentences?.[curveNumber]?.[pointNumber];
    if (!Array.isArray(sentences) || !sentences.length) return;
    const mark = `${chart.id || chart.closest("[class*=st-key-]")?.className} ${curveNumber} ${pointNumber}`;
    const place = last.mark === mark ? (last.place + 1) % sentences.length : 0;
    last = { mark, place };
    onSentence(sentences[place], place, sentences.length);
  }

  function attach() {
    for (const chart of linked.keys()) {
      if (!chart.isConnected) linked.delete(chart);
    }
    for (const chart of document.querySelectorAll(".st-key-panel .js-plotly-plot")) {
      if (linked.has(chart) || !chart.on) continue;
      const onClick = (event) => answer(chart, event);
      linked.set(chart, onClick);
      chart.on("plotly_click", onClick);
    }
  }

  const appearing = new MutationObserver(attach);
  appearing.observe(document.body, { childList: true, subtree: true });
  attach();

  return {
    destroy() {
      appearing.disconnect();
      for (const [chart, onClick] of linked) chart.removeListener?.("plotly_click", onClick);
      linked.clear();
    },
  };
}
