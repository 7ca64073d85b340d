"""Several areas as one."""

import pandas as pd

CELL = ["area", "part", "ownership", "industry", "level"]
ROW = ["part", "ownership", "industry", "level", "year"]
PARTS = {(True, True): "both", (True, False): "start", (False, True): "end"}


def as_one_area(cells, years, code, apart=frozenset()):
    """Sum the cells of several areas into the area `code`: a frame of the tidy columns.

    The rows of one ownership, industry and year are split by where their cells are published:
    in both years, at the start, at the end or in neither. So the row `both` sums the same cells
    in both years, and what is matched, published or undisclosed in the sum is exactly what was
    so in the cells. The industries `apart` are those that a revision of NAICS touches between
    the years: there several cells of an area are matched with one, so each area stays a part of
    its own. A sum that holds an estimate is one. `years` is the pair (start, end).
    """
    parts = cells.assign(part=parts_of(cells, years))
    alone = cells.industry.isin(apart)
    parts["part"] = parts.part.mask(alone, (cells.area + " " + cells.part).str.strip())
    estimated = parts.assign(estimated=parts.status == "estimate").groupby(ROW)["estimated"].any()
    rows = parts.groupby(ROW)
    found = rows[["establishments", "employment", "wages"]].sum(min_count=1)
    found[["cells_published", "cells_suppressed"]] = rows[
        ["cells_published", "cells_suppressed"]
    ].sum()
    found["status"] = estimated.map({True: "estimate", False: "published"})
    return found.reset_index().assign(area=code)


def parts_of(cells, years):
    """For each cell the part it belongs to, by the years in which it is published."""
    disclosed = cells[cells.cells_published > 0]
    keys = pd.MultiIndex.from_frame(cells[CELL])
    in_year = [
        keys.isin(pd.MultiIndex.from_frame(disclosed.loc[disclosed.year == year, CELL]))
        for year in years
    ]
    return [PARTS.get(where, "neither") for where in zip(*map(list, in_year), strict=True)]
