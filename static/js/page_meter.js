// Shows how full one printed page is while the plan is being written: shortly after a key the form is
// sent to be counted, and nothing of it is stored. Without scripting the page counts as it is loaded.
(() => {
  const PAUSE = 500; // ms without a key
  const PATIENCE = 10000;
  const place = document.querySelector(".page-meter");
  const form = place.closest("form");
  let timer = 0;
  let asked = 0; // an answer that a later one has overtaken is out of date

  const meters = async () => {
    const answer = await fetch(place.dataset.url, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !page.querySelector("meter")) throw new Error("not counted");
    return page.body.childNodes;
  };

  const show = async () => {
    asked += 1;
    const own = asked;
    const stale = place.querySelector(".page-meter__stale");
    try {
      const fresh = await meters();
      if (own !== asked) return;
      place.querySelector("[data-meters]").replaceChildren(...fresh);
      stale.hidden = true;
    } catch {
      if (own === asked) stale.hidden = false;
    }
  };

  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(show, PAUSE);
  });
})();
