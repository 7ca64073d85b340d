// Forms of a following screen are sent in place. What the network does not take is kept on this
// device and sent once it is back: each form carries a key, and the server takes a key once. A letter
// is done with only by an answer that is ours: what the server refuses is not sent again by itself,
// but stays where it was typed. What is typed is kept too, should the page be loaded anew.
(() => {
  const PATIENCE = 10000;
  const KEPT = 12 * 60 * 60 * 1000; // longer than any meeting
  const REST = 10000; // after the server said that it was asked too often
  const FORMS = "#live[data-outbox] form";
  const outbox = `outbox ${window.location.pathname}`;
  let isSending = false;
  let isLate = false; // the network did not take the first letter that waits
  let restsUntil = 0;

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

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

  // Lets a form be sent anew (static/js/forms.js).
  const release = (form) => form?.dispatchEvent(new CustomEvent("release", { bubbles: true }));

  // Each form shows whether it waits to be sent; what waits can be changed and sent anew.
  const mark = () => {
    for (const form of document.querySelectorAll(FORMS)) {
      const isQueued = waiting.some(({ url }) => url === form.action);
      form.toggleAttribute("data-queued", isQueued);
      form.classList.toggle("is-waiting", isQueued && isLate);
      if (isQueued && isLate) release(form);
    }
    tell("queued");
  };

  const keep = (letters) => {
    waiting = letters;
    write(outbox, letters.length ? letters : null);
    mark();
  };

  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");

  const formOf = (url) =>
    [...document.querySelectorAll(FORMS)].find((form) => form.action === url);

  const draftOf = (url) => `draft ${new URL(url).pathname}`;

  // The page that is ours, or null: a network that wants a sign-in answers with a page of its own.
  const ours = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    return page.getElementById("live") || page.getElementById("pieces") ? page : null;
  };

  // Forms of this page carry the token that the server takes now; the letter may be older.
  const signed = (body) => {
    const fields = new URLSearchParams(body);
    const token = document.querySelector(`${FORMS} [name=csrfmiddlewaretoken]`);
    if (token) fields.set("csrfmiddlewaretoken", token.value);
    return fields.toString();
  };

  // The answer to a letter: {text, page}, or null where it was refused. Throws where it can be
  // taken later.
  const deliver = async ({ url, body, key }) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Idempotency-Key": key,
        "X-Follow": document.getElementById("live").dataset.mark,
      },
      body: signed(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 429) restsUntil = Date.now() + REST;
    if (answer.status === 429 || answer.status >= 500) throw new Error(answer.statusText);
    if (!answer.ok) return null;
    const text = await answer.text();
    const page = ours(text);
    if (!page) throw new Error("not a page of the meeting");
    return { text, page };
  };

  // Whether the draft has nothing that the letter did not bring.
  const isSent = (draft, body) => {
    const fields = new URLSearchParams(body);
    const brought = (name) => fields.get(name)?.replaceAll("\r\n", "\n");
    return Object.entries(draft ?? {}).every(([name, value]) => brought(name) === value);
  };

  // What the form of the answer calls wrong is no more than typed, and so is what came after.
  const accept = ({ url, body }, { text, page }) => {
    const draft = draftOf(url);
    if (!page.querySelector("form .notice--error") && isSent(read(draft), body)) write(draft, null);
    tell("answered", { text });
  };

  const refuse = ({ url }) => {
    release(formOf(url));
    tell("refused");
  };

  // One after the other, in the order in which they were written.
  const send = async () => {
    if (isSending) return;
    if (waiting.length && Date.now() < restsUntil) {
      tell("disconnected");
      return;
    }
    isSending = true;
    try {
      while (waiting.length) {
        const letter = waiting[0];
        tell("sending");
        const answer = await deliver(letter);
        isLate = false;
        keep(waiting.filter((other) => other !== letter));
        if (answer) accept(letter, answer);
        else refuse(letter);
      }
    } catch {
      isLate = true;
      mark();
      tell("disconnected");
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
  document.addEventListener("followed", mark);
  restore();
  mark();
  send();
})();
