"""A region's own slices: import and NAICS table beside a plain pandas script on the same files."""

import tempfile
import time
from pathlib import Path

from bench import work
from bench.files import DATA_DIR

REGION = (
    "39041 39045 39047 39049 39073 39083 39089 39091 39097 39101 39117 39127 39129 39141 39159"
).split()
START, END, BASE = 2016, 2023, "US000"
ROUNDS = 5


HEADINGS = ["Of 15 counties and the United States", "seconds", "plain pandas script", "times"]


def rows():
    """The lines of the table, measured now."""
    with tempfile.TemporaryDirectory() as folder:
        work.set_up(Path(folder))
        files = files_of_the_region()
        return [
            line("Import of two years", seconds(lambda: import_all(files), 1), read_all, files),
            line("The same files again", seconds(lambda: import_all(files)), read_all, files),
            line("NAICS table", seconds(naics_table), sum_by_industry, files),
        ]


def files_of_the_region():
    """The slices of both years for the region and the United States."""
    places = [f"qcew_computed/{START}", f"qcew/{END}", f"qcew_computed/{END}"]
    candidates = [DATA_DIR / place / f"{area}.csv" for place in places for area in [*REGION, BASE]]
    return [path for path in candidates if path.exists()]


# --- The product ------------------------------------------------------------------------------


def import_all(files):
    from analytics import importer

    for path in files:
        importer.import_file(path, initiative=None, status="published", note="")


def naics_table():
    from analytics.queries import tables

    return tables.table_of(areas=REGION, base=BASE, start=START, end=END, initiative=None)


# --- A plain script ---------------------------------------------------------------------------


def read_all(files):
    import pandas as pd

    text = {"area_fips": str, "industry_code": str}
    return pd.concat(pd.read_csv(path, dtype=text) for path in files)


def sum_by_industry(files):
    cells = read_all(files)
    cells = cells[cells["agglvl_code"].isin([16, 76]) & (cells["disclosure_code"] != "N")]
    keys = [cells["area_fips"] == BASE, "industry_code", "year"]
    return cells.groupby(keys)[["annual_avg_emplvl", "total_annual_wages"]].sum()


# --- Time -------------------------------------------------------------------------------------


def seconds(work, rounds=ROUNDS):
    """The shortest of `rounds` runs."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def line(name, ours, plain, files):
    theirs = seconds(lambda: plain(files))
    return (
        name,
        f"{ours:.3f}",
        f"{plain.__name__.replace('_', ' ')}: {theirs:.3f}",
        f"{ours / theirs:.2f}",
    )
