/* What is asked before something is decided: why a flag is dismissed, how words are to read instead,
 * a note. One at a time, in the place of the buttons. Escape goes back. */

const LONGEST_TYPED = 2000; // characters that the server takes for a note or a wording

/* `done` has `dismiss(reason, note)`, `reword(wording)`, `note(text)` and `back()`. What was typed for
 * a flag stays while its form is closed. */
function createForms(place, reasons, done) {
  const typed = new Map(); // "note 17" → what was typed there
  let open = null; // { name, digit(n), enter() }

  function show(name, flag, content, first, more) {
    open = { name, flag: flag.id, ...more };
    const form = make("form", `asked ${name}`, ...content);
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open?.enter?.();
    });
    place.replaceChildren(form);
    first.focus({ preventScroll: true });
  }
  function field(kind, label, key, value = "") {
    const box = make(kind === "note" ? "textarea" : "input");
    if (kind !== "note") box.type = "text";
    else box.rows = 3;
    box.maxLength = LONGEST_TYPED;
    box.value = typed.get(key) ?? value;
    box.dir = "auto";
    box.addEventListener("input", () => typed.set(key, box.value));
    // In a note Enter confirms too, as everywhere at the desk; with Shift it is a new line.
    box.addEventListener("keydown", (event) => {
      if (kind !== "note" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      open?.enter?.();
    });
    return { box, label: make("label", "", make("span", "", label), box) };
  }
  function ends(confirm) {
    const submit = make("button", "main", confirm, " ", make("kbd", "", "Enter"));
    submit.type = "submit";
    return make("div", "ends", submit, makeButton("Back", done.back, "Escape"));
  }
  function refusal() {
    const line = make("p", "refused");
    line.setAttribute("role", "alert");
    return line;
  }

  function dismiss(flag) {
    const choices = Object.entries(reasons);
    const choose = (place) => {
      const [reason] = choices[place] ?? [];
      if (reason === "other") other(flag);
      else if (reason) done.dismiss(reason, "");
    };
    const list = make("div", "choices");
    choices.forEach(([, said], place) => {
      list.append(makeButton(said, () => choose(place), String(place + 1)));
    });
    const head = make("p", "head", `Why is ${quotedWords(flag.text)} fine?`);
    const content = [head, list, make("div", "ends", makeButton("Back", done.back, "Escape"))];
    show("dismiss", flag, content, list.firstChild, { digit: choose });
  }

  function other(flag) {
    const key = `other ${flag.id}`;
    const { box, label } = field("note", "Why is it dismissed?", key);
    const refused = refusal();
    show("other", flag, [label, refused, ends("Dismiss")], box, {
      enter() {
        if (!box.value.trim()) {
          refused.textContent = "Write a note that says why.";
          return;
        }
        done.dismiss("other", box.value);
        typed.delete(key);
      },
    });
  }

  /* `sentence` is the flag's sentence in three pieces: before the words, the words, after them. */
  function reword(flag, sentence, chosen = null) {
    const key = `wording ${flag.id}`;
    const { box, label } = field("wording", "New wording", key, flag.text);
    const refused = refusal();
    const preview = make("p", "preview");
    preview.dir = "auto";
    const draw = () => {
      preview.replaceChildren(sentence[0], make("ins", "", box.value), sentence[2]);
      refused.textContent = "";
    };
    const take = (place) => {
      if (flag.plainer[place] === undefined) return;
      box.value = flag.plainer[place];
      typed.set(key, box.value);
      draw();
      box.focus({ preventScroll: true });
    };
    box.addEventListener("input", draw);
    const list = make("div", "choices");
    flag.plainer.slice(0, 9).forEach((wording, place) => {
      list.append(makeButton(wording, () => take(place), String(place + 1)));
    });
    const content = [flag.plainer.length ? list : "", label, preview, refused, ends("Reword")];
    // Digits choose while the keyboard is on the list; letters typed there go into the field.
    show("reword", flag, content.filter(Boolean), list.firstChild ?? box, {
      digit: take,
      typing() {
        box.focus({ preventScroll: true });
        box.select();
      },
      enter() {
        if (!box.value.trim()) refused.textContent = "Type the wording that is to stand there instead.";
        else if (box.value === flag.text) refused.textContent = "Choose or type other words.";
        else {
          done.reword(box.value);
          typed.delete(key);
        }
      },
    });
    draw();
    if (chosen !== null) take(chosen);
    else if (!list.firstChild) box.select();
  }

  function note(flag) {
    const key = `note ${flag.id}`;
    const { box, label } = field("note", `Note on ${quotedWords(flag.text)}`, key);
    const refused = refusal();
    show("note", flag, [label, refused, ends("Keep the note")], box, {
      enter() {
        if (!box.value.trim()) {
          refused.textContent = "Write the note first.";
          return;
        }
        done.note(box.value);
        typed.delete(key);
      },
    });
  }

  return {
    dismiss,
    reword,
    note,
    open: () => open,
    close() {
      open = null;
      place.replaceChildren();
    },
  };
}
