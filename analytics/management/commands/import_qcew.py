"""`manage.py import_qcew`: files and folders of employment statistics into the warehouse."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from analytics import importer
from analytics.management.options import find_initiative
from analytics.models import Status
from core.problems import Problem


class Command(BaseCommand):
    help = (
        "Import BLS QCEW files, annual averages or quarters, by area, by industry or national, and "
        "files in the tidy layout, each recognised by its first line. In a folder, other files are "
        "listed and passed over. Importing a file twice changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
        parser.add_argument(
            "--status",
            choices=Status.values,
            default=Status.PUBLISHED,
            help="whether the numbers were published or are somebody's estimate",
        )
        parser.add_argument("--note", default="", help="who made an estimate, and how")
        parser.add_argument(
            "--initiative", help="slug; without it the data sets serve every initiative"
        )

    def handle(self, *, paths, initiative, status, note, **options):
        self.rules = {"initiative": find_initiative(initiative), "status": status, "note": note}
        self.counts = {"imported": 0, "known": 0, "skipped": 0, "refused": 0}
        importer.sweep()
        for path in paths:
            self.take(path)
        self.stdout.write(
            "Imported {imported}, known already {known}, passed over {skipped}, "
            "refused {refused}.".format(**self.counts)
        )
        if self.counts["refused"]:
            raise CommandError("Some files were refused; the others were imported.")

    def take(self, path):
        """Import a file, or every file of a folder and its subfolders."""
        if path.is_dir():
            for file in sorted(found for found in path.rglob("*") if found.is_file()):
                self.take_file(file, in_folder=True)
        elif path.is_file():
            self.take_file(path, in_folder=False)
        else:
            self.tell("refused", path, Problem("path_missing", path=path))

    def take_file(self, path, *, in_folder):
        try:
            outcome = importer.import_file(path, **self.rules)
        except importer.Unrecognised as problem:
            self.tell("skipped" if in_folder else "refused", path, problem)
        except Problem as problem:
            self.tell("refused", path, problem)
        else:
            dataset = outcome.dataset
            text = f"{dataset.rows} rows, {dataset.refused_rows} left out, {dataset.status}"
            self.tell("imported" if outcome.new else "known", path, text)

    def tell(self, kind, path, text):
        self.counts[kind] += 1
        stream = self.stdout if kind in ("imported", "known") else self.stderr
        stream.write(f"{kind}: {path}: {text}")
