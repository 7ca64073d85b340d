"""DuckDB: one database in memory for each process, a cursor for each question."""

import contextlib
import errno
import functools
import os

from django.conf import settings

FULL = ("No space left", "File too large", "quota exceeded")  # what the system says of a disk


class Unreadable(Exception):
    """The raw file breaks the rules of its format.

    `line` is where, if that is known, `place` which column of that line, from 0, and `kind`
    DuckDB's word for it, for example MISSING COLUMNS.
    """

    def __init__(self, line=None, place=0, kind=""):
        self.line = line
        self.place = place
        self.kind = kind
        super().__init__(line)


@functools.cache
def database(process_id):
    import duckdb

    return duckdb.connect(
        config={
            "temp_directory": str(settings.WAREHOUSE_DIR / "aside"),  # where large sorts spill
            "autoinstall_known_extensions": "false",  # nothing is fetched from the network
        }
    )


@contextlib.contextmanager
def cursor():
    """A DuckDB cursor of this process; a forked child opens a database of its own."""
    opened = database(os.getpid()).cursor()
    try:
        yield opened
    finally:
        opened.close()


def one_row(connection, query):
    """The only row; the result is read to its end, which is when DuckDB notes rejected lines."""
    return connection.execute(query).fetchall()[0]


def literal(value):
    return "'" + str(value).replace("'", "''") + "'"


def name(value):
    return '"' + str(value).replace('"', '""') + '"'


@contextlib.contextmanager
def unreadable():
    """Errors of DuckDB inside mean that the file is not what its header promised.

    Only of a full disk, where tables are written and large ones spill, they are an OSError.
    """
    import duckdb

    try:
        with writing():
            yield
    except duckdb.Error as error:
        raise Unreadable from error


@contextlib.contextmanager
def writing():
    """Raises OSError where DuckDB says that the disk is full."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        if any(words in str(error) for words in FULL):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise


@contextlib.contextmanager
def reading():
    """A cursor to read a raw file with. Raises Unreadable."""
    with cursor() as connection, unreadable():
        yield connection
