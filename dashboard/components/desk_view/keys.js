/* One key each. They act only while the keyboard is inside the desk and not in a field, and can be
 * switched off (WCAG 2.2, 2.1.4). */

const KEYS = [
  ["a", "accept", "Accept: the flag is right"],
  ["d", "dismiss", "Dismiss, then 1 to 6 for the reason"],
  ["r", "reword", "Reword, then 1 to 9 for a wording, or type; Enter confirms"],
  ["u", "undo", "Undo your last decision"],
  ["s", "skip", "Skip: it comes again at the end"],
  ["j", "next", "Next flag (also ↓)"],
  ["k", "previous", "Previous flag (also ↑)"],
  ["n", "note", "Note"],
  ["o", "alone", "This article alone, and back"],
  ["c", "question", "To the question, where somebody else has decided too"],
  ["?", "keys", "These keys"],
];
const REPEATING = ["next", "previous"]; // a key held down decides once
const KEYS_OFF = "slant.desk.keys"; // in the browser's storage: "off"

/* `acts` has a function by each name above, and `forms`; `closed()` closes what is open, and says
 * whether anything was. */
function createKeys(root, panel, listen, acts, forms, closed) {
  let on = true;
  try {
    on = localStorage.getItem(KEYS_OFF) !== "off";
  } catch {
    // The storage is blocked: they are on.
  }
  const list = make("dl");
  for (const [key, , said] of KEYS) list.append(make("dt", "", make("kbd", "", key)), make("dd", "", said));
  const box = make("input");
  box.type = "checkbox";
  box.checked = on;
  listen(box, "change", () => {
    on = box.checked;
    try {
      localStorage.setItem(KEYS_OFF, on ? "on" : "off");
    } catch {
      // As long as the page then.
    }
    show();
  });
  panel.append(list, make("label", "switch", box, " Single keys act"));
  function show() {
    root.classList.toggle("no-keys", !on);
  }
  show();

  const inField = (target) => target.closest("textarea, select, input:not([type=checkbox])");

  listen(root, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    const taken = () => {
      event.preventDefault();
      // Streamlit has keys of its own: r runs the page anew.
      event.stopPropagation();
    };
    if (key === "Escape") {
      if (closed()) taken();
      return;
    }
    if (inField(target)) {
      event.stopPropagation();
      return;
    }
    if (!on) return;
    const asked = forms.open();
    if (asked) {
      if (/^[1-9]$/.test(key) && asked.digit) {
        taken();
        if (!event.repeat) asked.digit(Number(key) - 1);
      } else if (asked.typing && key.length === 1 && key !== " ") {
        event.stopPropagation();
        asked.typing(); // the letter then goes into the field
      } else if (key.length === 1 && key !== " ") taken();
      return;
    }
    // In what scrolls the arrows scroll.
    const arrows = target.closest(".text") ? {} : { ArrowDown: "j", ArrowUp: "k" };
    const found = KEYS.find(([one]) => one === (arrows[key] ?? key.toLowerCase()));
    if (!found) return;
    taken();
    if (event.repeat && !REPEATING.includes(found[1])) return;
    acts[found[1]]();
  });
}
