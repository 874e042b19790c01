"use strict";

/* What this device keeps for the lesson, under names that begin with "slant.class": in the browser's
 * localStorage, so that it outlives a closed tab; where that is blocked or full, on the page alone. */

const KEPT = "slant.class";

function createKept() {
  const memory = new Map(); // name → JSON of what the storage did not take

  function full(name) {
    return name ? `${KEPT}.${name}` : KEPT;
  }
  function raw(name) {
    if (memory.has(name)) return memory.get(name);
    try {
      return localStorage.getItem(full(name));
    } catch {
      return null;
    }
  }
  function names() {
    try {
      return Object.keys(localStorage).filter((key) => key === KEPT || key.startsWith(`${KEPT}.`));
    } catch {
      return [];
    }
  }
  function put(name, value) {
    try {
      localStorage.setItem(full(name), value);
      return true;
    } catch {
      return false;
    }
  }

  return {
    /* What is kept under `name`, made anew at each call; null if there is nothing. */
    read(name) {
      try {
        return JSON.parse(raw(name) ?? "null");
      } catch {
        return null; // somebody else wrote there
      }
    },
    write(name, value) {
      const json = JSON.stringify(value);
      memory.delete(name);
      if (put(name, json)) return;
      // The texts take most room, and the server has them.
      for (const key of names()) if (key.startsWith(`${KEPT}.round.`)) localStorage.removeItem(key);
      if (!put(name, json)) memory.set(name, json);
    },
    clear() {
      memory.clear();
      for (const key of names()) localStorage.removeItem(key);
    },
    /* Whether all that was written would be there after a reload. */
    lasting: () => memory.size === 0,
    /* Call `changed(name)` when another tab of this device has written something. */
    watch(changed) {
      window.addEventListener("storage", (event) => {
        if (event.key === null) changed("");
        else if (event.key === KEPT) changed("");
        else if (event.key.startsWith(`${KEPT}.`)) changed(event.key.slice(KEPT.length + 1));
      });
    },
  };
}
