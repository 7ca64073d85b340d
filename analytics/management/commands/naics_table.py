"""`manage.py naics_table`: the NAICS table of any areas, as CSV."""

from django.core.management.base import BaseCommand, CommandError

from analytics import presenters
from analytics.management.options import add_scope, scope_of
from analytics.models import Status
from analytics.queries import provenance, tables
from core.problems import Problem


class Command(BaseCommand):
    help = (
        "Write the NAICS table of the areas, one row for each 4-digit industry: employment, growth "
        "of the cells published in both years, location quotients, wages in dollars of the last "
        "year. Unknown values are empty. What is estimated is told on the error stream."
    )

    def add_arguments(self, parser):
        add_scope(parser)
        parser.add_argument("--format", choices=["csv"], default="csv")

    def handle(self, **options):
        scope = scope_of(options)
        try:
            table = tables.table_of(**scope)
            sources = provenance.sources_of(
                [*scope["areas"], scope["base"]],
                (scope["start"], scope["end"]),
                scope["initiative"],
            )
        except Problem as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(presenters.table_csv(table), ending="")
        for line in presenters.source_lines(s for s in sources if s.status == Status.ESTIMATE):
            self.stderr.write(f"Estimate: {line}")
