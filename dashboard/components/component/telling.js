/* How Python hears of what the reader chose, and the browser of what Python answered.
 *
 * Every choice has a number, its turn, which Python's answer repeats: what Python says counts once
 * it has heard of the last choice made here. */

/* `name` is the component's state that Python reads. */
function createTelling(name) {
  // In here, as every component's script is joined with this one and may have names like these.
  const PATIENCE = 3000; // ms after which a choice that Python has not answered is told again
  const ATTEMPTS = 5;
  let digest = null; // names what is shown
  let turn = 0; // number of the last choice made here
  let answered = 0;
  let timer = 0;
  let send = () => {};

  /* Until Python answers: on a busy machine a message that met another one has been lost. */
  function tell(event) {
    clearTimeout(timer);
    if (event.turn !== turn || event.digest !== digest || answered >= turn) return;
    if (event.attempt > ATTEMPTS) return; // the session is gone; Streamlit says so itself
    send(name, event);
    timer = setTimeout(() => tell({ ...event, attempt: event.attempt + 1 }), PATIENCE);
  }

  return {
    /* Tell Python of a choice, an object. */
    tell(choice) {
      turn += 1;
      const event = { ...choice, turn, digest, attempt: 0 };
      // After the paint, so that the message costs the reader no time.
      requestAnimationFrame(() => setTimeout(() => tell(event)));
    },
    /* Take Python's message; whether what it says is chosen counts. */
    hear(data, setStateValue) {
      send = setStateValue;
      if (digest !== data.digest) {
        digest = data.digest;
        turn = Math.max(turn, data.turn);
      }
      answered = Math.max(answered, data.turn);
      if (data.turn < turn) return false;
      turn = data.turn;
      return true;
    },
    end() {
      clearTimeout(timer);
    },
  };
}
