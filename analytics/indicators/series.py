"""Yearly series: size, concentration and pay of an industry in each year."""

import numpy as np
import pandas as pd

from analytics.indicators import concentration, pay

COLUMNS = [
    "year",
    "employment",
    "undisclosed",
    "allocated",
    "lq",
    "reason",
    "pay_nominal",
    "pay_real",
]


def yearly(cells, totals, base, prices):
    """One row for each year of `totals`: a frame of COLUMNS.

    `cells` and `base` are the rows of one industry in the area and in its base, of the ownerships
    that count, on the codes of one year (see `revisions.carried`); `totals` is {year: (covered jobs
    of the area, those of the base)}, of all ownerships whichever count, `prices` {year: what its
    dollar is worth in the dollars that `pay_real` is in}. Employment in jobs, sums of the published
    cells; `undisclosed` counts the others; `allocated` is the share of the jobs that weights
    between revisions of NAICS allocated. Pay in dollars per job and year. Not a number where
    nothing is published, nothing is there to divide by, or a year has no price index; `reason` says
    why there is no quotient, see `reasons`. Source: the Guide, Part I step 3 (figures for all
    years).
    """
    years = sorted(totals)
    sums, there = by_year(cells, years), by_year(base, years)
    covered = pd.DataFrame.from_dict(totals, "index", columns=["here", "base"], dtype=float)
    lacking, absent = ownerships_lacking(cells, base, years)
    found = pd.DataFrame(index=years)
    found["year"] = years
    found["employment"], found["undisclosed"] = sums.employment, sums.undisclosed
    found["allocated"] = pay.average(sums.allocated, sums.employment)
    found["lq"] = concentration.location_quotient(
        sums.employment.mask(lacking), covered.here, there.employment, covered.base
    )
    found["reason"] = reasons(sums, there, covered, lacking, absent)
    found["pay_nominal"] = pay.average(sums.wages, sums.employment)
    found["pay_real"] = found.pay_nominal * pd.Series(prices, dtype=float).reindex(years)
    return found[COLUMNS].reset_index(drop=True)


def by_year(cells, years):
    """Sums of the published cells of each year, missing where there are none, and the others."""
    held = cells.groupby("year")
    found = held[["employment", "wages", "allocated"]].sum(min_count=1).reindex(years)
    found["undisclosed"] = held["cells_suppressed"].sum().reindex(years).fillna(0).astype(int)
    return found


def ownerships_lacking(cells, base, years):
    """Whether the base does not publish an ownership that the area publishes, and whether it has
    no cell of it at all: two series of truth by year.
    """
    here, there, any_there = (
        {year: set(owners) for year, owners in rows.groupby("year").ownership}
        for rows in (published(cells), published(base), base)
    )
    return tuple(
        pd.Series([not here.get(y, set()) <= held.get(y, set()) for y in years], index=years)
        for held in (there, any_there)
    )


def published(cells):
    return cells[cells.cells_published > 0]


def reasons(sums, there, covered, lacking, absent):
    """Why a year has no quotient, a series of short phrases; '' where it has one.

    `suppressed`: the area's cells are; `missing`: it has none; `no total`: covered employment of
    the area or the base is not known; `no base`: the base has no cell of an ownership that counts
    in the area; `base suppressed`: it does not publish it; `zero base`: its jobs are none.
    """
    cases = {
        "suppressed": sums.employment.isna() & sums.undisclosed.gt(0),
        "missing": sums.employment.isna(),
        "no total": ~(covered.here.gt(0) & covered.base.gt(0)),
        "no base": absent,
        "base suppressed": lacking,
        "zero base": there.employment.eq(0),
    }
    chosen = np.select(list(cases.values()), list(cases), default="")
    return pd.Series(chosen, index=sums.index)
