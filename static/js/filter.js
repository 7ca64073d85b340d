// A search field narrows the list it names; rows that arrive later are narrowed too. Enter presses
// the button marked `data-first` of the first row that is left, and leaves the field.
const narrow = (field) => {
  const words = field.value.trim().toLowerCase();
  for (const row of document.querySelectorAll(`${field.dataset.filter} > li`)) {
    row.hidden = !row.textContent.toLowerCase().includes(words);
  }
};

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-filter]")) narrow(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-filter]")) return;
  event.preventDefault();
  const rows = `${event.target.dataset.filter} > li:not([hidden])`;
  if (!event.target.value.trim()) return;
  document.querySelector(`${rows} [data-first]`)?.click();
  event.target.value = "";
  event.target.blur();
  narrow(event.target);
});

document.addEventListener("followed", () => {
  for (const field of document.querySelectorAll("[data-filter]")) narrow(field);
});
