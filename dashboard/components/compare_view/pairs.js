/* The pairs of sentences of two texts, and how one is marked in both. */

const SAME = "same fact";
const POSSIBLY = "possibly";
const CLASS_OF_BAND = { [SAME]: "same", [POSSIBLY]: "possibly", "no match found": "unmatched" };

/* `columns` are the left and the right one. A pair is what Python says of it (payload.py). */
function createPairs(columns) {
  let bySentence = [new Map(), new Map()]; // side → sentence → its pairs
  let marked = []; // [element, class or attribute] that were set for a selection

  /* The pairs of a sentence, in the order of the other text. */
  function of(side, index) {
    return bySentence[side].get(index) ?? [];
  }

  /* Of several pairs the one to show first: the same fact before possibly, then the match that is
   * nearest to what is in view. */
  function nearest(side, pairs) {
    const other = columns[1 - side];
    const apart = pairs.map((pair) => [
      pair.band === SAME ? 0 : 1,
      other.offset(pair.sentences[1 - side]),
    ]);
    const order = pairs.map((_, place) => place);
    order.sort((a, b) => apart[a][0] - apart[b][0] || apart[a][1] - apart[b][1]);
    return order[0] ?? 0;
  }

  /* Mark the sentence of a side as chosen, its matches as such, and what differs in the pair at
   * `place` among its pairs. */
  function mark(side, index, place) {
    clear();
    set(columns[side].drawn().elements[index], "chosen");
    of(side, index).forEach((pair, at) => {
      const partner = columns[1 - side].drawn().elements[pair.sentences[1 - side]];
      set(partner, "partner");
      if (pair.band === POSSIBLY) set(partner, "perhaps");
      if (at === place) differences(pair);
      else set(partner, "further");
    });
  }

  function differences(pair) {
    columns.forEach((column, side) => {
      const runs = column.drawn().runs[pair.sentences[side]];
      for (const run of pair.differing[side]) set(runs[run], "differs");
      for (const { runs: places, written } of pair.numbers) {
        places[side].forEach((run, at) => {
          set(runs[run], "conflicts");
          if (at === 0) set(runs[run], "first");
          runs[run].title = `${written[1 - side]} in ${columns[1 - side].side().letter}`;
        });
      }
    });
  }

  function set(element, name) {
    element.classList.add(name);
    if (name === "chosen" || name === "partner") element.setAttribute("aria-selected", "true");
    marked.push([element, name]);
  }

  function clear() {
    for (const [element, name] of marked) {
      element.classList.remove(name);
      if (name === "chosen" || name === "partner") element.setAttribute("aria-selected", "false");
      if (name === "conflicts") element.removeAttribute("title");
    }
    marked = [];
  }

  return {
    show(pairs) {
      marked = [];
      bySentence = [new Map(), new Map()];
      for (const pair of pairs) {
        pair.sentences.forEach((sentence, side) => {
          const all = bySentence[side].get(sentence) ?? [];
          bySentence[side].set(sentence, [...all, pair]);
        });
      }
      bySentence.forEach((one, side) => {
        for (const all of one.values()) {
          all.sort((a, b) => a.sentences[1 - side] - b.sentences[1 - side]);
        }
      });
    },
    of,
    nearest,
    mark,
    clear,
  };
}

/* “same fact as sentence 3 in A”, and the numbers that differ. */
function pairWords(pair, side, letters) {
  const sentence = pair.sentences[side] + 1;
  const band = pair.band === SAME ? "Same fact as" : "Possibly the same fact as";
  return [`${band} sentence ${sentence} in ${letters[side]}`, numberWords(pair, letters)]
    .filter(Boolean)
    .join(". ");
}

/* “≠ 11 in A, 9 in B” for every number that differs in a pair. */
function numberWords(pair, letters) {
  return pair.numbers
    .map(({ written }) => `≠ ${written.map((one, at) => `${one} in ${letters[at]}`).join(", ")}`)
    .join("; ");
}
