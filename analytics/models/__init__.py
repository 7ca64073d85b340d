from analytics.models.areas import Region, RegionArea
from analytics.models.datasets import Dataset, DatasetSlice, Status
from analytics.models.snapshots import Snapshot
from analytics.models.studies import Study, StudyIndustry
from analytics.models.uploads import Upload

__all__ = [
    "Dataset",
    "DatasetSlice",
    "Region",
    "RegionArea",
    "Snapshot",
    "Status",
    "Study",
    "StudyIndustry",
    "Upload",
]
