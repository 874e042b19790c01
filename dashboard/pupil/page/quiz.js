/* The test: sentences one below the other, each with two buttons. */

/* Draw `items`, texts of strangers, into the list `root`. `onAnswer(item, loaded)` hears of every
 * answer. Returns `set(answers)` ({item: loaded}) and `lock(yes)`. */
function createQuiz(root, items, onAnswer) {
  let locked = false;
  let given = {};
  const rows = items.map((text, item) => {
    const row = document.createElement("li");
    const sentence = document.createElement("p");
    sentence.textContent = text;
    sentence.dir = "auto";
    sentence.id = `item-${item}`;
    const choice = document.createElement("div");
    choice.setAttribute("role", "group");
    choice.setAttribute("aria-labelledby", sentence.id);
    const buttons = [true, false].map((loaded) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = loaded ? "Loaded" : "Not loaded";
      button.addEventListener("click", () => {
        if (locked || given[item] === loaded) return;
        set({ ...given, [item]: loaded });
        onAnswer(item, loaded);
      });
      choice.append(button);
      return button;
    });
    row.append(sentence, choice);
    return { row, buttons };
  });
  root.replaceChildren(...rows.map(({ row }) => row));

  function set(answers) {
    given = answers;
    rows.forEach(({ buttons: [yes, no] }, item) => {
      yes.setAttribute("aria-pressed", String(given[item] === true));
      no.setAttribute("aria-pressed", String(given[item] === false));
    });
  }
  set({});
  return {
    set,
    lock(next) {
      locked = next;
      for (const { buttons } of rows) for (const button of buttons) button.disabled = locked;
    },
  };
}
