"""Archives are taken member by member; what is made to harm is refused in words."""

import io
import struct
import zipfile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from analytics import importer
from analytics.models import Dataset
from analytics.services import datasets
from core import jobs
from core.problems import Problem
from tests.factories.accounts import InitiativeFactory, member
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def packed(members):
    """The bytes of an archive of {name: bytes}."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.fixture
def members(tmp_path):
    """A good file, one of quarters in a folder, a bad one, and three that are something else."""
    good = qcew.write_annual(tmp_path / "good", qcew.GOOD_CELLS).read_bytes()
    rows = [qcew.quarter_row(cell, 1) for cell in qcew.GOOD_CELLS]
    return {
        "2016/annual.csv": good,
        "2016/quarter 1.csv": qcew.write_quarters(tmp_path / "quarters", rows).read_bytes(),
        "bad.csv": qcew.spoilt(tmp_path / "bad", annual_avg_emplvl=-5).read_bytes(),
        "readme.txt": b"Nothing to import\n",
        "more.zip": packed({"good.csv": good}),
        "book.xlsx": packed({"[Content_Types].xml": b"<Types/>"}),
    }


@pytest.fixture
def archive(tmp_path, members):
    path = tmp_path / "all of it"
    path.write_bytes(packed(members))
    return path


def test_each_member_is_imported_passed_over_or_refused(archive):
    results = dict(importer.import_each(archive))
    said = {
        name: result.code if isinstance(result, Problem) else result.dataset.layout
        for name, result in results.items()
    }
    assert said == {
        "all of it/2016/annual.csv": "qcew-annual",
        "all of it/2016/quarter 1.csv": "qcew-quarterly",
        "all of it/bad.csv": "negative_number",
        "all of it/readme.txt": "layout_unknown",
        "all of it/more.zip": "file_in_archive",
        "all of it/book.xlsx": "file_in_archive",
    }
    assert results["all of it/bad.csv"].values["line"] == 3
    assert Dataset.objects.count() == 2
    assert not [path for path in (settings.WAREHOUSE_DIR / "aside").iterdir() if path.is_file()]


def test_the_command_lists_the_members(archive, capsys):
    with pytest.raises(CommandError):
        call_command("import_qcew", str(archive))
    written = capsys.readouterr()
    assert "Imported 2, known already 0, passed over 3, refused 1." in written.out
    assert f"refused: {archive}/bad.csv: Line 3 of all of it/bad.csv" in written.err
    assert f"skipped: {archive}/readme.txt" in written.err


def test_the_same_file_in_and_out_of_an_archive_is_one_data_set(archive, members, tmp_path):
    (tmp_path / "alone.csv").write_bytes(members["2016/annual.csv"])
    importer.import_file(tmp_path / "alone.csv")
    results = dict(importer.import_each(archive))
    assert results["all of it/2016/annual.csv"].new is False


def encrypted(data):
    """The archive with every member marked as encrypted."""
    data = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying(data):
    """The archive whose list says that its member has ten bytes."""
    data = bytearray(data)
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def damaged(data):
    middle = len(data) // 3
    return data[:middle] + bytes(20) + data[middle + 20 :]


def bad_archives():
    rows = b"".join(b"%d,%d\n" % (n, n * n) for n in range(2000))
    return {
        "archive_encrypted": encrypted(packed({"a.csv": rows})),
        "archive_broken": packed({"a.csv": rows})[:-30],
        "archive_empty": packed({}),
        "archive_bursts": packed({"a.csv": bytes(10**7)}),
        "archive_too_large": packed({f"{n}.csv": rows for n in range(9)}),
        "member_broken": damaged(packed({"a.csv": rows})),
    }


@pytest.mark.parametrize("code", bad_archives())
def test_a_harmful_or_broken_archive_is_refused_in_words(tmp_path, code):
    path = qcew.content(tmp_path / "bad.zip", bad_archives()[code])
    ((_name, problem),) = importer.import_each(path, limit=200_000)
    assert problem.code == code
    assert "bad.zip" in str(problem)
    assert "Nothing was stored" in str(problem)
    assert [found for found in settings.WAREHOUSE_DIR.rglob("*") if found.is_file()] == []


def test_a_member_that_is_larger_than_it_says_is_broken(tmp_path, members):
    data = lying(packed({"a.csv": members["2016/annual.csv"]}))
    ((_name, problem),) = importer.import_each(qcew.content(tmp_path / "lying.zip", data))
    assert problem.code == "member_broken"


def send(data):
    initiative = InitiativeFactory()
    file = SimpleUploadedFile("upload.zip", data)
    job = datasets.upload(
        initiative=initiative, by=member(initiative), file=file, status="published", note=""
    )
    jobs.run(job.pk)
    job.refresh_from_db()
    return job


def test_an_uploaded_archive_tells_of_each_member(archive):
    job = send(archive.read_bytes())
    assert job.state == "ready"
    lines = job.result["lines"]
    assert lines[0] == "upload.zip/2016/annual.csv: 2 rows imported."
    assert lines[2].startswith("Line 3 of upload.zip/bad.csv has a negative number")
    assert len(lines) == 6


def test_what_an_upload_unpacks_to_counts_against_the_limit(archive, settings):
    settings.UPLOAD_LIMIT = len(archive.read_bytes()) + 1
    job = send(archive.read_bytes())
    assert (job.state, job.problem_code) == ("failed", "archive_too_large")
    assert not Dataset.objects.exists()
    assert list((settings.WAREHOUSE_DIR / "uploads").iterdir()) == []


def test_an_upload_of_which_nothing_can_be_imported_fails_with_the_reason(members):
    job = send(packed({name: members[name] for name in ("readme.txt", "bad.csv")}))
    assert (job.state, job.problem_code) == ("failed", "negative_number")
