/* What is on its way to the server: decisions, second readings and notes, sent one after the other in
 * the order they were made, each until it is confirmed or refused. They are kept in the tab's storage,
 * so that a reload loses none; the same request is sent again, which the server keeps once.
 *
 * An entry is { path, body, flag, words } with `body.request` as its name. One that somebody else was
 * quicker than gets `theirs`, what the server said of that, and waits for the editor's answer.
 */

const PAUSES = [500, 1000, 2000, 4000, 8000]; // ms before a failed one is sent again

/* `post(path, body)` sends; `hear` has `kept(entry, answer)`, `overtaken(entry)`,
 * `refused(entry, problem)`, and `moved()`, called whenever `state()` may be another. */
function createOutbox(place, post, hear) {
  let entries = place.read().filter((entry) => entry?.path && entry?.body?.request);
  let busy = false;
  let failed = 0; // times in a row
  let problem = null; // why it failed last
  let timer = 0;
  let over = false;

  const unsent = () => entries.filter((entry) => !entry.theirs);
  function change(next) {
    entries = next;
    place.write(entries);
    hear.moved();
  }
  /* The entries without those on the same flag that were made upon this one. Notes (whose flag is
   * null) are made upon nothing. */
  function without(entry) {
    return entries.filter((other) => other.theirs || entry.flag === null || other.flag !== entry.flag);
  }

  async function pump() {
    clearTimeout(timer);
    if (busy || over) return;
    busy = true;
    try {
      for (let entry = unsent()[0]; entry && !over; entry = unsent()[0]) {
        if (!(await sent(entry))) break;
      }
    } finally {
      busy = false;
    }
  }
  /* Whether the next one may go. */
  async function sent(entry) {
    try {
      const answer = await post(entry.path, entry.body);
      [failed, problem] = [0, null];
      // What it brought is known before the entry is gone: nothing flickers between.
      hear.kept(entry, answer);
      change(entries.filter((other) => other !== entry));
    } catch (error) {
      if (!(error instanceof DeskProblem)) throw error;
      if (over) return false;
      if (error.mayPass || error.status === 401) {
        problem = error;
        timer = setTimeout(pump, PAUSES[Math.min(failed, PAUSES.length - 1)]);
        failed += 1;
        hear.moved();
        return false;
      }
      [failed, problem] = [0, null];
      if (error.kind === "already-decided") {
        const held = { ...entry, theirs: error.said };
        hear.overtaken(held);
        change([...without(entry).filter((other) => other !== entry), held]);
      } else {
        change(without(entry).filter((other) => other !== entry));
        hear.refused(entry, error);
      }
    }
    return true;
  }

  return {
    add(entry) {
      change([...entries, entry]);
      pump();
    },
    /* Those of a flag that are on their way. */
    of: (flag) => entries.filter((entry) => entry.flag === flag && !entry.theirs),
    /* Those that somebody else was quicker than. */
    held: () => entries.filter((entry) => entry.theirs),
    drop: (entry) => change(entries.filter((other) => other !== entry)),
    /* How many are unsent, and why the last attempt failed, null if it did not. */
    state: () => ({ unsent: unsent().length, held: entries.length - unsent().length, problem }),
    pump,
    end() {
      over = true;
      clearTimeout(timer);
    },
  };
}
