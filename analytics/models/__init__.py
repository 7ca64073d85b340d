from analytics.models.areas import Region, RegionArea
from analytics.models.datasets import Dataset, DatasetSlice, Status
from analytics.models.observations import (
    JointIndustry,
    JointObservation,
    Observation,
    ObservationIndustry,
    Question,
)
from analytics.models.snapshots import Snapshot
from analytics.models.studies import Study, StudyIndustry
from analytics.models.uploads import Upload
from analytics.models.worksheets import OwnSheet, Worksheet

__all__ = [
    "Dataset",
    "DatasetSlice",
    "JointIndustry",
    "JointObservation",
    "Observation",
    "ObservationIndustry",
    "OwnSheet",
    "Question",
    "Region",
    "RegionArea",
    "Snapshot",
    "Status",
    "Study",
    "StudyIndustry",
    "Upload",
    "Worksheet",
]
