import pytest
from django.urls import reverse

from accounts import links
from clusters.models import Briefing
from core.models import Job
from mobilization.models import Blueprint, Seat
from tests.factories.accounts import InitiativeFactory, PersonFactory, member
from tests.factories.blueprints import approved_plan, signed
from tests.factories.core import DocumentFactory, JobFactory
from tests.factories.meetings import voted_meeting
from tests.factories.plans import leader
from tests.factories.process import ClusterGroupFactory, SeatFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return voted_meeting()


@pytest.fixture
def group(meeting):
    return meeting.group


@pytest.fixture
def manager(client, group):
    user = member(group.initiative)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return user


def here(group, name, *args):
    return reverse(name, args=[group.initiative.slug, *args])


def by_link(person, name, *args):
    return reverse(name, args=[links.for_person(person).token, *args])


def document_of(group, kind, subject=None):
    place = group.initiative.slug
    job = JobFactory(kind=kind, place=place, subject=subject or group, ready=True)
    return DocumentFactory(job=job, title=f"{kind} of {group}")


def status_of(client, person, document):
    response = client.get(by_link(person, "read_document", document.job_id))
    if response.streaming:
        list(response.streaming_content)
    return response.status_code


def test_the_list_offers_what_can_be_made_and_leads_to_what_is(client, manager, group):
    document = document_of(group, "briefing_paper")

    page = client.get(here(group, "document_list")).content.decode()

    assert here(group, "document_file", document.job_id) in page
    assert here(group, "make_document", group.cluster.slug, "meeting_summary") in page
    assert here(group, "make_document", group.cluster.slug, "blueprint") not in page


def test_the_button_leads_to_the_page_of_the_job(client, manager, group):
    response = client.post(here(group, "make_document", group.cluster.slug, "meeting_summary"))

    assert response.url == here(group, "job", Job.objects.get().pk)


def test_nothing_is_made_on_get(client, manager, group):
    response = client.get(here(group, "make_document", group.cluster.slug, "meeting_summary"))

    assert response.status_code == 405
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("name", "args"),
    [("make_document", ["blueprint"]), ("briefing_words", []), ("statement", [])],
)
def test_a_cluster_of_another_initiative_is_not_found(client, manager, group, name, args):
    other = ClusterGroupFactory()

    response = client.post(here(group, name, other.cluster.slug, *args))

    assert response.status_code == 404


def test_an_unknown_kind_is_not_found(client, manager, group):
    response = client.post(here(group, "make_document", group.cluster.slug, "poem"))

    assert response.status_code == 404


def test_the_regions_words_are_kept(client, manager, group):
    words = {"evolution": "Automation came.", "potential": "", "opportunities": "A school."}

    response = client.post(here(group, "briefing_words", group.cluster.slug), words)

    briefing = Briefing.objects.get(cluster=group.cluster)
    assert response.url == here(group, "document_list")
    assert (briefing.evolution, briefing.potential, briefing.opportunities) == (
        "Automation came.",
        "",
        "A school.",
    )


@pytest.mark.parametrize("kind", ["briefing_paper", "meeting_summary"])
def test_who_reads_papers_by_link(client, meeting, group, kind):
    document = document_of(group, kind, meeting if kind == "meeting_summary" else group)
    chair = SeatFactory(group=group, role=Seat.Role.CO_CHAIR).person
    elsewhere = ClusterGroupFactory(cluster__initiative=group.initiative)

    assert status_of(client, leader(group.initiative), document) == 200
    assert status_of(client, chair, document) == 200
    assert status_of(client, SeatFactory(group=group).person, document) == 404
    chair_elsewhere = SeatFactory(group=elsewhere, role=Seat.Role.CO_CHAIR).person
    assert status_of(client, chair_elsewhere, document) == 404
    assert status_of(client, leader(InitiativeFactory()), document) == 404


def test_participants_read_the_blueprint_while_a_plan_is_approved(client):
    plan = approved_plan()
    document = document_of(plan.team.group, "blueprint")
    participant = SeatFactory(group=plan.team.group).person
    assert status_of(client, participant, document) == 200

    type(plan).objects.update(state="with_leadership")

    assert status_of(client, participant, document) == 404


def test_by_link_only_the_newest_version_is_open(client, group):
    older, newest = document_of(group, "briefing_paper"), document_of(group, "briefing_paper")
    reader = leader(group.initiative)

    assert status_of(client, reader, older) == 404
    assert status_of(client, reader, newest) == 200


def test_an_unfinished_document_is_not_found_by_link(client, group):
    job = JobFactory(kind="briefing_paper", place=group.initiative.slug, subject=group)

    response = client.get(by_link(leader(group.initiative), "read_document", job.pk))

    assert response.status_code == 404


def test_the_personal_page_lists_what_its_holder_may_read(client, group):
    document = document_of(group, "briefing_paper")
    address = by_link(leader(group.initiative), "personal_home")

    assert document.title in client.get(address).content.decode()
    stranger = by_link(PersonFactory(initiative=group.initiative), "personal_home")
    assert document.title not in client.get(stranger).content.decode()


def test_a_co_chair_of_the_leadership_group_signs_by_link(client):
    group = approved_plan().team.group
    chair = leader(group.initiative, co_chair=True)
    assert (
        "Write and sign the statement"
        in client.get(by_link(chair, "personal_home")).content.decode()
    )
    address = by_link(chair, "sign_blueprint", group.cluster.slug)

    response = client.post(address, {"statement": "We stand behind these plans."})

    assert response.url == address
    assert Blueprint.objects.get().signed_by == chair


def test_an_empty_statement_is_refused_beside_its_field(client):
    group = approved_plan().team.group
    chair = leader(group.initiative, co_chair=True)

    page = client.post(by_link(chair, "sign_blueprint", group.cluster.slug), {"statement": " "})

    assert "Write the Leadership Group&#x27;s statement." in page.content.decode()
    assert not Blueprint.objects.exists()


def test_the_support_team_reads_the_statement_and_cannot_change_it(client, manager, group):
    signed(group, statement="We stand behind these plans.")

    page = client.get(here(group, "statement", group.cluster.slug)).content.decode()

    assert "We stand behind these plans." in page
    assert "<textarea" not in page


def test_a_blank_sheet_is_asked_for_and_stands_on_its_page(client, group, manager):
    here = [group.initiative.slug, group.cluster.slug]
    page = reverse("blank_sheets", args=here)
    assert page in client.get(reverse("document_list", args=here[:1])).text

    answer = client.post(reverse("make_blank", args=[*here, "protocol"]), {"paper": "a4"})

    job = Job.objects.get(kind="blank_protocol_a4")
    assert answer.url == reverse("job", args=[here[0], job.pk])
    assert str(job.pk) in client.get(page).text
    assert client.post(reverse("make_blank", args=[*here, "protocol"])).status_code == 404
    assert (
        client.post(reverse("make_blank", args=[*here, "napkin"]), {"paper": "a4"}).status_code
        == 404
    )
