"""How the figures of one industry were made: formulas with their numbers, cells, files."""

from analytics.presenters.explanation.page import page

__all__ = ["page"]
