/* A class's text with what its pupils marked. The text is drawn once; as marks arrive, only the tints
 * and the figures of its sentences change.
 *
 * One module with the scripts of article_text: Python joins them. Text comes from strangers: it enters
 * the page through textContent only.
 */

const MODEL = { loaded: "model-loaded", uncertain: "model-uncertain" };

export default mounted(createClassText);

function createClassText(parent) {
  const root = parent.querySelector(".class-text");
  const title = root.querySelector("h2");
  const text = root.querySelector(".text");
  const card = root.querySelector(".card");
  const about = root.querySelector(".about");
  const split = root.querySelector(".split");
  const status = root.querySelector(".status");
  const lifetime = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: lifetime.signal });
  const steps = createSteps(text, listen, (place) => select(numbers[place]));

  let drawn = { text: null, figures: null }; // digests of what is on the page
  let sentences = new Map(); // number of a sentence that is marked → its element
  let numbers = []; // their numbers, in the order of the text
  let count = 0;
  let lines = {}; // what is said of each
  let selected = null;

  function drawText(given) {
    sentences = new Map();
    count = given.counts.length;
    title.textContent = given.title;
    title.hidden = !given.title;
    const blocks = given.blocks.flatMap((block) => {
      const paragraph = document.createElement("div");
      paragraph.className = block.tight ? "block tight" : "block";
      paragraph.setAttribute("role", "presentation");
      paragraph.dir = block.direction;
      paragraph.append(...block.pieces.map(([content, number]) => piece(content, number, given)));
      return block.gap ? [gap(block.gap), paragraph] : [paragraph];
    });
    text.replaceChildren(...blocks, gap(given.tail));
    numbers = [...sentences.keys()];
    steps.begin([...sentences.values()]);
    lines = {};
    choose(null);
  }

  function piece(content, number, given) {
    if (number === null) return document.createTextNode(content);
    const element = document.createElement("span");
    element.textContent = content;
    if (!given.counts[number]) {
      element.className = "other";
      return element;
    }
    element.className = "sentence";
    // Sentences are numbered by their place, as createSteps goes from one to the next.
    element.dataset.sentence = String(sentences.size);
    element.dataset.number = String(number + 1);
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", `sentence ${number + 1} of ${count}: ${content}`);
    sentences.set(number, element);
    return element;
  }

  function drawFigures(given) {
    lines = given.lines;
    let shown = false; // whether the model's view is among them
    for (const [number, element] of sentences) {
      const line = lines[number];
      element.classList.toggle("judged", Boolean(line));
      element.classList.toggle("marked", line?.share > 0);
      for (const [band, name] of Object.entries(MODEL)) {
        element.classList.toggle(name, line?.band === band);
      }
      shown ||= line?.band !== undefined;
      if (line) {
        element.dataset.label = line.label;
        element.style.setProperty("--share", String(line.share));
      } else delete element.dataset.label;
      const said = line ? `${line.said} ` : "";
      const name = `sentence ${number + 1} of ${count}: ${said}${element.textContent}`;
      if (element.getAttribute("aria-label") !== name) element.setAttribute("aria-label", name);
    }
    root.querySelector(".model").hidden = !shown;
    about.hidden = !given.said.length;
    about.replaceChildren(...given.said.map(paragraph));
    drawSplit(given.split);
    say();
  }

  function paragraph(words) {
    const element = document.createElement("p");
    element.textContent = words;
    return element;
  }

  /* The list keeps the buttons that stay, and so the place of the keyboard. */
  function drawSplit(found) {
    const list = split.querySelector("ol");
    split.hidden = !found.length;
    while (list.children.length > found.length) list.lastElementChild.remove();
    while (list.children.length < found.length) list.append(item());
    found.forEach((number, place) => {
      const button = list.children[place].firstElementChild;
      const [of, words] = button.children;
      button.dataset.number = String(number);
      of.textContent = `Sentence ${number + 1}: ${lines[number].label.replace("/", " of ")} `;
      words.textContent = sentences.get(number)?.textContent ?? "";
    });
  }

  function item() {
    const line = document.createElement("li");
    const button = document.createElement("button");
    const of = document.createElement("span");
    const words = document.createElement("span");
    button.type = "button";
    of.className = "of";
    words.className = "words";
    button.append(of, words);
    button.addEventListener("click", () => {
      const number = Number(button.dataset.number);
      choose(number);
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const element = sentences.get(number);
      element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    });
    line.append(button);
    return line;
  }

  /* Select a sentence, or none if it is the one that was selected. */
  function select(number) {
    choose(number === selected ? null : number);
  }

  function choose(number) {
    selected = number;
    for (const [other, element] of sentences) {
      element.setAttribute("aria-selected", String(other === number));
    }
    if (number !== null) steps.rove(numbers.indexOf(number));
    say();
    status.textContent = selected === null ? "" : card.textContent;
  }

  /* Say of the selected sentence what is known of it now. */
  function say() {
    card.hidden = selected === null;
    if (selected === null) return;
    card.querySelector("h3").textContent = `Sentence ${selected + 1} of ${count}`;
    card.querySelector("p").textContent = lines[selected]?.said ?? "Too few have judged it so far.";
  }

  listen(root, "keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });

  return {
    update(data) {
      root.dataset.theme = isDark(root) ? "dark" : "light";
      if (drawn.text !== data.text_digest) {
        drawn = { text: data.text_digest, figures: null };
        drawText(JSON.parse(data.text));
      }
      if (drawn.figures !== data.figures_digest) {
        drawn.figures = data.figures_digest;
        drawFigures(JSON.parse(data.figures));
      }
    },
    destroy() {
      lifetime.abort();
      text.replaceChildren();
    },
  };
}
