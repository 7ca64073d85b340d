"""Frozen tables: one immutable Parquet file each."""

from django.conf import settings

from analytics.warehouse.engine import cursor, literal, writing
from analytics.warehouse.files import swap_in, written_aside


def snapshot_path(key):
    return settings.WAREHOUSE_DIR / "snapshots" / f"{key}.parquet"


def freeze(frame, key):
    """Keep a frame of numbers and words as it is. Raises OSError where the disk is full."""
    with written_aside() as aside:
        with writing(), cursor() as connection:
            connection.register("frame", frame)
            connection.execute(f"COPY frame TO {literal(aside)} (FORMAT parquet)")
        swap_in(aside, snapshot_path(key))


def frozen(key):
    """The frame of a snapshot, as it was frozen."""
    with cursor() as connection:
        return connection.execute(f"SELECT * FROM read_parquet({literal(snapshot_path(key))})").df()


def thaw(key):
    snapshot_path(key).unlink(missing_ok=True)
