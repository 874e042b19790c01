/* The pupils' page: who is on this device, whose turn it is, and which screen that means. */

const HEADINGS = {
  join: "Join your class",
  left: "You are no longer in this class",
  marking: "Mark what seems loaded",
  before: "Loaded or not?",
  after: "Loaded or not?",
  revealed: "The model’s view",
  thanks: "That was the test",
};
const part = (id) => document.getElementById(id);
const asked = plainCode(new URLSearchParams(location.search).get("code") ?? "");

const kept = createKept();
let turn = null; // id of the seat whose turn it is
let state = null; // the lesson as it was heard last
let begun; // token of the seat on the page
let online = true;
let refused = ""; // what the server said of a mark that it did not take
const views = new Map(); // what came of a round, by seat and round

const seats = () => kept.read("")?.seats ?? [];
const seat = () => seats().find(({ id }) => id === turn) ?? seats()[0] ?? null;
const nameOf = (round) => `${seat()?.id} ${seat()?.nickname} ${round}`;

const outbox = createOutbox(kept, {
  status: showSaved,
  gone: ({ token }) => gone(token),
  trouble(sentence) {
    refused = sentence;
    showSaved();
    if (state) follow(state);
  },
});
const lesson = createLesson({
  token: () => seat()?.token ?? "",
  lesson: follow,
  contact(fine) {
    for (const one of fine ? seats() : []) {
      // Also what a tab that was closed has left here.
      if (outbox.waiting(one) && (!online || !outbox.failing(one))) outbox.now(one);
    }
    online = fine;
    showSaved();
  },
  gone,
});
const work = createWork({
  mark(round, mark) {
    refused = "";
    outbox.keep(seat(), round, mark);
  },
  finished(round, yes) {
    outbox.finish(seat(), round, yes);
    follow(state);
  },
});
const joining = createJoining((code, given) => {
  forget();
  const places = given.map(({ nickname, token }, place) => ({ id: String(place + 1), nickname, token }));
  kept.write("", { code, seats: places });
  begin(true);
});

/* Show one screen. `scene` names what is on it: what was announced before is not said again. */
let scene = "";
let focused = null;
document.addEventListener("focusin", (event) => (focused = event.target));
function screen(name, heading, also = "") {
  for (const id of ["waiting", "work", "left"]) part(id).hidden = id !== name;
  if (name === "join") joining.open(asked);
  else joining.close();
  part("heading").textContent = heading;
  const next = [name, heading, also, name === "work" ? nameOf(state.round) : ""].join(" ");
  if (next === scene) return;
  if (scene && !also) window.scrollTo(0, 0);
  scene = next;
  // What had the focus may be gone with the screen before. A heading that gets it is read out.
  const lost = focused && (!focused.isConnected || focused.closest("[hidden]"));
  if (lost) part("heading").focus({ preventScroll: true });
  part("heard").textContent = [lost ? "" : heading, also].filter(Boolean).join(". ");
}
function showWho() {
  const here = seats();
  const one = seat();
  part("leave").hidden = !one;
  part("top").classList.toggle("joined", Boolean(one));
  part("who").hidden = here.length !== 1;
  part("who").textContent = one ? `You are ${one.nickname}` : "";
  part("turns").hidden = here.length < 2;
  part("take-turns").hidden = here.length < 2;
  part("turns").replaceChildren(
    ...(here.length < 2 ? [] : here).map(({ id, nickname }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = nickname;
      button.setAttribute("aria-pressed", String(id === one.id));
      button.addEventListener("click", () => takeTurn(id));
      return button;
    }),
  );
}
function takeTurn(id) {
  if (id === seat()?.id) return;
  turn = id;
  kept.write("turn", id);
  begun = seat().token;
  work.clear();
  showWho();
  part("heard").textContent = `It is ${seat().nickname}’s turn.`;
  part("turns").querySelector("[aria-pressed=true]").focus();
  if (state) follow(state);
  lesson.anew();
}

/* The line that says where the marks are. */
function showSaved() {
  const line = part("saved");
  line.hidden = !seat();
  if (line.hidden) return;
  const waiting = seats().reduce((sum, one) => sum + outbox.waiting(one), 0);
  const offline = !online || seats().some(outbox.failing);
  const closing = kept.lasting() ? "" : " This browser keeps nothing: leave this page open.";
  let said = seats().some(outbox.used) ? "Saved." : "Connected.";
  if (waiting && offline) {
    const where = kept.lasting() ? "your marks are kept on this device" : "your marks are on this page";
    said = `Not sent yet: no connection, ${where}.`;
  } else if (offline) said = "No connection. The page tries again by itself.";
  else if (waiting) said = "Saving …";
  else if (refused) said = refused;
  said += closing;
  const trouble = offline || Boolean(refused) || Boolean(closing);
  if (line.textContent === said) return;
  // Only trouble, and its end, is worth interrupting somebody who listens.
  if (trouble || line.classList.contains("trouble")) part("heard").textContent = said;
  line.textContent = said;
  line.classList.toggle("trouble", trouble);
}

/* Go where the class is. */
async function follow(now) {
  if (!seat()) return;
  if (state && (now.round !== state.round || now.state !== state.state)) refused = "";
  state = now;
  kept.write("state", now);
  const one = seat();
  showSaved();
  if (!now.round || now.state === "waiting") {
    work.clear();
    const names = seats().map(({ nickname }) => nickname).join(" and ");
    return screen("waiting", `You are ${names}`);
  }
  const still = () => state === now && seat()?.token === one.token;
  const round = await roundOf(one, now);
  if (!still()) return;
  if (!round) return lesson.anew(true);
  if (now.state === "revealed") return reveal(one, now, round, still);
  work.show(round, nameOf(now.round), {
    marks: outbox.marks(one, now.round),
    finished: outbox.finished(one, now.round),
    paused: now.state === "paused",
    shared: seats().length > 1,
    waiting: seats()
      .filter(({ id }) => id !== one.id)
      .filter((other) => !outbox.finished(other, now.round))
      .map(({ nickname }) => nickname),
  });
  const also = now.state === "paused" ? "Your teacher has paused the class" : "";
  screen("work", HEADINGS[round.kind], also);
}
/* The round's text, from this device or the server; null if it can not be had now. */
async function roundOf(one, now) {
  const known = kept.read(`round.${one.id}`);
  if (known?.number === now.round) return known;
  const answer = await ask(`rounds/${now.round}`, { token: one.token });
  if (answer.status !== 200 || !answer.body) return null;
  const { marks, finished, ...round } = answer.body;
  if (!seats().some(({ token }) => token === one.token)) return null;
  outbox.merge(one, now.round, marks ?? [], finished ?? false);
  kept.write(`round.${one.id}`, round);
  return round;
}
async function reveal(one, now, round, still) {
  const name = nameOf(now.round);
  if (!views.has(name)) {
    // Until the server has every mark: those that come after this pupil has seen it do not count.
    const sent = await outbox.flush(one);
    if (!still()) return;
    const answer = sent ? await ask(`rounds/${now.round}/reveal`, { token: one.token }) : null;
    if (!still()) return;
    if (answer?.status !== 200 || !answer.body) return lesson.anew(true);
    views.set(name, answer.body);
  }
  work.reveal(round, name, views.get(name), outbox.marks(one, now.round));
  screen("work", round.kind === "marking" ? HEADINGS.revealed : HEADINGS.thanks);
}

/* A seat that the server does not know: removed by the teacher, or the class is over. */
function gone(token) {
  const left = seats().filter((one) => one.token !== token);
  if (left.length === seats().length) return;
  const was = kept.read("");
  work.clear();
  state = null;
  if (left.length) {
    kept.write("", { ...was, seats: left });
    turn = left[0].id;
    begun = left[0].token;
    showWho();
    part("heard").textContent = "One of you is no longer in this class.";
    return lesson.anew();
  }
  forget();
  showWho();
  showSaved();
  screen("left", HEADINGS.left);
}
function forget() {
  outbox.stop();
  lesson.stop();
  work.clear();
  views.clear();
  kept.clear();
  [state, turn, refused] = [null, null, ""];
}
/* Begin with what this device keeps. */
function begin(focus = false) {
  const own = kept.read("");
  turn = kept.read("turn");
  begun = seat()?.token;
  showWho();
  showSaved();
  if (!seat()) return screen("join", HEADINGS.join);
  if (asked && asked !== own.code && !focus) {
    part("still").hidden = false;
    part("still").firstElementChild.textContent = `You are in the class ${own.code} on this device.`;
    return screen("join", HEADINGS.join);
  }
  screen("waiting", `You are ${seats().map(({ nickname }) => nickname).join(" and ")}`);
  if (focus) {
    part("heading").focus();
    part("heard").textContent = ""; // the heading is read out
  }
  const last = kept.read("state");
  if (last) follow(last); // until the server says what is on now
  seats().forEach(outbox.flush);
  lesson.anew();
}

part("still").querySelector("button").addEventListener("click", () => {
  part("still").hidden = true;
  begin(true);
});
part("again").addEventListener("click", () => {
  screen("join", HEADINGS.join);
  part("code").focus();
});
part("leave").addEventListener("click", () => {
  const waiting = seats().reduce((sum, one) => sum + outbox.waiting(one), 0);
  const lost = waiting ? " What is not sent yet is lost." : "";
  part("leaving-said").textContent =
    "This device forgets your nickname. You can not come back under it: whoever joins again is " +
    "counted as one more pupil. " +
    `What you have marked stays in the class.${lost}`;
  part("leaving").showModal();
});
part("stay").addEventListener("click", () => part("leaving").close());
part("leave-now").addEventListener("click", () => {
  part("leaving").close();
  forget();
  begin();
  part("code").focus();
});

/* Another tab of this device wrote something: other seats, or marks of these. */
kept.watch((name) => {
  if (name === "" && seat()?.token !== begun) {
    state = null;
    work.clear();
    begin();
  } else if (name === "") {
    showWho();
  } else if (name.startsWith("marks.") && state && seat()) {
    showSaved();
    if (state.state !== "revealed") follow(state);
  }
});
/* What stays at the top hides no sentence that is brought into view. */
new ResizeObserver(() => {
  const top = part("top");
  const height = getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0;
  document.documentElement.style.setProperty("--top", `${height}px`);
}).observe(part("top"));
/* Somebody looks at the page again, or the connection is back. */
function back() {
  if (!seat() || document.hidden || !part("join").hidden) return;
  seats().forEach(outbox.now);
  lesson.now();
}
for (const name of ["online", "focus", "pageshow"]) window.addEventListener(name, back);
document.addEventListener("visibilitychange", back);
begin();
