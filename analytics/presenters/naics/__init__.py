"""The NAICS table on a page: what was asked of it, its columns, headings and rows in words."""

from analytics.presenters.naics.choices import TableChoices, ownership_choices
from analytics.presenters.naics.headings import link
from analytics.presenters.naics.page import page

__all__ = ["TableChoices", "link", "ownership_choices", "page"]
