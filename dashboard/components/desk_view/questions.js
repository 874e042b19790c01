/* What the editor is asked, or told, above the queue: that somebody else was quicker, or that the server
 * refused something. Nothing that was decided or typed goes away before it is answered. */

/* `go(flag)` shows a flag, `next()` the one after it, `again(flag, decision)` sends a decision on it as it is now, `done()` takes
 * the keyboard back to the card. */
function createQuestions(place, { flags, outbox, reasons, go, again, next, done }) {
  let front = null; // the flag in front of the editor, decided by somebody else just now
  let refusals = []; // { entry, said }
  let drawn = "";

  const theirsSaid = (decision, words) =>
    decision.act === "undo"
      ? `${decision.name} has undone a decision on ${quotedWords(words)}.`
      : `${decision.name} has decided on ${quotedWords(words)}: ${decisionSaid(decision, reasons)}.`;

  function question() {
    if (front) {
      return {
        key: `front ${front.id} ${front.seq}`,
        said: [`Just now ${theirsSaid(front.decision, front.text)}`],
        answers: [
          ["Keep theirs", () => answered(() => acts.passFront())],
          ["Decide anyway", () => answered(() => (front = null))],
        ],
      };
    }
    const entry = outbox.held()[0];
    if (entry) {
      const { decision } = entry.theirs;
      return {
        key: `held ${entry.body.request}`,
        said: [
          `Before yours was saved, ${theirsSaid(decision, entry.words)}`,
          `You: ${decisionSaid(entry.body, reasons)}.`,
        ],
        answers: [
          ["Keep theirs", () => answered(() => outbox.drop(entry))],
          ["Decide anyway", () => answered(() => anyway(entry))],
          ["Show it", () => go(entry.flag)],
        ],
      };
    }
    if (refusals.length) {
      const [{ entry, said }] = refusals;
      const typed = entry.body.text || entry.body.note || entry.body.wording;
      return {
        key: `refused ${entry.body.request}`,
        said: [`Not saved, on ${quotedWords(entry.words)}: ${said}`, typed ? `You had typed: ${typed}` : ""],
        answers: [["Close", () => answered(() => refusals.shift())]],
      };
    }
    return null;
  }
  function anyway(entry) {
    const flag = flags.told(entry.flag) ?? entry.theirs.flag;
    const { act, reason = "", wording = "", note = "" } = entry.body;
    outbox.drop(entry);
    // What is undone by now needs no undoing.
    if (act !== "undo" || flag.state !== "open") again(flag, { act, reason, wording, note });
  }
  function answered(act) {
    act();
    draw();
    done();
  }
  function draw() {
    const asked = question();
    if ((asked?.key ?? "") === drawn) return;
    drawn = asked?.key ?? "";
    place.hidden = !asked;
    place.replaceChildren();
    if (!asked) return;
    place.append(
      ...asked.said.filter(Boolean).map((line) => make("p", "", line)),
      make("div", "answers", ...asked.answers.map(([name, act]) => makeButton(name, act))),
    );
  }

  const acts = {
    draw,
    passFront() {
      front = null;
      next();
    },
    /* The flag in front was decided by somebody else. */
    inFront(flag) {
      front = flag;
    },
    /* Another flag is in front. */
    passed() {
      front = null;
    },
    /* Whether the flag in front waits for an answer, which the keyboard is then led to. */
    isInFront(number) {
      const waits = front?.id === number || outbox.held()[0]?.flag === number;
      if (waits) place.querySelector("button")?.focus();
      return waits;
    },
    refused(entry, problem) {
      refusals.push({ entry, said: problem.message });
      draw();
    },
  };
  return acts;
}
