// Counts what is typed into a field with a limit (`data-most`), and says how much is too much: in
// characters as the server counts them, to which a line break is two, and in a phrase
// (`data-phrase`) a blank. Where fields are many (`data-quiet`), it counts once one is nearly full.
(() => {
  const FIELDS = "[data-most]";
  const NEARLY = 0.8;

  const asSent = ({ value, dataset }) =>
    "phrase" in dataset ? value.replace(/\s+/g, " ").trim() : value.trim().replace(/\n/g, "\r\n");

  const lengthOf = (field) => [...asSent(field)].length;

  const meterOf = (field) => {
    const id = `${field.id}-meter`;
    const found = document.getElementById(id);
    if (found) return found;
    const meter = document.createElement("div");
    meter.id = id;
    meter.className = "form-text meter";
    field.after(meter);
    const described = field.getAttribute("aria-describedby");
    field.setAttribute("aria-describedby", described ? `${described} ${id}` : id);
    return meter;
  };

  const count = (field) => {
    const most = Number(field.dataset.most);
    const length = lengthOf(field);
    const isOver = length > most;
    const meter = meterOf(field);
    const words = isOver ? field.dataset.tooLong : field.dataset.within;
    meter.setAttribute("aria-live", isOver ? "polite" : "off");
    meter.classList.toggle("meter--over", isOver);
    meter.hidden = "quiet" in field.dataset && length < most * NEARLY;
    meter.textContent = words.replace("{length}", length).replace("{over}", length - most);
  };

  const countAll = () => document.querySelectorAll(FIELDS).forEach(count);

  document.addEventListener("input", ({ target }) => {
    if (target.matches(FIELDS)) count(target);
  });
  document.addEventListener("followed", countAll);
  countAll();
})();
