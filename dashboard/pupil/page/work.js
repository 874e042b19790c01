/* The round on the page: a text to mark or a test, and what comes of it. */

const PAUSED = "Your teacher has paused the class. You can mark again when it goes on.";
const DONE = "You are done. To change a mark, press “Go on marking” below the text first.";

/* `heard`: `mark(round, mark)` and `finished(round, yes)`, of the round on the page: the class may
 * be in the next one already. */
function createWork(heard) {
  const part = (id) => document.getElementById(id);
  let shown = ""; // names the round and the seat on the page
  let round = null;
  let marking = null;
  let quiz = null;
  let marks = [];
  let finished = false;
  let others = []; // nicknames on this device who are not done
  let asked = false; // whether the pupil was told that sentences are left

  function draw(next, name) {
    clear();
    [shown, round] = [name, next];
    const test = next.kind !== "marking";
    part("items").hidden = !test;
    part("text").hidden = test;
    part("title").hidden = test || !next.title;
    part("title").textContent = test ? "" : next.title;
    if (test) {
      quiz = createQuiz(part("items"), next.items, (item, loaded) => {
        hear({ sentence: item, loaded, reason: "", words: [] });
      });
    } else {
      const { text, lines, reasons } = next;
      marking = createMarking(part("text"), { text, lines, reasons }, hear);
    }
  }
  function hear(mark) {
    marks = [...marks.filter(({ sentence }) => sentence !== mark.sentence), mark];
    asked = false;
    heard.mark(round.number, mark);
    progress();
  }
  const left = () => (quiz ? round.items.length - marks.length : 0);
  function progress() {
    const number = marks.filter(({ loaded }) => loaded).length;
    const marked = number === 1 ? "1 sentence marked." : `${number} sentences marked.`;
    const answered = quiz && `${marks.length} of ${round.items.length} answered.`;
    const open = left() === 1 ? "1 sentence is" : `${left()} sentences are`;
    const next = others.length ? `Hand the device to ${others.join(" and ")}.` : "Wait for the others.";
    part("progress").textContent = finished
      ? `You are done. ${next}`
      : asked
        ? `${open} still open. Are you done all the same?`
        : quiz
          ? answered
          : marked;
    part("done").textContent = !finished ? "I’m done" : quiz ? "Change an answer" : "Go on marking";
  }
  function clear() {
    marking?.destroy();
    part("items").replaceChildren();
    part("paused").hidden = true;
    part("said").replaceChildren();
    part("more").replaceChildren();
    [shown, round, marking, quiz, marks, finished, others, asked] = [
      ...["", null, null, null, [], false, [], false],
    ];
  }
  part("done").addEventListener("click", () => {
    if (!finished && left() > 0 && !asked) {
      asked = true;
      return progress();
    }
    asked = false;
    heard.finished(round.number, !finished);
  });

  function paragraph(content) {
    const element = document.createElement("p");
    element.textContent = content;
    return element;
  }
  /* Numbers that lead to sentences of the text. */
  function ways(label, sentences) {
    if (!sentences.length) return [];
    const line = document.createElement("p");
    line.className = "ways";
    line.append(label);
    for (const sentence of sentences) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = String(sentence + 1);
      button.setAttribute("aria-label", `Sentence ${sentence + 1}`);
      button.addEventListener("click", () => marking?.show(sentence));
      line.append(" ", button);
    }
    return [line];
  }

  return {
    /* Show `next` under `name`: drawn once, then only brought up to date. `waiting` are the
     * nicknames of those on this device, which may be `shared`, who are not done. */
    show(next, name, { marks: own, finished: done, paused, waiting, shared }) {
      if (shown !== name) draw(next, name);
      [marks, finished, others] = [own, done, waiting];
      part("paused").hidden = !paused;
      part("ending").hidden = false;
      part("done").disabled = paused;
      part("task").hidden = paused || done;
      part("task").textContent = quiz
        ? `${next.question} Choose for each sentence. Nobody gets a grade for this.`
        : "Tap each sentence that seems loaded to you. Then choose a reason and tap the words.";
      if (shared) part("task").append(" Look away while the other one does it.");
      marking?.lock(paused || done, paused ? PAUSED : DONE);
      marking?.set(own);
      quiz?.lock(paused || done);
      quiz?.set(Object.fromEntries(own.map(({ sentence, loaded }) => [sentence, loaded])));
      progress();
    },
    /* Show what came of `next`: `view` is the server's answer. */
    reveal(next, name, view, own) {
      if (shown !== name) draw(next, name);
      marks = own;
      part("paused").hidden = true;
      part("ending").hidden = true;
      part("task").hidden = true;
      part("items").hidden = true;
      if (!marking) return part("said").replaceChildren(paragraph(view.note));
      const { model, only_reader, only_model } = view;
      const [first, ...more] = view.agreement;
      marking.set(own);
      marking.reveal({ model, only_reader, only_model, shares: view.class?.shares ?? null });
      part("said").replaceChildren(
        paragraph(view.note),
        paragraph(first),
        ...ways("Only you marked sentence", only_reader),
        ...ways("Only the model marked sentence", only_model),
        paragraph(
          "What you marked has a bar before it. What the model marked has a tint. " +
            "Tap a sentence to see more.",
        ),
      );
      // Below the text, so that it stays in front.
      part("more").replaceChildren(...[...(view.class?.said ?? []), ...more].map(paragraph));
    },
    clear,
  };
}
