// The console's forms are sent in place, one after the other in the order in which they were pressed.
// What is wrong is told in the form, which keeps what was typed. The focus goes where the form's
// `data-then` says; else a field that was sent is left, so that the next key is one of the console's.
// A field that is to have the focus again is emptied at once: who writes line after line does not
// wait. What the network does not take stays in its form, to be sent again by hand.
(() => {
  const PATIENCE = 10000;
  const SHOWN = 6000; // how long it is said that something was done
  const FORMS = "#live[data-in-place] form";
  const FIELDS = "textarea, select, input:not([type=hidden])";
  let last = Promise.resolve();
  let underWay = 0;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

  // Forms of one address differ in what they carry hidden.
  const nameOf = (form) => {
    const hidden = [...form.querySelectorAll("input[type=hidden]:not([name=csrfmiddlewaretoken])")];
    return [form.action, ...hidden.map((field) => `${field.name}=${field.value}`)].join(" ");
  };

  const standIn = (name) => [...document.querySelectorAll(FORMS)].find((form) => nameOf(form) === name);

  const isText = (field) => field.matches("textarea, input:not([type=checkbox], [type=radio])");

  // --- Sending --------------------------------------------------------------------------------

  const deliver = async ({ form, body }) => {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Follow": document.getElementById("live").dataset.mark,
      },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 429 || answer.status >= 500) throw new Error(answer.statusText);
    return { url: new URL(answer.url), isElsewhere: answer.redirected, text: await answer.text() };
  };

  // Lets a form be sent anew (static/js/forms.js).
  const release = (form) => form.dispatchEvent(new CustomEvent("release", { bubbles: true }));

  const sendPlainly = ({ form, submitter }) => {
    release(form);
    form.dataset.plain = "";
    form.requestSubmit(submitter);
  };

  const send = async (letter) => {
    let answer;
    try {
      answer = await deliver(letter);
    } catch {
      release(letter.form);
      putBack(letter);
      tell("disconnected");
      return;
    }
    take(letter, answer);
  };

  // --- What came back -------------------------------------------------------------------------

  const take = (letter, { url, isElsewhere, text }) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("live");
    if (fresh?.hasAttribute("data-in-place")) return takeConsole(letter, url, text);
    const refused = page.querySelector("main form:has([aria-invalid=true])");
    if (isElsewhere) window.location.assign(url);
    else if (refused) takeForm(letter, refused);
    else sendPlainly(letter); // a page of its own, such as one that refuses
  };

  const takeConsole = (letter, url, text) => {
    const line = typedSince(letter);
    const others = typedBeside(letter);
    const isHere = [document.body, ...letter.form.elements].includes(document.activeElement);
    for (const old of document.querySelectorAll("main [aria-live] > .notice")) old.remove();
    tell("answered", { text, region: letter.region });
    if (url.pathname === window.location.pathname) window.history.replaceState(null, "", url);
    for (const [id, value] of others) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    const errors = [...document.querySelectorAll("[data-region=messages] .notice--error")];
    const own = letter.lineOf && document.getElementById(letter.lineOf);
    if (own) own.value = line;
    if (errors.length) keep(letter, errors);
    else if (isHere) goOn(letter);
    window.setTimeout(clear, SHOWN, document.querySelector("[data-region=messages]"));
  };

  const clear = (messages) => {
    if (messages && !messages.querySelector(".notice--error")) messages.remove();
  };

  // The page of a single form, with what is wrong in it.
  const takeForm = (letter, refused) => {
    const { form } = letter;
    const line = typedSince(letter);
    refused.action = form.action;
    refused.dataset.then = form.dataset.then ?? "";
    for (const back of refused.querySelectorAll(".form-actions a")) back.remove();
    form.replaceWith(refused);
    if (line) document.getElementById(letter.lineOf).value += ` ${line}`;
    refused.querySelector("[aria-invalid=true]").focus();
  };

  // The form stands there as it was sent, with the words that say why it was not stored.
  const keep = ({ name, body, lineOf, line }, errors) => {
    const form = standIn(name);
    if (!form) return;
    const sent = new URLSearchParams(body);
    const fields = [...form.elements].filter((field) => field.matches(FIELDS));
    if (!fields.length) return;
    for (const field of fields)
      if (field.id === lineOf) putBack({ lineOf, line });
      else if (isText(field) || field.matches("select")) field.value = sent.get(field.name) ?? field.value;
      else field.checked = sent.getAll(field.name).includes(field.value);
    const field = fields.find(isText) ?? fields[0];
    const words = document.createElement("div");
    words.id = `why-${field.id}`;
    words.setAttribute("role", "alert");
    words.append(...errors);
    document.querySelector("[data-region=messages]").remove();
    form.append(words);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", words.id);
    field.focus();
  };

  // --- Where the next key goes ----------------------------------------------------------------

  const goOn = ({ then }) => {
    const next = then && document.querySelector(then);
    const here = document.activeElement;
    if (next) next.focus();
    else if (here.matches(FIELDS) && isText(here)) here.blur();
  };

  // What stands in the field by now whose line is under way.
  const typedSince = ({ lineOf }) => (lineOf && document.getElementById(lineOf)?.value) || "";

  const putBack = ({ lineOf, line }) => {
    const field = lineOf && document.getElementById(lineOf);
    if (field) field.value = [line, field.value].filter(Boolean).join(" ");
  };

  const typedBeside = ({ form, region }) =>
    [...document.querySelectorAll(`#live > [data-region="${region}"] :is(textarea, input)[id]`)]
      .filter((field) => !form.contains(field) && isText(field))
      .filter((field) => field.value !== field.defaultValue || field.closest("form:has(.notice--error)"))
      .map((field) => [field.id, field.value]);

  // --------------------------------------------------------------------------------------------

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches(FORMS) || "plain" in form.dataset) return;
    event.preventDefault();
    const letter = {
      form,
      submitter: event.submitter,
      name: nameOf(form),
      region: form.closest("[data-region]").dataset.region,
      then: form.dataset.then,
      body: new URLSearchParams(new FormData(form, event.submitter)).toString(),
    };
    const field = document.activeElement;
    if (form.contains(field) && letter.then === `#${field.id}` && isText(field)) {
      Object.assign(letter, { lineOf: field.id, line: field.value });
      field.value = "";
      release(form);
    }
    underWay += 1;
    tell("sending");
    const settle = () => {
      underWay -= 1;
      if (!underWay) tell("settled");
    };
    last = last.then(() => send(letter)).finally(settle);
    last = last.catch((error) => window.reportError(error));
  });
})();
