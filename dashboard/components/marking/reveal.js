/* The model's view in a marked text: its bands as on the Read page, and where it differs. */

const MARKING_BANDS = { loaded: "likely loaded", uncertain: "uncertain", "not loaded": "not loaded" };

/* Give the sentence's element the look of what the model and the class make of it. */
function drawRevealed(element, line, view) {
  const { band, probability } = view.model[line];
  const strength = Math.max(0, Math.min(1, (probability - 0.5) / 0.5)).toFixed(3);
  element.classList.remove("loaded", "uncertain");
  if (band === "loaded" || band === "uncertain") element.classList.add(band);
  element.style.setProperty(
    "--tint",
    `calc(var(--weakest) + ${strength} * (var(--strongest) - var(--weakest)))`,
  );
  const share = view.shares?.[line];
  const notes = [
    view.only_reader.includes(line) && "only you",
    view.only_model.includes(line) && "only the model",
    share > 0 && `class ${Math.round(share * 100)}%`,
  ].filter(Boolean);
  // Drawn by the style, so that the words on the page stay the text's.
  if (notes.length) element.dataset.note = notes.join(" · ");
  else delete element.dataset.note;
}

/* Return what is said of a line: short sentences. With `reasons` the reader's own is named. */
function revealedSaid(line, mark, view, reasons = null) {
  const { band, probability, voice, speaker } = view.model[line];
  const reason = reasons?.[mark.reason];
  const why = reason ? `: ${lowered(reason)}` : "";
  const own = mark.loaded ? `You marked it as loaded${why}.` : "You did not mark it.";
  const model = MARKING_BANDS[band];
  const chance = `probability ${Math.round(probability * 100)}%`;
  const said = [own, model ? `The model: ${model} (${chance}).` : "The model has no view of it."];
  const share = view.shares?.[line];
  if (share === 0) said.push("Nobody in the class marked it.");
  else if (share > 0) said.push(`${Math.round(share * 100)}% of the class marked it.`);
  if (reasons && ["quoted", "reported"].includes(voice)) {
    said.push(`The words are ${voice}${speaker ? `: ${speaker}` : ""}.`);
  }
  if (reasons && (view.only_reader.includes(line) || view.only_model.includes(line))) {
    said.push("Here you and the model differ. It can be wrong. Why do you think you differ?");
  }
  return said;
}

function lowered(sentence) {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
