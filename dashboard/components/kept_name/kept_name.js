/* The name that was typed at the desk, in this browser's storage. */

const STORE = "slant.desk-name";

export default mounted(() => {
  let answered = null;
  return {
    update({ keep, forget }, setStateValue) {
      if (keep || forget) store(keep);
      const name = stored();
      if (name === answered) return;
      answered = name;
      // After this update: a message sent during the first one is lost.
      setTimeout(() => setStateValue("kept", { name }));
    },
    destroy() {},
  };
});

function store(name) {
  try {
    if (name) localStorage.setItem(STORE, name);
    else localStorage.removeItem(STORE);
  } catch {
    // The storage is blocked or full: the name is asked for again after a reload.
  }
}

function stored() {
  try {
    return localStorage.getItem(STORE) ?? "";
  } catch {
    return "";
  }
}
