"""Yearly series: size, concentration and pay of an industry in each year."""

import pandas as pd

from analytics.indicators import concentration, pay

COLUMNS = ["year", "employment", "undisclosed", "allocated", "lq", "pay_nominal", "pay_real"]


def yearly(cells, totals, base, prices):
    """One row for each year of `totals`: a frame of COLUMNS.

    `cells` are the area's rows of one industry, on the codes of one year (see
    `revisions.carried`); `totals` is {year: (covered jobs of the area, those of the base)}, `base`
    {year: jobs of the base in the industry}, `prices` {year: what its dollar is worth in the
    dollars that `pay_real` is in}. Employment in jobs, sums of the published cells; `undisclosed`
    counts the others; `allocated` is the share of the jobs that weights between revisions of NAICS
    allocated. Pay in dollars per job and year. Not a number where nothing is published, nothing is
    there to divide by, or a year has no price index. Source: the Guide, Part I step 3 (figures
    for all years).
    """
    years = sorted(totals)
    held = cells.groupby("year")
    sums = held[["employment", "wages", "allocated"]].sum(min_count=1).reindex(years)
    hidden = held["cells_suppressed"].sum().reindex(years).fillna(0).astype(int)
    found = pd.DataFrame(index=years)
    found["year"] = years
    found["employment"], found["undisclosed"] = sums.employment, hidden
    found["allocated"] = pay.average(sums.allocated, sums.employment)
    found["lq"] = concentration.location_quotient(
        sums.employment,
        pd.Series({year: totals[year][0] for year in years}, dtype=float),
        pd.Series(base, dtype=float).reindex(years),
        pd.Series({year: totals[year][1] for year in years}, dtype=float),
    )
    found["pay_nominal"] = pay.average(sums.wages, sums.employment)
    found["pay_real"] = found.pay_nominal * pd.Series(prices, dtype=float).reindex(years)
    return found[COLUMNS].reset_index(drop=True)
