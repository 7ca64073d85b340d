"""Statistics to import: invented ones in every clone, and the real ones where they are."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from analytics import importer
from tests.samples import qcew

CENTRAL_OHIO = tuple(
    "39041 39045 39047 39049 39073 39083 39089 39091 39097 39101 39117 39127 39129 39141 "
    "39159".split()
)


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
        """Import them for the server."""
        for path in files or self.files:
            estimate = path in self.estimated
            importer.import_file(
                path,
                status="estimate" if estimate else "published",
                note="Recovered from published quotients" if estimate else "",
            )

    @property
    def scope(self):
        return {"areas": self.areas, "start": self.start, "end": self.end, "base": self.base}


@pytest.fixture
def invented(tmp_path):
    files = qcew.write_statistics(tmp_path / "invented")
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
