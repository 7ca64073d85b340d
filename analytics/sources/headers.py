"""Column names as files write them, and the one name that each column goes by here."""

ALIASES = {
    "annual_avg_estabs_count": "annual_avg_estabs",
    "qtrly_estabs_count": "qtrly_estabs",
}


def canonical(header):
    """The names of a header in our spelling; a column that we never read keeps its own."""
    names = (name.strip().casefold() for name in header)
    return [ALIASES.get(name, name) for name in names]


def places(header, layout):
    """{column of the layout: its place in the header, from 0}; columns not there are left out."""
    names = canonical(header)
    return {column: names.index(column) for column in layout.COLUMNS if column in names}


def required(layout):
    return [column for column in layout.COLUMNS if column not in layout.OPTIONAL]


def missing(header, layout):
    """The columns that a file of this layout must have and this header has not, in order."""
    names = set(canonical(header))
    return [column for column in required(layout) if column not in names]


def repeated(header, layout):
    """The columns of the layout that stand in the header twice."""
    names = canonical(header)
    return [column for column in layout.COLUMNS if names.count(column) > 1]
