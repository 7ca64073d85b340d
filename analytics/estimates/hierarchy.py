"""The hierarchy that published totals span: industries, ownerships, and areas within states.

`cells` is everywhere a frame with the tidy columns area, ownership, industry, level, year,
establishments (number of workplaces), employment (jobs) and wages (dollars); a suppressed value is
not a number. Levels are those of the QCEW's aggregation levels, one tree for each area and year.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.estimates.numbers import numbered
from analytics.sources import industries, tidy

DEPTH = {level: depth for depth, level in enumerate(tidy.LEVELS)}
FINEST = DEPTH["naics4"]  # the finest level that is estimated; below it children only bound
NATION = "US000"
ALL_OWNERSHIPS, ALL_INDUSTRIES = "0", "10"
GOODS = ("1011", "1012", "1013")
# BLS, "QCEW NAICS hierarchy crosswalk": which sectors make a supersector.
SUPERSECTORS = {
    sector: supersector
    for supersector, sectors in {
        "1011": ("11", "21"),
        "1012": ("23",),
        "1013": ("31-33",),
        "1021": ("22", "42", "44-45", "48-49"),
        "1022": ("51",),
        "1023": ("52", "53"),
        "1024": ("54", "55", "56"),
        "1025": ("61", "62"),
        "1026": ("71", "72"),
        "1027": ("81",),
        "1028": ("92",),
        "1029": ("99",),
    }.items()
    for sector in sectors
}


@dataclass(frozen=True)
class Hierarchy:
    """Where each of n cells stands; all arrays have the shape (n,).

    `parent` and `outer` are positions of rows, -1 for none: the nearest coarser industry that is
    there, and the same industry in the area around. `whole` and `outer_whole` say of a row
    whether its children, or the areas in it, hold all its establishments: if not, its value is
    only an upper bound of theirs.
    """

    depth: np.ndarray
    parent: np.ndarray
    outer: np.ndarray
    whole: np.ndarray
    outer_whole: np.ndarray


def hierarchy(cells):
    """The Hierarchy of a frame of cells, any number of areas and years."""
    rows = Rows(cells)
    parent, outer = rows.parents(), rows.outers()
    whole = holds_all(parent, cells.establishments.to_numpy(float))
    return Hierarchy(rows.depth, parent, outer, whole, holds_all_areas(outer, cells))


def above(level, industry):
    """The next coarser (level, industry), or None at the top."""
    if level in ("naics6", "naics5", "naics4"):
        return f"naics{len(industry) - 1}", industry[:-1]
    if level == "naics3":
        return "sector", industries.sector_of(industry) or industry[:2]
    if level == "sector":
        return "supersector", SUPERSECTORS.get(industry, "")
    if level == "supersector":
        return "domain", "101" if industry in GOODS else "102"
    return {"domain": ("ownership", "10"), "ownership": ("total", "10")}.get(level)


def around(area):
    """The code of the area around: a county's state, a state's nation; '' for all others."""
    if len(area) != 5 or not area.isdigit():
        return ""
    return NATION if area.endswith("000") else area[:2] + "000"


class Rows:
    """The rows of a frame under whole numbers, so that relatives are found by binary search."""

    def __init__(self, cells):
        self.depth = cells.level.map(DEPTH).to_numpy()
        self.area, self.areas = pd.factorize(cells.area)
        self.year, self.years = pd.factorize(cells.year)
        self.ownership = cells.ownership.astype("int64").to_numpy()
        pairs = pd.MultiIndex.from_arrays([cells.level, cells.industry])
        self.node, found = pd.factorize(pairs)
        self.nodes = {pair: number for number, pair in enumerate(found)}
        self.above = self.links()
        key = self.key(self.area, self.ownership, self.node)
        self.order = np.argsort(key, kind="stable")
        self.keys = key[self.order]

    def links(self):
        """For each node the one above it; nodes that no row has are added on the way."""
        links, pending = [], list(self.nodes)
        for pair in pending:
            upper = above(*pair)
            if upper and upper not in self.nodes:
                self.nodes[upper] = len(self.nodes)
                pending.append(upper)
            links.append(self.nodes[upper] if upper else -1)
        return np.array(links, dtype="int64")

    def key(self, area, ownership, node):
        place = area * len(self.years) + self.year
        return (place * 10 + ownership) * (len(self.nodes) + 1) + node

    def find(self, key):
        """Positions of the rows that bear these keys alone, -1 where there is none."""
        first = np.searchsorted(self.keys, key)
        last = np.searchsorted(self.keys, key, side="right")
        single = last - first == 1
        return np.where(single, self.order[np.minimum(first, len(self.order) - 1)], -1)

    def parents(self):
        top = self.nodes.get(("total", ALL_INDUSTRIES), -2)
        found = np.full(len(self.node), -1)
        node = self.node
        for _step in DEPTH:
            node = np.where(node >= 0, self.above[node], -1)
            ownership = np.where(node == top, int(ALL_OWNERSHIPS), self.ownership)
            here = self.find(self.key(self.area, ownership, node))
            found = np.where((found < 0) & (node >= 0), here, found)
        return found

    def outers(self):
        codes = {code: number for number, code in enumerate(self.areas)}
        outer = np.array([codes.get(around(code), -1) for code in self.areas], dtype="int64")
        area = outer[self.area]
        found = self.find(self.key(np.maximum(area, 0), self.ownership, self.node))
        return np.where(area >= 0, found, -1)


def holds_all(parent, establishments):
    """Whether the children of each row hold all its establishments, but for rounding.

    True where establishments are not known, as the sum of jobs is then all there is to go by.
    """
    known = np.nan_to_num(establishments)
    held, count = total(parent, known), total(parent, np.ones(len(parent)))
    return np.isnan(establishments) | (held + 1 + count / 2 >= known)


def holds_all_areas(outer, cells):
    """Whether the areas that are there hold all establishments of the area around them.

    By its total, one answer for all its rows of a year. A state without its unknown county (XX999)
    is never whole: what is assigned to no county can be in any industry.
    """
    establishments = cells.establishments.to_numpy(float)
    members = total(outer, np.ones(len(outer)))
    unknown = total(outer, cells.area.str.endswith("999").to_numpy(float)) > 0
    held = total(outer, np.nan_to_num(establishments)) + 1 + 3 * np.sqrt(members / 12)
    top = (cells.level == "total").to_numpy() & (cells.ownership == ALL_OWNERSHIPS).to_numpy()
    place = numbered(cells.area, cells.year)
    whole = np.zeros(place.max(initial=-1) + 1, bool)
    whole[place[top]] = (unknown & (held >= establishments))[top]
    return whole[place]


def total(parent, values):
    """The sums of children's values, by position of the parent: shape (n,)."""
    child = parent >= 0
    return np.bincount(parent[child], weights=values[child], minlength=len(parent))
