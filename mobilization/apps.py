from django.apps import AppConfig


class MobilizationConfig(AppConfig):
    name = "mobilization"

    def ready(self):
        from mobilization import permissions, problems  # noqa: F401  (registered on import)
        from mobilization.documents import entries, kinds, kits
        from mobilization.documents import plans as plan_documents
        from mobilization.presenters import (
            blueprints,
            groups,
            invitations,
            meetings,
            personal,
            plans,
            teams,
        )
        from mobilization.services import mailings

        plan_documents.register()
        kinds.register()
        kits.register()
        mailings.register()
        personal.SOURCES += [
            source.entries
            for source in (invitations, meetings, teams, groups, plans, blueprints, entries)
        ]
