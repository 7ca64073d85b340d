// A form that was sent is not sent twice: its buttons rest until the answer is there.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button[type=submit]")) {
    button.setAttribute("aria-disabled", "true");
  }
});

const release = (form) => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
  }
};

// A script that sent the form could not, and a page taken from the browser's memory (the back
// button) can be sent again.
document.addEventListener("release", (event) => release(event.target));
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(release);
});

// Without a network the browser would put a page of its own in the place of what was typed. So where
// it says that it has none, and always where a form is marked `data-surely` (typed in the room, where
// the network is bad), the server is asked first. A server on this machine needs no network.
const isThere = async () => {
  const { href } = document.querySelector("link[rel=icon]");
  try {
    await fetch(href, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
};

const tellUnsent = (form) => {
  const notice = document.getElementById("unsent");
  form.prepend(notice);
  notice.hidden = false;
};

const sendSurely = async (form, submitter) => {
  const isSure = await isThere();
  release(form);
  if (!isSure) {
    tellUnsent(form);
    return;
  }
  form.dataset.sure = "yes";
  form.requestSubmit(submitter);
};

// On the window, where the scripts that send forms in place have had their turn.
window.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.dataset.sure || (navigator.onLine && !form.closest("[data-surely]"))) {
    delete form.dataset.sure;
    return;
  }
  event.preventDefault();
  sendSurely(form, event.submitter);
});
