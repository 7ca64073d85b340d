// Forms of a following screen are sent in place. What the network does not take is kept on this
// device and sent once it is back: each form carries a key, and the server takes a key once. What
// is typed is kept too, should the page be loaded anew.
(() => {
  const PATIENCE = 10000;
  const KEPT = 12 * 60 * 60 * 1000; // longer than any meeting
  const FORMS = "#live[data-outbox] form";
  const outbox = `outbox ${window.location.pathname}`;
  let isSending = false;

  const read = (name) => {
    try {
      const kept = JSON.parse(window.localStorage.getItem(name));
      return kept && Date.now() - kept.at < KEPT ? kept.value : null;
    } catch {
      return null;
    }
  };

  const write = (name, value) => {
    try {
      if (value) window.localStorage.setItem(name, JSON.stringify({ at: Date.now(), value }));
      else window.localStorage.removeItem(name);
    } catch {
      // Where the browser keeps nothing, the page itself still does.
    }
  };

  let waiting = read(outbox) ?? [];

  const keep = (letters) => {
    waiting = letters;
    write(outbox, letters.length ? letters : null);
  };

  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");

  const draftOf = (url) => `draft ${new URL(url).pathname}`;

  const formOf = (url) =>
    [...document.querySelectorAll(FORMS)].find((form) => form.action === url);

  const deliver = async ({ url, body, key }) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Idempotency-Key": key,
        "X-Follow": document.getElementById("live").dataset.mark,
      },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status >= 500) throw new Error(answer.statusText);
    return answer.text();
  };

  // One after the other, in the order in which they were written.
  const send = async () => {
    if (isSending) return;
    isSending = true;
    try {
      while (waiting.length) {
        const letter = waiting[0];
        document.dispatchEvent(new CustomEvent("sending"));
        const text = await deliver(letter);
        keep(waiting.filter((other) => other !== letter));
        write(draftOf(letter.url), null);
        document.dispatchEvent(new CustomEvent("answered", { detail: text }));
      }
    } catch {
      for (const { url } of waiting) formOf(url)?.classList.add("is-waiting");
      document.dispatchEvent(new CustomEvent("disconnected"));
    }
    isSending = false;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches(FORMS)) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
    const others = waiting.filter((letter) => letter.url !== form.action);
    keep([...others, { url: form.action, body, key: newKey() }]);
    send();
  });

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.matches(FORMS)) return;
    const typed = [...form.querySelectorAll("textarea")].map((field) => [field.name, field.value]);
    write(draftOf(form.action), Object.fromEntries(typed));
  });

  const restore = () => {
    for (const form of document.querySelectorAll(FORMS))
      for (const [name, value] of Object.entries(read(draftOf(form.action)) ?? {})) {
        const field = form.elements[name];
        if (field && field.value === field.defaultValue) field.value = value;
      }
  };

  document.addEventListener("connected", send);
  document.addEventListener("followed", restore);
  restore();
  send();
})();
