/* The desk's words, and small ways to draw. Titles, words, notes and names come from strangers: all
 * enter the page through text nodes only. */

const KIND_NAMES = { rule: "House rules", loaded: "Loaded words", doubting: "Doubting verbs" };
const SEVERITY_SIGNS = { error: "×", warning: "!", note: "i" };
const VOICES = { outlet: "own voice", reported: "reported", quoted: "quoted", mixed: "partly quoted" };
const DONE = { accept: "accepted", dismiss: "dismissed", reword: "reworded", undo: "undone" };
const SHORT = 60; // characters of flagged words that a sentence repeats

/* Return an element with a class and what is in it: text, elements, or nothing. */
function make(tag, name = "", ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content.filter((one) => one !== null && one !== undefined && one !== ""));
  return element;
}

function makeButton(name, act, key = "", more = "") {
  const button = make("button", more, name);
  button.type = "button";
  if (key) {
    button.append(" ", make("kbd", "", key));
    button.setAttribute("aria-keyshortcuts", key);
  }
  button.addEventListener("click", act);
  return button;
}

function quotedWords(words) {
  const line = words.replace(/\s+/g, " ");
  const signs = Array.from(line);
  return `“${signs.length > SHORT ? `${signs.slice(0, SHORT).join("")}…` : line}”`;
}

/* “dismissed: fair wording here”, “reworded to “rose””. */
function decisionSaid(decision, reasons) {
  const done = DONE[decision.act] ?? decision.act;
  if (decision.act === "dismiss") {
    const reason = decision.reason === "other" ? decision.note : reasons[decision.reason];
    return reason ? `${done}: ${reason}` : done;
  }
  return decision.act === "reword" ? `${done} to ${quotedWords(decision.wording)}` : done;
}

/* What is read out after a decision; `after` is the flag that is in front then, or null. */
function doneSaid(flag, act, after) {
  const done = DONE[act];
  const more = after ? ` Next: ${quotedWords(after.text)}. ${after.message}` : "";
  return `${done[0].toUpperCase()}${done.slice(1)}: ${quotedWords(flag.text)}.${more}`;
}

function percentSaid(share) {
  if (share > 0 && share < 0.01) return "<1%";
  if (share > 0.99 && share < 1) return ">99%";
  return `${Math.round(share * 100)}%`;
}

/* What a probability that something is loaded means, by the model's own limits. */
function bandSaid(probability, bands) {
  if (!bands) return "";
  if (probability >= bands[1]) return "likely loaded";
  return probability < bands[0] ? "not loaded" : "uncertain";
}

function timeSaid(made) {
  const time = new Date(made);
  if (!made || Number.isNaN(time.getTime())) return "";
  return time.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/* An address that may be opened: of the web, nothing else. Null for any other. */
function webAddress(given) {
  try {
    const address = new URL(given);
    return ["http:", "https:"].includes(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

function articleName(article) {
  return article?.title || article?.source || (article ? `Article ${article.id}` : "");
}

/* Bring `element` to the middle of what scrolls around it, without moving the page. */
function intoMiddle(element, scroller) {
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollTop += inner.top - outer.top - (outer.height - Math.min(inner.height, outer.height)) / 2;
}

/* Bring `element` just into view of what scrolls around it, without moving the page. */
function intoView(element, scroller) {
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const room = 32;
  if (inner.top < outer.top + room) scroller.scrollTop += inner.top - outer.top - room;
  else if (inner.bottom > outer.bottom - room) scroller.scrollTop += inner.bottom - outer.bottom + room;
}
