/* The own texts of this tab, in the browser's storage for the tab, until it is closed. */

const STORE = "slant.texts"; // a list of { number, kept }, the newest last

export default mounted(() => {
  let asked = null;
  return {
    update({ keep, wanted, most }, setStateValue) {
      if (keep) store(keep, most);
      if (wanted === null || wanted === asked) return;
      asked = wanted;
      const found = stored().find(({ number }) => number === wanted);
      // After this update: a message sent during the first one is lost.
      setTimeout(() => setStateValue("found", { number: wanted, kept: found?.kept ?? null }));
    },
    destroy() {},
  };
});

function store(text, most) {
  const texts = [...stored().filter(({ number }) => number !== text.number), text].slice(-most);
  // Where there is too little room for all, the newest count.
  while (texts.length) {
    try {
      sessionStorage.setItem(STORE, JSON.stringify(texts));
      return;
    } catch {
      texts.shift();
    }
  }
}

function stored() {
  try {
    const texts = JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
    return Array.isArray(texts) ? texts : [];
  } catch {
    return []; // the storage is blocked, or somebody else wrote into it
  }
}
