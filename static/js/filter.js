// A search field narrows the list it names; rows that arrive later are narrowed too.
const narrow = (field) => {
  const words = field.value.trim().toLowerCase();
  for (const row of document.querySelectorAll(`${field.dataset.filter} > li`)) {
    row.hidden = !row.textContent.toLowerCase().includes(words);
  }
};

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-filter]")) narrow(event.target);
});

document.addEventListener("followed", () => {
  for (const field of document.querySelectorAll("[data-filter]")) narrow(field);
});
