"""Statements that are composed once and run often.

Composing a statement costs the server more than having it answered. Where a whole room
asks at one moment, in the polls and in the dots, it is done at the first request only.
"""

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models.expressions import RawSQL
from django.db.models.sql import UpdateQuery


class Name(str):
    """Stands among a statement's values for one that is known when it runs."""

    __slots__ = ()


def blank(name):
    """The place of a value in a queryset, to be filled in under `name` when it runs.

    The value goes to the database as it is: a number or a text.
    """
    return RawSQL("%s", [Name(name)])


class Statement:
    """The SQL of a queryset; with `changes` of the UPDATE of its rows.

    `shared` rows are held until the transaction ends: others may hold them too, and whoever
    changes them waits. SQLite, which has one writer at a time, needs and knows no such words.

    Two ways to spare a trip to the database, both for an UPDATE of a filtered queryset: with
    `given`, another Statement, a row changes only if that one finds one; and `key` tells which
    row was changed. (After `given` SQLite cannot count what `change` changed; `key` works.)
    """

    def __init__(self, rows, shared=False, given=None, **changes):
        query = rows.query
        if changes:
            query = query.chain(UpdateQuery)
            query.add_update_values(changes)
        self.model = rows.model
        self.sql, self.values = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
        if shared and connection.features.has_select_for_update:
            self.sql += " FOR SHARE"
        if given:
            first = f"WITH given AS ({given.sql})"
            self.sql = f"{first} {self.sql} AND EXISTS (SELECT 1 FROM given)"  # noqa: S608 (both compiled)
            self.values = [*given.values, *self.values]

    def fill(self, values):
        return [values[each] if isinstance(each, Name) else each for each in self.values]

    def change(self, **values):
        """Run the UPDATE; how many rows it changed."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.fill(values))
            return cursor.rowcount

    def key(self, **values):
        """Run the UPDATE of at most one row; its primary key, or None."""
        table, pk = self.model._meta.db_table, self.model._meta.pk.column
        with connection.cursor() as cursor:
            cursor.execute(f'{self.sql} RETURNING "{table}"."{pk}"', self.fill(values))
            found = cursor.fetchone()
        return found and found[0]

    def row(self, **values):
        """The first row as a tuple, or None."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.fill(values))
            return cursor.fetchone()

    def record(self, **values):
        """The first row as a record of its model with its annotations, or None."""
        return next(iter(self.model.objects.raw(self.sql, self.fill(values))), None)
