"""`manage.py area_indicators`: the indicators of many areas, each by itself, as CSV."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from analytics import presenters
from analytics.management.options import add_kinds, add_prices, add_scope, kinds_of, scope_of
from analytics.queries.areas import counties_held, indicators_by_area
from analytics.queries.provenance import sources_of
from core.problems import Problem

EVERY_COUNTY = ("counties",)


class Command(BaseCommand):
    help = (
        "Write the indicators of every 4-digit industry of many areas, each compared with the base "
        "by itself, one row for an area and industry. `--areas counties` takes every county that "
        "has data in both years. Unknown values are empty. The sources stand on the error stream."
    )

    def add_arguments(self, parser):
        add_scope(parser)
        add_prices(parser)
        add_kinds(parser)
        parser.add_argument("--output", type=Path, help="a file; else the standard output")

    def handle(self, *, output, **options):
        scope = scope_of(options)
        years = scope["start"], scope["end"]
        if scope["areas"] == EVERY_COUNTY:
            scope["areas"] = counties_held(years, scope["initiative"])
        try:
            found = indicators_by_area(**scope, **kinds_of(options))
            sources = sources_of([*scope["areas"], scope["base"]], years, scope["initiative"])
        except Problem as problem:
            raise CommandError(str(problem)) from None
        self.write(found, output)
        for line in presenters.source_lines(sources):
            self.stderr.write(line)

    def write(self, found, output):
        try:
            if output:
                with output.open("w", encoding="utf-8", newline="") as file:
                    file.writelines(pieces(found))
            else:
                self.stdout.writelines(pieces(found))
        except OSError as error:
            raise CommandError(f"{output} could not be written: {error.strerror}.") from None


def pieces(found):
    """The CSV area by area, so that not all of it stands in memory; the heading comes first."""
    yield presenters.table_csv(found.head(0).reset_index())
    for _area, rows in found.groupby(level="area"):
        yield presenters.table_csv(rows.reset_index()).partition("\n")[2]
