"""The team's list of absent invitees, and the page behind the link in the letter."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from core import jobs
from core.models import Job
from mobilization.models import TeamInvitation, TeamMember
from tests.factories.accounts import PersonalLinkFactory, PersonFactory, member
from tests.factories.plans import plan_in
from tests.factories.process import (
    MEETING_AT,
    InvitationFactory,
    MeetingFactory,
    PriorityFactory,
    SeatFactory,
    TeamFactory,
    TeamInvitationFactory,
)

pytestmark = pytest.mark.django_db

State = TeamInvitation.State


@pytest.fixture
def team():
    return TeamFactory(priority=PriorityFactory(meeting__state="closed"), next_date=MEETING_AT)


@pytest.fixture
def visit(client, team):
    client.force_login(member(team.initiative, "administrator"))

    def go(name, *args, data=None):
        address = reverse(name, args=[team.initiative.slug, team.pk, *args])
        return client.get(address) if data is None else client.post(address, data)

    return go


def absent(team, **person):
    somebody = PersonFactory(initiative=team.initiative, **person)
    values = {"state": "sent", "sent_at": timezone.now()}
    return InvitationFactory(seat__group=team.group, seat__person=somebody, **values).person


def page_of(client, person, name, *args):
    link = person.links.first() or PersonalLinkFactory(person=person)
    return reverse(name, args=[link.token, *args])


def test_from_the_list_to_the_answer(visit, client, team):
    ada = absent(team, name="Ada Absent", email="ada@example.org")
    page = visit("team_invitees").text
    assert "Ada Absent" in page
    assert "missed Meeting 1" in page
    assert "ada@example.org" not in page

    answer = visit("team_invitees", data={"people": [ada.pk]})
    assert answer.url == reverse("team_invitees", args=[team.initiative.slug, team.pk])
    jobs.run(Job.objects.get().pk)
    (path,) = re.findall(r"http://[^/]+(/r/\S+)", mail.outbox[0].body)

    read = client.get(path)  # as a mail scanner does
    assert read.status_code == 200
    assert str(team) in read.text
    assert TeamInvitation.objects.get().state == State.SENT
    assert not TeamMember.objects.filter(person=ada).exists()

    joined = client.post(path, {"answer": "join", "note": "Gladly"}, follow=True).text
    assert "You are in the team." in joined
    assert TeamMember.objects.get(person=ada).joined_at is not None
    page = visit("team_invitees").text
    assert "Has joined" in page
    assert "“Gladly”" in page
    client.post(path, {"answer": "decline"})
    assert not TeamMember.objects.filter(person=ada).exists()


def test_whoever_is_asked_meanwhile_is_not_asked_again(visit, team):
    ada, ben = absent(team), absent(team)
    TeamInvitationFactory(team=team, person=ada)
    answer = visit("team_invitees", data={"people": [ada.pk, ben.pk]})
    assert [str(said) for said in answer.wsgi_request._messages] == [
        "Somebody whom you ticked was asked meanwhile, so nobody was written to. Tick again."
    ]
    assert TeamInvitation.objects.get().person == ada
    said = visit("team_invitees", data={}).wsgi_request._messages
    assert "Nobody was ticked" in str(list(said)[-1])


def test_the_convener_asks_by_link_and_sees_no_address(client, team):
    ada = absent(team, name="Ada Absent", email="ada@example.org", phone="614 555 0100")
    address = page_of(client, team.convener, "personal_team_invitees", team.pk)
    home = client.get(page_of(client, team.convener, "personal_home")).text
    assert address in home

    client.post(address, {"people": [ada.pk]})
    jobs.run(Job.objects.get().pk)
    TeamInvitation.objects.update(sent_at=timezone.now())
    page = client.get(address).text
    assert "Ada Absent" in page
    assert "ada@example.org" not in page
    assert "614 555 0100" not in page

    mail.outbox.clear()
    client.post(f"{address}letters/", {"what": "remind"})
    jobs.run(Job.objects.filter(kind="team_reminders").get().pk)
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]
    client.post(f"{address}next/", {"next_date": "2099-04-01T08:00", "next_place": "Town hall"})
    team.refresh_from_db()
    assert team.next_place == "Town hall"


def test_members_who_do_not_convene_ask_nobody(client, team):
    person = SeatFactory(group=team.group).person
    TeamMember.objects.create(team=team, person=person)
    address = page_of(client, person, "personal_team_invitees", team.pk)
    assert client.get(address).status_code == 403
    assert client.post(address, {"people": []}).status_code == 403


def test_letters_on_paper(visit, team):
    ada = absent(team, name="Ada Absent", email="")
    visit("team_invitees", data={"people": [ada.pk]})
    assert "Prepare the letters" in visit("team_paper").text
    visit("team_paper", data={"what": "prepare"})
    printed = visit("team_paper").text
    assert ada.links.get().url("team_answer", team.pk) in printed
    visit("team_paper", data={"what": "posted"})
    assert TeamInvitation.objects.get().state == State.SENT


def test_an_answer_by_telephone(visit, team):
    invitation = TeamInvitationFactory(team=team, state="sent")
    visit("team_answer_record", invitation.pk, data={"answer": "join"})
    assert TeamMember.objects.filter(team=team, person=invitation.person).exists()
    assert "Recorded by" in visit("team_invitees").text


@pytest.mark.parametrize("what", ["nonsense", ""])
def test_there_are_no_other_mailings_and_changes(visit, team, what):
    invitation = TeamInvitationFactory(team=team)
    for name, args in [("team_letters", []), ("team_invitation_change", [invitation.pk])]:
        assert visit(name, *args, data={"what": what}).status_code == 404


def test_the_invitee_reads_what_became_of_the_team(client):
    plan = plan_in("merged", team__priority__meeting__state="closed")
    invitation = TeamInvitationFactory(team=plan.team, state="sent")
    address = page_of(client, invitation.person, "team_answer", plan.team.pk)
    page = client.get(address).text
    assert f"The team goes on in another one: “{plan.merged_into.title}”." in page
    assert "Yes, I join the team" not in page

    answer = client.post(address, {"answer": "join", "note": "Kept"})
    assert "takes nobody in here" in answer.text


def test_a_letter_that_is_not_out_opens_no_page(client, team):
    invitation = TeamInvitationFactory(team=team)
    address = page_of(client, invitation.person, "team_answer", team.pk)
    assert client.get(address).status_code == 404


def test_the_overview_leads_to_letters_that_are_not_out(visit, client, team):
    MeetingFactory(group=team.group, number=2)
    overview = reverse("overview", args=[team.initiative.slug])
    assert "absent invitee" not in client.get(overview).text
    TeamInvitationFactory(team=team, person__email="")
    page = client.get(overview).text
    assert "A letter to an absent invitee, to join a team, has not gone out." in page
    assert reverse("team_invitees", args=[team.initiative.slug, team.pk]) in page


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_people_does_not_change_the_queries(
    visit, team, people, django_assert_num_queries
):
    for _number in range(people):
        absent(team)
        TeamInvitationFactory(team=team, state="sent")
    visit("team_invitees")  # content types are read once in a process
    with django_assert_num_queries(16):
        assert visit("team_invitees").status_code == 200
