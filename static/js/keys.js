// The console by keyboard: a key presses the button that names it (`data-key`), or goes to the
// field, unless somebody is typing. The list of keys stands on the page, with a switch to turn them off.
// Loaded before the page: who files line after line presses the next key while it still comes.
(() => {
  const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

  const isOn = () => window.localStorage.getItem("shortcuts") !== "off";

  const once = (ready) => {
    if (document.readyState !== "loading") ready();
    else document.addEventListener("DOMContentLoaded", ready, { once: true });
  };

  const press = (event) => {
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    if (button.matches(FIELDS)) button.focus();
    else button.click();
  };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.(FIELDS);
    if (!isOn() || isTyping || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    once(() => press(event));
  });

  const list = (rows) => {
    const found = [...document.querySelectorAll("[data-key]")].map((button) => {
      const row = document.createElement("li");
      const key = document.createElement("kbd");
      key.textContent = button.dataset.key;
      row.append(key, ` ${(button.labels?.[0] ?? button).textContent.trim()}`);
      return row;
    });
    rows.replaceChildren(...found);
  };

  once(() => {
    const box = document.getElementById("shortcuts");
    const toggle = box.querySelector("input");
    const rows = document.createElement("ul");
    toggle.checked = isOn();
    toggle.addEventListener("change", () => {
      window.localStorage.setItem("shortcuts", toggle.checked ? "on" : "off");
    });
    document.addEventListener("followed", () => list(rows));
    box.hidden = false;
    toggle.closest("label").before(rows);
    list(rows);
  });
})();
