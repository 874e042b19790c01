/* The bar below the text: why the open sentence is loaded, and which of its words make it so. Once
 * the model's view is shown, both judgements. */

const MARKING_MOST_WORDS = 40; // passages that one mark may hold, as in analysis/practice/marks.py

/* `reasons` are [key, sentence] pairs. `actions`: `reason(key)`, `words(passages)`, `remove()`,
 * `close()`. Returns `mark(…)`, which opens the bar on a marked sentence, `tell(…)`, which opens it
 * on finished lines, `refuse(…)`, which says why nothing can be marked, and `close()`; `element` is the
 * bar. */
function createMarkingBar(reasons, actions) {
  const element = document.createElement("div");
  element.className = "bar";
  element.setAttribute("role", "group");
  element.hidden = true;
  let shown = null; // the sentence that the bar's parts were made for
  let refresh = () => {};

  function make(name, className, content = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = content;
    return made;
  }
  function button(content, className, action) {
    const made = make("button", className, content);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }
  function head(title, ...more) {
    const line = make("div", "head");
    const close = button("×", "close", actions.close);
    close.setAttribute("aria-label", "Close");
    line.append(make("strong", "", title), ...more, close);
    return line;
  }
  function group(label, className) {
    const made = make("div", className);
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", label);
    return made;
  }
  const press = (made, on) => made.setAttribute("aria-pressed", String(on));

  /* The sentence once more, its words as buttons: one stop for Tab, arrow keys inside. */
  function wordButtons(sentence, cut, full) {
    const place = group("Words", "words");
    place.dir = "auto";
    const words = wordsOf(cut(...sentence), sentence[0]);
    const buttons = [];
    let chosen = [];
    let at = sentence[0];
    const isIn = ([start, end], passages) => passages.some(([from, to]) => from < end && to > start);
    const stop = (chosen) => buttons.forEach((one) => (one.tabIndex = one === chosen ? 0 : -1));
    words.forEach((word, number) => {
      place.append(cut(at, word[0]));
      const one = button(cut(...word), "one-word", () => {
        const next = chosen.includes(word)
          ? chosen.filter((other) => other !== word)
          : words.filter((other) => other === word || chosen.includes(other));
        const passages = passagesOf(next, cut);
        if (passages.length <= MARKING_MOST_WORDS) actions.words(passages);
      });
      one.tabIndex = number ? -1 : 0;
      one.addEventListener("focus", () => stop(one));
      buttons.push(one);
      place.append(one);
      at = word[1];
    });
    place.append(cut(at, sentence[1]));
    place.addEventListener("keydown", (event) => {
      const number = buttons.indexOf(event.target);
      const rtl = getComputedStyle(place).direction === "rtl";
      const on = rtl ? -1 : 1;
      const step = { ArrowRight: on, ArrowLeft: -on, ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (number < 0 || !step || !buttons[number + step]) return;
      event.preventDefault();
      buttons[number + step].focus();
    });
    const show = (passages) => {
      chosen = words.filter((word) => isIn(word, passages));
      words.forEach((word, number) => press(buttons[number], chosen.includes(word)));
    };
    return [place, show];
  }

  return {
    element,
    /* The bar of the marked `line`, whose `sentence` is [start, end]; `mark` holds what is chosen. */
    mark(line, sentence, cut, mark) {
      if (shown !== line) {
        shown = line;
        element.setAttribute("aria-label", `Your mark of sentence ${line + 1}`);
        const why = group("Why is it loaded?", "reasons");
        const choices = reasons.map(([key, said]) => {
          const choice = button(said, "reason", () => actions.reason(key));
          why.append(choice);
          return [key, choice];
        });
        const [words, showWords] = wordButtons(sentence, cut);
        const remove = button("Remove the mark", "remove", actions.remove);
        element.replaceChildren(
          head(`Sentence ${line + 1}: loaded`, remove),
          make("p", "ask", "Why is it loaded? Choose one."),
          why,
          make("p", "ask", "Tap the words that make it loaded."),
          words,
        );
        element.scrollTop = 0;
        refresh = (now) => {
          for (const [key, choice] of choices) press(choice, now.reason === key);
          showWords(now.words);
        };
      }
      refresh(mark);
      element.hidden = false;
    },
    /* The bar with `said`, sentences about a line. */
    tell(line, said) {
      shown = null;
      element.setAttribute("aria-label", `Sentence ${line + 1}: you and the model`);
      element.replaceChildren(
        head(`Sentence ${line + 1}`),
        ...said.map((one) => make("p", "said", one)),
      );
      element.hidden = false;
    },
    refuse(why) {
      shown = null;
      element.setAttribute("aria-label", "Not now");
      element.replaceChildren(head("Not now"), make("p", "said", why));
      element.hidden = false;
    },
    close() {
      shown = null;
      element.hidden = true;
      element.replaceChildren();
    },
  };
}
