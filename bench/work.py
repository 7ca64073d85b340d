"""The pieces of work that the bench measures, each alone in a process of its own.

    python -m bench.work PIECE ARGUMENT…

A piece prints its figures as one line of JSON.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from bench.measure import measured

BASE_DIR = Path(__file__).resolve().parent.parent
ROUNDS = 5
PIECES = {}


def piece(function):
    PIECES[function.__name__] = function
    return function


def set_up(folder):
    """A database and a warehouse in `folder`, as they stand there or empty."""
    os.environ.update(
        CLUSTERWISE_DEMO="1",
        DATABASE_URL=f"sqlite:///{folder / 'bench.sqlite3'}",
        DJANGO_SETTINGS_MODULE="config.settings",
        WAREHOUSE_DIR=str(folder / "warehouse"),
    )
    import django
    import duckdb  # noqa: F401  (a server has loaded it before the first import is asked for)
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def bring_in(path):
    from analytics import importer

    return importer.import_file(path, initiative=None, status="published", note="").dataset


@piece
def import_once(path):
    """Import a file into an empty warehouse."""
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        set_up(Path(folder))
        return measured(lambda: bring_in(Path(path)))[1]


@piece
def duckdb_alone(path):
    """Read the file and write the same rows in the same order, as one would with DuckDB alone."""
    import duckdb

    from analytics.sources.qcew import KEPT
    from analytics.sources.tidy import LEVELS

    texts = "area_fips own_code industry_code agglvl_code size_code qtr disclosure_code".split()
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in texts)
    level = f"split_part('{','.join(LEVELS)}', ',', CAST(agglvl_code[2] AS INTEGER) + 1)"
    shown = "disclosure_code IS DISTINCT FROM 'N'"
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        query = f"""
            COPY (
                SELECT area_fips AS area, '' AS area_title, '' AS part, own_code AS ownership,
                    industry_code AS industry, CAST(year AS SMALLINT) AS year,
                    {level} AS level, CAST(annual_avg_estabs AS DOUBLE) AS establishments,
                    CASE WHEN {shown} THEN CAST(annual_avg_emplvl AS DOUBLE) END AS employment,
                    CASE WHEN {shown} THEN CAST(total_annual_wages AS DOUBLE) END AS wages,
                    CAST({shown} AS INTEGER) AS cells_published,
                    CAST(NOT {shown} AS INTEGER) AS cells_suppressed,
                    'published' AS status, '' AS note, '' AS source
                FROM read_csv('{path}', types={{{types}}}) WHERE {KEPT}
                ORDER BY area, year, industry, ownership
            ) TO '{folder}/alone.parquet' (FORMAT parquet, COMPRESSION zstd)
        """
        connection = duckdb.connect()
        return measured(lambda: connection.execute(query))[1]


@piece
def import_years(folder, first, years, states, areas):
    """Import year after year in one process: a list of figures, with the size of what is kept.

    Each single file is made just before and removed afterwards, and so is its raw copy. From the
    second year on, `table` is what the NAICS table of the first two years takes, in seconds of
    processors.
    """
    set_up(Path(folder))
    from analytics import warehouse
    from bench import figures, nation

    found = []
    for year in range(int(first), int(first) + int(years)):
        path = Path(folder) / f"{year}.annual.singlefile.csv"
        nation.write_apart(path, year, states)
        dataset, spent = measured(lambda path=path: bring_in(path))
        tidy = warehouse.tidy_path(dataset.key)
        spent |= {"year": year, "rows": dataset.rows, "kept": tidy.stat().st_size / 1e6}
        found.append(spent | {"read": path.stat().st_size / 1e6})
        path.unlink()
        warehouse.discard_raw(dataset.sha256)
        if year > int(first):
            found[-1]["table"] = figures.seconds_of_table(areas.split(), int(first), ROUNDS)
    return found


@piece
def naics_table(folder, areas, start, end):
    """The NAICS table of some areas, each time from the files: a list of figures."""
    set_up(Path(folder))
    from bench import figures

    return [
        measured(lambda: figures.table(areas.split(), int(start), int(end)))[1]
        for _round in range(ROUNDS + 1)
    ][1:]


@piece
def plain_table(paths, areas, start, end):
    """The same table by a plain pandas script from CSV files: its figures."""
    from bench import plain

    files = [Path(path) for path in paths.split(os.pathsep)]
    return measured(lambda: plain.table(files, areas.split(), int(start), int(end)))[1]


@piece
def pieces_of_table(folder, areas, start, end):
    """Seconds of the pure functions by how many industries they are given."""
    set_up(Path(folder))
    from bench import figures

    return figures.by_industries(areas.split(), int(start), int(end), ROUNDS)


@piece
def every_indicator(folder, start, end, states):
    """All indicators of every industry in every county of the states."""
    set_up(Path(folder))
    from bench import figures

    found, spent = measured(lambda: figures.every_indicator(int(start), int(end), int(states)))
    return spent | {"rows": found}


@piece
def estimates_of_year(folder, year, states):
    """Estimates of every county of the states in one year."""
    set_up(Path(folder))
    from bench import figures

    found, spent = measured(lambda: figures.estimates(int(year), int(states)))
    return spent | {"cells": found}


if __name__ == "__main__":
    print(json.dumps(PIECES[sys.argv[1]](*sys.argv[2:])))
