"""The NAICS table as a plain pandas script makes it, without bridge and matching of cells."""

import pandas as pd

COLUMNS = [
    "area_fips",
    "own_code",
    "industry_code",
    "agglvl_code",
    "year",
    "disclosure_code",
    "annual_avg_emplvl",
    "total_annual_wages",
]
TEXT = ["area_fips", "industry_code", "disclosure_code"]
BASE = "US000"


def read(paths):
    types = dict.fromkeys(TEXT, str)
    return pd.concat(
        [pd.read_csv(path, usecols=COLUMNS, dtype=types) for path in paths], ignore_index=True
    )


def table(paths, areas, start, end):
    """Employment, pay, growth and quotients by industry, from CSV files of any kind."""
    cells = read(paths)
    cells = cells[cells.area_fips.isin([*areas, BASE]) & cells.own_code.isin([0, 1, 2, 3, 5])]
    is_base = cells.area_fips == BASE
    totals = cells[cells.agglvl_code.isin([10, 70])]
    totals = totals.groupby([is_base, "year"]).annual_avg_emplvl.sum()
    fine = cells[cells.agglvl_code.isin([16, 76]) & (cells.disclosure_code != "N")]
    sums = fine.groupby([is_base, "year", "industry_code"])[
        ["annual_avg_emplvl", "total_annual_wages"]
    ].sum()
    found = pd.DataFrame(index=sort_codes(fine))
    for name, year in (("start", start), ("end", end)):
        here, there = sums.loc[False, year], sums.loc[True, year]
        found[f"employment_{name}"] = here.annual_avg_emplvl
        found[f"wage_{name}"] = here.total_annual_wages / here.annual_avg_emplvl
        share = here.annual_avg_emplvl / totals[False, year]
        found[f"lq_{name}"] = share / (there.annual_avg_emplvl / totals[True, year])
    found["growth"] = (found.employment_end / found.employment_start) ** (1 / (end - start)) - 1
    found["lq_change"] = found.lq_end - found.lq_start
    return found


def sort_codes(cells):
    return sorted(cells.industry_code.unique())
