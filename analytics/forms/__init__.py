"""Forms of the data pages."""

from analytics.forms.regions import AreaSearch, RegionForm
from analytics.forms.studies import SnapshotForm, StudyForm
from analytics.forms.uploads import MappingForm, UploadForm

__all__ = ["AreaSearch", "MappingForm", "RegionForm", "SnapshotForm", "StudyForm", "UploadForm"]
