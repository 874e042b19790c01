/* Tell Python once when the page's script has ended and the browser has time. */

const LATEST = 1000; // ms after which the rest is asked for although the browser is still busy

export default mounted(() => {
  const later = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 100));
  let watcher = null;
  let ended = false;
  return {
    update(_data, setStateValue) {
      if (watcher) return;
      const app = document.querySelector("[data-testid=stApp]");
      const look = () => {
        if (ended || (app && app.dataset.testScriptState !== "notRunning")) return;
        ended = true;
        watcher.disconnect();
        // After the frame in which the text is painted.
        requestAnimationFrame(() =>
          later(() => setStateValue("idle", true), { timeout: LATEST }),
        );
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
