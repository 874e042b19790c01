/* The text to mark on the Practice page: marks stay in this tab until the reader asks for the
 * comparison, and so outlive a reload; then Python gets all of them at once. */

const MARKS_STORE = "slant.marks"; // {digest, attempt, marks, committed} of one text, in the tab
const NOT_YET = "You have marked nothing yet. You can compare all the same.";

export default mounted((parent) => {
  const root = parent.querySelector(".practice");
  const [place, after] = [root.querySelector(".place"), root.querySelector(".after")];
  const [button, count] = [root.querySelector(".compare"), root.querySelector(".count")];
  const telling = createTelling("committed");
  let kept = null;
  let shown = null; // names the text and the attempt on the page
  let revealed = null;
  let wish = 0; // number of the last sentence that Python asked to be shown
  let asked = false; // whether the reader was told that nothing is marked
  let text = null;
  let view = { destroy() {} };

  const loaded = () => kept.marks.filter((mark) => mark.loaded).length;

  function draw(data) {
    kept = stored(data.digest, data.attempt);
    shown = `${data.digest} ${data.attempt}`;
    revealed = null;
    asked = false;
    keep();
    text = JSON.parse(data.material);
    view.destroy();
    view = createMarking(place, { ...text, marks: kept.marks, readOnly: kept.committed }, (mark) => {
      kept.marks = [...kept.marks.filter(({ sentence }) => sentence !== mark.sentence), mark];
      asked = false;
      keep();
      say();
    });
  }
  function keep() {
    try {
      sessionStorage.setItem(MARKS_STORE, JSON.stringify(kept));
    } catch {
      // The storage is blocked or full: the marks live on the page alone.
    }
  }
  function say() {
    after.hidden = Boolean(revealed);
    root.querySelector(".help").hidden = Boolean(revealed);
    button.disabled = kept.committed;
    const number = loaded();
    count.textContent = kept.committed
      ? "The model’s view is on its way."
      : asked
        ? NOT_YET
        : number === 1
          ? "1 sentence marked."
          : `${number} sentences marked.`;
    button.textContent = asked && !number ? "Compare anyway" : "Compare with the model";
  }
  function commit() {
    kept.committed = true;
    keep();
    view.lock(true);
    telling.tell({ marks: kept.marks, text: kept.digest, of: kept.attempt });
    say();
  }
  /* Python could not use the marks, so they are not this page's: begin anew. */
  function forget() {
    kept = { ...kept, marks: [], committed: false };
    keep();
    view.set([]);
    view.lock(false);
  }
  button.addEventListener("click", () => {
    if (loaded() || asked) return commit();
    asked = true;
    say();
  });

  return {
    update(data, setStateValue) {
      telling.hear({ digest: data.digest, turn: data.turn }, setStateValue);
      if (shown !== `${data.digest} ${data.attempt}`) {
        draw(data);
        wish = data.show[1]; // what was wished for earlier is past
        // Whoever asked for another text from below the last one is to see its beginning.
        if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
        // After a reload Python has not heard of it. Later, as a first message would be lost.
        if (kept.committed && !data.revealed) setTimeout(commit);
      }
      view.theme();
      if (data.refused && kept.committed) forget();
      if (data.revealed && data.revealed !== revealed) {
        revealed = data.revealed;
        const { marks, ...model } = JSON.parse(revealed);
        view.set(marks);
        view.reveal(model);
      }
      if (revealed && data.show[1] > wish) {
        wish = data.show[1];
        view.show(data.show[0]);
      }
      say();
    },
    destroy() {
      telling.end();
      view.destroy();
    },
  };
});

/* What this tab holds of the text; marks of an earlier attempt at it are forgotten. */
function stored(digest, attempt) {
  const none = { digest, attempt, marks: [], committed: false };
  try {
    const found = JSON.parse(sessionStorage.getItem(MARKS_STORE) ?? "null");
    if (found?.digest !== digest || !Array.isArray(found.marks)) return none;
    return found.attempt >= attempt ? { ...found, attempt } : none;
  } catch {
    return none; // the storage is blocked, or somebody else wrote into it
  }
}
