// Runs before any script of a page. `window.settled()` ends once all that was asked for has come and is shown:
// Playwright's own "networkidle" waits half a second more on each page, to be sure.
(() => {
  const fetched = window.fetch;
  let underWay = 0;
  window.fetch = async (...asked) => {
    underWay += 1;
    try {
      const answer = await fetched(...asked);
      await answer.clone().arrayBuffer(); // it has come as a whole
      return answer;
    } finally {
      setTimeout(() => requestAnimationFrame(() => { underWay -= 1; })); // and whoever asked has shown it
    }
  };
  const SWAPPING = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added";
  const settled = () => underWay === 0 && document.readyState === "complete" && document.fonts.status === "loaded"
    && !document.querySelector(SWAPPING);
  window.settled = async () => {
    while (!settled()) await new Promise((go) => { requestAnimationFrame(go); });
  };
})();
