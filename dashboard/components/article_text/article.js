/* An article's text from the pieces Python cut (payload.py): paragraphs, sentences, marked runs.
 *
 * Article text comes from strangers. It enters the page through text nodes and textContent only.
 */

const WORD = 1;
const QUOTE = 2;
const QUOTE_OPENS = 4;
const QUOTE_CLOSES = 8;
const STATEMENT = 16;
const CUE = 32;
const NOTE = 128;
const WARNING = 256;
const ERROR = 512;
const RULE_OPENS = 1024;
const RULED = NOTE | WARNING | ERROR;

const BANDS = { loaded: "likely loaded", uncertain: "uncertain", "not loaded": "not loaded" };
const TONES = {
  negative: "negative tone",
  neutral: "neutral tone",
  positive: "positive tone",
  unclear: "tone unclear",
};
const MARKED = ["negative", "positive"]; // the tones with a mark in the text

/* Put an article in the place of what `text` holds. Returned, in the order of the sentences: their
 * `elements`, what Python says of each (`records`), and the nodes of each one's runs (`runs`).
 * `more` gets the number of a sentence and what Python says of it, and returns what a screen reader
 * hears of it besides what is said anyway. */
function drawArticle(text, article, more = () => "") {
  const drawn = { elements: [], records: [], runs: [] };
  const fragment = document.createDocumentFragment();
  for (const block of article.blocks) {
    if (block.gap) fragment.append(gap(block.gap));
    const paragraph = document.createElement("div");
    paragraph.className = block.tight ? "block tight" : "block";
    paragraph.setAttribute("role", "presentation");
    paragraph.dir = block.direction;
    const names = new Map(block.names.map(([piece, place, ...name]) => [`${piece} ${place}`, name]));
    block.pieces.forEach((piece, number) => {
      const index = drawn.elements.length;
      const target = piece.band ? sentence(piece, index, article.count, more(index, piece)) : paragraph;
      const nodes = piece.runs.map(([content, flags]) => run(content, flags));
      piece.runs.forEach(([, flags], place) => {
        const name = names.get(`${number} ${place}`);
        if (name) target.append(sideName(...name));
        target.append(nodes[place]);
        if (flags & STATEMENT) paragraph.classList.add("quoting");
      });
      if (target === paragraph) return;
      paragraph.append(target);
      drawn.elements.push(target);
      drawn.records.push(piece);
      drawn.runs.push(nodes);
    });
    fragment.append(paragraph);
  }
  if (article.tail) fragment.append(gap(article.tail));
  text.classList.toggle("named", article.blocks.some((block) => block.names.length));
  text.replaceChildren(fragment);
  return drawn;
}

function sentence(piece, index, count, more) {
  const element = document.createElement("span");
  element.className = `sentence ${piece.band.replace(" ", "-")}`;
  const tone = piece.tone_label;
  if (MARKED.includes(tone)) element.classList.add("tone", `tone-${tone}`);
  element.dataset.sentence = String(index);
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  element.setAttribute("tabindex", "-1");
  const spoken = piece.runs.map(([content]) => content).join("");
  const said = [describe(piece), more].filter(Boolean).join(", ");
  element.setAttribute("aria-label", `sentence ${index + 1} of ${count}, ${said}: ${spoken}`);
  if (piece.part === "furniture") element.classList.add("furniture");
  if (piece.band === "unscored") element.lang = piece.lang;
  else element.style.setProperty("--tint", tint(piece.probability));
  return element;
}

function gap(content) {
  const element = document.createElement("span");
  element.className = "gap";
  element.textContent = content;
  return element;
}

function run(content, flags) {
  if (!flags) return document.createTextNode(content);
  const element = document.createElement("span");
  const classes = [
    flags & WORD && "word",
    flags & QUOTE && "quote",
    flags & QUOTE_OPENS && "opens",
    flags & QUOTE_CLOSES && "closes",
    flags & STATEMENT && "said",
    flags & STATEMENT && !(flags & QUOTE) && "reported",
    flags & CUE && "cue",
    ...(flags & RULED ? ruled(flags) : []),
  ];
  element.className = classes.filter(Boolean).join(" ");
  element.textContent = content;
  return element;
}

/* The classes of what a house rule found; of several the highest severity shows. */
function ruled(flags) {
  const severity = flags & ERROR ? "error" : flags & WARNING ? "warning" : "note";
  return ["house", `house-${severity}`, flags & RULE_OPENS && "first"];
}

/* "likely loaded, quoted: Ann Hale, negative tone": the part of a sentence's label after its number.
 * That a tone is neutral is not worth a reader's time in every sentence. */
function describe(record) {
  const tone = record.tone_label === "neutral" ? "" : TONES[record.tone_label];
  return [BANDS[record.band] ?? record.why, record.whose, tone].filter(Boolean).join(", ");
}

/* Share of colour in a loaded sentence's background: between the two limits of the style. */
function tint(probability) {
  const strength = Math.max(0, Math.min(1, (probability - 0.5) / 0.5)).toFixed(3);
  return `calc(var(--weakest) + ${strength} * (var(--strongest) - var(--weakest)))`;
}

function isDark(root) {
  const probe = document.createElement("span");
  probe.style.color = "var(--st-background-color, white)";
  root.append(probe);
  const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}
