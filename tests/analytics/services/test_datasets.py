"""An upload becomes a job, and the job a data set of this initiative, once."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Membership
from analytics import warehouse
from analytics.models import Dataset
from analytics.services import datasets
from core import jobs
from core.models import Job
from tests.factories.accounts import InitiativeFactory, member
from tests.samples import qcew

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    return InitiativeFactory()


@pytest.fixture
def file(tmp_path):
    path = qcew.write_annual(tmp_path / "county.csv", qcew.cells_of("39049", 2016))
    return SimpleUploadedFile("county.csv", path.read_bytes())


def send(initiative, file, status="published", note="", by=None):
    file.seek(0)
    return datasets.upload(
        initiative=initiative, by=by or member(initiative), file=file, status=status, note=note
    )


def uploads():
    return list((settings.WAREHOUSE_DIR / "uploads").glob("*"))


def test_the_job_imports_the_file_for_this_initiative(initiative, file):
    manager = member(initiative)
    job = send(initiative, file, "estimate", "By hand", by=manager)
    assert jobs.run(job.pk)
    job.refresh_from_db()
    dataset = Dataset.objects.get()
    assert (job.state, job.progress) == ("ready", 100)
    assert job.result["lines"][0] == f"county.csv: {dataset.rows} rows imported."
    assert (dataset.initiative, dataset.imported_by) == (initiative, manager)
    assert (dataset.file_name, dataset.status, dataset.note) == (
        "county.csv",
        "estimate",
        "By hand",
    )
    assert uploads() == []


def test_a_file_that_is_sent_twice_is_imported_once(initiative, file):
    first, second = send(initiative, file), send(initiative, file)
    for job in (first, second):
        jobs.run(job.pk)
        job.refresh_from_db()
    assert (first.state, second.state) == ("ready", "ready")
    assert second.result["lines"] == ["county.csv was imported already. Nothing was changed."]
    assert Dataset.objects.count() == 1
    assert uploads() == []


def test_a_refused_file_fails_the_job_with_its_sentence(initiative):
    job = send(initiative, SimpleUploadedFile("notes.csv", b""))
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.problem_code) == ("failed", "file_empty")
    assert job.problem_values == {"file": "notes.csv"}
    assert not Dataset.objects.exists()
    assert uploads() == []


def test_a_worker_that_died_after_the_import_is_followed_by_one_that_finds_it_done(
    initiative, file
):
    job = send(initiative, file)
    jobs.run(job.pk)
    Job.objects.filter(pk=job.pk).update(state="waiting", finished_at=None, claim=None)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, Dataset.objects.count()) == ("ready", 1)


def test_an_upload_that_was_cleared_away_says_so(initiative, file):
    job = send(initiative, file)
    warehouse.upload_path(job.arguments["token"]).unlink()
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.problem_code) == ("failed", "upload_gone")


def test_only_the_manager_imports(initiative, file):
    administrator = member(initiative, Membership.Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied):
        send(initiative, file, by=administrator)
    assert not Job.objects.exists()
    assert uploads() == []
