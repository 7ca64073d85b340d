"""`manage.py naics_table`: the NAICS table of any areas, as a file or on the standard output."""

from django.core.management.base import BaseCommand, CommandError

from analytics import presenters
from analytics.management.options import add_prices, add_scope, scope_of
from analytics.models import Status
from analytics.queries import provenance, tables
from analytics.sources import ownerships
from core.problems import Problem


class Command(BaseCommand):
    help = (
        "Write the NAICS table of the areas, one row for each 4-digit industry: employment, growth "
        "of the cells published in both years, location quotients, wages in dollars of the last "
        "year. Unknown values are empty. What is estimated is told on the error stream."
    )

    def add_arguments(self, parser):
        add_scope(parser)
        add_prices(parser)
        parser.add_argument(
            "--ownership",
            default="covered",
            help="whose jobs: covered (all of them), private, federal, state, local, or several "
            "with commas between them; quotients keep all covered jobs as their denominators",
        )
        parser.add_argument(
            "--wages",
            choices=[tables.REAL, tables.NOMINAL],
            default=tables.REAL,
            help="in dollars of the last year, or of each year",
        )
        parser.add_argument("--format", choices=["csv"], default="csv")

    def handle(self, *, ownership, wages, series_cpi, **options):
        scope = scope_of(options)
        try:
            table = tables.table_of(
                **scope,
                series=series_cpi,
                ownership=ownerships.parse(ownership.split(",")),
                wages=wages,
            )
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
