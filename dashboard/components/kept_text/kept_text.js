/* The own texts of this tab, in the browser's storage for the tab, until it is closed. */

const STORE = "slant.texts"; // a list of { number, kept }, the newest last

export default mounted(() => {
  let asked = "[]";
  return {
    update({ keep, wanted, most }, setStateValue) {
      for (const text of keep) store(text, most);
      if (JSON.stringify(wanted) === asked) return;
      asked = JSON.stringify(wanted);
      if (!wanted.length) return;
      const texts = stored();
      const found = wanted.map((number) => {
        const text = texts.find((one) => one.number === number);
        return { number, kept: text?.kept ?? null };
      });
      // After this update: a message sent during the first one is lost.
      setTimeout(() => setStateValue("found", found));
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
