"""National files: import, tables, indicators and estimates, in time and memory."""

import os
import statistics
from dataclasses import dataclass
from pathlib import Path

from bench import nation, region, results
from bench.measure import apart, medians

LAST = 2023
ROUNDS = 5
FIGURES = {"seconds": 1, "cpu": 1, "peak": 0}
SIZES = (1, 15, 60, 240, 960, 4000)  # areas in a region


@dataclass(frozen=True)
class Nation:
    """How much of it is measured: `years` up to LAST, of the first `states`; files in `folder`."""

    folder: Path
    years: int
    states: int

    @property
    def first(self):
        return LAST - self.years + 1

    @property
    def counties(self):
        chosen = nation.states()[: self.states]
        return [code for code in nation.counties() if code[:2] in chosen]

    @property
    def region(self):
        """The counties of the region, or as many others where its state is left out."""
        held = [code for code in region.REGION if code in self.counties]
        return held or self.counties[: len(region.REGION)]


def sections(given):
    """(name, text) of each part, as soon as it is measured."""
    yield "Import of one national year", one_year(given)
    scope = (given.first, given.years, given.states, " ".join(given.region))
    runs = apart("import_years", given.folder, *scope)
    yield "Many national years in a row", many_years(runs)
    yield "NAICS table out of all years", naics_table(given)
    yield "How the NAICS table grows", growth(given)
    yield "Every county at once", every_county(given)


def one_year(given):
    """Both ways in turn, so that what else the machine does falls on both."""
    path = given.folder / f"{LAST}.annual.singlefile.csv"
    nation.write_apart(path, LAST, given.states)
    pairs = [(apart("import_once", path), apart("duckdb_alone", path)) for _ in range(ROUNDS)]
    ours, alone = (medians(runs) for runs in zip(*pairs, strict=True))
    size = path.stat().st_size / 1e6
    path.unlink()
    rows = [
        [
            name,
            f"{ours[key]:.2f}",
            f"{alone[key]:.2f}",
            f"{statistics.median(mine[key] / theirs[key] for mine, theirs in pairs):.2f}",
        ]
        for name, key in (
            ("seconds", "seconds"),
            ("seconds of processors", "cpu"),
            ("peak memory, MB", "peak"),
        )
    ]
    heading = f"Medians of {ROUNDS}, a file of {size:.0f} MB"
    return results.table([heading, "import", "DuckDB alone", "ratio"], rows)


def many_years(runs):
    headings = ["Year", "rows kept", "file, MB", "kept, MB", "seconds", "of processors", "peak, MB"]
    headings.append("NAICS table of the first two years, ms of processors")
    rows = [
        [
            run["year"],
            f"{run['rows']:,}",
            f"{run['read']:.0f}",
            f"{run['kept']:.1f}",
            f"{run['seconds']:.2f}",
            f"{run['cpu']:.2f}",
            f"{run['peak']:.0f}",
            f"{1000 * run['table']:.0f}" if "table" in run else "",
        ]
        for run in runs
    ]
    return results.table(headings, rows)


def naics_table(given):
    """Out of all years, from the first to the last, beside pandas from the two single files."""
    areas, ends = " ".join(given.region), (given.first, LAST)
    ours = medians(apart("naics_table", given.folder, areas, *ends))
    files = os.pathsep.join(str(raw_copy(given, year)) for year in ends)
    plain = medians([apart("plain_table", files, areas, *ends) for _round in range(ROUNDS)])
    rows = [
        ["NAICS table", f"{1000 * ours['seconds']:.0f}", f"{1000 * ours['cpu']:.0f}", ""],
        [
            "pandas, from the two national files",
            f"{1000 * plain['seconds']:.0f}",
            f"{1000 * plain['cpu']:.0f}",
            f"{plain['seconds'] / ours['seconds']:.0f}",
        ],
    ]
    heading = f"{len(given.region)} counties, {given.years} national years stored"
    return results.table([heading, "milliseconds", "of processors", "times as long"], rows)


def raw_copy(given, year):
    """The single file of a year, made again where it was not kept."""
    path = given.folder / f"{year}.annual.singlefile.csv"
    if not path.exists():
        nation.write_apart(path, year, given.states)
    return path


def growth(given):
    """By areas of the region and by industries."""
    areas, every = " ".join(given.region), given.counties
    sizes = [size for size in SIZES if size < len(every)] + [len(every)]
    rows = []
    for size in sizes:
        found = apart("naics_table", given.folder, " ".join(every[:size]), given.first, LAST)
        rows.append([f"{size} areas", f"{1000 * medians(found)['seconds']:.0f}"])
    for count, seconds in apart("pieces_of_table", given.folder, areas, given.first, LAST):
        rows.append([f"{count} industries, without reading", f"{1000 * seconds:.0f}"])
    return results.table(["NAICS table of", "milliseconds"], rows)


def every_county(given):
    """All indicators, and the estimates of one year."""
    ends = given.first, LAST
    indicators = medians(
        [apart("every_indicator", given.folder, *ends, given.states) for _round in range(ROUNDS)]
    )
    estimates = apart("estimates_of_year", given.folder, LAST, given.states)
    count = f"{len(given.counties):,} counties"
    rows = [
        spent_on(f"All indicators of {indicators['rows']:,.0f} industries in {count}", indicators),
        spent_on(f"Estimates of {estimates['cells']:,} suppressed cells in {count}", estimates),
    ]
    return results.table(["At once", "seconds", "of processors", "peak, MB"], rows)


def spent_on(name, figures):
    return [name, *(f"{figures[key]:.{digits}f}" for key, digits in FIGURES.items())]
