"""The catalogue of data sets: looked up, and written once a file is whole."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from analytics import sources, warehouse
from analytics.models import Dataset, DatasetSlice, Snapshot, Status, Upload


@dataclass(frozen=True)
class Outcome:
    """A data set and whether this import made it, or found it there already."""

    dataset: Dataset
    new: bool


def find(sha256, initiative):
    return Dataset.objects.filter(sha256=sha256, initiative=initiative).first()


def record(dataset, aside):
    """Swap the tidy file in and write its rows; of two imports of one file one stands."""
    quarterly = dataset.layout == sources.quarterly.NAME
    found = warehouse.slices(aside, quarterly=quarterly)
    slices = [slice_of(dataset, held) for held in found]
    warehouse.swap_in(aside, warehouse.tidy_path(dataset.key))
    try:
        with transaction.atomic():
            dataset.save()
            DatasetSlice.objects.bulk_create(slices)
    except IntegrityError:
        warehouse.discard(dataset.key)
        return Outcome(find(dataset.sha256, dataset.initiative), new=False)
    except BaseException:
        warehouse.discard(dataset.key)
        raise
    return Outcome(dataset, new=True)


def slice_of(dataset, found):
    return DatasetSlice(
        dataset=dataset,
        area=found["area"],
        area_title=found["area_title"][:120],
        year=found["year"],
        quarter=found["quarter"],
        rows=found["rows"],
        status=Status.ESTIMATE if found["estimated"] else Status.PUBLISHED,
        note=found["note"],
        source=found["source"],
    )


def raw_hashes():
    """The SHA-256 of all raw files that data sets rest on: a set."""
    made_from = Upload.objects.filter(dataset__isnull=False).values_list("sha256", flat=True)
    return {*Dataset.objects.values_list("sha256", flat=True), *made_from}


def sweep():
    """Clear away what killed imports and freezings have left in the warehouse."""
    kept = Dataset.objects.values_list("key", flat=True)
    frozen = Snapshot.objects.values_list("key", flat=True)
    warehouse.sweep({*kept, *frozen}, raw_hashes())
