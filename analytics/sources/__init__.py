"""The layouts that can be imported, each known by its header and never by a file's name.

A layout is a module with
- NAME, and ONE_YEAR: whether all its rows must be of one year;
- recognises(header): true for a list of column names of this layout;
- SELECT: SQL from the relation `raw` (every column text) to the tidy columns;
- EMPLOYMENT and WAGES: SQL of the two values, NULL where they are undisclosed;
- KEPT: SQL condition on `raw`; rows outside it are counted and left out;
- FAULTS: (problem code, column, SQL condition that is true for a bad row).
"""

from analytics.sources import annual, tidy

LAYOUTS = (annual, tidy)


def recognise(header):
    """The layout of a list of column names, or None."""
    names = [name.strip() for name in header]
    return next((layout for layout in LAYOUTS if layout.recognises(names)), None)


def is_quarterly(header):
    """True for the QCEW's quarterly layouts, which hold months instead of annual averages."""
    return "month1_emplvl" in header
