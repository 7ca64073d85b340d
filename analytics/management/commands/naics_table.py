"""`manage.py naics_table`: the NAICS table of any areas, as a file or on the standard output."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from analytics import presenters
from analytics.management.options import add_kinds, add_prices, add_scope, kinds_of, scope_of
from analytics.queries import estimates, workings_of
from core.problems import Problem


class Command(BaseCommand):
    help = (
        "Write the NAICS table of the areas, one row for each 4-digit industry: employment, growth "
        "of the cells published in both years, location quotients, wages in dollars of the last "
        "year. Unknown values are empty. The citation, with every source, its hash and what is "
        "estimated, stands in JSON and XLSX files, beside a CSV file, else on the error stream."
    )

    def add_arguments(self, parser):
        add_scope(parser)
        add_prices(parser)
        add_kinds(parser)
        parser.add_argument(
            "--cells",
            choices=estimates.CELLS,
            default=estimates.PUBLISHED,
            help="only what is published, or estimates in place of suppressed cells of the areas",
        )
        parser.add_argument("--format", choices=["csv", "json", "xlsx"], default="csv")
        parser.add_argument("--output", type=Path, help="a file; a spreadsheet needs one")

    def handle(self, *, format, output, **options):
        if format == "xlsx" and output is None:
            raise CommandError("A spreadsheet needs a file: name it with --output.")
        try:
            found = workings_of(**scope_of(options), **kinds_of(options), cells=options["cells"])
        except Problem as problem:
            raise CommandError(str(problem)) from None
        try:
            self.write(found, format, output)
        except OSError as error:
            raise CommandError(f"{output} could not be written: {error.strerror}.") from None

    def write(self, found, kind, output):
        cited = presenters.as_text(presenters.citation(found))
        if kind == "csv":
            text = presenters.table_csv(found.table)
            if output:
                output.with_suffix(".citation.txt").write_text(cited, encoding="utf-8")
            else:
                self.stderr.write(cited, ending="")
            self.put(text, output)
        elif kind == "json":
            self.put(presenters.table_json(found), output)
        else:
            output.write_bytes(presenters.workbook(found))

    def put(self, text, output):
        if output:
            output.write_text(text, encoding="utf-8", newline="")
        else:
            self.stdout.write(text, ending="" if text.endswith("\n") else "\n")
