// The screens of a meeting follow its state. About every 1.5 seconds the page asks for the part
// `#live`, naming the mark of what it shows, and is mostly told that nothing changed (304). What
// changed is put in place region by region; a region in which somebody types is left alone.
(() => {
  const PERIOD = 1500;
  const JITTER = 400;
  const PATIENCE = 10000;
  const TYPED = "textarea, select, input:not([type=hidden])";

  const live = () => document.getElementById("live");
  const arrived = new WeakMap(); // region -> its HTML as the server sent it
  let timer = 0;
  let sent = 0; // counts what was sent: an answer that was asked for before is out of date
  let sendsUntil = 0; // while a form is under way nothing is asked: its answer tells what is new

  const html = (region) =>
    region.outerHTML.replace(/name="csrfmiddlewaretoken" value="[^"]*"/g, "");

  const isChanged = (field) => {
    if (field.matches("[type=checkbox], [type=radio]"))
      return field.checked !== field.defaultChecked;
    if (field.matches("select"))
      return !field.options[field.selectedIndex]?.defaultSelected && field.selectedIndex > 0;
    return field.value !== field.defaultValue;
  };

  const isBusy = (region) =>
    region.querySelector("form .notice--error") !== null ||
    [...region.querySelectorAll(TYPED)].some(
      (field) =>
        isChanged(field) || (field === document.activeElement && !field.matches("[type=checkbox]")),
    );

  const swap = (old, fresh) => {
    const open = [...old.querySelectorAll("details[open][id]")].map((found) => found.id);
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceWith(fresh);
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focused) document.getElementById(focused)?.focus();
  };

  // `force` is true, false, or the name of the one region that is put in place whatever is in it.
  const merge = (here, fresh, force) => {
    const names = new Set([...fresh.children].map((region) => region.dataset.region));
    for (const old of [...here.children])
      if (!names.has(old.dataset.region) && (force === true || !isBusy(old))) old.remove();
    let place = here.firstElementChild;
    for (const region of [...fresh.children]) {
      arrived.set(region, html(region));
      if (place?.dataset.region !== region.dataset.region) {
        here.insertBefore(region, place);
        continue;
      }
      const next = place.nextElementSibling;
      const isForced = force === true || force === region.dataset.region;
      if (isForced || (arrived.get(place) !== arrived.get(region) && !isBusy(place)))
        swap(place, region);
      place = next;
    }
  };

  const tellMoved = (here) => {
    const notice = document.getElementById("moved");
    if (notice && !here.querySelector(":scope > [data-region=moved]"))
      here.prepend(notice.content.cloneNode(true));
  };

  // Whether somebody types where the answer would put something else in place.
  const isDisturbed = (here, force) =>
    ![true, "head"].includes(force) &&
    [...here.children].some((region) => region.dataset.region !== force && isBusy(region));

  // Puts the answer's `#live` in place; false where it has none: somebody between us and the server
  // has answered, such as a network that wants a sign-in.
  const take = (text, force) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const pieces = page.getElementById("pieces");
    if (pieces) return takePieces(pieces);
    const fresh = page.getElementById("live");
    if (!fresh) return false;
    const here = live();
    const isElsewhere = fresh.dataset.part !== here.dataset.part;
    here.dataset.mark = fresh.dataset.mark;
    if (isElsewhere && isDisturbed(here, force)) {
      tellMoved(here);
      return true;
    }
    here.className = fresh.className;
    here.dataset.part = fresh.dataset.part;
    here.dataset.follow = fresh.dataset.follow;
    merge(here, fresh, isElsewhere || force);
    document.dispatchEvent(new CustomEvent("followed"));
    return true;
  };

  // Puts single pieces in place, and the mark where the page is up to date with them.
  const takePieces = (pieces) => {
    for (const piece of pieces.querySelectorAll("p[id], li[id]")) {
      const here = document.getElementById(piece.id); // none where the room has moved on
      if (here) swap(here, piece);
    }
    if (pieces.dataset.mark) live().dataset.mark = pieces.dataset.mark;
    document.dispatchEvent(new CustomEvent("followed"));
    return true;
  };

  // While a form waits to be sent, the line that says so stays.
  const tell = (isConnected) => {
    if (isConnected && live().querySelector("form.is-waiting")) return;
    document.getElementById("connection").hidden = isConnected;
  };

  const tellRefused = (isRefused) => {
    const notice = document.getElementById("refused");
    if (notice) notice.hidden = !isRefused;
    return Boolean(notice);
  };

  // The page is not open any more: whoever types there keeps the words before their eyes.
  const turnAway = () => {
    if (!isBusy(live()) || !tellRefused(true)) window.location.reload();
  };

  const ask = async () => {
    const asked = sent;
    const here = live();
    const answer = await fetch(here.dataset.follow, {
      headers: { "X-Follow": here.dataset.mark, "If-None-Match": `"${here.dataset.mark}"` },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 429 || answer.status >= 500) throw new Error(answer.statusText);
    if (answer.status === 304 || asked !== sent) return;
    if (answer.redirected) {
      window.location.assign(answer.url);
      return;
    }
    if (!answer.ok) turnAway();
    else if (!take(await answer.text(), false)) throw new Error("not a page of the meeting");
  };

  const askAndTell = async () => {
    try {
      await ask();
      tell(true);
      document.dispatchEvent(new CustomEvent("connected"));
    } catch {
      tell(false);
    }
  };

  const askLater = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(follow, PERIOD + (Math.random() - 0.5) * JITTER);
  };

  const follow = async () => {
    window.clearTimeout(timer);
    if (document.hidden) return; // asked again as soon as somebody looks
    if (Date.now() > sendsUntil) await askAndTell();
    askLater();
  };

  // What outbox.js and in_place.js send: an answer to a poll that was asked before is out of date.
  document.addEventListener("sending", () => {
    sent += 1;
    sendsUntil = Date.now() + PATIENCE;
    tellRefused(false);
  });
  document.addEventListener("answered", ({ detail }) => {
    sent += 1;
    const before = live().dataset.mark;
    take(detail.text, detail.region ?? true);
    tell(true);
    if (live().dataset.mark !== before) askLater(); // the answer has told what is new
  });
  document.addEventListener("refused", () => tellRefused(true));
  document.addEventListener("disconnected", () => tell(false));

  for (const name of ["answered", "refused", "disconnected", "settled"])
    document.addEventListener(name, () => {
      sendsUntil = 0;
    });

  for (const region of live().children) arrived.set(region, html(region));
  for (const name of ["online", "pageshow"]) window.addEventListener(name, follow);
  document.addEventListener("visibilitychange", follow);
})();
