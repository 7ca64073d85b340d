import uuid

import pytest

from core import jobs
from core.models import Job
from core.problems import Problem
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.core import DocumentFactory, JobFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    return InitiativeFactory(slug="central-ohio")


@pytest.fixture
def manager_client(client, initiative, monkeypatch):
    monkeypatch.setattr(jobs, "kinds", {})
    jobs.register("sample", title="Briefing paper", permission="accounts.enter", run=None)
    jobs.register("secret", title="Secret", permission="accounts.change_team", run=None)
    client.force_login(member(initiative))
    return client


def page_of(client, job, **headers):
    return client.get(f"/i/central-ohio/jobs/{job.pk}/", headers=headers)


def test_a_waiting_job_says_so_and_asks_again_by_itself(manager_client):
    page = page_of(manager_client, JobFactory()).content.decode()

    assert "Briefing paper" in page
    assert "Waiting for a free worker" in page
    assert 'hx-trigger="every 1s"' in page


def test_a_job_s_page_leads_back_to_its_section(manager_client):
    jobs.register(
        "sample", title="Paper", permission="accounts.enter", run=None, home="document_list"
    )

    page = page_of(manager_client, JobFactory()).content.decode()

    crumbs = page.partition('class="crumbs"')[2].partition("</nav>")[0]
    assert '<a href="/i/central-ohio/documents/">Documents</a>' in crumbs


def test_a_running_job_shows_its_progress(manager_client):
    job = JobFactory(running=True, progress=60, step="Setting the pages")

    page = page_of(manager_client, job).content.decode()

    assert "Setting the pages" in page
    assert '<progress max="100" value="60"' in page


def test_a_ready_document_can_be_opened(manager_client):
    job = DocumentFactory(title="Paper on instruments").job

    page = page_of(manager_client, job).content.decode()
    pdf = manager_client.get(f"/i/central-ohio/documents/{job.pk}/file/")

    assert "Paper on instruments" in page
    assert "hx-get" not in page
    assert pdf["Content-Type"] == "application/pdf"
    assert b"".join(pdf.streaming_content) == b"%PDF-1.7 sample"


def test_a_failed_job_says_what_to_do(manager_client):
    job = JobFactory(ready=True, state=Job.State.FAILED, problem_code="job_broke")

    assert "Try again" in page_of(manager_client, job).content.decode()


@pytest.mark.parametrize(("trait", "status"), [({"running": True}, 200), ({"ready": True}, 286)])
def test_a_fragment_stops_the_polling_when_the_job_has_ended(manager_client, trait, status):
    response = page_of(manager_client, JobFactory(**trait), **{"hx-request": "true"})

    assert response.status_code == status
    assert "<html" not in response.content.decode()


def test_a_job_of_another_initiative_is_not_found(manager_client):
    assert page_of(manager_client, JobFactory(place="elsewhere")).status_code == 404


def test_a_job_whose_kind_is_not_for_this_role_is_not_found(client, manager_client, initiative):
    job = JobFactory(kind="secret")
    assert page_of(manager_client, job).status_code == 200

    client.force_login(member(initiative, role="recorder"))

    assert page_of(client, job).status_code == 404


def test_an_unfinished_document_and_an_unknown_one_are_not_found(manager_client):
    for key in (JobFactory(running=True).pk, JobFactory(ready=True).pk, uuid.uuid4()):
        address = f"/i/central-ohio/documents/{key}/file/"
        assert manager_client.get(address).status_code == 404


def test_the_gallery_shows_every_component(client):
    page = client.get("/gallery/").content.decode()

    assert "Ensure this value is greater than or equal to 1990." in page
    assert "No data set has been imported yet." in page
    assert "Waiting for a free worker" in page


def test_a_stale_form_gets_a_page_in_words():
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post("/accounts/sign-in/")

    assert response.status_code == 403
    assert "csrf" not in response.content.decode().lower().split("<body")[1]


def test_a_problem_that_no_form_caught_becomes_a_message(manager_client, monkeypatch):
    def refuse(request):
        raise Problem("job_broke")

    monkeypatch.setattr("core.views.gallery_context", lambda: refuse(None))

    shown = manager_client.get("/gallery/")
    sent = manager_client.post("/gallery/", headers={"referer": "http://testserver/"})

    assert shown.status_code == 409
    assert "Something in the program broke" in shown.content.decode()
    assert (sent.status_code, sent["Location"]) == (302, "http://testserver/")
