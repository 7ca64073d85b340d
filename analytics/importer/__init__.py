"""Files of employment statistics into the warehouse and the catalogue."""

from analytics.importer.archives import import_each
from analytics.importer.catalogue import Outcome, find, raw_hashes, sweep
from analytics.importer.files import import_file
from analytics.importer.mapped import (
    as_json,
    grid_of,
    import_mapped,
    needs_mapping,
    rows_of,
)
from analytics.importer.recognition import Unrecognised
from analytics.importer.room import room_for

__all__ = [
    "Outcome",
    "Unrecognised",
    "as_json",
    "find",
    "grid_of",
    "import_each",
    "import_file",
    "import_mapped",
    "needs_mapping",
    "raw_hashes",
    "room_for",
    "rows_of",
    "sweep",
]
