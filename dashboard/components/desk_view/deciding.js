/* Decisions on their way: what is sent, what can be undone, what the first decided on a second reading. */

const OWN_KEPT = 500; // own decisions that can be undone, across reloads of the page

/* `made` keeps the flags of own decisions, the last at the end. */
function createDeciding(editor, made, { outbox, flags, loading, reasons }) {
  let first = null; // after a second reading: its words, the editor's own decision and the first

  function send({ id, article, text }, kind, body) {
    const named = { request: requestName(), ...body };
    outbox.add({ path: `flags/${id}/${kind}`, flag: id, article, words: text, body: named });
  }
  /* Decide on a flag as it is now. */
  function again(flag, decision) {
    if (decision.act !== "undo") made.write([...made.read(), flag.id].slice(-OWN_KEPT));
    send(flag, "decisions", { seen: flag.seq, ...decision });
  }

  return {
    again,
    decide(flag, act, { reason = "", wording = "", note = "" }) {
      first = null;
      if (loading.blind()) send(flag, "second", { act, reason, note });
      else again(flag, { act, reason, wording, note });
    },
    canUndo: () => made.read().length > 0,
    /* Undo the last own decision, and forget it. Returned: the `number` of its flag, if there is
     * one to go to, and what is `said` of it. */
    async undo() {
      if (loading.blind()) return { number: null, said: "A second reading is not undone." };
      const own = made.read();
      const number = own.at(-1);
      if (number === undefined) return { number: null, said: "There is nothing of yours to undo." };
      made.write(own.slice(0, -1));
      const flag = await loading.flag(number);
      if (!flag) {
        made.write(own);
        return { number: null, said: "The flag cannot be reached just now: nothing is undone." };
      }
      const words = quotedWords(flag.text);
      if (flag.decision?.editor !== editor) {
        return { number, said: `${words} was decided by somebody else meanwhile: nothing is undone.` };
      }
      again(flag, { act: "undo", reason: "", wording: "", note: "" });
      return { number, said: `Undone: ${words}.` };
    },
    note(flag, text) {
      const body = { request: requestName(), text, flag: flag.id };
      outbox.add({ path: `articles/${flag.article}/notes`, flag: null, words: flag.text, body });
    },
    /* The server confirmed something. */
    kept(entry, answer) {
      if (answer.flag) flags.learn(answer.flag);
      if (answer.note) loading.noted(answer.note);
      if (!entry.path.endsWith("/second")) return;
      const flag = flags.told(entry.flag);
      if (flag) flags.learn({ ...flag, state: "read" });
      first = { words: entry.words, own: answer.decision, first: answer.first };
    },
    first: () => first && firstSaid(first, reasons),
    passed() {
      first = null;
    },
  };
}

/* What the first had decided, once the second reading is saved. */
function firstSaid({ words, own, first }, reasons) {
  const theirs = first ? `${first.name} had ${decisionSaid(first, reasons)}` : "the first decision is undone";
  const same = first && (own.act === "dismiss") === (first.act === "dismiss");
  const agree = same ? "You agree." : "You differ.";
  return `${quotedWords(words)}: you ${decisionSaid(own, reasons)}; ${theirs}. ${agree}`;
}
