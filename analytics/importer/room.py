"""A full disk, said in words."""

import contextlib

from django.db import DatabaseError

from analytics.warehouse.engine import FULL
from core.problems import Problem

FULL_DATABASE = ("database or disk is full", "disk I/O error")  # what SQLite says


@contextlib.contextmanager
def room_for(name):
    """Raises Problem where the disk has no room for what the block writes: a file or a table."""
    try:
        yield
    except (OSError, DatabaseError) as error:
        if any(words in str(error) for words in (*FULL, *FULL_DATABASE)):
            raise Problem("disk_full", file=name) from error
        raise
