// The ballot on a phone. What waits to be sent counts at once: a dot that is taken back without a
// network can be placed anew before it is back.
(() => {
  const isPlaced = (button) => button.getAttribute("aria-pressed") === "true";
  const isQueued = (button) => button.form.hasAttribute("data-queued");

  const left = (buttons, counted) => {
    const freed = buttons.filter((button) => isQueued(button) && isPlaced(button)).length;
    const taken = buttons.filter((button) => isQueued(button) && !isPlaced(button)).length;
    return Math.max(counted + freed - taken, 0);
  };

  const say = (line, count) => {
    const marks = [...line.querySelector(".dots").textContent.trim()];
    const words = document.getElementById("dots-in-words").content.children[count];
    line.querySelector(".dots").textContent = marks
      .map((_mark, place) => (place < count ? "●" : "○"))
      .join("");
    line.lastElementChild.replaceWith(words.cloneNode(true));
    line.dataset.shown = count;
  };

  const count = () => {
    const line = document.getElementById("dots-left");
    if (!line) return;
    const buttons = [...document.querySelectorAll(".dot-button")];
    const found = left(buttons, Number(line.dataset.left));
    for (const button of buttons)
      button.disabled = found === 0 && !isPlaced(button) && !isQueued(button);
    if (found !== Number(line.dataset.shown ?? line.dataset.left)) say(line, found);
  };

  document.addEventListener("queued", count);
  document.addEventListener("followed", count);
  count();
})();
