// Photos are sent in the background, so that a network that is gone loses nothing: what was chosen
// stays in the form, the page says so, and sends it by itself later. The server keeps a file once.
(() => {
  const FORM = "[data-upload] form";
  const AGAIN = 5000;
  let isSending = false;
  let isWaiting = false;

  const show = (name, isShown) => {
    document.getElementById(name).hidden = !isShown;
  };

  const rest = (form, isResting) => {
    isSending = isResting;
    show("sending", isResting);
    for (const button of form.querySelectorAll("button[type=submit]"))
      button.setAttribute("aria-disabled", String(isResting));
  };

  // What was kept, or what was not and why, as the server says it on this page.
  const take = (text, url) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("content");
    if (new URL(url).pathname !== window.location.pathname || !fresh) {
      window.location.assign(url);
      return;
    }
    document.getElementById("content").replaceWith(fresh);
    fresh.focus();
  };

  const send = async (form) => {
    if (isSending) return;
    rest(form, true);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (answer.status >= 500) throw new Error(answer.statusText);
      const text = await answer.text();
      isWaiting = false;
      rest(form, false);
      take(text, answer.url);
    } catch {
      isWaiting = true;
      rest(form, false);
      show("connection", true);
      window.setTimeout(again, AGAIN);
    }
  };

  const again = () => {
    if (isWaiting) send(document.querySelector(FORM));
  };

  // Before static/js/forms.js, which would keep the form from being sent again.
  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.matches(FORM)) return;
      event.preventDefault();
      send(event.target);
    },
    true,
  );
  window.addEventListener("online", again);
})();
