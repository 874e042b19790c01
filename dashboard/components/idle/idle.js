/* Tell Python once when the page's script has ended and the browser has time. */

const LATEST = 1000; // ms after which the rest is asked for although the browser is still busy

export default mounted(() => {
  const later = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 100));
  let watcher = null;
  let asked = false; // for the browser's next free moment
  let ended = false;
  return {
    update(_data, setStateValue) {
      if (watcher) return;
      const app = document.querySelector("[data-testid=stApp]");
      const rests = () => !app || app.dataset.testScriptState === "notRunning";
      const tell = () => {
        asked = false;
        // Another page may have been chosen meanwhile: told now, Python would go back to this one.
        if (ended || !rests()) return;
        ended = true;
        watcher.disconnect();
        setStateValue("idle", true);
      };
      const look = () => {
        if (ended || asked || !rests()) return;
        asked = true;
        // After the frame in which the text is painted.
        requestAnimationFrame(() => later(tell, { timeout: LATEST }));
      };
      watcher = new MutationObserver(look);
      watcher.observe(app ?? document.body, { attributes: true });
      setTimeout(look);
    },
    destroy() {
      ended = true;
      watcher?.disconnect();
    },
  };
});
