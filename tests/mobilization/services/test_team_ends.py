"""A team without a plan is merged or disbanded in Meetings 2 and 3, and that can be undone."""

import pytest
from django.db import IntegrityError, transaction

from core.workflow import history_of
from mobilization import models
from mobilization.models import Deed, Team
from mobilization.presenters import gates
from mobilization.presenters.deeds import steps
from mobilization.queries import presentations as heard
from mobilization.services import deeds, meetings, plans, presentations, team_ends, teams, undoing
from tests.factories.accounts import member
from tests.factories.plans import plan_in, sibling
from tests.factories.process import MeetingFactory, SeatFactory, TeamFactory
from tests.races import problems, race
from tests.refusals import refused


class Room:
    """A meeting at its plans: a team with a plan, and one without, which has the floor."""

    def __init__(self, number=2):
        self.plan = plan_in()
        first = self.plan.team.priority.meeting
        first.group.meetings.exclude(pk=first.pk).delete()
        self.meeting = MeetingFactory(group=first.group, number=number, state="deciding")
        self.team = TeamFactory(priority__meeting=first)
        self.other = TeamFactory(priority__meeting=first)
        self.by = member(first.initiative, "recorder")
        self.on = {"team": self.team, "meeting": self.meeting, "by": self.by}
        presentations.move(**self.on, name="begin")

    def end(self, kind):
        if kind == "disband":
            return team_ends.disband(team=self.team, note="Nobody is free.", by=self.by)
        into = self.plan.team if kind == "merge into a plan" else self.other
        return team_ends.merge(team=self.team, into=into, by=self.by)


def everything():
    found = [models.Team, models.TeamMember, models.Presentation]
    rows = deeds.images([model.objects.order_by("pk") for model in found])
    for values in rows.values():
        values.pop("turned_at", None)
    return rows


KINDS = [
    ("disband", "Disband the team"),
    ("merge", "Merge into another team"),
    ("merge into a plan", "Merge into another team"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize(("kind", "label"), KINDS)
def test_the_end_of_a_team_is_a_step_and_is_undone(kind, label, number):
    room = Room(number)
    before = everything()
    timer = type(room.meeting).objects.get(pk=room.meeting.pk).timer_ends_at
    room.end(kind)

    room.meeting.refresh_from_db()
    last = steps(room.meeting, meetings.LATER_MEETING)["last_step"]
    assert last.words == f"{room.team}: {label}"
    assert room.team not in heard.in_order(room.meeting)
    assert room.meeting.timer_ends_at is None

    undoing.undo(deed=Deed.objects.get(pk=last.pk), by=room.by)
    room.meeting.refresh_from_db()
    assert everything() == before
    assert room.meeting.timer_ends_at == timer
    name = "disband" if kind == "disband" else "merge"
    assert [move.name for move in history_of(room.team)] == [name, "undo"]


@pytest.mark.django_db
def test_who_is_merged_joins_the_other_team_once():
    room = Room()
    person = SeatFactory(group=room.meeting.group).person
    for team in (room.team, room.other):
        team.members.create(person=person)
    room.end("merge")
    assert room.other.members.filter(person=person).count() == 1
    room.team.refresh_from_db()
    assert (room.team.state, room.team.merged_into) == ("merged", room.other)


@pytest.mark.django_db
def test_a_team_that_has_ended_starts_no_plan_and_takes_nobody_in():
    room = Room()
    type(room.meeting).objects.filter(group=room.meeting.group, number=1).update(state="closed")
    room.end("disband")
    room.team.refresh_from_db()
    with refused("team_ended"):
        plans.start(team=room.team, title="Late", goal="Too late.", by=room.by)
    with refused("team_not_open"):
        teams.meet_next(team=room.team, next_date=None, by=room.by)
    with refused("move_not_open"):
        team_ends.disband(team=room.team, note="Again.", by=room.by)
    with refused("team_not_open"):
        team_ends.merge(team=room.other, into=room.team, by=room.by)


@pytest.mark.django_db
def test_where_no_meeting_is_at_its_plans_no_team_ends():
    room = Room()
    presentations.move(**room.on, name="end")
    room.meeting.group.meetings.filter(number=2).update(state="closed")
    with refused("meeting_not_deciding"):
        room.end("disband")


@pytest.mark.django_db
def test_a_team_ends_for_a_reason_by_those_who_run_the_room_and_within_its_group():
    room = Room()
    with refused("note_missing"):
        team_ends.disband(team=room.team, note=" ", by=room.by)
    with refused("move_not_yours"):
        team_ends.disband(
            team=room.team, note="So.", by=member(room.meeting.initiative, "administrator")
        )
    with refused("merge_target_elsewhere"):
        team_ends.merge(team=room.team, into=plan_in().team, by=room.by)
    with refused("team_has_plan_now"):
        team_ends.disband(team=room.plan.team, note="So.", by=room.by)


@pytest.mark.django_db
def test_a_team_that_has_ended_is_no_loose_end():
    room = Room()
    sibling(room.plan, "disbanded")
    presentations.move(**room.on, name="end")
    assert [rule.sentence for rule in gates.unmet(room.meeting, "close")] == [
        "1 of 3 teams have been heard.",
        "1 plan is not decided on.",
        "2 teams have no plan.",
    ]
    room.end("disband")
    assert [rule.sentence for rule in gates.unmet(room.meeting, "close")] == [
        "0 of 2 teams have been heard.",
        "1 plan is not decided on.",
        "1 team has no plan.",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("impossible", [{"state": "merged"}, {"state": "gone"}, {"merged_into": 1}])
def test_the_database_knows_how_a_team_ends(impossible):
    team = TeamFactory()
    if "merged_into" in impossible:
        impossible = {"merged_into": TeamFactory(), "state": "disbanded"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Team.objects.filter(pk=team.pk).update(**impossible)
    with pytest.raises(IntegrityError), transaction.atomic():
        Team.objects.filter(pk=team.pk).update(state="merged", merged_into=team)


@pytest.mark.django_db(transaction=True)
def test_of_a_start_and_an_end_at_once_one_is_refused():
    room = Room()

    def start():
        return plans.start(team=room.team, title="Ours", goal="More.", by=room.by)

    def end():
        return team_ends.disband(team=Team.objects.get(pk=room.team.pk), note="No.", by=room.by)

    found = problems(race(*[start, end] * 4))
    team = Team.objects.get(pk=room.team.pk)
    assert (team.state == "disbanded") != hasattr(team, "plan")
    assert len(found) == 7
