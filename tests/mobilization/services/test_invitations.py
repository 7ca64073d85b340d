from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Membership
from core.models import Job, Move
from core.workflow import history_of
from mobilization.models import Invitation, Seat
from mobilization.services import invitations
from mobilization.services.invitations import INVITATION
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import (
    ClusterGroupFactory,
    InvitationFactory,
    LetterFactory,
    SeatFactory,
)
from tests.races import race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

State = Invitation.State
ANSWERED = {State.ACCEPTED, State.DECLINED, State.UNSURE}
NOW = datetime(2027, 1, 20, 15, 0, tzinfo=UTC)


def invited(state=State.SENT, **values):
    """An invitation that stands in `state`."""
    answered_at = NOW if state in ANSWERED else None
    return InvitationFactory(state=state, answered_at=answered_at, **values)


def office(record, role=Membership.Role.ADMINISTRATOR):
    return member(record.initiative, role)


# --- The table of moves ---------------------------------------------------------------------


@pytest.mark.parametrize(("state", "name"), list(product(State, INVITATION.steps)))
def test_each_move_is_open_from_its_sources_alone(state, name):
    invitation, step = invited(state), INVITATION.steps[name]
    values = {"answered_at": NOW} if step.target in ANSWERED else {}

    def move():
        INVITATION.make(invitation, name, by=office(invitation), note="Because.", **values)

    if state in step.sources:
        move()
        assert Invitation.objects.get().state == step.target
    else:
        with refused("move_not_open"):
            move()

        assert Invitation.objects.get().state == state


@pytest.mark.parametrize("role", Membership.Role)
@pytest.mark.parametrize("name", INVITATION.steps)
def test_who_of_the_team_may_make_a_move(name, role):
    invitation = invited()
    actor = office(invitation, role)

    offered = {step.name for step in INVITATION.open_to(invitation, actor)}

    in_office = role in {Membership.Role.MANAGER, Membership.Role.ADMINISTRATOR}
    from_here = State.SENT in INVITATION.steps[name].sources
    assert (name in offered) is (in_office and from_here)


@pytest.mark.parametrize("name", INVITATION.steps)
def test_an_invitee_only_answers_and_only_for_themselves(name):
    mine, other = invited(), invited()

    assert name in {"accept", "decline", "unsure"} or name not in names_open(mine, mine.person)
    assert name not in names_open(other, mine.person)


def names_open(invitation, actor):
    return {step.name for step in INVITATION.open_to(invitation, actor)}


# --- Answers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "state"),
    [("accept", State.ACCEPTED), ("decline", State.DECLINED), ("unsure", State.UNSURE)],
)
def test_an_answer_is_stored_with_its_note_and_time(answer, state):
    invitation = invited()

    with time_machine.travel(NOW, tick=False):
        invitations.answer(
            invitation=invitation, answer=answer, note=" By train. ", by=invitation.person
        )

    invitation.refresh_from_db()
    assert (invitation.state, invitation.note, invitation.answered_at) == (state, "By train.", NOW)


def test_the_same_answer_again_adds_no_history():
    invitation = invited()
    for _press in range(3):
        invitations.answer(invitation=invitation, answer="accept", by=invitation.person)

    assert [move.name for move in history_of(invitation)] == ["accept"]


def test_an_answer_can_be_changed_and_so_can_its_note():
    invitation = invited()
    for answer, note in [("accept", ""), ("decline", ""), ("decline", "Ill")]:
        invitations.answer(invitation=invitation, answer=answer, note=note, by=invitation.person)

    rows = [(move.before, move.after, move.note) for move in history_of(invitation)]
    assert rows == [
        ("sent", "accepted", ""),
        ("accepted", "declined", ""),
        ("declined", "declined", "Ill"),
    ]
    assert Invitation.objects.get().note == "Ill"


def test_a_page_that_has_grown_old_still_answers():
    invitation = invited()
    old = Invitation.objects.get()
    invitations.answer(invitation=invitation, answer="accept", by=invitation.person)

    invitations.answer(invitation=old, answer="decline", by=invitation.person)

    assert Invitation.objects.get().state == State.DECLINED


def test_nobody_answers_before_the_letter_is_sent():
    invitation = invited(State.LISTED)

    with refused("not_invited_yet"):
        invitations.answer(invitation=invitation, answer="accept", by=office(invitation))


def test_nobody_answers_for_somebody_else():
    invitation, other = invited(), invited()

    with refused("move_not_yours"):
        invitations.answer(invitation=invitation, answer="accept", by=other.person)


def test_the_history_says_that_the_office_recorded_the_answer():
    invitation = invited()
    administrator = office(invitation)

    invitations.answer(invitation=invitation, answer="decline", by=administrator)

    assert history_of(invitation).get().by == administrator


@pytest.mark.django_db(transaction=True)
def test_sixteen_presses_at_once_leave_one_answer_and_one_row():
    invitation = invited()

    def press():
        mine = Invitation.objects.get(pk=invitation.pk)
        return invitations.answer(invitation=mine, answer="accept", by=invitation.person).state

    assert race(*[press] * 16) == [State.ACCEPTED] * 16
    assert history_of(invitation).count() == 1


@pytest.fixture
def group():
    return ClusterGroupFactory()


# --- Sending --------------------------------------------------------------------------------


def call_ready(group):
    """A letter, a co-chair who signs it, an invitee who gets it."""
    LetterFactory(group=group)
    SeatFactory(group=group, role=Seat.Role.CO_CHAIR)
    return InvitationFactory(seat__group=group)


def test_pressing_send_twice_starts_one_job(group):
    call_ready(group)
    administrator = office(group)

    first = invitations.send(group=group, by=administrator)
    second = invitations.send(group=group, by=administrator)

    assert (second.pk, Job.objects.count()) == (first.pk, 1)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda group: group.letter.delete(), "letter_missing"),
        (lambda group: group.seats.filter(role="co_chair").delete(), "letter_without_co_chair"),
        (lambda group: group.seats.filter(role="invitee").delete(), "letter_without_invitee"),
        (lambda group: Invitation.objects.update(state="sent"), "letters_all_sent"),
    ],
)
def test_what_a_letter_needs_before_it_is_sent(spoil, code, group):
    call_ready(group)
    spoil(group)
    group = type(group).objects.get()

    with refused(code):
        invitations.send(group=group, by=office(group))

    assert not Job.objects.exists()


def test_letters_on_paper_are_marked_as_posted_once(group):
    by_mail = call_ready(group)
    on_paper = InvitationFactory(
        seat__group=group, seat__person=PersonFactory(initiative=group.initiative, email="")
    )
    administrator = office(group)

    posted = invitations.post(group=group, by=administrator)
    again = invitations.post(group=group, by=administrator)

    assert (posted, again) == ([on_paper], [])
    assert Invitation.objects.get(pk=by_mail.pk).state == State.LISTED
    assert Invitation.objects.get(pk=on_paper.pk).sent_at is not None


def test_paper_letters_get_links_for_those_without_an_address_alone(group):
    by_mail = call_ready(group)
    on_paper = InvitationFactory(
        seat__group=group, seat__person=PersonFactory(initiative=group.initiative, email="")
    )

    invitations.prepare_paper(group=group, by=office(group))

    assert (by_mail.person.links.count(), on_paper.person.links.count()) == (0, 1)


def test_a_doubtful_letter_goes_back_to_the_list():
    doubtful = invited(State.SENT, sent_at=None)

    invitations.send_again(invitation=doubtful, by=office(doubtful))

    assert Invitation.objects.get().state == State.LISTED


def test_a_letter_that_arrived_is_not_sent_again():
    arrived = invited(State.SENT, sent_at=NOW)

    with refused("letters_going_out"):
        invitations.send_again(invitation=arrived, by=office(arrived))


def test_a_letter_is_not_doubtful_while_the_job_is_at_it(group):
    call_ready(group)
    going_out = invited(State.SENT, sent_at=None, seat__group=group)
    invitations.send(group=group, by=office(group))

    with refused("letters_going_out"):
        invitations.send_again(invitation=going_out, by=office(group))

    assert Invitation.objects.get(pk=going_out.pk).state == State.SENT


def test_nobody_is_reminded_who_has_answered_or_was_reminded_today(group):
    now = timezone.now()
    LetterFactory(group=group)
    invited(State.SENT, sent_at=now, reminded_at=now - timedelta(hours=23), seat__group=group)
    invited(State.ACCEPTED, sent_at=now, seat__group=group)

    with refused("nobody_to_remind"):
        invitations.remind(group=group, by=office(group))


# --- Impossible states ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [
        {"state": State.ACCEPTED},
        {"state": State.SENT, "answered_at": NOW},
        {"state": State.LISTED, "sent_at": NOW},
    ],
)
def test_the_database_refuses_impossible_invitations(values):
    seat = SeatFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationFactory(seat=seat, **values)

    assert not Move.objects.exists()
