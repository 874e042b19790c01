/* What house rules found in a sentence, in words: for its card, and for those who hear the page.
 *
 * Rules come from strangers as articles do: they enter the page through textContent only.
 */
const SIGNS = { note: "i", warning: "!", error: "×" }; // as house_rules.css draws them in the text

/* "house rules: error on “regime”, note on “slammed”"; empty where nothing was found. `rules` is what
 * is said of findings, as in the payload; so too below. */
function houseSaid(record, rules) {
  const found = record.house?.map(([rule, words]) => `${rules[rule].severity} on “${words}”`);
  return found ? `house rules: ${found.join(", ")}` : "";
}

/* The findings of a sentence as elements for its card. */
function houseLines(record, rules) {
  if (!record.house) return [];
  const list = document.createElement("ul");
  list.className = "findings";
  list.append(...record.house.map(([rule, words]) => finding(rules[rule], words)));
  return [list];
}

function finding(rule, words) {
  const item = document.createElement("li");
  const head = line("p", "found", "");
  const sign = line("span", `sign ${rule.severity}`, SIGNS[rule.severity]);
  sign.setAttribute("aria-hidden", "true");
  head.append(sign, line("span", "", `${rule.severity}: `), line("bdi", "words-found", words));
  const rest = [rule.message, rule.plainer, rule.reason].filter(Boolean);
  item.append(head, ...rest.map((said) => line("p", "", said)));
  const origin = line("p", "origin", "");
  origin.append("House rule ", line("bdi", "", rule.rule), `, ${rule.voice}`);
  item.append(origin);
  return item;
}

function line(tag, name, content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = content;
  return element;
}
