/* The teacher's keys in this browser's storage: kept, forgotten, and given back. */

const STORE = "slant.classes"; // a list of { code, key }, the newest last

export default mounted(() => {
  let answered = "";
  return {
    update({ keep, forget, most }, setStateValue) {
      let keys = stored();
      const before = JSON.stringify(keys);
      keys = keys.filter(({ code }) => !forget.includes(code));
      if (keep) keys = [...keys.filter(({ code }) => code !== keep.code), keep].slice(-most);
      const works = JSON.stringify(keys) === before ? probe() : store(keys);
      const answer = { keys: stored(), works };
      if (JSON.stringify(answer) === answered) return;
      answered = JSON.stringify(answer);
      // After this update: a message sent during the first one is lost.
      setTimeout(() => setStateValue("kept", answer));
    },
    destroy() {},
  };
});

function store(keys) {
  try {
    localStorage.setItem(STORE, JSON.stringify(keys));
    return true;
  } catch {
    return false; // the storage is blocked or full
  }
}

/* Whether this browser stores anything. */
function probe() {
  try {
    localStorage.setItem(`${STORE}.probe`, "1");
    localStorage.removeItem(`${STORE}.probe`);
    return true;
  } catch {
    return false;
  }
}

function stored() {
  try {
    const keys = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(keys) ? keys.filter((one) => one && typeof one.code === "string") : [];
  } catch {
    return []; // the storage is blocked, or somebody else wrote into it
  }
}
