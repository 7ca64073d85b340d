"""Uploads whose columns have to be named: the page, the preview, the import."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from analytics import importer, warehouse
from analytics.models import Dataset, Upload
from analytics.queries.cells import cells_of
from analytics.services import datasets
from core import jobs
from core.models import Job
from tests.factories.accounts import InitiativeFactory, member
from tests.samples.wide import write_csv, write_xlsx

pytestmark = pytest.mark.django_db


def send(client, initiative, path):
    """Upload a file and go where the page leads: its address."""
    file = SimpleUploadedFile(path.name, path.read_bytes())
    address = reverse("dataset_upload", args=[initiative.slug])
    return client.post(address, {"file": file, "status": "published", "note": ""}).url


def typed(page, **values):
    """What a browser would send of the page, with other values."""
    return page.context["form"].data | {"shown": page.context["grid"].sheet} | values


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_table_is_named_previewed_and_imported(client, initiative, tmp_path, write):
    address = send(client, initiative, write(tmp_path / "lmi export"))
    upload = Upload.objects.get()
    assert address == reverse("dataset_columns", args=[initiative.slug, upload.key])
    page = client.get(address)
    assert "below what holds for the whole file: Area." in page.content.decode()
    page = client.post(address, typed(page, area="Franklin County, OH", preview="1"))
    text = page.content.decode()
    assert (
        "8 figures, each of an industry, area, ownership and year; 2 of them undisclosed." in text
    )
    assert "1 line is left out: of all ownerships together" in text
    answer = client.post(address, typed(page, **{"import": "1"}))
    job = Job.objects.get()
    assert answer.url == reverse("job", args=[initiative.slug, job.pk])
    jobs.run(job.pk)
    job.refresh_from_db()
    assert job.result["lines"] == ["lmi export: 8 rows imported."]
    cells = cells_of(["39049"], [2016], initiative).set_index("industry")
    assert cells.loc["10", "employment"] == 120_000
    assert cells.loc["3254", "cells_suppressed"] == 1
    assert cells.loc["3254", "employment"] != cells.loc["3254", "employment"]
    assert client.get(address).url == reverse("data_home", args=[initiative.slug])


def imported(client, initiative, tmp_path):
    address = send(client, initiative, write_csv(tmp_path / "lmi.csv"))
    page = client.post(address, typed(client.get(address), area="39049"))
    client.post(address, typed(page, **{"import": "1"}))
    jobs.run(Job.objects.get().pk)
    return Upload.objects.get()


def test_the_file_as_it_came_is_kept_and_goes_with_its_data_set(
    client, initiative, tmp_path, django_capture_on_commit_callbacks
):
    upload = imported(client, initiative, tmp_path)
    dataset = upload.dataset
    assert warehouse.raw_is_whole(upload.sha256)
    assert upload.sha256 in dataset.slices.first().source
    assert datasets.verify(dataset=dataset) == []
    assert list((settings.WAREHOUSE_DIR / "uploads").glob("*")) == []
    with django_capture_on_commit_callbacks(execute=True):
        datasets.remove(dataset=dataset, by=None)
    assert list((settings.WAREHOUSE_DIR / "raw").glob("*")) == []
    assert not Upload.objects.exists()


def test_a_worker_that_died_after_the_import_is_followed_by_one_that_finds_it_done(
    client, initiative, tmp_path
):
    upload = imported(client, initiative, tmp_path)
    again = importer.import_mapped(upload, report=lambda percent, step: None)
    assert (again.dataset, again.new) == (upload.dataset, False)
    assert Dataset.objects.count() == 1


def test_nothing_is_imported_while_a_field_cannot_be_read(client, initiative, tmp_path):
    lines = [["NAICS", "Jobs 2020", "Wages 2020"], ["3254", "about 20", "5"]]
    address = send(client, initiative, write_csv(tmp_path / "a.csv", lines))
    values = typed(client.get(address), area="39049", ownership="5")
    page = client.post(address, values | {"import": "1"})
    assert "Line 2, column B (Jobs 2020): “about 20” is no number" in page.content.decode()
    assert not Job.objects.exists()


def test_other_headings_are_read_when_asked(client, initiative, tmp_path):
    address = send(client, initiative, write_csv(tmp_path / "a.csv"))
    proposed = client.get(address).context["form"]["header"].value()
    page = client.post(address, typed(client.get(address), header="2", again="1"))
    assert page.context["form"]["header"].value() == 2
    assert page.context["form"]["role_0"].value() in (None, "")
    odd = client.post(address, typed(client.get(address), header="²", again="1"))
    assert odd.context["form"]["header"].value() == proposed


def test_what_is_typed_wrongly_is_said_and_kept(client, initiative, tmp_path):
    address = send(client, initiative, write_csv(tmp_path / "a.csv"))
    page = client.post(address, typed(client.get(address), area="Atlantis", header="999"))
    text = page.content.decode()
    assert "“Atlantis” is no area that is known here." in text
    assert "less than or equal to 10" in text
    assert 'value="Atlantis"' in text


def test_a_file_that_was_cleared_away_says_so(client, initiative, tmp_path):
    address = send(client, initiative, write_csv(tmp_path / "a.csv"))
    warehouse.upload_path(Upload.objects.get().key).unlink()
    assert "waited too long and was cleared away" in client.get(address).content.decode()


def test_another_initiatives_upload_is_not_found(client, initiative, tmp_path):
    send(client, initiative, write_csv(tmp_path / "a.csv"))
    other = InitiativeFactory()
    client.force_login(member(other))
    address = reverse("dataset_columns", args=[other.slug, Upload.objects.get().key])
    assert client.get(address).status_code == 404
