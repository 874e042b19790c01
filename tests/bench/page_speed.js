/* Watches a page for tests/bench/page_speed.py, from before the page's own scripts run.
 *
 * All times are performance.now(), in milliseconds. An event's own timeStamp is on the same clock
 * and is when the browser was told of it. */
(() => {
  const messages = { sent: [], received: [] };

  /* Time every message between page and server, as it passes. */
  window.WebSocket = class extends window.WebSocket {
    constructor(...rest) {
      super(...rest);
      this.addEventListener("message", ({ data }) => {
        messages.received.push([performance.now(), data]);
      });
    }
    send(data) {
      messages.sent.push(performance.now());
      super.send(data);
    }
  };

  const base64 = (buffer) =>
    btoa([...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join(""));

  /* What is looked for may be in a component, in a shadow root of its own. */
  function inComponents(selector) {
    for (const { shadowRoot } of document.querySelectorAll(
      '[data-testid="stBidiComponentIsolated"]',
    )) {
      const found = shadowRoot?.querySelector(selector);
      if (found) return found;
    }
    return null;
  }
  const bars = () => [...document.querySelectorAll(".st-key-strip .barlayer .point")];

  /* Note when `type` next happens, and then when `holds` first does, on the screen. */
  function watchFrom(type, holds) {
    slantWatch.acted = slantWatch.arrived = null;
    addEventListener(
      type,
      (event) => {
        slantWatch.acted = event.timeStamp;
        // A task after a frame's callbacks runs when that frame has been handed over.
        const look = () => {
          if (holds()) setTimeout(() => (slantWatch.arrived = performance.now()));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  }

  /* Note when each state of a page that loads first holds, on the screen. */
  const loading = {
    bare: () => document.querySelector(".js-plotly-plot .bars path"),
    // What somebody came for, and the ways on from it.
    text: () =>
      inComponents(".sentence") &&
      bars().length > 0 &&
      document.querySelector(".st-key-downloads-menu"),
    whole: () =>
      document.querySelectorAll(".st-key-panel .js-plotly-plot .main-svg").length > 0 &&
      document.querySelector(".st-key-readability .js-plotly-plot .main-svg") &&
      inComponents(".sentences tr, .sentences [role=row]"),
  };
  const loaded = {};
  requestAnimationFrame(function look() {
    for (const [name, holds] of Object.entries(loading)) {
      if (loaded[name] === undefined && holds()) {
        loaded[name] = null;
        // A task after a frame's callbacks runs when that frame has been handed over.
        setTimeout(() => (loaded[name] = performance.now()));
      }
    }
    requestAnimationFrame(look);
  });

  let strip = null;
  window.slantWatch = {
    loaded,
    acted: null,
    arrived: null,
    sent: (since) => messages.sent.filter((at) => at >= since),
    received: (since) =>
      messages.received
        .filter(([at, data]) => at >= since && data instanceof ArrayBuffer)
        .map(([at, data]) => [at, base64(data)]),
    /* Whether the server has answered since then and has nothing more to say for now. */
    quiet(since) {
      const last = messages.received.at(-1)?.[0] ?? 0;
      const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
      return last > since && performance.now() - last > 250 && state === "notRunning";
    },
    waitForMark(number) {
      watchFrom("click", () => {
        const sentence = inComponents(`.sentence[data-sentence="${number}"]`);
        return sentence?.ariaSelected === "true" && bars()[number]?.matches(".slant-selected");
      });
    },
    waitForScores() {
      const root = inComponents(".what-if");
      const before = root.dataset.turn;
      watchFrom("keydown", () => root.dataset.turn !== before);
    },
    waitForArticle(title) {
      watchFrom("click", () => {
        const state = document.querySelector("[data-testid=stApp]").dataset.testScriptState;
        const count = inComponents(".text").querySelectorAll(".sentence").length;
        return (
          document.querySelector("h1")?.textContent.trim() === title &&
          inComponents(".sentence").textContent.trim() === title &&
          bars().length === count &&
          state === "notRunning" &&
          !document.querySelector("[data-testid=stSkeleton]")
        );
      });
    },
    keepStrip() {
      strip = document.querySelector(".st-key-strip .js-plotly-plot");
    },
    isSameStrip: () => strip === document.querySelector(".st-key-strip .js-plotly-plot"),
  };
})();
