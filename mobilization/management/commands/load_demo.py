"""`manage.py load_demo`: the demo of central Ohio, once, into an empty database."""

from django.core.management.base import BaseCommand, CommandError

from core.problems import Problem
from mobilization.queries.demo import initiative


class Command(BaseCommand):
    help = "Load the demo of central Ohio into an empty database; a second time does nothing."

    def handle(self, **options):
        if initiative():
            self.stdout.write("The demo is loaded already; nothing was changed.")
            return
        from mobilization.demo import story  # loads every service, and the demo is told once

        try:
            story.tell()
        except Problem as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write("The demo is loaded: central Ohio, three clusters.")
