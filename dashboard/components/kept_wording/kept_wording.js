/* What is being written of a sentence, in the browser's storage for the tab. */

const STORE = "slant.wording"; // { sentence, direction, wording }, or nothing

export default mounted(() => {
  let first = true;
  return {
    update({ keep, asked }, setStateValue) {
      const found = first && asked && !keep ? stored() : null;
      first = false;
      if (!found) return store(keep);
      // After this update: a message sent during the first one is lost.
      setTimeout(() => setStateValue("found", found));
    },
    destroy() {},
  };
});

function store(keep) {
  try {
    if (keep) sessionStorage.setItem(STORE, JSON.stringify(keep));
    else sessionStorage.removeItem(STORE);
  } catch {
    // The storage is blocked or full: the wording lives on the page alone.
  }
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? "null");
  } catch {
    return null; // the storage is blocked, or somebody else wrote into it
  }
}
