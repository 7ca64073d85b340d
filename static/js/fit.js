// Nobody in the room can scroll the screen on the wall: what stands there is set as large as fits
// into the window, down to a size below which the page rather grows longer. On a narrow window,
// held in a hand, it keeps its size.
(() => {
  const SIZES = [1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];
  const WIDE = window.matchMedia("(min-width: 62rem)");

  const isTooTall = () => document.documentElement.scrollHeight > window.innerHeight;

  const fit = () => {
    const part = document.querySelector(".screen__part");
    const set = (size) => part.style.setProperty("--fit", size);
    if (WIDE.matches) SIZES.find((size) => (set(size), !isTooTall()));
    else part.style.removeProperty("--fit");
  };

  document.addEventListener("followed", fit);
  window.addEventListener("resize", fit);
  document.fonts.ready.then(fit);
  fit();
})();
