"""Numbers computed a second time, in plain loops over the raw files, as slowly as you like.

Nothing here imports the product: the csv module reads, dictionaries add.
"""

import csv
import functools
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "analytics/reference"
FOUR_DIGITS = {"16", "46", "56", "76"}
TOTAL = {"10", "40", "50", "70"}
OWNERSHIP_TOTAL = {"11", "41", "51", "71"}
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


def naics_table(
    files, areas, start, end, base, ownerships=OWNERSHIPS, prices=CPI_U, vintage="bridged"
):
    """{naics: {column: number, or None where it is not known}}"""
    cells, totals = read(files, ownerships)
    feeding = feeders(start, end) if vintage == "bridged" else {}
    cells = carried(cells, start, feeding)
    codes = {code for area, _own, code, _year in cells if area in areas}
    dollar = prices[end] / prices[start]
    return {
        code: naics_row(cells, totals, code, areas, start, end, base, dollar, feeding)
        for code in codes
    }


def feeders(start, end):
    """{new: [(old, weight, allocated weight, by words)]} of codes that mean something else in
    the two years, followed revision by revision.
    """
    old_revision, new_revision = revision(start), revision(end)
    steps = {}
    with (REFERENCE / "bridge.csv").open() as file:
        for row in csv.DictReader(file):
            if old_revision < int(row["revision"]) <= new_revision:
                split = row["basis"] != "whole"
                step = steps.setdefault(int(row["revision"]), {})
                way = (row["new"], float(row["weight"]), split, row["basis"] == "words")
                step.setdefault(row["old"], []).append(way)
    found = {}
    for old in codes_of(old_revision):
        ways = [(old, 1.0, False, False)]
        for number in sorted(steps):
            further = []
            for code, weight, split, words in ways:
                for new, share, splits, by_words in steps[number].get(
                    code, [(code, 1.0, False, False)]
                ):
                    further.append((new, weight * share, split or splits, words or by_words))
            ways = further
        for new, weight, split, words in ways:
            sums = found.setdefault(new, {}).setdefault(old, [0.0, 0.0, False])
            sums[0] += weight
            sums[1] += weight if split else 0.0
            sums[2] = sums[2] or words
    touched = {
        code for new, olds in found.items() for old in olds if old != new for code in (old, new)
    }
    return {
        new: [(old, *olds[old]) for old in sorted(olds) if new in touched or old in touched]
        for new, olds in found.items()
        if new in touched or touched & set(olds)
    }


def codes_of(number):
    with (REFERENCE / "industries.csv").open() as file:
        return {
            row["code"]
            for row in csv.DictReader(file)
            if int(row["first_revision"]) <= number <= int(row["last_revision"])
        }


def carried(cells, start, feeding):
    """{(area, ownership, industry, year): [(jobs, wages, allocated jobs) or None]}: the cells that
    feed it, those of the start on the codes of the end.
    """
    weights = {}
    for new, olds in feeding.items():
        for old, weight, allocated, _words in olds:
            if weight > 0:
                weights.setdefault(old, []).append((new, weight, allocated))
    found = {}
    for (area, owner, code, year), value in cells.items():
        news = weights.get(code) if year == start else None
        for new, weight, allocated in news or [(code, 1, 0)]:
            fed = None
            if value is not None:
                fed = (weight * value[0], weight * value[1], allocated * value[0])
            found.setdefault((area, owner, new, year), []).append(fed)
    return found


def naics_row(cells, totals, code, areas, start, end, base, dollar, feeding):
    judged = verdict(cells, code, areas, start, end, feeding)
    row = {name: judged[name] for name in ("comparability", "bridged_from", "bridged_share")}
    for when, year, price in (("start", start, dollar), ("end", end, 1)):
        jobs, wages, hidden, owners, _part = published(cells, code, areas, year)
        base_jobs, _w, base_hidden, base_owners, _part = published(cells, code, [base], year)
        row[f"employment_{when}"] = jobs
        row[f"base_employment_{when}"] = base_jobs
        row[f"undisclosed_{when}"] = hidden
        row[f"base_undisclosed_{when}"] = base_hidden
        row[f"estimated_{when}"] = 0
        row[f"wage_{when}"] = wages / jobs * price if jobs else None
        row[f"lq_{when}"] = (
            quotient(jobs, base_jobs, totals, areas, base, year) if owners <= base_owners else None
        )
    compared = judged["compared"]
    row |= changes(cells, totals, code, areas, start, end, base, compared, dollar)
    return row | {"flags": flags(row, compared)}


def flags(row, compared):
    """What has to be said of a row; published cells alone, so that none is estimated."""
    words = []
    if row["undisclosed_start"] or row["undisclosed_end"]:
        words.append("suppressed")
    if row["base_undisclosed_start"] or row["base_undisclosed_end"]:
        words.append("base_suppressed")
    if row["bridged_from"]:
        words.append("bridged")
    if not compared:
        words.append("not_comparable")
    if row["matched_start"] is None:
        words.append("not_matched")
    if row["lq_end"] is None:
        words.append("no_quotient")
    return " ".join(words)


def verdict(cells, code, areas, start, end, feeding):
    """Whether changes of a code are compared; the words, its sources, the allocated share."""
    if code not in feeding:
        words = comparability(code, start, end)
        compared = words == "comparable"
        return {
            "comparability": words,
            "compared": compared,
            "bridged_from": "",
            "bridged_share": None,
        }
    share = allocated_share(cells, code, areas, start, end)
    too_much = share is not None and share > 0.25
    by_words = any(words for _old, _weight, _allocated, words in feeding[code])
    words = "not comparable" if too_much else "bridged by words" if by_words else "bridged"
    return {
        "comparability": words,
        "compared": not too_much,
        "bridged_from": " ".join(old for old, *_rest in feeding[code]),
        "bridged_share": share,
    }


def allocated_share(cells, code, areas, start, end):
    """Of the published jobs at the start, or of the matched ones, whichever is more; or None."""
    jobs, _wages, _hidden, _owners, allocated = published(cells, code, areas, start)
    here = matched(cells, code, areas, start, end)
    shares = [allocated / jobs] if jobs else []
    if here and here["jobs"][0]:
        shares.append(here["allocated"] / here["jobs"][0])
    return max(shares, default=None)


def published(cells, code, areas, year):
    """Jobs and wages of the published cells, the number of suppressed ones, the ownerships, and
    the jobs of them that weights allocated.
    """
    jobs, wages, hidden, owners, allocated = None, None, 0, set(), 0
    for area in areas:
        for owner in OWNERSHIPS:
            for value in cells.get((area, owner, code, year), []):
                if value is None:
                    hidden += 1
                    continue
                jobs, wages = (jobs or 0) + value[0], (wages or 0) + value[1]
                allocated += value[2]
                owners.add(owner)
    return jobs, wages, hidden, owners, allocated


def quotient(jobs, base_jobs, totals, areas, base, year):
    if jobs is None or not base_jobs:
        return None
    region = 0
    for area in areas:
        region += totals[area, year]
    return (jobs / region) / (base_jobs / totals[base, year])


def changes(cells, totals, code, areas, start, end, base, compared, dollar):
    names = "growth lq_change lq_change_relative wage_change matched_start matched_end"
    row = dict.fromkeys(names.split())
    here, there = (matched(cells, code, places, start, end) for places in (areas, [base]))
    if here is None:
        return row
    row["matched_start"], row["matched_end"] = here["jobs"]
    if not compared:
        return row
    first, last = here["jobs"]
    if first:
        row["growth"] = (last / first) ** (1 / (end - start)) - 1
    if first and last and here["wages"][0]:
        pay_then = here["wages"][0] / first * dollar
        row["wage_change"] = here["wages"][1] / last / pay_then - 1
    if has_base(cells, code, base, start, here, there):
        at_start = quotient(first, there["jobs"][0], totals, areas, base, start)
        at_end = quotient(last, there["jobs"][1], totals, areas, base, end)
        if at_start is not None and at_end is not None:
            row["lq_change"] = at_end - at_start
            row["lq_change_relative"] = at_end / at_start - 1 if at_start else None
    return row


def has_base(cells, code, base, start, here, there):
    """The base has every ownership, and not too much of it was allocated by weights."""
    base_jobs, _wages, _hidden, _owners, allocated = published(cells, code, [base], start)
    known = not base_jobs or allocated / base_jobs <= 0.25
    return there and here["owners"] <= there["owners"] and known


def matched(cells, code, areas, start, end):
    """Sums over the cells published in both years, or None where there are none.

    Where several old cells feed one, all of them must be published.
    """
    found = None
    for area in areas:
        for owner in OWNERSHIPS:
            then = cells.get((area, owner, code, start), [None])
            now = cells.get((area, owner, code, end), [None])
            if None in then or None in now:
                continue
            found = found or {"jobs": [0, 0], "wages": [0, 0], "owners": set(), "allocated": 0}
            found["owners"].add(owner)
            for name, place in (("jobs", 0), ("wages", 1)):
                found[name][0] += sum(value[place] for value in then)
                found[name][1] += sum(value[place] for value in now)
            found["allocated"] += sum(value[2] for value in then)
    return found


def comparability(code, start, end):
    """By the tables in analytics/reference."""
    old, new = revision(start), revision(end)
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


def revision(year):
    first_years = {2002: 1990, 2007: 2007, 2012: 2011, 2017: 2017, 2022: 2022}
    return max(number for number in first_years if first_years[number] <= year)


def group(files, codes, areas, start, end, base):
    """{column: number, or None} for several industries as one.

    Levels add what is published. A code that is hidden in the whole region in a year, or of which
    the base lacks an ownership, stays out of that year's quotient on both sides. Changes add the
    matched cells of codes that can be compared, over the bridge.
    """
    cells, totals = read(files)
    feeding = feeders(start, end)
    cells = carried(cells, start, feeding)
    dollar = CPI_U[end] / CPI_U[start]
    row = {}
    for when, year, price in (("start", start, dollar), ("end", end, 1)):
        row |= level(cells, totals, codes, areas, base, when, year, price)
    return row | group_changes(cells, totals, codes, areas, start, end, base, feeding)


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


def group_changes(cells, totals, codes, areas, start, end, base, feeding):
    all_jobs, jobs, wages, shifted, there = ([None, None] for _ in range(5))
    for code in codes:
        here, other = (matched(cells, code, places, start, end) for places in (areas, [base]))
        if here is None:
            continue
        add_pair(all_jobs, here["jobs"])
        if not verdict(cells, code, areas, start, end, feeding)["compared"]:
            continue
        add_pair(jobs, here["jobs"])
        add_pair(wages, here["wages"])
        if has_base(cells, code, base, start, here, other):
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
    row["lq_change_relative"] = None if None in ends or not ends[0] else ends[1] / ends[0] - 1
    return row


def add_pair(pair, values):
    pair[:] = [added(total, value) for total, value in zip(pair, values, strict=True)]


def all_industries(files, areas, year, ownerships):
    """(jobs, wages, undisclosed) of all industries of some ownerships, from their own lines.

    A line that an ownership with industries lacks counts as undisclosed.
    """
    lines, with_industries = {}, set()
    for path in files:
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                place = (row["area_fips"], row["own_code"])
                if int(row["year"]) != year or place[0] not in areas or place[1] not in ownerships:
                    continue
                if row["agglvl_code"] in OWNERSHIP_TOTAL:
                    lines[place] = row
                if row["agglvl_code"] in FOUR_DIGITS:
                    with_industries.add(place)
    jobs, wages, hidden = None, None, len(with_industries - set(lines))
    for row in lines.values():
        if row["disclosure_code"] == "N":
            hidden += 1
            continue
        jobs = (jobs or 0) + int(row["annual_avg_emplvl"])
        wages = (wages or 0) + int(row["total_annual_wages"])
    return jobs, wages, hidden


def shift_share(files, areas, start, end, base, ownerships=OWNERSHIPS):
    """{naics: (national, mix, competitive)} of the industries that have all three."""
    cells, totals = read(files, ownerships)
    feeding = feeders(start, end)
    cells = carried(cells, start, feeding)
    rate = totals[base, end] / totals[base, start] - 1
    found = {}
    for code in {code for area, _own, code, _year in cells if area in areas}:
        here, there = (matched(cells, code, places, start, end) for places in (areas, [base]))
        if not here or not verdict(cells, code, areas, start, end, feeding)["compared"]:
            continue
        if not has_base(cells, code, base, start, here, there) or not there["jobs"][0]:
            continue
        first, last = here["jobs"]
        as_base = first * there["jobs"][1] / there["jobs"][0]  # as the base's industry changed
        found[code] = (first * rate, as_base - first - first * rate, last - as_base)
    return found
