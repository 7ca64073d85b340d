"""The look of charts: their shapes, and the colours and type of the page in each colour mode."""

from dataclasses import dataclass

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"


@dataclass(frozen=True)
class Shape:
    """Width and height of the plot in pixels; how large bubbles and words may be."""

    width: int
    height: int
    largest: int  # diameter of the largest bubble
    font: int
    line: int  # characters of one line of a label


@dataclass(frozen=True)
class Mode:
    """The colours of static/css/clusterwise.css in one colour mode."""

    ink: str
    soft: str
    rule: str
    accent: str


SHAPES = {
    "wide": Shape(width=980, height=470, largest=72, font=13, line=24),
    "narrow": Shape(width=264, height=420, largest=44, font=11, line=15),
}
MODES = {
    "light": Mode(ink="#1d2425", soft="#545d5e", rule="#dcdad2", accent="#0b5f66"),
    "dark": Mode(ink="#e6e8e7", soft="#a9b3b3", rule="#363d3f", accent="#6cc3c9"),
}


def config(shape, mode):
    """The part of a Vega-Lite specification that says how it looks, the same for every chart."""
    title = {"fontSize": shape.font, "fontWeight": 500, "color": mode.ink}
    return {
        "font": FONT,
        "background": "transparent",
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": shape.font - 1,
            "labelColor": mode.soft,
            "gridColor": mode.rule,
            "domainColor": mode.soft,
            "tickColor": mode.soft,
            "titlePadding": 10,
            **{f"title{key[0].upper()}{key[1:]}": value for key, value in title.items()},
        },
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "offset": 14,
            "color": mode.ink,
            "fontSize": shape.font + 3,
            "fontWeight": 600,
            "subtitleColor": mode.soft,
            "subtitleFontSize": shape.font,
            "subtitlePadding": 5,
        },
    }


def svg(specification):
    """The picture of a specification, for paper and for pages without scripts."""
    import vl_convert  # starts a JavaScript engine, which only those who need a picture load

    return vl_convert.vegalite_to_svg(specification)
