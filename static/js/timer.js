// Counts the timer of the meeting down, and on over its end, in the server's time: what the page
// brought with it is the server's clock, so a phone whose own clock is wrong shows the same.
(() => {
  const offsets = new WeakMap(); // timer -> the server's clock minus ours, in milliseconds

  const clock = (milliseconds) => {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  // Milliseconds until the moment `ends`, by the server's clock.
  const until = (element, ends) => {
    if (!offsets.has(element)) offsets.set(element, Number(element.dataset.now) - Date.now());
    return Number(ends) - Date.now() - offsets.get(element);
  };

  const show = (timer) => {
    const left = until(timer, timer.dataset.ends);
    const isOver = left <= 0;
    timer.classList.toggle("timer--over", isOver);
    timer.querySelector(".timer__clock").textContent = (isOver ? "+" : "") + clock(left);
    timer.querySelector(".timer__word").textContent = isOver
      ? timer.dataset.over
      : timer.dataset.left;
  };

  // How late the room is by its agenda, in whole minutes; nothing while it is in time.
  const showLate = (late) => {
    const minutes = Math.floor(-until(late, late.dataset.due) / 60000);
    late.textContent = minutes > 0 ? `${minutes} ${late.dataset.word}` : "";
  };

  const tick = () => {
    document.querySelectorAll("[data-ends]").forEach(show);
    document.querySelectorAll("[data-due]").forEach(showLate);
  };

  window.setInterval(tick, 250);
  document.addEventListener("followed", tick);
  tick();
})();
