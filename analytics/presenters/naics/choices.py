"""What somebody asked of the NAICS table: read from the address, and written back into links.

The address is all there is to remember, so a table can be kept as a bookmark and sent to others.
What cannot be read is passed over: an old link still shows a table.
"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from analytics.presenters import highlights
from analytics.presenters.naics.columns import asked_for, left_out
from analytics.sources import ownerships

REAL, NOMINAL = "real", "nominal"
BRIDGED, PUBLISHED = "bridged", "published"
ESTIMATED = "estimated"


@dataclass(frozen=True)
class TableChoices:
    """Which industries, in which order, of which ownerships, with pay in which dollars, and
    whether the start stands on the codes of the end year.

    `cells` are those that are published, or also those that are estimated.
    """

    q: str = ""
    sector: str = ""
    study: str = ""  # the key of a study: the industries that it names alone
    sort: str = ""
    ownership: tuple = ownerships.COVERED
    wages: str = REAL
    vintage: str = BRIDGED
    cells: str = PUBLISHED
    without: tuple = ()  # columns that are not shown, by name
    cuts: dict = field(default_factory=dict)  # see `highlights.cuts_of`

    @classmethod
    def of(cls, query):
        """From the QueryDict of an address."""
        asked = [code for code in query.getlist("ownership") if code in ownerships.COVERED]
        return cls(
            q=query.get("q", ""),
            sector=query.get("sector", ""),
            study=query.get("study", ""),
            sort=query.get("sort", ""),
            ownership=ownerships.parse(asked),
            wages=NOMINAL if query.get("wages") == NOMINAL else REAL,
            vintage=PUBLISHED if query.get("vintage") == PUBLISHED else BRIDGED,
            cells=ESTIMATED if query.get("cells") == ESTIMATED else PUBLISHED,
            without=left_out(query.getlist("columns")),
            cuts=highlights.cuts_of(query),
        )

    @classmethod
    def of_ownership(cls, query):
        """From the QueryDict of a page that has no choices but the ownerships and the order."""
        asked = cls.of(query)
        return cls(sort=asked.sort, ownership=asked.ownership)

    @classmethod
    def of_text(cls, text):
        """From the query of an address."""
        return cls.of(QueryDict(text))

    @property
    def figures(self):
        """What the figures depend on: keyword arguments of `queries.naics_table`."""
        return {
            "ownership": self.ownership,
            "wages": self.wages,
            "vintage": self.vintage,
            "cells": self.cells,
        }

    @property
    def figures_query(self):
        """The query of an address that asks for the same figures, of all industries."""
        return self.link(q="", sector="", study="", sort="", without=(), cuts={})

    @property
    def ownership_query(self):
        """The query of an address that asks for the same ownerships, and for nothing else."""
        return TableChoices(ownership=self.ownership).link()

    def link(self, **changes):
        """The query of an address that asks the same but for `changes`; defaults are left out."""
        wanted = replace(self, **changes)
        pairs = {name: getattr(wanted, name) for name in ("q", "sector", "study", "sort")}
        pairs["ownership"] = () if wanted.ownership == ownerships.COVERED else wanted.ownership
        pairs["wages"] = "" if wanted.wages == REAL else wanted.wages
        pairs["vintage"] = "" if wanted.vintage == BRIDGED else wanted.vintage
        pairs["cells"] = "" if wanted.cells == PUBLISHED else wanted.cells
        if wanted.without:
            pairs["columns"] = asked_for(wanted.without)
        pairs |= highlights.pairs(wanted.cuts)
        return urlencode({key: value for key, value in pairs.items() if value}, doseq=True)


def ownership_choices(chosen):
    return [
        {"value": code, "label": title, "chosen": code in chosen}
        for code, title in ownerships.TITLES.items()
    ]


def in_short(workings, choices):
    """What was chosen in the table: ownership, cells, pay and codes."""
    end = {"year": workings.span.end}
    cells, pay = _("published cells only"), _("pay in dollars of each year")
    codes = _("industry codes of %(year)s, bridged") % end
    if choices.cells == ESTIMATED:
        cells = _("with estimates of suppressed cells")
    if workings.prices:
        pay = _("pay in dollars of %(year)s") % end
    if choices.vintage == PUBLISHED:
        codes = _("industry codes as published")
    return " · ".join([ownerships.title(workings.ownership), cells, pay, codes])
