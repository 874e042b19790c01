/* What stands around flag and text: whether all is saved, how many are open, what is next. */

const QUIET = 400; // ms without another message before one is read out, so that quick keys are not a flood
const STALE_AGAIN = 5000; // ms before Python is asked once more for a session that is known

/* `stale()` asks for a new session, where the server does not know the one there is. */
function createSaving(place, status, outbox, stale) {
  let reading = null; // why something could not be read
  let spoken = 0;
  let asked = -Infinity;
  let ever = false; // whether anything was on its way
  let lost = false;

  function say(message) {
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      status.textContent = message;
    }, QUIET);
  }
  function renew(problem) {
    if (problem?.status !== 401 || performance.now() - asked < STALE_AGAIN) return;
    asked = performance.now();
    stale();
  }
  function draw() {
    const { unsent, problem } = outbox.state();
    ever ||= unsent > 0;
    renew(problem);
    let said = ever ? "All saved" : "";
    if (problem && unsent) said = `${unsent} not saved yet, trying again. ${problem.message}`;
    else if (unsent) said = "Saving …";
    else if (reading) said = reading.status === 401 ? "Signing in again …" : reading.message;
    if (place.textContent !== said) place.textContent = said;
    place.classList.toggle("trouble", Boolean(problem && unsent) || Boolean(reading));
    // Loss and return of the server are read out; each single “saved” is not.
    const isLost = Boolean(problem && unsent);
    if (isLost !== lost) say(said);
    lost = isLost;
  }
  return {
    say,
    draw,
    trouble(problem) {
      if (problem === reading) return;
      reading = problem;
      renew(problem);
      draw();
    },
    end: () => clearTimeout(spoken),
  };
}

/* What opens over the rest by a button: the queue on small screens, the keys. */
function createFold(button, panel, root, name, listen) {
  function set(open) {
    root.classList.toggle(name, open);
    button.setAttribute("aria-expanded", String(open));
    const focused = panel.contains(panel.getRootNode().activeElement);
    if (open) panel.querySelector("button, input")?.focus({ preventScroll: true });
    else if (focused) button.focus();
  }
  const isOpen = () => root.classList.contains(name);
  listen(button, "click", () => set(!isOpen()));
  return {
    toggle: () => set(!isOpen()),
    close() {
      const was = isOpen();
      if (was) set(false);
      return was;
    },
  };
}

/* The buttons under the card, each with its key. */
function createButtons(place, acts, mayDecide) {
  const made = {
    accept: makeButton("Accept", acts.accept, "a", "main"),
    dismiss: makeButton("Dismiss", acts.dismiss, "d"),
    reword: makeButton("Reword", acts.reword, "r"),
    undo: makeButton("Undo", acts.undo, "u"),
    skip: makeButton("Skip", acts.skip, "s"),
    note: makeButton("Note", acts.note, "n"),
    alone: makeButton("This article", acts.alone, "o"),
  };
  const may = make("p", "may-not", "You may look; deciding is for reviewers.");
  may.hidden = mayDecide;
  const all = make("div", "buttons", may, ...Object.values(made));
  place.replaceChildren(all);
  return {
    show: () => all.isConnected || place.replaceChildren(all),
    hide: () => all.remove(),
    draw(flag, blind, canUndo) {
      for (const name of ["accept", "dismiss", "note"]) made[name].disabled = !mayDecide || !flag;
      made.reword.disabled = !mayDecide || !flag || blind;
      made.undo.disabled = !mayDecide || blind || !canUndo;
      made.skip.disabled = !flag;
      made.alone.disabled = !flag;
    },
  };
}

function drawCount(place, { loaded, openOnes, beyond, heldBack, filter }, showHeldBack) {
  const key = JSON.stringify([loaded, openOnes, beyond, heldBack, filter.state]);
  if (place.drawn === key) return;
  place.drawn = key;
  const open = openOnes + beyond;
  const what = filter.state === SECOND ? "for a second reading" : "open";
  const said = !loaded || filter.state === "all" ? "" : `${open.toLocaleString("en")} ${what}`;
  place.replaceChildren(["open", SECOND].includes(filter.state) ? said : "");
  if (!heldBack) return;
  const button = makeButton("show", showHeldBack, "", "link");
  button.setAttribute("aria-label", "Show what the house’s fit holds back");
  place.append(said ? " · " : "", `${heldBack.toLocaleString("en")} held back by the house’s fit · `, button);
}

/* There is no flag to show: say why, and what to do next. */
function drawFinished(place, { counts, order, filter, filters, articles }) {
  const key = JSON.stringify([counts, order.length, filter, articles]);
  if (place.drawn === key) return;
  place.drawn = key;
  if (!counts.loaded || (counts.beyond && !counts.complete)) {
    place.replaceChildren(make("p", "", "Loading the queue …"));
    return;
  }
  const narrowed = filter.articles || filter.kind || filter.check;
  const whole = { articles: null, kind: "", check: "" };
  const choices = [
    narrowed && ["The whole queue", { ...whole }],
    filter.state !== "open" && ["Open flags", { state: "open" }],
    filter.state === "open" && ["Second reading", { state: SECOND }],
    filter.state === "open" && ["What was decided", { state: "all" }],
  ].filter(Boolean);
  const done = filter.state === SECOND ? "Nothing here waits for a second reading." : "Nothing is open here.";
  const none = !["open", SECOND].includes(filter.state);
  place.replaceChildren(
    make("h2", "message", articles ? (none ? "No flag is like that." : done) : "There is no article on the desk yet."),
    make("p", "", "Add articles under Articles; Figures shows what the decisions say."),
    articles ? make("div", "choices", ...choices.map(([name, part]) => makeButton(name, () => filters.set(part)))) : "",
  );
}

const ADDRESS_AT_MOST = 250; // ms between two changes of the address: browsers refuse too many

/* The address leads back to the flag and to what the queue is filtered by; all else that stands in it
 * stays. */
function createAddress() {
  let timer = 0;
  let last = -Infinity;

  function write(filter, flag) {
    last = performance.now();
    const query = new URLSearchParams(location.search);
    for (const name of ["article", "kind", "check", "state", "flag"]) query.delete(name);
    for (const number of filter.articles ?? []) query.append("article", String(number));
    if (filter.kind) query.set("kind", filter.kind);
    if (filter.check) query.set("check", filter.check);
    if (filter.state !== "open") query.set("state", filter.state);
    query.set("flag", String(flag.id));
    const before = location.pathname + location.search + location.hash;
    const address = `${location.pathname}?${query}${location.hash}`;
    if (address !== before) history.replaceState(history.state, "", address);
  }
  return {
    note(filter, flag) {
      clearTimeout(timer);
      const rest = last + ADDRESS_AT_MOST - performance.now();
      if (rest <= 0) write(filter, flag);
      else timer = setTimeout(() => write(filter, flag), rest);
    },
    end: () => clearTimeout(timer),
  };
}
