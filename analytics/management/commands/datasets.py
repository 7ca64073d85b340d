"""`manage.py datasets`: what has been imported; is it whole; take it out again."""

from django.core.management.base import BaseCommand, CommandError

from analytics import presenters, queries
from analytics.management.options import find_initiative
from analytics.services import datasets

FAULTS = {
    "raw_changed": "the raw file is gone or changed",
    "tidy_missing": "the stored table is gone",
    "tidy_unreadable": "the stored table cannot be read",
    "tidy_changed": "the stored table has other totals than were recorded",
}


class Command(BaseCommand):
    help = (
        "List the data sets, newest first; verify that their raw files have the hashes and their "
        "stored tables the totals that were recorded on import; or remove them. Where an older "
        "data set holds the cells of one that was removed, it counts again."
    )

    def add_arguments(self, parser):
        parser.add_argument("action", nargs="?", choices=["list", "verify", "remove"])
        parser.add_argument("ids", nargs="*", type=int, metavar="ID", help="as listed")
        parser.add_argument("--initiative", help="slug, to see its own data sets too")
        parser.add_argument("--yes", action="store_true", help="remove, do not only say what for")

    def handle(self, *, action, ids, initiative, yes, **options):
        chosen = self.find(ids, find_initiative(initiative))
        if action == "remove":
            self.remove(chosen if ids else [], yes)
        elif action == "verify":
            self.verify(chosen)
        else:
            self.list(chosen)

    def find(self, ids, initiative):
        """The data sets of these ids, or all; CommandError for an id that is not among them."""
        seen = list(queries.datasets_seen_by(initiative))
        unknown = set(ids) - {dataset.pk for dataset in seen}
        if unknown:
            named = ", ".join(map(str, sorted(unknown)))
            raise CommandError(f"There is no data set {named} here. Nothing was changed.")
        return [dataset for dataset in seen if not ids or dataset.pk in ids]

    def list(self, chosen):
        for dataset in chosen:
            words = [
                str(dataset.pk),
                dataset.status,
                presenters.holds(dataset),
                f"{dataset.rows} rows",
                dataset.file_name,
                f"sha256 {dataset.sha256}",
                f"imported {dataset.imported_at:%Y-%m-%d}",
                dataset.initiative.slug if dataset.initiative else "for every initiative",
            ]
            self.stdout.write("\t".join(words))

    def verify(self, chosen):
        broken = 0
        for dataset in chosen:
            faults = datasets.verify(dataset=dataset)
            broken += bool(faults)
            said = "; ".join(FAULTS[fault] for fault in faults) or "whole"
            self.stdout.write(f"{dataset.pk}\t{dataset.file_name}\t{said}")
        if broken:
            raise CommandError(f"{broken} of {len(chosen)} data sets are not whole.")

    def remove(self, chosen, yes):
        if not chosen:
            raise CommandError("Name the data sets to remove by their ids.")
        for dataset in chosen:
            for dependant in queries.dependants(dataset):
                self.stdout.write(f"{dataset.pk}\t{said(dependant)}")
        if not yes:
            raise CommandError("Nothing was removed. Repeat it with --yes to remove them.")
        for dataset in chosen:
            name = f"{dataset.pk}\t{dataset.file_name}"
            datasets.remove(dataset=dataset, by=None)
            self.stdout.write(f"{name}\tremoved")


def said(dependant):
    """What removing a data set means for a region."""
    parts = [f"{dependant.region.name} ({dependant.region.initiative.slug}) has figures of it"]
    if dependant.replaced:
        parts.append(f"another data set would count for {places(dependant.replaced)}")
    if dependant.lost:
        parts.append(f"no figures would be left for {places(dependant.lost)}")
    return "; ".join(parts)


def places(pairs):
    return ", ".join(f"{area} {year}" for area, year in pairs)
