/* What is told of the flag in front of the editor. */

/* Draw it into `place`. `flag` is as it is now; `about` has its `article`, the `history` and `notes`
 * known of it, the model's `bands`, the `reasons` by key, `blind` for a second reading, and `use(n)`,
 * which takes plainer wording `n`, or null where nothing may be decided. */
function drawCard(place, flag, about) {
  const { article, bands, blind, use } = about;
  const kind = { rule: "House rule", loaded: "Loaded words", doubting: "Doubting verb" }[flag.kind];
  const head = make(
    "p",
    "kind",
    make("span", `sign ${flag.severity}`, SEVERITY_SIGNS[flag.severity] ?? ""),
    ` ${kind ?? flag.kind}, ${flag.severity}`,
    blind ? null : make("span", "state", flag.state === "open" ? "open" : DONE[flag.state]),
  );
  const words = make("p", "flagged", make("q", "", flag.text));
  words.dir = "auto";
  const where = make(
    "p",
    "where",
    [
      VOICES[flag.voice],
      flag.part === "headline" ? "headline" : "",
      articleName(article),
      article?.outlet,
      article?.published,
    ]
      .filter(Boolean)
      .join(" · "),
  );
  place.replaceChildren(
    ...[
      head,
      make("h2", "message", flag.message),
      words,
      where,
      why(flag),
      wordings(flag.plainer, use),
      probabilities(flag, bands, blind),
      blind ? null : decided(flag, about),
      blind ? null : noted(flag, about.notes),
    ].filter(Boolean),
  );
}

function why(flag) {
  const address = webAddress(flag.link);
  if (!flag.reason && !address) return null;
  const line = make("p", "why", flag.reason);
  if (address) {
    const link = make("a", "", "Where the house says so");
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    line.append(flag.reason ? " " : "", link);
  }
  return line;
}

function wordings(plainer, use) {
  if (!plainer.length) return null;
  const list = make("ol", "wordings");
  plainer.forEach((wording, place) => {
    const text = make("span", "", wording);
    text.dir = "auto";
    const line = use ? makeButton("", () => use(place)) : make("span");
    line.append(text);
    list.append(make("li", "", line));
  });
  return make("div", "part", make("h3", "", "Plainer wordings"), list);
}

function probabilities(flag, bands, blind) {
  const rows = [
    // Its band is the model's for sentences; of words there is one limit, and they were above it.
    ["These words", flag.probability, flag.probability === null ? "" : "likely loaded"],
    ["The sentence", flag.sentence_probability, bandSaid(flag.sentence_probability, bands)],
    blind
      ? ["", null, ""]
      : ["Fit of the house", flag.house_probability, flag.held_back ? "held back" : "shown"],
  ].filter(([, probability]) => probability !== null && probability !== undefined);
  if (!rows.length) return null;
  const list = make("dl", "probabilities");
  for (const [name, probability, said] of rows) {
    const bar = make("span", "bar-of");
    bar.style.setProperty("--share", String(probability));
    bar.setAttribute("aria-hidden", "true");
    list.append(
      make("dt", "", name),
      make("dd", "", bar, make("span", "", [said, percentSaid(probability)].filter(Boolean).join(", "))),
    );
  }
  return list;
}

function decided(flag, { history, reasons, editor }) {
  const all = history ?? (flag.decision ? [flag.decision] : []);
  // Over what the server told lies what is on its way.
  const own = flag.unsent && flag.decision && history ? [...history, flag.decision] : all;
  if (!own.length) return null;
  const list = make("ol", "history");
  for (const one of own) {
    const who = one.editor === editor ? "You" : one.name;
    const line = make("li", "", make("b", "", who), ` ${decisionSaid(one, reasons)}`);
    if (one.note && one.reason !== "other") line.append(` (${one.note})`);
    line.append(make("span", "time", ` ${one.made ? timeSaid(one.made) : "saving …"}`));
    list.append(line);
  }
  return make("div", "part", make("h3", "", "Decided so far"), list);
}

function noted(flag, notes) {
  const found = (notes ?? []).filter((note) => note.flag === flag.id || note.flag === null);
  if (!found.length) return null;
  const list = make("ul", "notes");
  for (const note of found) {
    const of = note.flag === null ? "on the article" : "";
    const said = make("span", "", note.text);
    said.dir = "auto";
    const about = [note.name, of, timeSaid(note.made)].filter(Boolean).join(", ");
    list.append(make("li", "", said, make("span", "time", ` ${about}`)));
  }
  return make("div", "part", make("h3", "", "Notes"), list);
}
