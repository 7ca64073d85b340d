// On a narrow screen the menu scrolls sideways: bring the section one is in to the middle.
(() => {
  const current = document.querySelector(".site-nav [aria-current]");
  if (!current) return;
  const menu = current.closest("ul");
  const middle = current.offsetLeft - menu.offsetLeft + current.offsetWidth / 2;
  menu.scrollLeft = middle - menu.clientWidth / 2;
})();
