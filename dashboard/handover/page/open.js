// The page that a bookmark opens with a text after the # of its address: it shows what came, and
// sends it to its own server after a click. Everything of the text is put in as text.
"use strict";

const WAIT_MS = 600;
const SHOWN = 400;

const part = (id) => document.getElementById(id);

// A page of a stranger may have opened this one under the pointer of somebody about to click twice.
function ready(button) {
  setTimeout(() => {
    button.disabled = false;
  }, WAIT_MS);
}

function show(id) {
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.id !== id;
  }
  part(id).querySelector("h1").focus();
}

function say(id, text) {
  const element = part(id);
  element.textContent = text;
  element.hidden = !text;
}

function broughtText() {
  const after = location.hash.slice(1);
  if (!after) {
    return null;
  }
  // Out of the address at once: it would stay in the browser's history.
  history.replaceState(null, "", location.pathname + location.search);
  try {
    const found = JSON.parse(decodeURIComponent(after));
    const whole = [found.text, found.html].some((one) => typeof one === "string" && one.trim());
    return whole ? found : "damaged";
  } catch {
    return "damaged";
  }
}

function plainText(found) {
  if (typeof found.text === "string" && found.text) {
    return found.text;
  }
  // Parsed without running or loading anything of it.
  const page = new DOMParser().parseFromString(found.html, "text/html");
  const whole = page.querySelector("article") || page.querySelector("main") || page.body;
  const pieces = [...whole.querySelectorAll("p")].map((one) => one.textContent.trim());
  return pieces.filter(Boolean).join("\n") || whole.textContent.trim();
}

function hostOf(address) {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url.host : "";
  } catch {
    return "";
  }
}

async function send(found) {
  const button = part("read");
  button.disabled = true;
  say("refused", "");
  try {
    const answer = await fetch("open", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(found),
    });
    const said = await answer.json();
    if (answer.ok) {
      location.replace(`./?handed=${encodeURIComponent(said.key)}`);
      return;
    }
    say("refused", said.said);
  } catch {
    say("refused", "The server did not answer: check that Slant still runs, then try again.");
  }
  button.disabled = false;
}

function ask(found) {
  const text = plainText(found);
  const host = hostOf(found.url);
  const words = text.split(/\s+/).filter(Boolean).length;
  say("title", typeof found.title === "string" ? found.title.slice(0, 200) : "");
  say("from", host ? `From ${host}` : "");
  say("beginning", text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text);
  const all = words === 1 ? "1 word" : `${words.toLocaleString("en")} words`;
  say("size", found.text ? `${all}, as selected.` : `The page, with about ${all}. Slant finds the article in it.`);
  part("read").onclick = () => send(found);
  part("leave").onclick = () => show("left");
  show("brought");
  ready(part("read"));
}

async function about(damaged) {
  const here = new URL("open", location.href).href;
  const answer = await fetch(document.body.dataset.bookmark);
  const source = `javascript:${encodeURIComponent((await answer.text()).replaceAll("SLANT_ADDRESS", here))}`;
  part("bookmark").href = source;
  part("bookmark").onclick = (event) => {
    event.preventDefault();
    say("dragged", "Drag the link to the bookmarks bar; it works on other pages.");
  };
  part("source").value = source;
  part("copy").onclick = async () => {
    part("source").select();
    try {
      await navigator.clipboard.writeText(source);
      say("copied", "Copied.");
    } catch {
      say("copied", "Selected: copy it with your browser’s menu.");
    }
  };
  say("server", location.host);
  part("damaged").hidden = !damaged;
  show("about");
}

function start() {
  const found = broughtText();
  if (found && found !== "damaged") {
    ask(found);
  } else {
    about(found === "damaged");
  }
}

addEventListener("hashchange", start);
start();
