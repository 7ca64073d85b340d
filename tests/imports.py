"""What an import has left behind, looked at as a stranger would: the catalogue and the folders."""

import hashlib
import math

from django.conf import settings

from analytics import warehouse
from analytics.models import Dataset
from analytics.warehouse.engine import cursor, literal


def stored_files():
    """Every file of the warehouse, in whatever folder."""
    return {path for path in settings.WAREHOUSE_DIR.rglob("*") if path.is_file()}


def assert_nothing_stored(kept=frozenset()):
    """Neither a data set nor a file, but for those that were there before."""
    assert not Dataset.objects.exists()
    assert stored_files() == set(kept)


def assert_whole(dataset, raw, also=frozenset()):
    """One data set with its two files and no other, the raw one as it came, and totals that are
    those of its rows. Returns {cell: (establishments, jobs, wages)} of what is stored.

    `also` are further files that belong to it.
    """
    assert [*Dataset.objects.all()] == [dataset]
    kept, tidy = warehouse.raw_path(dataset.sha256), warehouse.tidy_path(dataset.key)
    assert stored_files() == {kept, tidy, *also}
    assert kept.read_bytes() == raw
    assert hashlib.sha256(raw).hexdigest() == dataset.sha256
    cells = cells_of(tidy)
    dataset.refresh_from_db()
    assert dataset.rows == len(cells) == sum(held.rows for held in dataset.slices.all())
    for place, total in ((1, dataset.employment), (2, dataset.wages)):
        added = math.fsum(values[place] or 0 for values in cells.values())
        assert math.isclose(total, added, rel_tol=1e-9)
    return cells


def cells_of(tidy):
    """{(area, ownership, industry, part, year, quarter): (establishments, jobs, wages)} of a tidy
    file; no cell stands in it twice.
    """
    with cursor() as connection:
        found = connection.execute(f"SELECT * FROM read_parquet({literal(tidy)})")
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    cells = {
        (*(row[name] for name in CELL), str(row["year"]), row.get("quarter", 0)): (
            row["establishments"],
            row["employment"],
            row["wages"],
        )
        for row in rows
    }
    assert len(cells) == len(rows)
    return cells


CELL = ("area", "ownership", "industry", "part")


def forget():
    """Empty the catalogue and the warehouse, for the next import of the same test."""
    Dataset.objects.all().delete()
    for path in stored_files():
        path.unlink()
