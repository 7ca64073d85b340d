"""Pieces of SQL that the readers share.

In the relation `raw` every column is text without surrounding spaces, '' where it is missing.
"""


def number(column):
    """The column as a number; NULL where it is missing or no number."""
    return f"TRY_CAST({column} AS DOUBLE)"


def is_missing(column):
    return f"{column} = ''"


def is_no_number(column):
    """True where something stands that is not a finite decimal number."""
    value = number(column)
    is_none = f"{value} IS NULL OR NOT isfinite({value}) OR contains({column}, '_')"
    return f"({column} <> '' AND ({is_none}))"


def is_negative(column):
    return f"coalesce({number(column)} < 0, false)"


def is_no_match(column, pattern):
    return f"NOT regexp_full_match({column}, '{pattern}')"


def number_faults(columns):
    """The two faults any column of numbers can have."""
    return [("not_a_number", column, is_no_number(column)) for column in columns] + [
        ("negative_number", column, is_negative(column)) for column in columns
    ]


def year_faults(column):
    """A year is four digits, from the first year of the records to this one."""
    out_of_range = (
        f"coalesce(TRY_CAST({column} AS INTEGER) NOT BETWEEN 1990 AND year(today()), false)"
    )
    return [
        ("not_a_year", column, is_no_match(column, "[0-9]{4}")),
        ("year_out_of_range", column, out_of_range),
    ]
