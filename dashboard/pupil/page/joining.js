/* The form to join a class: the code, the word, and whether two share the device. */

/* `joined(code, seats)` hears of the seats that the server gave, [{nickname, token}]. */
function createJoining(joined) {
  const part = (id) => document.getElementById(id);
  const form = part("join");
  const button = form.querySelector("[type=submit]");

  function refuse(sentence, field) {
    part("refused").textContent = sentence;
    part("refused").hidden = !sentence;
    for (const id of ["code", "word"]) {
      if (id === field) part(id).setAttribute("aria-invalid", "true");
      else part(id).removeAttribute("aria-invalid");
    }
    if (sentence && field) part(field).focus();
  }
  form.noValidate = true; // the page's own sentences say what to do
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const code = plainCode(part("code").value);
    const word = part("word").value.trim();
    if (code.length !== 6) {
      return refuse("A code has six letters and numbers. Look at it once more.", "code");
    }
    if (!word) return refuse("Type the word that your teacher shows.", "word");
    refuse("");
    button.disabled = true;
    const seats = part("two").checked ? 2 : 1;
    const answer = await ask("join", { method: "POST", body: { code, word, seats } });
    button.disabled = false;
    if (answer.status === 201 && Array.isArray(answer.body?.seats)) {
      part("word").value = "";
      return joined(code, answer.body.seats);
    }
    const said = passing(answer.status)
      ? "No answer came from the server. Is this device online? Then try again."
      : answer.title || "That did not work. Look at the code and the word once more.";
    refuse(said, { 404: "code", 403: "word", 422: "code" }[answer.status]);
  });

  return {
    /* Show the form; `code` is the one of the address. */
    open(code) {
      form.hidden = false;
      refuse("");
      if (code && !part("code").value) part("code").value = code;
    },
    close() {
      form.hidden = true;
    },
  };
}

/* A code as the server knows it, however it was typed. */
function plainCode(typed) {
  return typed.normalize("NFKC").toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 12);
}
