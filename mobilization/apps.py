from django.apps import AppConfig


class MobilizationConfig(AppConfig):
    name = "mobilization"

    def ready(self):
        from mobilization import permissions, problems  # noqa: F401  (registered on import)
        from mobilization.documents import blank, entries, kinds, kits
        from mobilization.documents import plans as plan_documents
        from mobilization.presenters import (
            blueprints,
            coming,
            feedback,
            groups,
            invitations,
            meetings,
            personal,
            plans,
            presentations,
            summary_pages,
            team_invitations,
            teams,
        )
        from mobilization.services import mailings, summary_mailings, team_mailings

        plan_documents.register()
        kinds.register()
        kits.register()
        blank.register()
        mailings.register()
        summary_mailings.register()
        team_mailings.register()
        personal.SOURCES += [
            source.entries
            for source in (
                invitations,
                coming,
                meetings,
                summary_pages,
                feedback,
                presentations,
                team_invitations,
                teams,
                groups,
                plans,
                blueprints,
                entries,
            )
        ]
