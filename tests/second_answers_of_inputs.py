"""The figures of one industry once more, in plain loops over the cells that a page lists.

Nothing here imports the product: what is read are the cells as they are listed, the totals, the
price index and whether the industry is compared.
"""


def row(inputs, *, compared, dollar):
    """{column: number, or None} from the cells of an Inputs.

    `compared` says whether changes are formed at all, `dollar` is the ratio of price indexes.
    """
    here, base = inputs.here.to_dict("records"), inputs.base.to_dict("records")
    years = {"start": inputs.workings.span.start, "end": inputs.workings.span.end}
    totals = {
        (place, when): covered(inputs, areas, year)
        for place, areas in (("here", inputs.areas), ("base", [inputs.base_area]))
        for when, year in years.items()
    }
    found = {}
    for when, year in years.items():
        own, other = level(here, year), level(base, year)
        tiny = own["estimated"] and own["jobs"] is not None and own["jobs"] < 1
        found[f"employment_{when}"] = own["jobs"]
        found[f"base_employment_{when}"] = other["jobs"]
        found[f"undisclosed_{when}"] = own["hidden"]
        found[f"base_undisclosed_{when}"] = other["hidden"]
        found[f"estimated_{when}"] = own["estimated"]
        price = dollar if when == "start" else 1
        found[f"wage_{when}"] = (
            own["wages"] / own["jobs"] * price if own["jobs"] and not tiny else None
        )
        complete = own["owners"] <= other["owners"]
        found[f"lq_{when}"] = (
            quotient(own["jobs"], other["jobs"], totals, when) if complete else None
        )
    return found | changes(here, base, years, totals, compared, dollar)


def covered(inputs, areas, year):
    """All covered jobs of places in a year; None where one is not published."""
    jobs = [
        cell["employment"]
        for cell in inputs.totals.to_dict("records")
        if cell["area"] in areas and cell["year"] == year
    ]
    return sum(jobs) if len(jobs) == len(areas) and all(one == one for one in jobs) else None


def jobs_of(cell, end=""):
    """What counts of a cell: its share of the whole, or of an end of its interval."""
    return cell["weight"] * (cell[end] if end else cell["whole_employment"])


def level(cells, year):
    """Jobs, wages, suppressed and estimated cells, and the ownerships that have figures."""
    found = {"jobs": None, "wages": None, "hidden": 0, "estimated": 0, "owners": set()}
    for cell in cells:
        if cell["year"] != year:
            continue
        found["hidden"] += cell["cells_suppressed"]
        found["estimated"] += cell.get("cells_estimated", 0) or 0
        if known(cell):
            found["jobs"] = (found["jobs"] or 0) + jobs_of(cell)
            found["wages"] = (found["wages"] or 0) + cell["weight"] * cell["whole_wages"]
            found["owners"].add(cell["ownership"])
    return found


def known(cell):
    return cell["whole_employment"] == cell["whole_employment"]


def quotient(jobs, base_jobs, totals, when):
    here, base = totals["here", when], totals["base", when]
    if jobs is None or not base_jobs or not here or not base:
        return None
    return (jobs / here) / (base_jobs / base)


def matched(cells, years):
    """{when: sums} over the cells that have figures in both years, or None where there are none.

    Where several old cells feed one of the end, all of them must have figures.
    """
    groups = {}
    for cell in cells:
        place = (cell["area"], cell["part"], cell["ownership"])
        groups.setdefault(place, {}).setdefault(cell["year"], []).append(cell)
    found = None
    for (_area, _part, owner), group in groups.items():
        whole = all(
            group.get(year) and all(known(cell) for cell in group[year]) for year in years.values()
        )
        for year in years.values():
            assert all(cell["matched"] == whole for cell in group.get(year, []))
        if not whole:
            continue
        found = found or {
            "owners": set(),
            "jobs": dict.fromkeys(years, 0),
            "wages": dict.fromkeys(years, 0),
        }
        found["owners"].add(owner)
        for when, year in years.items():
            found["jobs"][when] += sum(jobs_of(cell) for cell in group[year])
            found["wages"][when] += sum(
                cell["weight"] * cell["whole_wages"] for cell in group[year]
            )
    return found


def changes(here, base, years, totals, compared, dollar):
    names = "growth lq_change lq_change_relative wage_change matched_start matched_end"
    found = dict.fromkeys(names.split())
    own, other = matched(here, years), matched(base, years)
    if own is None:
        return found
    first, last = own["jobs"]["start"], own["jobs"]["end"]
    found["matched_start"], found["matched_end"] = first, last
    estimated = {
        when: sum((cell.get("cells_estimated", 0) or 0) for cell in here if cell["year"] == year)
        for when, year in years.items()
    }
    tiny = any(estimated[when] and own["jobs"][when] < 1 for when in years)
    if not compared or tiny or not first:
        return found
    found["growth"] = (last / first) ** (1 / (years["end"] - years["start"])) - 1
    if last and own["wages"]["start"]:
        pay_then = own["wages"]["start"] / first * dollar
        found["wage_change"] = own["wages"]["end"] / last / pay_then - 1
    if other and own["owners"] <= other["owners"] and allocated_share(base, years) <= 0.25:
        ends = [quotient(own["jobs"][when], other["jobs"][when], totals, when) for when in years]
        found["lq_change"] = None if None in ends else ends[1] - ends[0]
        if None not in ends and ends[0]:
            found["lq_change_relative"] = ends[1] / ends[0] - 1
    return found


def allocated_share(base, years):
    """The share of the base's jobs at the start that weights allocated."""
    held = [cell for cell in base if cell["year"] == years["start"] and known(cell)]
    jobs = sum(jobs_of(cell) for cell in held)
    return sum(cell["allocated"] for cell in held) / jobs if jobs else 0


def ends(inputs, row):
    """{column: (least, most)} of jobs, growth and quotients, from the intervals of the cells."""
    here = inputs.here.to_dict("records")
    years = {"start": inputs.workings.span.start, "end": inputs.workings.span.end}
    found = {}
    for when, year in years.items():
        of_year = [cell for cell in here if cell["year"] == year and known(cell)]
        least, most = (sum(jobs_of(cell, end) for cell in of_year) for end in ("low", "high"))
        if row[f"employment_{when}"] is not None:
            found[f"employment_{when}"] = (least, most)
        if row[f"lq_{when}"] is not None:
            each = row[f"lq_{when}"] / row[f"employment_{when}"] if row[f"employment_{when}"] else 0
            found[f"lq_{when}"] = (least * each, most * each)
    sums = {
        (when, end): sum(
            jobs_of(cell, end) for cell in here if cell["year"] == year and cell["matched"]
        )
        for when, year in years.items()
        for end in ("low", "high")
    }
    if row["growth"] is not None and sums["start", "low"]:
        span = years["end"] - years["start"]
        found["growth"] = tuple(
            (sums["end", end] / sums["start", other]) ** (1 / span) - 1
            for end, other in (("low", "high"), ("high", "low"))
        )
    return found
