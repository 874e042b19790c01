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
  const differ = root.querySelector(".differ");
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
    const shown = { class: false, model: false }; // whose view is among them
    for (const [number, element] of sentences) {
      const line = lines[number];
      element.classList.toggle("judged", line?.share !== undefined);
      element.classList.toggle("marked", line?.share > 0);
      for (const [band, name] of Object.entries(MODEL)) {
        element.classList.toggle(name, line?.band === band);
      }
      shown.model ||= line?.band !== undefined;
      shown.class ||= line?.share !== undefined;
      drawPieces(element, line?.pieces);
      if (line?.share !== undefined) {
        element.dataset.label = line.label;
        element.style.setProperty("--share", String(line.share));
      } else delete element.dataset.label;
      const said = [line?.said, line?.model, ""].filter((words) => words !== undefined).join(" ");
      const name = `sentence ${number + 1} of ${count}: ${said}${element.textContent}`;
      if (element.getAttribute("aria-label") !== name) element.setAttribute("aria-label", name);
    }
    // Before anything is shown there is room for one line: the text does not move with the first.
    const ofClass = root.querySelector(".of-class");
    ofClass.hidden = !shown.class && shown.model;
    ofClass.classList.toggle("unseen", !shown.class);
    root.querySelector(".of-model").hidden = !shown.model;
    about.hidden = !given.said.length;
    about.replaceChildren(...given.said.map(paragraph));
    drawList(
      split,
      given.split.map((number) => [
        number,
        `Sentence ${number + 1}: ${lines[number].label.replace("/", " of ")}`,
      ]),
    );
    drawList(differ, given.differ);
    say();
  }

  function paragraph(words) {
    const element = document.createElement("p");
    element.textContent = words;
    return element;
  }

  /* Underline the words of a sentence that the class marked, and those of the model. */
  function drawPieces(element, pieces) {
    const drawn = pieces ? JSON.stringify(pieces) : "";
    if ((element.pieces ?? "") === drawn) return;
    element.pieces = drawn;
    if (!pieces) {
      element.textContent = element.textContent;
      return;
    }
    element.replaceChildren(
      ...pieces.map(([content, byClass, byModel]) => {
        const words = document.createTextNode(content);
        // One line each, the model's below the class's, where both marked them.
        return underlined(underlined(words, byClass, "by-class"), byModel, "by-model");
      }),
    );
  }

  function underlined(node, does, name) {
    if (!does) return node;
    const element = document.createElement("span");
    element.className = name;
    element.append(node);
    return element;
  }

  /* The list keeps the buttons that stay, and so the place of the keyboard. */
  function drawList(place, found) {
    const list = place.querySelector("ol");
    place.hidden = !found.length;
    while (list.children.length > found.length) list.lastElementChild.remove();
    while (list.children.length < found.length) list.append(item());
    found.forEach(([number, told], index) => {
      const button = list.children[index].firstElementChild;
      const [of, words] = button.children;
      button.dataset.number = String(number);
      of.textContent = `${told} `;
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
    const line = lines[selected];
    const [ofClass, ofModel] = card.querySelectorAll("p");
    ofClass.textContent = line?.said ?? "Too few have judged it so far.";
    ofModel.textContent = line?.model ?? "";
    ofModel.hidden = !line?.model;
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
