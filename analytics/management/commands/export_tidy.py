"""`manage.py export_tidy`: several areas as one, and their base, as a file the importer reads."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from analytics import warehouse
from analytics.management.options import add_scope, scope_of
from analytics.queries import tidy_region
from core.problems import Problem


class Command(BaseCommand):
    help = (
        "Sum the cells of the areas into one area and write it, with the base, in the tidy layout: "
        "CSV, or Parquet if the output's name ends in .parquet. A table made from that file "
        "equals the one made from the areas."
    )

    def add_arguments(self, parser):
        add_scope(parser)
        parser.add_argument("--area-code", required=True, help="for example central-ohio")
        parser.add_argument("--name", required=True, help="what the region is called")
        parser.add_argument("--output", required=True, type=Path)

    def handle(self, *, area_code, name, output, **options):
        try:
            rows = tidy_region(**scope_of(options), code=area_code, title=name)
        except Problem as problem:
            raise CommandError(str(problem)) from None
        warehouse.export(rows, output)
        self.stdout.write(f"Wrote {len(rows)} rows to {output}.")
