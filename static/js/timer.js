// Counts the timer of the meeting down, and on over its end, in the server's time: what the page
// brought with it is the server's clock, so a phone whose own clock is wrong shows the same.
(() => {
  const offsets = new WeakMap(); // timer -> the server's clock minus ours, in milliseconds

  const clock = (milliseconds) => {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  const show = (timer) => {
    if (!offsets.has(timer)) offsets.set(timer, Number(timer.dataset.now) - Date.now());
    const left = Number(timer.dataset.ends) - Date.now() - offsets.get(timer);
    const isOver = left <= 0;
    timer.classList.toggle("timer--over", isOver);
    timer.querySelector(".timer__clock").textContent = (isOver ? "+" : "") + clock(left);
    timer.querySelector(".timer__word").textContent = isOver
      ? timer.dataset.over
      : timer.dataset.left;
  };

  const tick = () => document.querySelectorAll("[data-ends]").forEach(show);

  window.setInterval(tick, 250);
  document.addEventListener("followed", tick);
  tick();
})();
