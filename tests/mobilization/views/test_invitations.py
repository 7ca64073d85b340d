import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from accounts import links
from accounts.models import Membership
from core.models import Job, Move
from core.workflow import history_of
from mobilization.models import Invitation, Letter, Meeting, Seat
from mobilization.services import invitations, planning
from tests.factories.accounts import InitiativeFactory, PersonFactory, member
from tests.factories.process import (
    MEETING_AT,
    ClusterGroupFactory,
    InvitationFactory,
    LetterFactory,
    MeetingFactory,
    SeatFactory,
)

pytestmark = pytest.mark.django_db

Role = Membership.Role
State = Invitation.State
HERE = ["here", "tools"]


@pytest.fixture
def initiative():
    return InitiativeFactory(slug="here", name="Here")


@pytest.fixture
def group(initiative):
    return ClusterGroupFactory(
        cluster__initiative=initiative, cluster__slug="tools", cluster__name="Tools"
    )


@pytest.fixture
def letter(group):
    person = PersonFactory(initiative=group.initiative, name="Cora Chair")
    SeatFactory(group=group, person=person, role=Seat.Role.CO_CHAIR)
    MeetingFactory(group=group)
    return LetterFactory(group=group)


@pytest.fixture
def sign_in(client, initiative):
    def as_role(role=Role.MANAGER):
        client.force_login(member(initiative, role))
        return client

    return as_role


def invited(group, state=State.SENT, **values):
    person = PersonFactory(initiative=group.initiative, **values)
    answered = None if state in {State.LISTED, State.SENT} else MEETING_AT
    sent = None if state == State.LISTED else MEETING_AT
    return InvitationFactory(
        seat__group=group, seat__person=person, state=state, answered_at=answered, sent_at=sent
    )


def answer_page(invitation):
    token = links.for_person(invitation.person).token
    return reverse("answer", args=[token, invitation.seat.group.cluster.slug])


# --- The invitee's page -----------------------------------------------------------------------


def test_the_answer_page_says_who_calls_to_what_and_when(group, letter, client):
    ClusterGroupFactory(cluster__initiative=group.initiative)

    page = client.get(answer_page(invited(group))).text

    for part in (
        "Cora Chair",
        "It is one of 2 cluster groups of Here.",
        "Thursday, March 4, 2027, 8:00 AM EST (America/New_York)",
        "Public library, room 2",
        "Thursday, February 18, 2027",
        "You have not answered yet.",
    ):
        assert part in page


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_the_page_answers_for_nobody(method, group, letter, client):
    invitation = invited(group)
    address = answer_page(invitation)

    getattr(client, method)(address)
    getattr(client, method)(f"{address}?answer=accept")

    invitation.refresh_from_db()
    assert invitation.state == State.SENT
    assert not history_of(invitation).exists()


@pytest.mark.parametrize(
    ("answer", "state", "sentence"),
    [
        ("accept", State.ACCEPTED, "You have told us that you will come."),
        ("decline", State.DECLINED, "You have told us that you will not come."),
        ("unsure", State.UNSURE, "You have told us that you are not sure yet."),
    ],
)
def test_a_button_answers_and_the_page_shows_it(answer, state, sentence, group, letter, client):
    invitation = invited(group)
    address = answer_page(invitation)

    response = client.post(address, {"answer": answer, "note": "By train"})

    assert (response.status_code, response.url) == (302, address)
    page = client.get(address).text
    assert sentence in page
    assert "By train" in page
    assert Invitation.objects.get().state == state


def test_a_note_that_is_too_long_comes_back_whole_and_no_browser_cuts_it(group, letter, client):
    address = answer_page(invited(group))
    page = client.get(address).text
    assert ('data-most="300"' in page, "maxlength" in page) == (True, False)

    answer = client.post(address, {"answer": "accept", "note": "x" * 10_000}).text

    assert "x" * 10_000 in answer
    assert "(it has 10000)" in answer
    assert Invitation.objects.get().state == State.SENT


def test_an_answer_that_is_none_of_the_three_changes_nothing_and_keeps_the_note(
    group, letter, client
):
    address = answer_page(invited(group))

    page = client.post(address, {"answer": "take_back", "note": "Why not"}).text

    assert "Why not" in page
    assert Invitation.objects.get().state == State.SENT
    assert not Move.objects.exists()


def test_nobody_reaches_somebody_elses_invitation(group, letter, client):
    mine, foreign = invited(group), InvitationFactory(state=State.SENT)
    token = links.for_person(mine.person).token

    page = reverse("answer", args=[token, foreign.seat.group.cluster.slug])

    assert client.get(page).status_code == 404
    assert client.post(page, {"answer": "accept"}).status_code == 404


def test_there_is_nothing_to_answer_before_the_letter(group, letter, client):
    assert client.get(answer_page(invited(group, State.LISTED))).status_code == 404


@pytest.mark.parametrize("state", [State.SENT, State.ACCEPTED])
def test_the_personal_home_leads_to_the_answer(state, group, letter, client):
    invitation = invited(group, state)

    home = client.get(reverse("personal_home", args=answer_page(invitation).split("/")[2:3])).text

    assert answer_page(invitation) in home
    assert ("You have not answered yet." in home) is (state == State.SENT)


# --- The letter -------------------------------------------------------------------------------

TYPED = {
    "subject": "Come and  shape\nthe cluster",
    "body": "We need you.",
    "meeting_at": "2027-03-04T08:00",
    "place": "Library",
    "reply_by": "2027-02-18",
}


def test_the_letter_starts_from_a_text_of_its_own(group, sign_in):
    page = sign_in().get(reverse("letter", args=HERE)).text

    assert "We invite you to the cluster group Tools of Here." in page
    assert "It is the first cluster group of Here." in page
    assert "three meetings of two hours each, over three to five months" in page
    assert "Time zone: America/New_York" in page


def test_the_letter_starts_from_the_planned_meeting_and_moves_it(group, sign_in):
    """There is one date: whoever moves Meeting 1 moves it in the letter and on the answer pages."""
    meeting = MeetingFactory(group=group, place="Town hall")
    page = sign_in().get(reverse("letter", args=HERE)).text
    assert ('value="2027-03-04T08:00"' in page, 'value="Town hall"' in page) == (True, True)

    changed = {**TYPED, "meeting_at": "2027-03-05T09:30", "reply_by": "2027-02-19"}
    client = sign_in()
    with time_machine.travel("2027-01-20", tick=False):
        client.force_login(member(group.initiative))
        client.post(reverse("letter", args=HERE), changed)
    plan_page = reverse("meeting_plan", args=[*HERE, 1])
    assert "gone out" not in sign_in().get(plan_page).text
    invited(group, State.SENT)
    assert "1 letter has gone out with this date." in sign_in().get(plan_page).text
    meeting.refresh_from_db()
    assert (meeting.place, str(meeting.starts_at)) == ("Library", "2027-03-05 14:30:00+00:00")

    planning.plan(
        group=group, number=1, starts_at=MEETING_AT, place="Park", by=member(group.initiative)
    )
    preview = sign_in().get(reverse("letter_preview", args=HERE)).text
    assert "March 4, 2027" in preview
    assert "Place: Park" in preview


def test_the_meetings_time_is_the_initiatives(group, sign_in):
    client = sign_in()
    with time_machine.travel("2027-01-20", tick=False):
        client.force_login(member(group.initiative))
        response = client.post(reverse("letter", args=HERE), TYPED)

    assert response.url == reverse("letter_preview", args=HERE)
    assert Letter.objects.get().subject == "Come and shape the cluster"
    assert Meeting.objects.get().starts_at == MEETING_AT


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"meeting_at": "2020-03-04T08:00"}, "The first meeting lies in the past."),
        ({"reply_by": "2099-03-05", "meeting_at": "2099-03-04T08:00"}, "asked for after the"),
        ({"meeting_at": "soon"}, "Enter a valid date/time."),
        ({"place": ""}, "This field is required."),
    ],
)
def test_a_letter_with_a_mistake_keeps_what_was_typed(changes, complaint, group, sign_in):
    page = sign_in().post(reverse("letter", args=HERE), TYPED | changes).text

    assert complaint in page
    assert "We need you." in page
    assert not Letter.objects.exists()


def test_the_preview_shows_the_letter_without_a_link(group, letter, sign_in):
    page = sign_in().get(reverse("letter_preview", args=HERE)).text

    assert "We would like you to join us." in page
    assert "Cora Chair" in page
    assert "/r/" not in page


def test_the_preview_warns_of_a_meeting_in_less_than_a_calendar_month(group, letter, sign_in):
    client = sign_in()
    with time_machine.travel("2027-02-04T20:00:00Z", tick=False):
        client.force_login(member(group.initiative))
        assert "at least one month before" in client.get(reverse("letter_preview", args=HERE)).text
    with time_machine.travel("2027-02-05T20:00:00Z", tick=False):
        client.force_login(member(group.initiative))
        assert "less than one month after" in client.get(reverse("letter_preview", args=HERE)).text


# --- Sending and the list ---------------------------------------------------------------------


def test_sending_leads_to_the_jobs_page(group, letter, sign_in):
    invited(group, State.LISTED)

    response = sign_in().post(reverse("letters_send", args=HERE))

    assert response.url == reverse("job", args=["here", Job.objects.get().pk])


def test_without_a_letter_the_page_says_what_to_do(group, sign_in):
    invited(group, State.LISTED)

    origin = {"referer": "http://testserver" + reverse("invitations", args=HERE)}
    page = sign_in().post(reverse("letters_send", args=HERE), headers=origin, follow=True).text

    assert "There is no letter yet, so nothing was sent." in page
    assert not Job.objects.exists()


def test_the_list_shows_answers_with_their_source_and_can_be_narrowed(group, letter, sign_in):
    by_self, by_phone = invited(group, name="Ada Anvil"), invited(group, name="Ben Bolt")
    client = sign_in(Role.ADMINISTRATOR)
    record = reverse("answer_record", args=[*HERE, by_phone.pk])
    invitations.answer(invitation=by_self, answer="accept", by=by_self.person)

    client.post(record, {"answer": "decline", "note": "Rang on Monday"})

    page = client.get(reverse("invitations", args=HERE)).text
    assert "Rang on Monday" in page
    assert page.count("Recorded by User") == 1
    history = client.get(record).text
    assert "Will not come" in history
    assert "Rang on Monday" in history
    coming = client.get(reverse("invitations", args=HERE), {"answer": "accepted"}).text
    assert "Ada Anvil" in coming
    assert "Ben Bolt" not in coming


def test_the_list_never_shows_addresses(group, letter, sign_in):
    invitation = invited(group, email="ada@example.org")

    page = sign_in(Role.RECORDER).get(reverse("invitations", args=HERE)).text

    assert invitation.person.name in page
    assert "ada@example.org" not in page


def test_a_doubtful_letter_is_shown_and_put_back(group, letter, sign_in):
    invitation = invited(group, name="Ada Anvil")
    Invitation.objects.update(sent_at=None)
    client = sign_in()

    assert (
        "not known whether the letter arrived" in client.get(reverse("invitations", args=HERE)).text
    )
    client.post(reverse("letter_again", args=[*HERE, invitation.pk]))

    assert Invitation.objects.get().state == State.LISTED


def test_letters_on_paper_carry_the_link_as_text(group, letter, sign_in):
    on_paper = invited(group, State.LISTED, email="", name="Pia Paper")
    invited(group, State.LISTED, name="Ada Anvil")
    client, address = sign_in(), reverse("letters_on_paper", args=HERE)

    assert "Pia Paper" not in client.get(address).text
    client.post(address)
    page = client.get(address).text
    client.post(reverse("letters_posted", args=HERE))

    link = links.for_person(on_paper.person)
    assert link.url("answer", "tools") in page
    assert page.count("Pia Paper") == 3  # on the letter, in its greeting, on the reply form
    assert "I will come in person." in page
    assert "Ada Anvil" not in page
    on_paper.refresh_from_db()
    assert on_paper.state == State.SENT


def test_opening_the_paper_letters_makes_no_link(group, letter, sign_in):
    on_paper = invited(group, State.LISTED, email="")

    sign_in().get(reverse("letters_on_paper", args=HERE))

    assert not on_paper.person.links.exists()


@pytest.mark.parametrize("role", [Role.LEAD_FACILITATOR, Role.RECORDER])
def test_facilitators_read_the_list_and_send_nothing(role, group, letter, sign_in):
    invitation = invited(group)
    client = sign_in(role)

    assert "Remind" not in client.get(reverse("invitations", args=HERE)).text
    for name in ("letter", "letters_send", "reminders_send", "letters_on_paper", "letters_posted"):
        assert client.post(reverse(name, args=HERE)).status_code == 403
    record = reverse("answer_record", args=[*HERE, invitation.pk])
    assert client.post(record, {"answer": "accept"}).status_code == 403


def test_an_invitation_of_another_group_is_not_found(group, letter, sign_in):
    foreign = InvitationFactory(state=State.SENT)

    record = reverse("answer_record", args=[*HERE, foreign.pk])

    assert sign_in().get(record).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("invitations", 16), ("letters_on_paper", 11)])
def test_a_list_takes_the_same_queries_however_long_it_is(
    name, queries, rows, group, letter, sign_in, django_assert_num_queries
):
    for _number in range(rows):
        invitation = invited(group)
        invitations.answer(invitation=invitation, answer="accept", by=invitation.person)
        links.for_person(invited(group, State.LISTED, email="").person)
    client = sign_in()
    ContentType.objects.clear_cache()

    with django_assert_num_queries(queries):
        assert client.get(reverse(name, args=HERE)).status_code == 200
