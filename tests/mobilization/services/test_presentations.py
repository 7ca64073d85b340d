import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.workflow import history_of
from mobilization.models import Deed, Meeting, Presentation
from mobilization.queries import presentations as queries
from mobilization.services import plan_moves, presentations, timers, undoing
from tests.factories.accounts import member
from tests.factories.plans import plan_in, sibling
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


# --- In the room ----------------------------------------------------------------------------


@pytest.fixture
def meeting():
    """Meeting 2 at its plans, with three teams of which the first has named its presenter."""
    plan = plan_in()
    for _number in range(2):
        sibling(plan)
    meeting = plan.team.group.meetings.get(number=2)
    Presentation.objects.create(team=plan.team, meeting=meeting, person=plan.team.champion)
    return meeting


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, "recorder")


@pytest.fixture
def move(meeting, recorder):
    """move(team, name): the recorder's press of a button."""

    def press(team, name, **values):
        return presentations.move(team=team, meeting=meeting, name=name, by=recorder, **values)

    return press


def order(meeting):
    return [team.pk for team in queries.in_order(meeting)]


def teams_of(meeting):
    return queries.in_order(meeting)


def states(meeting):
    rows = Presentation.objects.filter(meeting=meeting)
    return dict(rows.values_list("team", "state"))


def minutes_left(meeting):
    ends_at = Meeting.objects.get(pk=meeting.pk).timer_ends_at
    return ends_at and round((ends_at - timezone.now()).total_seconds() / 60)


def undo_last(meeting, by):
    deed = Deed.objects.filter(meeting=meeting, undoes=None, undone_by=None).last()
    undoing.undo(deed=deed, by=by)


def test_a_turn_goes_from_the_presenter_to_the_team_to_questions_from_all(meeting, move):
    team = teams_of(meeting)[0]
    seen = []
    for name in ("begin", "to_team", "to_questions", "end"):
        seen.append((move(team, name, minutes=12).state, minutes_left(meeting)))

    assert seen == [("presenter", 12), ("team", 12), ("questions", None), ("heard", None)]
    assert [step.name for step in history_of(Presentation.objects.get())] == [
        *("begin", "to_team", "to_questions", "end")
    ]


def test_a_turn_goes_back_the_same_way_and_loses_nothing(meeting, move):
    team = teams_of(meeting)[0]
    for name in ("begin", "to_team", "to_questions", "end"):
        move(team, name)
    back = ("hear_again", "back_to_team", "back_to_presenter", "back_to_waiting")

    assert [move(team, name).state for name in back] == [
        *("questions", "team", "presenter", "waiting")
    ]
    assert Presentation.objects.get().person == team.champion


def test_the_talk_begins_with_fifteen_minutes_and_takes_over_the_timer(meeting, move, recorder):
    timers.start(meeting=meeting, minutes=60, by=recorder)

    move(teams_of(meeting)[0], "begin")

    assert minutes_left(meeting) == 15


def test_a_second_press_changes_nothing(meeting, move):
    team = teams_of(meeting)[0]
    move(team, "begin", minutes=10)
    deeds = Deed.objects.count()

    assert move(team, "begin", minutes=5).state == "presenter"
    assert (minutes_left(meeting), Deed.objects.count()) == (10, deeds)


def test_while_one_team_has_the_floor_no_other_begins(meeting, move):
    first, second, _third = teams_of(meeting)
    move(first, "begin")

    with refused("presentation_is_on"):
        move(second, "begin")
    assert states(meeting)[first.pk] == "presenter"
    move(first, "end")
    assert move(second, "begin").state == "presenter"


@pytest.mark.parametrize(
    ("state", "name"),
    [("waiting", "to_team"), ("presenter", "to_questions"), ("heard", "begin"), ("team", "begin")],
)
def test_a_turn_takes_no_step_that_is_not_next(meeting, move, state, name):
    Presentation.objects.update(state=state)
    with refused("move_not_open"):
        move(teams_of(meeting)[0], name)


def test_the_database_knows_one_presentation_on_in_a_meeting(meeting):
    second = teams_of(meeting)[1]
    Presentation.objects.update(state="questions")
    with pytest.raises(IntegrityError), transaction.atomic():
        Presentation.objects.create(team=second, meeting=meeting, state="presenter")
    with pytest.raises(IntegrityError), transaction.atomic():
        Presentation.objects.update(state="asleep")


@pytest.mark.parametrize("state", ["check_in", "closed"])
def test_outside_the_part_of_the_plans_nothing_moves(meeting, move, state):
    Meeting.objects.filter(pk=meeting.pk).update(state=state, code=None)
    with refused("part_not_open"):
        move(teams_of(meeting)[0], "begin")


def test_only_the_room_moves_and_orders_turns(meeting):
    team = teams_of(meeting)[0]
    for nobody in (team.champion, member(meeting.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            presentations.move(team=team, meeting=meeting, name="begin", by=nobody)
        with pytest.raises(PermissionDenied):
            presentations.shift(team=team, meeting=meeting, places=1, by=nobody)


def test_what_is_no_move_of_this_meeting_is_refused(meeting, move, recorder):
    with refused("no_such_part"):
        move(teams_of(meeting)[0], "dance")
    with refused("of_another_meeting"):
        move(TeamFactory(), "begin")
    with refused("of_another_meeting"):
        presentations.shift(team=TeamFactory(), meeting=meeting, places=1, by=recorder)


# --- The order ------------------------------------------------------------------------------


def test_teams_present_in_the_order_of_their_areas_until_it_is_changed(meeting, recorder):
    first, second, third = order(meeting)
    for team, places, after in (
        (third, -1, [first, third, second]),
        (first, -1, [first, third, second]),
        (first, 1, [third, first, second]),
        (second, 1, [third, first, second]),
    ):
        row = next(found for found in teams_of(meeting) if found.pk == team)
        presentations.shift(team=row, meeting=meeting, places=places, by=recorder)
        assert order(meeting) == after


def test_a_team_that_is_split_off_comes_last_and_after_its_own_where_nobody_ordered(meeting):
    first, second, third = teams_of(meeting)
    beside = TeamFactory(priority=first.priority, split_from=first, name="Beside")
    assert order(meeting) == [first.pk, beside.pk, second.pk, third.pk]

    for position, team in enumerate((third, first, second)):
        Presentation.objects.update_or_create(
            team=team, meeting=meeting, defaults={"position": position}
        )
    assert order(meeting) == [third.pk, first.pk, second.pk, beside.pk]


# --- Teams that end meanwhile ---------------------------------------------------------------


@pytest.mark.parametrize("way", ["disband", "merge"])
def test_a_team_whose_plan_ends_loses_the_floor(meeting, move, recorder, way):
    first, second, third = teams_of(meeting)
    move(first, "begin")

    if way == "disband":
        plan_moves.disband(plan=first.plan, by=recorder, note="Nobody carries it.")
    else:
        plan_moves.merge(plan=first.plan, into=second.plan, by=recorder)

    assert (states(meeting)[first.pk], minutes_left(meeting)) == ("heard", None)
    assert order(meeting) == [second.pk, third.pk]
    with refused("team_not_heard"):
        move(first, "hear_again")
    with refused("team_not_heard"):
        presentations.shift(team=first, meeting=meeting, places=1, by=recorder)
    assert move(second, "begin").state == "presenter"


def test_another_team_that_ends_does_not_disturb_the_one_that_is_on(meeting, move, recorder):
    first, second, _third = teams_of(meeting)
    move(first, "begin", minutes=12)

    plan_moves.disband(plan=second.plan, by=recorder, note="Nobody carries it.")

    assert (states(meeting)[first.pk], minutes_left(meeting)) == ("presenter", 12)


# --- Undo -----------------------------------------------------------------------------------


def test_each_step_of_a_turn_is_undone_with_its_timer(meeting, move, recorder):
    team = teams_of(meeting)[0]
    timers.start(meeting=meeting, minutes=40, by=recorder)
    for name in ("begin", "to_team", "to_questions", "end"):
        move(team, name, minutes=12)

    seen = []
    for _step in range(4):
        undo_last(meeting, recorder)
        seen.append((states(meeting)[team.pk], minutes_left(meeting)))

    assert seen == [("questions", None), ("team", 12), ("presenter", 12), ("waiting", 40)]


def test_a_step_on_which_the_turn_went_on_is_not_undone(meeting, move, recorder):
    team = teams_of(meeting)[0]
    move(team, "begin")
    begun = Deed.objects.last()
    move(team, "to_team")
    with refused("step_has_grown"):
        undoing.undo(deed=begun, by=recorder)
    assert states(meeting)[team.pk] == "team"


def test_the_end_of_a_turn_is_not_undone_while_another_team_has_the_floor(meeting, move, recorder):
    first, second, _third = teams_of(meeting)
    move(first, "begin")
    move(first, "end")
    ended = Deed.objects.last()
    move(second, "begin")
    with refused("step_has_grown"):
        undoing.undo(deed=ended, by=recorder)
    assert states(meeting) == {first.pk: "heard", second.pk: "presenter"}


def test_names_and_the_order_are_undone(meeting, recorder):
    first, second, third = teams_of(meeting)
    place = {"meeting": meeting, "by": recorder}
    presentations.name(team=second, person=second.champion, **place)
    presentations.shift(team=third, places=-1, **place)
    before = order(meeting)
    presentations.shift(team=third, places=-1, **place)

    undo_last(meeting, recorder)
    assert order(meeting) == before
    undo_last(meeting, recorder)
    undo_last(meeting, recorder)
    assert order(meeting) == [first.pk, second.pk, third.pk]
    assert not Presentation.objects.filter(team=second).exists()


# --- A team that has named nobody ------------------------------------------------------------


def test_a_member_takes_the_turn_of_a_team_that_has_named_nobody(meeting):
    team = teams_of(meeting)[1]
    another = another_member(team)
    offer = {"team": team, "meeting": meeting}

    for _again in range(2):
        presentations.offer(**offer, person=another, by=another)

    turn = Presentation.objects.get(team=team)
    assert (turn.person, turn.confirmed_by_name) == (another, another.name)
    with refused("presenter_named"):
        presentations.offer(**offer, person=team.champion, by=team.champion)
    stranger = SeatFactory(group=team.group).person
    with refused("presenter_not_on_team"):
        presentations.offer(**offer, person=stranger, by=stranger)


# --- Races ----------------------------------------------------------------------------------


def many_teams(count):
    plan = plan_in()
    for _number in range(count - 1):
        sibling(plan)
    meeting = plan.team.group.meetings.get(number=2)
    by = [member(meeting.initiative, role) for role in ("recorder", "lead_facilitator")]
    return meeting, queries.in_order(meeting), by


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [2, 64])
def test_of_many_that_let_teams_begin_at_once_one_team_has_the_floor(count):
    meeting, teams, by = many_teams(count)

    results = race(
        *[
            lambda number=number, team=team: presentations.move(
                team=team, meeting=meeting, name="begin", by=by[number % 2]
            )
            for number, team in enumerate(teams)
        ]
    )

    assert problems(results) == ["presentation_is_on"] * (count - 1)
    assert list(states(meeting).values()).count("presenter") == 1
    assert Deed.objects.filter(kind="presented").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [2, 64])
def test_of_many_presses_of_the_same_button_one_moves(count):
    meeting, teams, by = many_teams(2)

    results = race(
        *[
            lambda number=number: presentations.move(
                team=teams[0], meeting=meeting, name="begin", by=by[number % 2]
            )
            for number in range(count)
        ]
    )

    assert problems(results) == []
    assert (states(meeting), Deed.objects.count()) == ({teams[0].pk: "presenter"}, 1)


@pytest.mark.django_db(transaction=True)
def test_a_team_that_is_disbanded_as_it_begins_does_not_keep_the_floor():
    meeting, teams, by = many_teams(2)
    team = teams[0]

    results = race(
        lambda: presentations.move(team=team, meeting=meeting, name="begin", by=by[0]),
        lambda: plan_moves.disband(plan=team.plan, by=by[1], note="Nobody carries it."),
    )

    assert problems(results) in ([], ["team_not_heard"])
    assert not Presentation.objects.filter(state="presenter").exists()
