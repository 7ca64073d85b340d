"""Statements that are composed once and run often.

Composing a statement costs the server more than having it answered. Where a whole room
asks at one moment, in the polls and in the dots, it is done at the first request only.
"""

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import FETCH_ONE
from django.db.models.constants import OnConflict
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators
from django.db.models.sql import InsertQuery, UpdateQuery
from django.utils.functional import cached_property


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
    `given`, another Statement, a row changes only if that one finds one; and `changed_row` reads
    the row that it changed. (After `given` SQLite cannot count what `change` changed.)
    """

    def __init__(self, rows, shared=False, given=None, **changes):
        query = rows.query
        if changes:
            query = query.chain(UpdateQuery)
            query.add_update_values(changes)
        self.model = rows.model
        self.compiler = query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, self.values = self.compiler.as_sql()
        if shared and connection.features.has_select_for_update:
            self.sql += " FOR SHARE"
        if given:
            first = f"WITH given AS ({given.sql})"
            self.sql = f"{first} {self.sql} AND EXISTS (SELECT 1 FROM given)"  # noqa: S608 (both compiled)
            self.values = [*given.values, *self.values]

    def change(self, **values):
        """Run the UPDATE; how many rows it changed."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled(self.values, values))
            return cursor.rowcount

    def changed_row(self, *names, **values):
        """Run the UPDATE of at most one row; its fields of these names as a tuple, or None."""
        meta = self.model._meta
        columns = [f'"{meta.db_table}"."{meta.get_field(name).column}"' for name in names]
        return first_row(f"{self.sql} RETURNING {', '.join(columns)}", filled(self.values, values))

    def row(self, **values):
        """The first row as a tuple, or None."""
        return first_row(self.sql, filled(self.values, values))

    def rows(self, **values):
        """All rows as tuples."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled(self.values, values))
            return cursor.fetchall()

    def records(self, **values):
        """The rows as records of their model, with annotations and what select_related names."""
        return [self.reader.read(row) for row in self.rows(**values)]

    def record(self, **values):
        """The first of these records, or None."""
        row = self.row(**values)
        return row and self.reader.read(row)

    @cached_property
    def reader(self):
        return Reader(self.compiler)


class Reader:
    """Makes records of rows, as a queryset does, by what its compiler knows of their columns."""

    def __init__(self, compiler):
        info, select = compiler.klass_info, compiler.select
        self.converters = compiler.get_converters([column for column, *_names in select])
        self.annotations = compiler.annotation_col_map.items()
        first, last = info["select_fields"][0], info["select_fields"][-1]
        self.columns = slice(first, last + 1)
        self.names = [column.target.attname for column, *_names in select[self.columns]]
        self.model = info["model"]
        self.related = get_related_populators(info, select, DEFAULT_DB_ALIAS, FETCH_ONE)

    def read(self, row):
        row = list(row)
        for place, (converters, column) in self.converters.items():
            for convert in converters:
                row[place] = convert(row[place], column, connection)
        record = self.model.from_db(DEFAULT_DB_ALIAS, self.names, row[self.columns])
        for related in self.related:
            related.populate(row, record)
        for name, place in self.annotations:
            setattr(record, name, row[place])
        return record


class Insertion:
    """The SQL of the INSERT of one row; `blanks` are the columns that are filled in when it runs.

    With `once` nothing happens where a constraint of uniqueness finds such a row already. SQLite
    passes over what its other constraints refuse as well, so the values must be sound before.
    """

    def __init__(self, model, *blanks, once=False, **columns):
        self.blanks = {name: model._meta.get_field(name) for name in blanks}
        for name, field in self.blanks.items():
            columns[field.attname] = blank(name)
        query = InsertQuery(model, on_conflict=OnConflict.IGNORE if once else None)
        fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        query.insert_values(fields, [model(**columns)])
        compiler = query.get_compiler(DEFAULT_DB_ALIAS)
        compiler.returning_fields = [model._meta.pk]
        [(self.sql, self.values)] = compiler.as_sql()

    def key(self, **values):
        """Run it; the primary key of the new row, or None."""
        stored = {
            name: field.get_db_prep_save(values[name], connection)
            for name, field in self.blanks.items()
        }
        found = first_row(self.sql, filled(self.values, stored))
        return found and found[0]


def filled(places, values):
    return [values[each] if isinstance(each, Name) else each for each in places]


def first_row(sql, values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()
