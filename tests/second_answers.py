"""Numbers computed a second time, in plain loops over the raw files, as slowly as you like.

Nothing here imports the product: the csv module reads, dictionaries add.
"""

import csv
import functools
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "analytics/reference"
FOUR_DIGITS = {"16", "46", "56", "76"}
TOTAL = {"10", "40", "50", "70"}
OWNERSHIPS = ("1", "2", "3", "5")
CPI_U = {2016: 226.115, 2023: 282.76}  # BLS, CUUR0200SA0 (Midwest), annual averages
CPI_U_US = {2016: 240.007, 2023: 304.702}  # BLS, CUUR0000SA0
NOMINAL = {2016: 1, 2023: 1}


def read(files, ownerships=OWNERSHIPS):
    """(cells, totals) of the files, read once however often they are asked for; see `read_all`."""
    return read_all(tuple(files), ownerships)


@functools.cache
def read_all(files, ownerships):
    """(cells, totals): {(area, ownership, industry, year): (jobs, wages) or None where suppressed},
    {(area, year): jobs}.
    """
    cells, totals = {}, {}
    for path in files:
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                area, year = row["area_fips"], int(row["year"])
                if row["agglvl_code"] in TOTAL and row["own_code"] == "0":
                    totals[area, year] = int(row["annual_avg_emplvl"])
                if row["agglvl_code"] in FOUR_DIGITS and row["own_code"] in ownerships:
                    values = (int(row["annual_avg_emplvl"]), int(row["total_annual_wages"]))
                    cell = (area, row["own_code"], row["industry_code"], year)
                    cells[cell] = None if row["disclosure_code"] == "N" else values
    return cells, totals


def naics_table(files, areas, start, end, base, ownerships=OWNERSHIPS, prices=CPI_U):
    """{naics: {column: number, or None where it is not known}}"""
    cells, totals = read(files, ownerships)
    codes = {code for area, _own, code, _year in cells if area in areas}
    dollar = prices[end] / prices[start]
    return {code: naics_row(cells, totals, code, areas, start, end, base, dollar) for code in codes}


def naics_row(cells, totals, code, areas, start, end, base, dollar):
    row = {"comparability": comparability(code, start, end)}
    for when, year, price in (("start", start, dollar), ("end", end, 1)):
        jobs, wages, hidden, owners = published(cells, code, areas, year)
        base_jobs, _wages, base_hidden, base_owners = published(cells, code, [base], year)
        row[f"employment_{when}"] = jobs
        row[f"base_employment_{when}"] = base_jobs
        row[f"undisclosed_{when}"] = hidden
        row[f"base_undisclosed_{when}"] = base_hidden
        row[f"wage_{when}"] = wages / jobs * price if jobs else None
        row[f"lq_{when}"] = (
            quotient(jobs, base_jobs, totals, areas, base, year) if owners <= base_owners else None
        )
    comparable = row["comparability"] == "comparable"
    return row | changes(cells, totals, code, areas, start, end, base, comparable, dollar)


def published(cells, code, areas, year):
    """Jobs and wages of the published cells, the number of suppressed ones, the ownerships."""
    jobs, wages, hidden, owners = None, None, 0, set()
    for area in areas:
        for owner in OWNERSHIPS:
            if (area, owner, code, year) not in cells:
                continue
            value = cells[area, owner, code, year]
            if value is None:
                hidden += 1
                continue
            jobs, wages = (jobs or 0) + value[0], (wages or 0) + value[1]
            owners.add(owner)
    return jobs, wages, hidden, owners


def quotient(jobs, base_jobs, totals, areas, base, year):
    if jobs is None or not base_jobs:
        return None
    region = 0
    for area in areas:
        region += totals[area, year]
    return (jobs / region) / (base_jobs / totals[base, year])


def changes(cells, totals, code, areas, start, end, base, comparable, dollar):
    row = dict.fromkeys(["growth", "lq_change", "wage_change", "matched_start", "matched_end"])
    here, there = (matched(cells, code, places, start, end) for places in (areas, [base]))
    if here is None:
        return row
    row["matched_start"], row["matched_end"] = here["jobs"]
    if not comparable:
        return row
    first, last = here["jobs"]
    if first:
        row["growth"] = (last / first) ** (1 / (end - start)) - 1
    if first and last and here["wages"][0]:
        pay_then = here["wages"][0] / first * dollar
        row["wage_change"] = here["wages"][1] / last / pay_then - 1
    if there and here["owners"] <= there["owners"]:
        at_start = quotient(first, there["jobs"][0], totals, areas, base, start)
        at_end = quotient(last, there["jobs"][1], totals, areas, base, end)
        if at_start is not None and at_end is not None:
            row["lq_change"] = at_end - at_start
    return row


def matched(cells, code, areas, start, end):
    """Sums over the cells published in both years, or None where there are none."""
    found = None
    for area in areas:
        for owner in OWNERSHIPS:
            then, now = cells.get((area, owner, code, start)), cells.get((area, owner, code, end))
            if then is None or now is None:
                continue
            found = found or {"jobs": [0, 0], "wages": [0, 0], "owners": set()}
            found["owners"].add(owner)
            for name, place in (("jobs", 0), ("wages", 1)):
                found[name][0] += then[place]
                found[name][1] += now[place]
    return found


def comparability(code, start, end):
    """By the tables in analytics/reference."""
    first_years = {2002: 1990, 2007: 2007, 2012: 2011, 2017: 2017, 2022: 2022}
    old, new = (max(r for r in first_years if first_years[r] <= year) for year in (start, end))
    at_start = at_end = False
    with (REFERENCE / "industries.csv").open() as file:
        for row in csv.DictReader(file):
            if row["code"] == code:
                span = range(int(row["first_revision"]), int(row["last_revision"]) + 1)
                at_start, at_end = at_start or old in span, at_end or new in span
    if not at_start or not at_end:
        return "only at start" if at_start else "only at end" if at_end else "not in NAICS"
    with (REFERENCE / "revisions.csv").open() as file:
        changed = [
            row["revision"]
            for row in csv.DictReader(file)
            if row["code"] == code and old < int(row["revision"]) <= new
        ]
    return "changed in " + ", ".join(changed) if changed else "comparable"


def group(files, codes, areas, start, end, base):
    """{column: number, or None} for several industries as one.

    Levels add what is published. A code that is hidden in the whole region in a year, or of which
    the base lacks an ownership, stays out of that year's quotient on both sides. Changes add the
    matched cells of codes that can be compared.
    """
    cells, totals = read(files)
    dollar = CPI_U[end] / CPI_U[start]
    row = {}
    for when, year, price in (("start", start, dollar), ("end", end, 1)):
        row |= level(cells, totals, codes, areas, base, when, year, price)
    return row | group_changes(cells, totals, codes, areas, start, end, base)


def level(cells, totals, codes, areas, base, when, year, price):
    jobs = wages = there = above = below = None
    hidden = 0
    for code in codes:
        own = published(cells, code, areas, year)
        other = published(cells, code, [base], year)
        jobs, wages, hidden = added(jobs, own[0]), added(wages, own[1]), hidden + own[2]
        there = added(there, other[0])
        if own[3] <= other[3]:
            above = added(above, own[0])
            if not (own[0] is None and own[2]):
                below = added(below, other[0])
    return {
        f"employment_{when}": jobs,
        f"base_employment_{when}": there,
        f"undisclosed_{when}": hidden,
        f"wage_{when}": wages / jobs * price if jobs else None,
        f"lq_{when}": quotient(above, below, totals, areas, base, year),
    }


def added(total, value):
    return total if value is None else (total or 0) + value


def group_changes(cells, totals, codes, areas, start, end, base):
    all_jobs, jobs, wages, shifted, there = ([None, None] for _ in range(5))
    for code in codes:
        here, other = (matched(cells, code, places, start, end) for places in (areas, [base]))
        if here is None:
            continue
        add_pair(all_jobs, here["jobs"])
        if comparability(code, start, end) != "comparable":
            continue
        add_pair(jobs, here["jobs"])
        add_pair(wages, here["wages"])
        if other and here["owners"] <= other["owners"]:
            add_pair(shifted, here["jobs"])
            add_pair(there, other["jobs"])
    row = {"matched_start": all_jobs[0], "matched_end": all_jobs[1]}
    row["growth"] = (jobs[1] / jobs[0]) ** (1 / (end - start)) - 1 if jobs[0] else None
    row["wage_change"] = None
    if jobs[0] and jobs[1] and wages[0]:
        pay_then = wages[0] / jobs[0] * CPI_U[end] / CPI_U[start]
        row["wage_change"] = wages[1] / jobs[1] / pay_then - 1
    ends = [
        quotient(shifted[n], there[n], totals, areas, base, year)
        for n, year in ((0, start), (1, end))
    ]
    row["lq_change"] = None if None in ends else ends[1] - ends[0]
    return row


def add_pair(pair, values):
    pair[:] = [added(total, value) for total, value in zip(pair, values, strict=True)]
