"""Files of employment statistics into the warehouse and the catalogue."""

from analytics.importer.archives import import_each
from analytics.importer.catalogue import Outcome, find, sweep
from analytics.importer.files import import_file
from analytics.importer.recognition import Unrecognised

__all__ = ["Outcome", "Unrecognised", "find", "import_each", "import_file", "sweep"]
