"""`make bench`: what is slow, as ratios to a plain pandas script on the same files in the same run.

Ratios travel from machine to machine where seconds do not. The real files are read from
CLUSTERWISE_DATA_DIR; database and warehouse are made in a temporary folder.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("CLUSTERWISE_DATA_DIR", BASE_DIR / "../shared/data"))
REGION = (
    "39041 39045 39047 39049 39073 39083 39089 39091 39097 39101 39117 39127 39129 39141 39159"
).split()
START, END, BASE = 2016, 2023, "US000"
ROUNDS = 5


def main():
    if not DATA_DIR.is_dir():
        sys.exit(f"The bench reads real files, and there are none at {DATA_DIR}.")
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder))
        files = files_of_the_region()
        report("Import of the region", seconds(lambda: import_all(files), 1), read_all, files)
        report("The same again", seconds(lambda: import_all(files)), read_all, files)
        report("NAICS table", seconds(naics_table), sum_by_industry, files)


def set_up(folder):
    """An empty database and an empty warehouse in `folder`."""
    os.environ.update(
        CLUSTERWISE_DEMO="1",
        DATABASE_URL=f"sqlite:///{folder / 'bench.sqlite3'}",
        DJANGO_SETTINGS_MODULE="config.settings",
        WAREHOUSE_DIR=str(folder / "warehouse"),
    )
    sys.path.insert(0, str(BASE_DIR))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


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


def report(name, ours, plain, files):
    theirs = seconds(lambda: plain(files))
    script = plain.__name__.replace("_", " ")
    print(f"{name:<22} {ours:7.3f} s = {ours / theirs:6.2f} x pandas, {script} ({theirs:.3f} s)")


if __name__ == "__main__":
    main()
