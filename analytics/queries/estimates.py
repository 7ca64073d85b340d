"""Estimates of suppressed cells, from everything that is held about their area and around it."""

import functools

import pandas as pd

from analytics import estimates, warehouse
from analytics.estimates.hierarchy import NATION, around
from analytics.queries.cells import cells_of, places_of, slices_between
from analytics.sources import industries, tidy

PUBLISHED, ESTIMATED = CELLS = ("published", "estimated")
KEY = ["area", "part", "ownership", "industry", "year"]
ENDS = ["lower", "upper", "low", "high"]
FIGURES = ["estimate", *ENDS]
FURTHEST = 3  # years; a value of the same cell from further off teaches little
OTHER_YEARS = 1  # how many teach beside the one that is estimated


def estimated_cells(areas, year, initiative=None):
    """The 4-digit cells of areas in a year, those suppressed with their estimates: a frame.

    The tidy columns and, for a suppressed cell, in jobs `estimate`, the hard bounds `lower` and
    `upper` and the 90 % interval from `low` to `high`; `employment` stays not a number, so that
    what is undisclosed can be told from what is published. Raises Problem `no_data`.
    """
    cells = cells_of(areas, [year], initiative)
    cells = cells[cells.level == "naics4"]
    found = estimates_of(surroundings(areas, year, initiative), year)
    return cells.merge(found[[*KEY, *FIGURES]], on=KEY, how="left")


def surroundings(areas, year, initiative=None):
    """Where everything is that estimates of these areas in a year are made from.

    For each state the areas in it, all its counties that are held, itself and the nation, in this
    year and the nearest other on the same revision of NAICS: a tuple of tuples of places.
    """
    groups, by_area, inside = {}, {}, {}
    for area in areas:
        groups.setdefault(around(area) or area, set()).add(area)
    for held in slices_between(year - FURTHEST, year + FURTHEST, initiative):
        by_area.setdefault(held.area, []).append(held)
        inside.setdefault(around(held.area), []).append(held)
    return tuple(
        places_of(slices_near(by_area, inside, outer, group, year))
        for outer, group in groups.items()
    )


def slices_near(by_area, inside, outer, areas, year):
    """The slices of a set of areas, of those around them and of the other areas in these.

    `by_area` and `inside` are all slices by their area and by the area around.
    """
    held = [one for place in {*areas, outer, NATION} for one in by_area.get(place, [])]
    if outer != NATION:
        held += [one for one in inside.get(outer, []) if one.area not in areas]
    years = {one.year for one in held if one.area in areas}
    alike = [one for one in years if industries.revision_of(one) == industries.revision_of(year)]
    nearest = sorted(alike, key=lambda one: (abs(one - year), one))[: OTHER_YEARS + 1]
    return [one for one in held if one.year in nearest or one.area == NATION]


def filled(cells, places_by_year):
    """Cells with estimates in place of suppressed values, counted in `cells_estimated`.

    `places_by_year` holds pairs of a year and its surroundings. A filled cell counts among those
    published, but also still among those suppressed. The bounds `lower` and `upper` and the
    interval from `low` to `high` of a published cell are its jobs.
    """
    found = pd.concat([estimates_of(places, year) for year, places in places_by_year])
    given = cells[KEY].merge(found, on=KEY, how="left").set_index(cells.index)
    use = cells.employment.isna() & given.estimate.notna()
    hidden = cells.cells_suppressed
    return cells.assign(
        **{name: cells.employment.where(~use, given[name]) for name in ENDS},
        employment=cells.employment.where(~use, given.estimate),
        wages=cells.wages.where(~use, given.paid),
        cells_published=cells.cells_published.where(~use, hidden),
        cells_estimated=hidden.where(use, 0),
    )


@functools.lru_cache(maxsize=16)
def estimates_of(groups, year):
    """Estimates of the suppressed 4-digit cells of one year at these places: see `KEY`, `FIGURES`.

    Files are immutable, so the frame is kept for the next caller: do not write into it.
    """
    return pd.concat([estimates_at(places, year) for places in groups], ignore_index=True)


def estimates_at(places, year):
    cells = without_sums(warehouse.read_cells(places, tidy.LEVELS))
    if cells.empty:
        return pd.DataFrame(columns=[*KEY, *FIGURES, "paid"])
    found = estimates.estimate(cells, year).rename(columns={"wages": "paid"})
    wanted = (cells.level == "naics4") & (cells.year == year) & cells.employment.isna()
    return pd.concat([cells.loc[wanted, KEY], found[wanted]], axis=1)


def without_sums(cells):
    """The cells but those of areas that were summed before they were imported.

    Such a cell holds what was published of several, so that it is no total of its parts, and
    what was hidden where is lost: nothing can be estimated from it.
    """
    summed = (cells.part != "") | (cells.cells_published + cells.cells_suppressed > 1)
    return cells[~cells.area.isin(cells.area[summed].unique())].reset_index(drop=True)
