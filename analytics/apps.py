from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnalyticsConfig(AppConfig):
    name = "analytics"

    def ready(self):
        from analytics import permissions, problems, tasks  # noqa: F401  (registered on import)
        from core import jobs

        jobs.register(
            "import",
            title=_("Import of a data set"),
            permission="analytics.import_data",
            run=tasks.import_upload,
            home="data_home",
        )
        jobs.register(
            "import_mapped",
            title=_("Import of a data set"),
            permission="analytics.import_data",
            run=tasks.import_mapped,
            home="data_home",
        )
