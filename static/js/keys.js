// The console by keyboard: a key presses the button that names it (`data-key`), or goes to the
// field, unless somebody is typing; Escape leaves a field. The list of keys stands on the page, with
// a switch to turn them off. No key is lost: while a form is under way the keys wait for its answer,
// and this file is loaded before the page, whose first keys wait for it.
(() => {
  const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  const TEXT = "input:not([type=checkbox], [type=radio]), textarea";
  let waiting = [];
  let isUnderWay = false;

  const isOn = () => window.localStorage.getItem("shortcuts") !== "off";

  const once = (ready) => {
    if (document.readyState !== "loading") ready();
    else document.addEventListener("DOMContentLoaded", ready, { once: true });
  };

  // Returns whether the key names something.
  const press = (key) => {
    const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!button) return false;
    if (button.matches(FIELDS)) button.focus();
    else button.click();
    return true;
  };

  const write = (field, key) => {
    field.setRangeText(key, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const enter = (field) => {
    const pressed = { key: "Enter", bubbles: true, cancelable: true };
    if (field.dispatchEvent(new KeyboardEvent("keydown", pressed))) field.form?.requestSubmit();
  };

  // A key that has waited: what one before it has led to may be a field to write in.
  const replay = (key) => {
    const field = document.activeElement;
    if (!field.matches(TEXT)) press(key);
    else if (key === "Enter") enter(field);
    else write(field, key);
  };

  const isOneOfOurs = (event) =>
    isOn() && (event.key.length === 1 || event.key === "Enter") && !event.target.closest?.(FIELDS);

  const isPressing = ({ key, target }) =>
    ["Enter", " "].includes(key) && target.matches("button, a, summary, input");

  document.addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.matches?.(TEXT)) event.target.blur();
    if (event.repeat || !isOneOfOurs(event)) return;
    if (isUnderWay && !isPressing(event)) {
      event.preventDefault();
      waiting.push(event.key);
    } else if (document.readyState === "loading") {
      once(() => press(event.key));
    } else if (press(event.key)) {
      event.preventDefault();
    }
  });

  document.addEventListener("sending", () => {
    isUnderWay = true;
  });
  document.addEventListener("settled", () => {
    isUnderWay = false;
    while (waiting.length && !isUnderWay) replay(waiting.shift());
  });
  document.addEventListener("disconnected", () => {
    waiting = []; // they were meant for what did not come
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
