/* The legend of a text's marks, which is also the switch of each: a layer that is switched off is
 * hidden by the style (`hide-…` on the root). */

const LAYERS = {
  loaded: {
    name: "Loaded sentences",
    sample: [["loaded", "likely"], " ", ["uncertain", "uncertain"]],
  },
  words: { name: "Loaded words", sample: [["word", "word"]] },
  quotes: { name: "Quotations", sample: [["bar"], ["quote opens closes", "“…”"]] },
  reported: {
    name: "Reported",
    sample: [["bar dashed"]],
    title: "What somebody said or thinks, in the outlet’s words",
  },
  tone: {
    name: "Tone",
    sample: [["negative", "▼"], ["positive", "▲"]],
    title: "Marked only where the tone is clear",
  },
  house: {
    name: "House rules",
    sample: [["house house-error first", "word"]],
    title: "What your house’s rules found: × error, ! warning, i note",
  },
  differing: {
    name: "Other words",
    sample: [["differs", "word"]],
    title: "Words of the chosen sentence that its match words differently",
  },
};

const hiddenLayers = new Map(); // key of the view → layers switched off, kept across pages

/* Fill the `.legend` of `root` with switches of the layers named; `switched` is called whenever one
 * of them moves, as hidden marks can move line breaks. */
function createLegend(root, listen, names, switched) {
  let key = null;
  const buttons = names.map(button);
  const legend = root.querySelector(".legend");
  legend.replaceChildren(...buttons);

  function button(layer) {
    const { name, sample, title } = LAYERS[layer];
    const element = document.createElement("button");
    element.type = "button";
    element.className = "layer";
    element.dataset.layer = layer;
    element.setAttribute("aria-pressed", "true");
    if (title) element.title = title;
    const example = part("sample");
    example.setAttribute("aria-hidden", "true");
    example.append(...sample.map((one) => (Array.isArray(one) ? part(...one) : one)));
    element.append(example, part("name", name));
    listen(element, "click", () => {
      const off = element.getAttribute("aria-pressed") === "true";
      turn(element, off);
      const hidden = hiddenLayers.get(key) ?? new Set();
      if (off) hidden.add(layer);
      else hidden.delete(layer);
      hiddenLayers.set(key, hidden);
    });
    return element;
  }
  function part(name, content = "") {
    const element = document.createElement("span");
    element.className = name;
    element.textContent = content;
    return element;
  }
  function turn(element, off) {
    element.setAttribute("aria-pressed", String(!off));
    root.classList.toggle(`hide-${element.dataset.layer}`, off);
    switched();
  }

  /* Show the layers as the reader last had them in the view with this key; `without` names those
   * that the text has not. */
  return (viewKey, without = []) => {
    const shown = buttons.filter((one) => !without.includes(one.dataset.layer));
    if (shown.length !== legend.children.length) legend.replaceChildren(...shown);
    if (key === viewKey) return;
    key = viewKey;
    for (const one of buttons) turn(one, Boolean(hiddenLayers.get(key)?.has(one.dataset.layer)));
  };
}
