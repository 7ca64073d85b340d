from django.apps import AppConfig


class ClustersConfig(AppConfig):
    name = "clusters"

    def ready(self):
        from clusters import permissions, problems  # noqa: F401  (registered on import)
