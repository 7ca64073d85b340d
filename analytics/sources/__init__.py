"""The layouts that can be imported, each known by its header and never by a file's name.

A header is of a layout if it has the columns that the layout reads, in any order and among any
others: titles, quotients, row numbers and columns of one's own are passed over.

A layout is a module with
- NAME, and ONE_YEAR: whether all its rows must be of one year;
- COLUMNS: the columns that are read; those in OPTIONAL may be missing and read '' then;
- NUMBERS: those of them that are numbers;
- MENDED: {column: SQL} of columns that people's programs write in several ways;
- FREE: the columns that hold free text, which no pattern of a row is about;
- STAGED: SQL from the relation `raw` (every column text) to what is kept of each row at first;
- VALUES: SQL from that to the tidy columns;
- CELL: the staged columns that name a cell of one period, in the order in which rows are written;
- QUARTER: SQL of the quarter a row tells of, 0 for a whole year;
- KEPT: SQL condition on `raw`; rows outside it are counted and left out, by the columns
  LEFT_OUT_BY;
- ROW: the pattern of a sound row over ROW_COLUMNS, and PLAIN_ROW, that of one which needs no
  mending; RULES: the same field by field, to say what is wrong with an unsound one.
"""

from analytics.sources import annual, quarterly, tidy
from analytics.sources.headers import missing, places, repeated, required

LAYOUTS = (annual, quarterly, tidy)

__all__ = ["LAYOUTS", "nearest", "places", "recognise", "repeated"]


def recognise(header):
    """The layout of a list of column names, or None."""
    return next((layout for layout in LAYOUTS if not missing(header, layout)), None)


def nearest(header):
    """(the layout most of whose columns the header has, its missing columns), or None."""
    lacking = [(missing(header, layout), layout) for layout in LAYOUTS]
    columns, layout = min(lacking, key=lambda found: len(found[0]))
    return (layout, columns) if 2 * len(columns) <= len(required(layout)) else None
