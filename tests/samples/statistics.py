"""Statistics to import: invented ones in every clone, and the real ones where they are."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings

from analytics import importer
from analytics.models import Dataset, DatasetSlice
from tests.samples import qcew

CENTRAL_OHIO = tuple(
    "39041 39045 39047 39049 39073 39083 39089 39091 39097 39101 39117 39127 39129 39141 "
    "39159".split()
)


@dataclass(frozen=True)
class Imported:
    """What an import into empty stores left there: its rows, and a copy of the warehouse."""

    datasets: list
    slices: list
    warehouse: Path

    @classmethod
    def now(cls):
        copy = settings.WAREHOUSE_DIR.with_name("imported")
        shutil.copytree(settings.WAREHOUSE_DIR, copy)
        datasets, slices = Dataset.objects.order_by("pk"), DatasetSlice.objects.order_by("pk")
        return cls(list(datasets.values()), list(slices.values()), copy)

    def put_back(self):
        shutil.copytree(self.warehouse, settings.WAREHOUSE_DIR, dirs_exist_ok=True)
        datasets = Dataset.objects.bulk_create(
            Dataset(**row | {"id": None}) for row in self.datasets
        )
        new = {row["id"]: made.pk for row, made in zip(self.datasets, datasets, strict=True)}
        DatasetSlice.objects.bulk_create(
            DatasetSlice(**row | {"id": None, "dataset_id": new[row["dataset_id"]]})
            for row in self.slices
        )


IMPORTED = {}  # {files in their order: Imported}, by this process


@dataclass(frozen=True)
class Statistics:
    """A region's files, both years and the base; `estimated` are those that are estimates."""

    files: list[Path]
    areas: tuple
    base: str = "US000"
    start: int = 2016
    end: int = 2023
    estimated: set = field(default_factory=set)

    def load(self, files=None):
        """Import them for the server, unless an earlier test's import of them is at hand."""
        files, fresh = tuple(files or self.files), not Dataset.objects.exists()
        if fresh and files in IMPORTED:
            IMPORTED[files].put_back()
            return
        for path in files:
            self.load_one(path)
        if fresh:
            IMPORTED[files] = Imported.now()

    def load_one(self, path):
        estimate = path in self.estimated
        importer.import_file(
            path,
            status="estimate" if estimate else "published",
            note="Recovered from published quotients" if estimate else "",
        )

    @property
    def scope(self):
        return {"areas": self.areas, "start": self.start, "end": self.end, "base": self.base}


@pytest.fixture(scope="session")
def invented(tmp_path_factory):
    files = qcew.write_statistics(tmp_path_factory.mktemp("invented"))
    return Statistics(files, qcew.AREAS, estimated={f for f in files if "2016-US000" in f.name})


@pytest.fixture
def central_ohio(data_dir):
    computed = data_dir / "qcew_computed"
    us = [computed / "2016/US000.csv", computed / "2023/US000.csv"]
    files = [
        *(computed / f"2016/{area}.csv" for area in CENTRAL_OHIO),
        *(data_dir / f"qcew/2023/{area}.csv" for area in CENTRAL_OHIO),
        *us,
    ]
    return Statistics(files, CENTRAL_OHIO, estimated={us[0]})


@pytest.fixture(params=["invented", "central_ohio"])
def statistics(request):
    """Every test that asks for it runs on the invented files and on the real ones."""
    return request.getfixturevalue(request.param)
