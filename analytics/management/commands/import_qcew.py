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
        "files in the tidy layout, each recognised by its first line, also in ZIP archives. In a "
        "folder or an archive, other files are listed and passed over. Importing a file twice "
        "changes nothing."
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
            "--estimated",
            nargs=2,
            action="append",
            default=[],
            metavar=("PATTERN", "NOTE"),
            help="files whose path ends so (2016/US000.csv, est_*.csv) are estimates, made as the "
            "note says, whatever --status says of the others; may be given several times",
        )
        parser.add_argument(
            "--initiative", help="slug; without it the data sets serve every initiative"
        )

    def handle(self, *, paths, initiative, status, note, estimated, **options):
        self.estimated = estimated
        self.refuse_idle_patterns(paths)
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

    def refuse_idle_patterns(self, paths):
        """Raises CommandError where a pattern fits no file: its estimates would be published."""
        files = [file for path in paths for file in (files_in(path) if path.is_dir() else [path])]
        for pattern, _note in self.estimated:
            if not any(file.match(pattern) for file in files):
                raise CommandError(f"No file fits “{pattern}”. Nothing was imported.")

    def rules_of(self, path):
        """The rules of a file: those of all, or of the estimates that it is among."""
        for pattern, note in self.estimated:
            if path.match(pattern):
                return self.rules | {"status": Status.ESTIMATE, "note": note}
        return self.rules

    def take(self, path):
        """Import a file, or every file of a folder and its subfolders."""
        if path.is_dir():
            for file in files_in(path):
                self.take_file(file, in_folder=True)
        elif path.is_file():
            self.take_file(path, in_folder=False)
        else:
            self.tell("refused", Problem("path_missing", path=path), path)

    def take_file(self, path, *, in_folder):
        """Import a file, or the members of an archive; what a folder holds besides is skipped."""
        rules = self.rules_of(path)
        for name, result in importer.import_each(path, **rules):
            passed_over = in_folder or name != path.name
            self.tell(*self.said(result, passed_over, rules["status"]), path.parent / name)

    def said(self, result, passed_over, status):
        if isinstance(result, Problem):
            unknown = isinstance(result, importer.Unrecognised)
            return "skipped" if unknown and passed_over else "refused", result
        dataset = result.dataset
        text = f"{dataset.rows} rows, {dataset.refused_rows} left out, {dataset.status}"
        if not result.new and dataset.status != status:
            text += f"; to have it {status}, take it out first (manage.py datasets)"
        return "imported" if result.new else "known", text

    def tell(self, kind, text, path):
        self.counts[kind] += 1
        stream = self.stdout if kind in ("imported", "known") else self.stderr
        stream.write(f"{kind}: {path}: {text}")


def files_in(folder):
    """Every file of a folder and its subfolders, in the order of their paths."""
    return sorted(found for found in folder.rglob("*") if found.is_file())
