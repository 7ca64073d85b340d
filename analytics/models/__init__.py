from analytics.models.areas import Region, RegionArea
from analytics.models.datasets import Dataset, DatasetSlice, Status
from analytics.models.snapshots import Snapshot

__all__ = ["Dataset", "DatasetSlice", "Region", "RegionArea", "Snapshot", "Status"]
