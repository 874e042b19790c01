/* Where the class is: asked about once a second while the page is seen, less often otherwise. */

const SEEN = 1000; // ms between two questions
const HIDDEN = 10000;

/* `heard`: `token()` of whose turn it is, empty for nobody; `lesson(state)` of every change;
 * `contact(yes)` after each question; `gone(token)` if the server does not know it. */
function createLesson(heard) {
  let version = null; // of the state that was heard last
  let timer = 0;
  let failures = 0;
  let busy = false;

  function wait() {
    clearTimeout(timer);
    if (!heard.token()) return;
    const pace = document.hidden ? HIDDEN : SEEN;
    timer = setTimeout(question, failures ? patience(failures) : pace * (0.8 + Math.random() * 0.4));
  }
  async function question() {
    clearTimeout(timer);
    const token = heard.token();
    if (busy || !token) return;
    busy = true;
    const answer = await ask(version === null ? "lesson" : `lesson?after=${version}`, { token });
    busy = false;
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
    stop: () => clearTimeout(timer),
  };
}
