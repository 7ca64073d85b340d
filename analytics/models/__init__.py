from analytics.models.areas import Region, RegionArea
from analytics.models.datasets import Dataset, DatasetSlice, Status

__all__ = ["Dataset", "DatasetSlice", "Region", "RegionArea", "Status"]
