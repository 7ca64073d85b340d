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

  const merge = (here, fresh, isForced) => {
    const names = new Set([...fresh.children].map((region) => region.dataset.region));
    for (const old of [...here.children]) if (!names.has(old.dataset.region)) old.remove();
    let place = here.firstElementChild;
    for (const region of [...fresh.children]) {
      arrived.set(region, html(region));
      if (place?.dataset.region !== region.dataset.region) {
        here.insertBefore(region, place);
        continue;
      }
      const next = place.nextElementSibling;
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

  // Puts the answer's `#live` in place; false where it has none (signed out, link withdrawn).
  const take = (text, isForced) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const pieces = page.getElementById("pieces");
    if (pieces) return takePieces(pieces);
    const fresh = page.getElementById("live");
    if (!fresh) return false;
    const here = live();
    const isElsewhere = fresh.dataset.part !== here.dataset.part;
    here.dataset.mark = fresh.dataset.mark;
    if (isElsewhere && !isForced && isBusy(here)) {
      tellMoved(here);
      return true;
    }
    here.className = fresh.className;
    here.dataset.part = fresh.dataset.part;
    here.dataset.follow = fresh.dataset.follow;
    merge(here, fresh, isForced || isElsewhere);
    document.dispatchEvent(new CustomEvent("followed"));
    return true;
  };

  // Puts single pieces in place, and the mark where the page is up to date with them.
  const takePieces = (pieces) => {
    for (const piece of pieces.querySelectorAll("p[id], li[id]"))
      swap(document.getElementById(piece.id), piece);
    if (pieces.dataset.mark) live().dataset.mark = pieces.dataset.mark;
    const left = Number(document.getElementById("dots-left")?.dataset.left);
    for (const button of document.querySelectorAll(".dot-button"))
      button.disabled = left === 0 && button.getAttribute("aria-pressed") === "false";
    return true;
  };

  const tell = (isConnected) => {
    document.getElementById("connection").hidden = isConnected;
  };

  const ask = async () => {
    const asked = sent;
    const here = live();
    const answer = await fetch(here.dataset.follow, {
      headers: { "X-Follow": here.dataset.mark, "If-None-Match": `"${here.dataset.mark}"` },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status >= 500) throw new Error(answer.statusText);
    if (answer.status === 304 || asked !== sent) return;
    if (answer.redirected) {
      window.location.assign(answer.url);
      return;
    }
    if (!answer.ok || !take(await answer.text(), false)) window.location.reload();
  };

  const follow = async () => {
    window.clearTimeout(timer);
    if (document.hidden) return; // asked again as soon as somebody looks
    try {
      await ask();
      tell(true);
      document.dispatchEvent(new CustomEvent("connected"));
    } catch {
      tell(false);
    }
    window.clearTimeout(timer);
    timer = window.setTimeout(follow, PERIOD + (Math.random() - 0.5) * JITTER);
  };

  // What static/js/outbox.js sends: an answer to a poll that was asked before is out of date.
  document.addEventListener("sending", () => {
    sent += 1;
  });
  document.addEventListener("answered", (event) => {
    sent += 1;
    if (!take(event.detail, true)) window.location.reload();
  });
  document.addEventListener("disconnected", () => tell(false));

  for (const region of live().children) arrived.set(region, html(region));
  for (const name of ["online", "pageshow"]) window.addEventListener(name, follow);
  document.addEventListener("visibilitychange", follow);
})();
