"""Pieces of SQL that the readers share.

In the relation `raw` every column is text without surrounding spaces, '' where it is missing.
DuckDB plans each piece anew for each file, so they are few.
"""

from analytics.sources.areas import renumbered

# What R, pandas, databases and spreadsheets write where there is no value.
MISSING = ("", "NA", "N/A", "#N/A", "<NA>", "NaN", "nan", "None", "NULL", "null")


def text(column):
    """A raw column as trimmed text, '' where it is missing."""
    return f"coalesce(trim({column}), '')"


def free_text(column):
    """As `text`, of a column that is read with what stands for a missing value as it is."""
    words = ", ".join(f"'{word}'" for word in MISSING)
    return f"CASE WHEN {column} IN ({words}) THEN '' ELSE trim({column}) END"


def whole(column):
    """A code that a program took for a fraction, such as 10.0, as the code it was."""
    return rf"regexp_replace({column}, '\.0$', '')"


def place(column):
    """An area's code as the code it goes by now, so that its years stand under one."""
    cases = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in renumbered().items())
    return f"CASE {column} {cases} ELSE {column} END"


def one_of(words):
    """The type of a column that holds nothing but the words of a list.

    Parquet takes its values as they are numbered, where it looks up each text among all it saw.
    """
    return f"ENUM({', '.join(f"'{word}'" for word in words)})"


def always(word):
    """A column that says the same in every row."""
    return f"CAST('{word}' AS {one_of([word])})"


def number(column):
    """The column as a number; NULL where it is missing or no number."""
    return f"TRY_CAST({column} AS DOUBLE)"


def in_powers(columns):
    """How many of the columns hold a million or more in powers of ten, less those that do plainly.

    A program that writes all digits needs powers of ten seldom, one that rounds always: a file
    where they prevail was rounded.
    """
    return " + ".join(
        f"CASE WHEN contains({column}, 'e') THEN CAST({number(column)} >= 1e6 AS INTEGER) "
        f"WHEN length({column}) > 6 THEN -1 ELSE 0 END"
        for column in columns
    )
