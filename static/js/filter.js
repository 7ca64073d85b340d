// A search field narrows the list it names; rows that arrive later are narrowed too. Enter presses
// the button marked `data-first` of the first row that is left, and leaves the field. Where no row is
// left, that is said beside the field, which keeps what was typed.
const rowsOf = (field) => [...document.querySelectorAll(`${field.dataset.filter} > li`)];

const narrow = (field) => {
  const words = field.value.trim().toLowerCase();
  const rows = rowsOf(field);
  for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(words);
  const isNobody = words && rows.every((row) => row.hidden);
  const said = document.getElementById(`${field.id}-nobody`);
  const text = isNobody ? said.dataset.nobody : "";
  if (said.textContent !== text) said.textContent = text;
};

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-filter]")) narrow(event.target);
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || !field.matches("[data-filter]")) return;
  event.preventDefault();
  narrow(field);
  const left = rowsOf(field).filter((row) => !row.hidden);
  if (!field.value.trim() || !left.length) return;
  left.map((row) => row.querySelector("[data-first]")).find(Boolean)?.click();
  field.value = "";
  field.blur();
  narrow(field);
});

document.addEventListener("followed", () => {
  for (const field of document.querySelectorAll("[data-filter]")) narrow(field);
});
