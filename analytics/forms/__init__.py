"""Forms of the data pages."""

from analytics.forms.observations import (
    ChangedLineForm,
    NewLineForm,
    NewObservationForm,
    ObservationForm,
    TakeOverForm,
)
from analytics.forms.regions import AreaSearch, RegionForm
from analytics.forms.studies import SnapshotForm, StudyForm
from analytics.forms.uploads import MappingForm, UploadForm

__all__ = [
    "AreaSearch",
    "ChangedLineForm",
    "MappingForm",
    "NewLineForm",
    "NewObservationForm",
    "ObservationForm",
    "RegionForm",
    "SnapshotForm",
    "StudyForm",
    "TakeOverForm",
    "UploadForm",
]
