"""One specification of a chart serves the page (interactive) and the PDF (a picture)."""

from clusters.charts.bars import bars
from clusters.charts.bubble import bubble
from core.charts import MODES, SHAPES, svg

__all__ = ["MODES", "SHAPES", "bars", "bubble", "svg"]
