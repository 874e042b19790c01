/* Brings the page to its top when Python says that something new has begun there. */

export default mounted(() => {
  let seen = null; // the turn that the page came with is none to act on
  return {
    update({ turn }) {
      if (seen !== null && turn !== seen) {
        // Once more after the next picture: what comes on the page until then moves what is below.
        toTop();
        requestAnimationFrame(() => requestAnimationFrame(toTop));
      }
      seen = turn;
    },
    destroy() {},
  };
});

function toTop() {
  document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0, behavior: "instant" });
}
