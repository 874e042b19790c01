/* The what-if box in the browser: says what is typed, shows what Python makes of it.
 *
 * The text box is written into only when another sentence comes; all that Python sends later
 * goes beside it, so that the caret, a composition and the undo list stay the writer's.
 * Texts come from strangers. They enter the page through value and textContent only.
 */

const DELAY = 80; // ms without a key before the wording is sent
const PATIENCE = 2000; // ms after which an answer that has not come is no longer waited for
const CALM = 700; // ms without a change before a screen reader hears of it

export default mounted(createView);

function createView(parent) {
  const root = parent.querySelector(".what-if");
  const box = root.querySelector("textarea");
  const reset = root.querySelector(".reset");
  const plain = root.querySelector(".plainer");
  const copy = root.querySelector(".copy");
  const status = root.querySelector(".status");
  const lifetime = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: lifetime.signal });

  let digest = null; // names the sentence in the box
  let number = 0; // its place in the article
  let original = ""; // that sentence as a text box holds it
  let plainer = ""; // and the same in plainer words, empty where there are none
  let sent = ""; // the wording Python was told of last
  let turn = 0; // number of that message; Python's answer repeats it
  let answered = 0;
  let sentAt = 0;
  let composing = false;
  let sending = 0;
  let held = false; // whether a message waits for the answer to the one before
  let speaking = 0;
  let send = () => {};

  /* Tell Python of the wording, one message at a time: a rerun cut short by the next would
   * show nothing to a fast writer. */
  function tell() {
    held = false;
    if (composing || box.value === sent) return;
    const waited = performance.now() - sentAt;
    if (answered < turn && waited < PATIENCE) {
      held = true;
      sending = setTimeout(tell, PATIENCE - waited);
      return;
    }
    sent = box.value;
    turn += 1;
    sentAt = performance.now();
    send("edit", { wording: sent, turn, digest });
  }
  /* The text view marks the sentences that are reworded, and copies the text with them. */
  function tellText() {
    const wording = box.value === original || !box.value.trim() ? null : box.value;
    document.dispatchEvent(
      new CustomEvent("slant-reworded", { detail: { sentence: number, wording } }),
    );
  }
  function buttons() {
    reset.disabled = box.value === original;
    plain.disabled = box.value === plainer;
  }
  function changed() {
    buttons();
    tellText();
    held = false;
    clearTimeout(sending);
    sending = setTimeout(tell, DELAY);
  }

  listen(box, "input", (event) => {
    if (!event.isComposing) changed();
  });
  listen(box, "compositionstart", () => {
    composing = true;
  });
  listen(box, "compositionend", () => {
    composing = false;
    changed();
  });
  // Streamlit's own keys, as R for a rerun, spare text boxes, but not those in a shadow root.
  for (const type of ["keydown", "keypress", "keyup"]) {
    listen(box, type, (event) => {
      if (event.key !== "Escape") event.stopPropagation(); // Escape closes the card around it
    });
  }
  function put(text) {
    box.focus();
    box.select();
    // The one way into a text box that its undo list knows of.
    if (!document.execCommand("insertText", false, text)) box.value = text;
    changed();
  }
  listen(reset, "click", () => put(original));
  listen(plain, "click", () => put(plainer));
  listen(copy, "click", () => document.dispatchEvent(new CustomEvent("slant-copy")));
  listen(document, "slant-rewordings", ({ detail }) => {
    copy.hidden = detail.count === 0;
    copy.textContent = detail.label;
  });

  function show(data) {
    box.dir = data.direction;
    root.querySelector("#label").textContent = data.label;
    root.classList.toggle("loaded-only", !data.tones);
    for (const [name, colour] of Object.entries(data.colours)) {
      root.style.setProperty(`--${name}`, colour);
    }
    root.querySelector(".notice").textContent = data.notice;
    root.querySelector(".scale").textContent = data.scale;
    root.querySelector(".change").textContent = data.change;
    const { before, after } = data;
    root.classList.toggle("edited", data.wording !== data.sentence);
    for (const name of ["loaded", "negative", "neutral", "positive"]) {
      const row = root.querySelector(`.row.${name}`);
      row.querySelector(".before").textContent = before?.values[name] ?? "\u2013";
      row.querySelector(".after").textContent = after?.values[name] ?? "\u2013";
      row.querySelector(".fill").style.clipPath =
        `inset(0 ${100 - 100 * (after?.rows[name] ?? 0)}% 0 0)`;
      row.querySelector(".was").style.left = `${100 * (before?.rows[name] ?? 0)}%`;
    }
    const loaded = root.querySelector(".row.loaded");
    loaded.dataset.band = after?.band ?? "";
    loaded.querySelector(".band").textContent = after?.named ?? "";
    loaded.querySelectorAll(".mark").forEach((mark, i) => {
      mark.hidden = data.marks.length === 0;
      mark.style.left = `${100 * (data.marks[i] ?? 0)}%`;
    });
    root.querySelector(".words").replaceChildren(...wordLines(data));
    root.dataset.turn = String(data.turn);
    const spoken = [data.change, data.notice].filter(Boolean).join(" ");
    clearTimeout(speaking);
    if (data.turn > 0) {
      speaking = setTimeout(() => {
        if (status.textContent !== spoken) status.textContent = spoken;
      }, CALM);
    }
  }

  return {
    update(data, setStateValue) {
      send = setStateValue;
      if (digest !== data.digest) {
        digest = data.digest;
        number = data.number;
        clearTimeout(sending);
        held = false;
        composing = false;
        box.value = data.sentence;
        original = box.value; // a text box has its own line breaks
        box.value = data.plainer;
        plainer = box.value;
        plain.hidden = !plainer;
        box.value = data.wording;
        sent = box.value;
        turn = Math.max(turn, data.turn);
        answered = turn;
        buttons();
        tellText();
        status.textContent = "";
      } else if (data.turn < answered) return; // older than what is shown
      answered = Math.max(answered, data.turn);
      show(data);
      if (held && answered >= turn) {
        clearTimeout(sending);
        tell();
      }
    },
    destroy() {
      lifetime.abort();
      clearTimeout(sending);
      clearTimeout(speaking);
    },
  };
}

/* "Loaded words: a, b" and "No longer: c", as nodes. */
function wordLines(data) {
  if (!data.after) return [];
  const nodes = [];
  const list = (name, words, tag) => {
    const heading = document.createElement("span");
    heading.className = "name";
    heading.textContent = name;
    nodes.push(heading);
    words.forEach((word, i) => {
      const element = document.createElement(tag);
      element.textContent = word;
      nodes.push(i ? ", " : " ", element);
    });
  };
  if (data.after.words.length) list("Loaded words found:", data.after.words, "b");
  else list("No loaded words found.", [], "b");
  if (data.gone.length) {
    nodes.push(document.createElement("br"));
    list("No longer found:", data.gone, "s");
  }
  return nodes;
}
