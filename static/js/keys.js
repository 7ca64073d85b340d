// The console by keyboard: a key presses the button that names it (`data-key`), or goes to the
// field, unless somebody is typing. The list of keys stands on the page, with a switch to turn them off.
(() => {
  const box = document.getElementById("shortcuts");
  const toggle = box.querySelector("input");
  const rows = document.createElement("ul");
  const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

  const list = () => {
    const found = [...document.querySelectorAll("[data-key]")].map((button) => {
      const row = document.createElement("li");
      const key = document.createElement("kbd");
      key.textContent = button.dataset.key;
      row.append(key, ` ${(button.labels?.[0] ?? button).textContent.trim()}`);
      return row;
    });
    rows.replaceChildren(...found);
  };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.(FIELDS);
    if (!toggle.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button || event.repeat) return;
    event.preventDefault();
    if (button.matches(FIELDS)) button.focus();
    else button.click();
  });

  toggle.checked = window.localStorage.getItem("shortcuts") !== "off";
  toggle.addEventListener("change", () => {
    window.localStorage.setItem("shortcuts", toggle.checked ? "on" : "off");
  });
  document.addEventListener("followed", list);
  box.hidden = false;
  toggle.closest("label").before(rows);
  list();
})();
