"""The NAICS table on a page: what was asked of it, its columns, headings and rows in words."""

from analytics.presenters.naics.choices import TableChoices
from analytics.presenters.naics.page import page

__all__ = ["TableChoices", "page"]
