// Draws each chart from its specification, in the shape of its place and the colours of the page.
const NARROW = 640; // pixels
const OPTIONS = {
  actions: false,
  ast: true, // the page's policy forbids evaluating text as code
  defaultStyle: false,
  renderer: "svg",
  tooltip: { disableDefaultStyle: true },
};

const address = (url, figure) => {
  const shape = figure.clientWidth < NARROW ? "narrow" : "wide";
  const mode = document.documentElement.dataset.bsTheme;
  return `${url}${url.includes("?") ? "&" : "?"}shape=${shape}&mode=${mode}`;
};

const showPicture = (figure) => {
  const picture = document.createElement("img");
  picture.src = address(figure.dataset.picture, figure);
  picture.alt = figure.dataset.alternative;
  figure.replaceChildren(picture);
};

const embed = async (figure, wanted) => {
  try {
    await window.vegaEmbed(figure, wanted, OPTIONS);
  } catch {
    showPicture(figure);
  }
};

// The place or the colours can change while a chart is being drawn; then it is drawn once more.
const draw = async (figure) => {
  if (figure.ariaBusy === "true") return;
  figure.ariaBusy = "true";
  while (figure.dataset.drawn !== address(figure.dataset.chart, figure)) {
    const wanted = address(figure.dataset.chart, figure);
    await embed(figure, wanted);
    figure.dataset.drawn = wanted;
  }
  figure.ariaBusy = "false";
};

const charts = document.querySelectorAll("[data-chart]");
const drawAll = () => charts.forEach(draw);

drawAll();
window.addEventListener("resize", drawAll);
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
