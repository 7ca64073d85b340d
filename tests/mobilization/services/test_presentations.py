import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone

from mobilization.models import Presentation
from mobilization.services import presentations
from tests.factories.accounts import member
from tests.factories.plans import plan_in
from tests.factories.process import MeetingFactory, SeatFactory, TeamFactory
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def a_turn():
    """A team whose champion is named to present in Meeting 2."""
    team = plan_in().team
    meeting = team.group.meetings.get(number=2)
    by = member(meeting.initiative, "recorder")
    turn = presentations.name(team=team, meeting=meeting, person=team.champion, by=by)
    return turn, by


def another_member(team):
    person = SeatFactory(group=team.group).person
    team.members.create(person=person)
    return person


def test_the_presenter_confirms_by_personal_link():
    turn, _by = a_turn()

    for _again in range(2):
        turn = presentations.confirm(presentation=turn, by=turn.person)

    assert turn.confirmed_by_name == turn.person.name


def test_a_facilitator_notes_what_was_said_on_the_telephone():
    turn, by = a_turn()

    assert presentations.confirm(presentation=turn, by=by).confirmed_by_name == str(by)


def test_nobody_confirms_for_somebody_else():
    turn, _by = a_turn()
    for nobody in (another_member(turn.team), member(turn.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            presentations.confirm(presentation=turn, by=nobody)


def test_another_presenter_confirms_anew_and_the_same_one_need_not():
    turn, by = a_turn()
    presentations.confirm(presentation=turn, by=turn.person)
    place = {"team": turn.team, "meeting": turn.meeting, "by": by}

    assert presentations.name(**place, person=turn.person).confirmed_at
    changed = presentations.name(**place, person=another_member(turn.team))
    assert (changed.pk, changed.confirmed_at) == (turn.pk, None)
    with refused("presenter_changed"):
        presentations.confirm(presentation=turn, by=by)


def test_who_cannot_present():
    turn, by = a_turn()
    stranger = SeatFactory(group=turn.team.group).person

    with refused("presenter_not_on_team"):
        presentations.name(team=turn.team, meeting=turn.meeting, person=stranger, by=by)
    other = TeamFactory()
    with refused("of_another_meeting"):
        presentations.name(team=other, meeting=turn.meeting, person=other.champion, by=by)
    first = turn.team.priority.meeting
    with refused("no_presentations_here"):
        presentations.name(team=turn.team, meeting=first, person=turn.person, by=by)


def test_after_closing_nobody_is_named_or_confirmed():
    turn, by = a_turn()
    type(turn.meeting).objects.update(state="closed")

    with refused("part_not_open"):
        presentations.confirm(presentation=turn, by=by)
    with refused("part_not_open"):
        presentations.name(team=turn.team, meeting=turn.meeting, person=turn.person, by=by)


@pytest.mark.parametrize(
    "wrong",
    [{"confirmed_at": timezone.now()}, {"confirmed_by_name": "Ada"}],
    ids=["no name", "no time"],
)
def test_a_confirmation_has_its_time_and_its_name(wrong):
    team = TeamFactory()

    with pytest.raises(IntegrityError):
        Presentation.objects.create(
            team=team, meeting=MeetingFactory(), person=team.champion, **wrong
        )


@pytest.mark.django_db(transaction=True)
def test_of_many_names_at_once_one_presents():
    turn, by = a_turn()
    people = [another_member(turn.team) for _number in range(6)]
    Presentation.objects.all().delete()

    results = race(
        *[
            lambda person=person: presentations.name(
                team=turn.team, meeting=turn.meeting, person=person, by=by
            )
            for person in people
        ]
    )

    assert problems(results) == []
    assert Presentation.objects.get().person in people
