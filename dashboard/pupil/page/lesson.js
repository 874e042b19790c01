/* Where the class is. While the page is seen one question after the other is on its way, which the
 * server answers as soon as something changes: that takes less data than asking once a second. */

const HELD = 8; // seconds for which the server may hold its answer
const SEEN = 300; // ms between an answer and the next question
const HIDDEN = 10000;

/* `heard`: `token()` of whose turn it is, empty for nobody; `lesson(state)` of every change;
 * `contact(yes)` after each question; `gone(token)` if the server does not know it. */
function createLesson(heard) {
  let version = null; // of the state that was heard last
  let timer = 0;
  let failures = 0;
  let asking = null; // the question on its way

  function wait() {
    clearTimeout(timer);
    if (!heard.token()) return;
    const pace = document.hidden ? HIDDEN : SEEN;
    timer = setTimeout(question, failures ? patience(failures) : pace * (0.8 + Math.random() * 0.4));
  }
  async function question() {
    clearTimeout(timer);
    // Whoever asks now wants to know at once, maybe for another seat.
    asking?.abort();
    const token = heard.token();
    if (!token) return;
    const own = (asking = new AbortController());
    const path = version === null ? "lesson" : `lesson?after=${version}&wait=${document.hidden ? 0 : HELD}`;
    const answer = await ask(path, { token, limit: own });
    if (asking !== own) return; // overtaken by another question
    asking = null;
    if (token !== heard.token()) return question();
    if (answer.status === 401) return heard.gone(token);
    const fine = answer.status === 200 || answer.status === 204;
    failures = fine ? 0 : failures + 1;
    heard.contact(fine);
    if (answer.status === 200 && answer.body) {
      version = answer.body.version;
      heard.lesson(answer.body);
    }
    wait();
  }

  return {
    now: question,
    /* Ask for the whole state, as for another seat, or after a part of it could not be fetched. */
    anew(later = false) {
      version = null;
      if (!later) return question();
      failures += 1;
      wait();
    },
    stop() {
      clearTimeout(timer);
      asking?.abort();
      asking = null;
    },
  };
}
