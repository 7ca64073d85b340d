from clusters.models.briefings import Briefing
from clusters.models.definitions import Cluster, ClusterIndustry

__all__ = ["Briefing", "Cluster", "ClusterIndustry"]
