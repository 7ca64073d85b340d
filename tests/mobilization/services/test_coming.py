"""Who comes to Meetings 2 and 3, asked anew for each."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts import links
from mobilization.models import Meeting, Reply
from mobilization.presenters import meetings as presenter
from mobilization.presenters.personal import entries
from mobilization.queries import kits
from mobilization.services import coming
from tests.factories.accounts import member
from tests.factories.process import InvitationFactory, MeetingFactory, SeatFactory
from tests.races import problems, race
from tests.refusals import refused


def second_meeting(state="planned"):
    """Meeting 2 of a group in which somebody said yes to the first letter."""
    first = MeetingFactory(state="closed")
    invitation = InvitationFactory(
        seat__group=first.group, state="accepted", answered_at=timezone.now()
    )
    return MeetingFactory(group=first.group, number=2, state=state), invitation.person


def shown(meeting):
    return [row.answer for row in presenter.desk(meeting)["rows"]]


@pytest.mark.django_db
def test_the_desk_shows_what_was_said_of_this_meeting_not_of_the_first():
    meeting, person = second_meeting()
    other = SeatFactory(group=meeting.group).person
    assert shown(meeting) == ["", ""]
    before = presenter.mark(meeting)
    coming.answer(meeting=meeting, person=other, comes=True, by=other)
    coming.answer(meeting=meeting, person=person, comes=False, by=person)
    assert shown(meeting) == ["Will come", "Will not come"]
    assert list(kits.coming(meeting)) == [other]
    meeting.refresh_from_db()
    assert presenter.mark(meeting) != before
    coming.answer(meeting=meeting, person=person, comes=True, by=person)
    assert shown(meeting) == ["Will come", "Will come"]
    assert Reply.objects.count() == 2


@pytest.mark.django_db
def test_only_oneself_answers_and_only_while_the_meeting_is_ahead():
    meeting, person = second_meeting()
    other = SeatFactory(group=meeting.group).person
    stranger = SeatFactory(group__cluster__initiative=meeting.initiative).person
    for who, by in ((person, other), (stranger, stranger)):
        with pytest.raises(PermissionDenied):
            coming.answer(meeting=meeting, person=who, comes=True, by=by)
    with refused("answered_by_letter"):
        first = meeting.group.meetings.get(number=1)
        coming.answer(meeting=first, person=person, comes=True, by=person)
    Meeting.objects.filter(pk=meeting.pk).update(state="closed")
    with refused("part_not_open"):
        coming.answer(meeting=meeting, person=person, comes=True, by=person)
    assert not Reply.objects.exists()


@pytest.mark.django_db
def test_the_question_waits_on_the_own_page_and_is_answered_there(client):
    meeting, person = second_meeting()
    link = links.for_person(person)
    title = f"Do you come to Meeting 2 of {meeting.group}?"
    found = {entry.title: entry.urgent for entry in entries(link)}
    assert found[title] is True
    address = reverse("personal_reply", args=[link.token, meeting.pk])
    assert "You have not answered yet." in client.get(address).text
    page = client.post(address, {"answer": "yes"}, follow=True).text
    assert "You have told us that you will come." in page
    assert {entry.title: entry.urgent for entry in entries(link)}[title] is False
    assert client.post(address, {"answer": "perhaps"}).status_code == 200
    assert Reply.objects.get().comes is True


@pytest.mark.django_db(transaction=True)
def test_of_eight_answers_at_once_one_is_kept():
    meeting, person = second_meeting()
    answers = [
        lambda comes=comes: coming.answer(meeting=meeting, person=person, comes=comes, by=person)
        for comes in [True, False] * 4
    ]
    assert problems(race(*answers)) == []
    assert Reply.objects.count() == 1


@pytest.mark.django_db
def test_the_office_writes_down_an_answer_by_telephone_and_the_list_says_who_did(client):
    meeting, person = second_meeting()
    office = member(meeting.initiative, "administrator")
    client.force_login(office)
    place = [meeting.initiative.slug, meeting.group.cluster.slug, 2]
    record = reverse("reply_record", args=[*place, person.pk])
    desk = reverse("desk", args=place)
    assert record in client.get(desk).text
    assert "This field is required." in client.post(record, {"comes": ""}).text
    page = client.post(record, {"comes": "True"}, follow=True).text
    assert f"Will come (recorded by {office})" in page
    chosen = client.get(record).context["form"]["comes"].subwidgets
    assert [choice.data["selected"] for choice in chosen] == [True, False]
    client.post(record, {"comes": "False"})
    assert shown(meeting) == [f"Will not come (recorded by {office})"]
    coming.answer(meeting=meeting, person=person, comes=True, by=person)
    assert shown(meeting) == ["Will come"]


@pytest.mark.django_db
def test_the_office_writes_nothing_down_for_strangers_the_first_meeting_or_one_that_is_over(client):
    meeting, person = second_meeting()
    office = member(meeting.initiative, "administrator")
    stranger = SeatFactory(group__cluster__initiative=meeting.initiative).person
    with refused("no_seat"):
        coming.answer(meeting=meeting, person=stranger, comes=True, by=office)
    client.force_login(office)
    place = [meeting.initiative.slug, meeting.group.cluster.slug]
    for number, who in ((1, person), (2, stranger)):
        address = reverse("reply_record", args=[*place, number, who.pk])
        assert client.get(address).status_code == 404
    Meeting.objects.filter(pk=meeting.pk).update(state="closed")
    address = reverse("reply_record", args=[*place, 2, person.pk])
    assert "The meeting is at" in client.post(address, {"comes": "True"}).text
    assert not Reply.objects.exists()
