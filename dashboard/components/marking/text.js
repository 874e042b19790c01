/* The text of an exercise in paragraphs and sentences, and the words of a sentence.
 *
 * Offsets count code points, as in Python, where JavaScript counts UTF-16 units: so the text is
 * taken apart once into its code points. It comes from strangers and enters the page through text
 * nodes only.
 */

/* Draw `text` into `parent`. `lines` are [start, end, paragraph, counts], in order; `sentence` makes
 * the element of a line that counts from its number. Returns `elements`, one a line, `cut(start,
 * end)` and `fill(line, passages)`, which draws a line anew with `passages`, [start, end, class],
 * marked in it. All that is drawn put end to end is the text. */
function drawMarkingText(parent, text, lines, sentence) {
  const points = Array.from(text);
  const cut = (start, end) => points.slice(start, end).join("");
  const elements = [];
  const fragment = document.createDocumentFragment();
  let block = null;
  let paragraph = null;
  let at = 0;

  function add(name, content, to) {
    const element = document.createElement(name === "block" ? "div" : "span");
    element.className = name;
    element.textContent = content;
    to.append(element);
    return element;
  }
  /* What stands between two sentences: white space at a paragraph's border is not drawn. */
  function between(content, opensParagraph) {
    if (!opensParagraph) return void block.append(content);
    const rest = content.trimStart();
    const space = content.slice(0, content.length - rest.length);
    if (space) add("gap", space, fragment);
    block = add("block", "", fragment);
    block.dir = "auto";
    if (space.split("\n").length === 2) block.classList.add("tight");
    block.append(rest);
  }
  lines.forEach(([start, end, number, counts], line) => {
    between(cut(at, start), block === null || number !== paragraph);
    paragraph = number;
    const element = counts ? sentence(line) : add("aside", "", block);
    element.append(cut(start, end));
    block.append(element);
    elements.push(element);
    at = end;
  });
  if (block === null || cut(at).trim()) between(cut(at), block === null);
  else if (at < points.length) add("gap", cut(at), fragment);
  parent.replaceChildren(fragment);

  function fill(line, passages) {
    const [start, end] = lines[line];
    const inside = passages.filter(([from, to]) => from < end && to > start);
    const borders = inside.flatMap(([from, to]) => [Math.max(from, start), Math.min(to, end)]);
    const cuts = [...new Set([start, ...borders, end])].sort((one, other) => one - other);
    const runs = cuts.slice(1).map((to, place) => {
      const from = cuts[place];
      const over = inside.filter(([first, last]) => first <= from && last >= to);
      const names = over.map(([, , name]) => name);
      if (!names.length) return document.createTextNode(cut(from, to));
      const run = document.createElement("span");
      run.className = [...new Set(names)].join(" ");
      run.textContent = cut(from, to);
      return run;
    });
    elements[line].replaceChildren(...runs);
  }
  return { elements, cut, fill };
}

/* A word: letters and digits, with apostrophes, stops and hyphens between them. */
const MARKING_WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’.\-‐‑][\p{L}\p{M}\p{N}\p{Cf}]+)*/gu;

/* Return the words of `sentence` as [start, end] offsets; it begins at the offset `start`. */
function wordsOf(sentence, start) {
  const words = [];
  let units = 0;
  let at = start;
  for (const found of sentence.matchAll(MARKING_WORD)) {
    at += Array.from(sentence.slice(units, found.index)).length;
    const end = at + Array.from(found[0]).length;
    words.push([at, end]);
    units = found.index + found[0].length;
    at = end;
  }
  return words;
}

/* Return `chosen` words, [start, end] in order, as passages: words with white space alone between
 * them are one. `cut` gives the text between two offsets. */
function passagesOf(chosen, cut) {
  const passages = [];
  for (const [start, end] of chosen) {
    const last = passages.at(-1);
    if (last && !cut(last[1], start).trim()) last[1] = end;
    else passages.push([start, end]);
  }
  return passages;
}
