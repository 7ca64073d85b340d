from django.apps import AppConfig


class ClustersConfig(AppConfig):
    name = "clusters"

    def ready(self):
        from analytics.presenters import regions
        from clusters import permissions, problems  # noqa: F401  (registered on import)
        from clusters.presenters import pages

        regions.RESTING.insert(0, pages.resting_on_region)
