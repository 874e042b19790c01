/* The flags in the browser's memory: as the server last told them, and over that what is on its way. */

/* `pending(flag)` gives the decisions on a flag that are not confirmed yet, `editor` is who decides. */
function createFlags(pending, editor) {
  let told = new Map(); // number → flag, as the server has it
  let order = []; // numbers, as the queue has them
  const skipped = new Set();

  /* The flag with what is on its way: what the editor sees as decided, before it is confirmed. */
  function get(number) {
    const flag = told.get(number);
    if (!flag) return null;
    let shown = flag;
    for (const { body } of pending(number)) {
      if (body.act === undefined || (body.seen ?? 0) < (flag.seq ?? 0)) continue; // told already
      const undone = body.act === "undo";
      const { act, reason, wording, note } = body;
      shown = {
        ...shown,
        unsent: true,
        state: undone ? "open" : act,
        seq: (shown.seq ?? 0) + 1,
        decision: undone ? null : { act, reason, wording, note, editor, name: "", made: "" },
      };
    }
    return shown;
  }

  return {
    get,
    /* The flag as the server told it last, without what is on its way. */
    told: (number) => told.get(number) ?? null,
    order: () => order,
    /* Learn what the server told of a flag; what was told before it and came later is left alone. */
    learn(flag) {
      const known = told.get(flag.id);
      if (!known || (flag.seq ?? 0) >= (known.seq ?? 0)) told.set(flag.id, flag);
    },
    /* Add flags to the end of the queue; return how many were not there. */
    add(flags) {
      const there = new Set(order);
      const fresh = flags.filter(({ id }) => !there.has(id));
      order = [...order, ...fresh.map(({ id }) => id)];
      return fresh.length;
    },
    /* Have a flag in the queue that its filter leaves out: one that was linked to, or undone. */
    putFirst(number) {
      if (!order.includes(number)) order = [number, ...order];
    },
    /* Take flags out: of articles that are removed. */
    drop(isGone) {
      const gone = [...told.values()].filter(isGone).map(({ id }) => id);
      for (const number of gone) told.delete(number);
      if (gone.length) order = order.filter((number) => told.has(number));
    },
    forget() {
      [told, order] = [new Map(), []];
      skipped.clear();
    },
    skip: (number) => skipped.add(number),
    /* The queue's next flag after `number` for which `wanted(flag)` holds, from the end on from its
     * beginning; those that were skipped come last. Null if there is none. */
    after(number, wanted) {
      const at = order.indexOf(number);
      const round = [...order.slice(at + 1), ...order.slice(0, at + 1)];
      const found = round.filter((one) => wanted(get(one)));
      const unskipped = found.find((one) => !skipped.has(one));
      if (unskipped !== undefined) return unskipped;
      for (const one of found) skipped.delete(one);
      return found[0] ?? null;
    },
    /* The neighbour of a flag in the queue, by so many places; the flag itself at its ends. */
    beside(number, by) {
      const at = order.indexOf(number);
      return order[Math.max(0, Math.min(order.length - 1, at + by))] ?? null;
    },
  };
}
