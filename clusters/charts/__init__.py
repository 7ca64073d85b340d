"""One specification of a chart serves the page (interactive) and the PDF (a picture)."""

from clusters.charts.bars import bars
from clusters.charts.bubble import bubble
from clusters.charts.look import MODES, SHAPES

__all__ = ["MODES", "SHAPES", "bars", "bubble", "svg"]


def svg(specification):
    """The picture of a specification, for paper and for pages without scripts."""
    import vl_convert  # starts a JavaScript engine, which only those who need a picture load

    return vl_convert.vegalite_to_svg(specification)
