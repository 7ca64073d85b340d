"""Decisions of Meetings 2 and 3 are steps of the meeting, and can be undone."""

import pytest
from django.core import mail
from django.utils import timezone

from core.workflow import history_of
from mobilization import models
from mobilization.models import Deed, Meeting, Plan
from mobilization.models.plans import PROCESS
from mobilization.presenters.deeds import steps
from mobilization.queries.plans import content_of
from mobilization.services import (
    deeds,
    feedback,
    meetings,
    plan_moves,
    plans,
    presentations,
    splits,
    undoing,
)
from tests.factories.accounts import PersonFactory, member
from tests.factories.plans import leader, outcome_line, plan_in, sibling
from tests.factories.process import MeetingFactory, OutcomeFactory, SeatFactory
from tests.races import problems, race
from tests.refusals import refused

WATCHED = [
    models.Team,
    models.TeamMember,
    models.Plan,
    models.Outcome,
    models.PlanStep,
    models.Commitment,
    models.Presentation,
]


class Room:
    """A meeting at its plans; the plan's team has the floor, and the timer runs."""

    def __init__(self, state="conceptual", number=2):
        self.plan = plan_in(state)
        self.other = sibling(self.plan, state)
        self.meeting = meeting_at_plans(self.plan.team.group, number)
        self.by = member(self.plan.initiative, "recorder")
        self.on = {"team": self.plan.team, "meeting": self.meeting}
        presentations.move(**self.on, name="begin", by=self.by)

    def decide(self, kind):
        values = {"plan": self.plan, "by": self.by}
        return {
            "take_forward": lambda: plan_moves.take_forward(**values),
            "merge": lambda: plan_moves.merge(into=self.other, **values),
            "disband": lambda: plan_moves.disband(note="Nobody is free.", **values),
            "send_to_leadership": lambda: plan_moves.send_to_leadership(**values),
            "split": lambda: self.split(**values),
        }[kind]()

    def split(self, plan, by):
        goes = plan.outcomes.last()
        champion = SeatFactory(group=plan.team.group).person
        return splits.split(
            plan=plan,
            version=plan.version,
            title="A laboratory",
            lines={"outcomes": [goes.pk]},
            champion=champion,
            by=by,
        )


def meeting_at_plans(group, number):
    """Meeting `number`; where it is a later one than the plans wait for, that one is over."""
    group.meetings.filter(number__gt=1).exclude(number=number).update(state="closed")
    found = group.meetings.filter(number=number).first()
    return found or MeetingFactory(group=group, number=number, state="deciding")


def everything():
    """All rows but what counts versions, and the moment of a turn."""
    rows = deeds.images([model.objects.order_by("pk") for model in WATCHED])
    for values in rows.values():
        values.pop("version", None)
        values.pop("turned_at", None)
    return rows


DECISIONS = [
    ("conceptual", 2, "take_forward"),
    ("conceptual", 2, "merge"),
    ("action", 3, "merge"),
    ("conceptual", 2, "disband"),
    ("action", 3, "disband"),
    ("action", 3, "send_to_leadership"),
    ("conceptual", 2, "split"),
    ("action", 3, "split"),
    *(("conceptual", 3, kind) for kind in ("take_forward", "merge", "disband", "split")),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "number", "kind"), DECISIONS)
def test_every_decision_is_the_last_step_and_is_undone(state, number, kind):
    room = Room(state, number)
    OutcomeFactory(plan=room.plan)
    room.plan.versions.update(content=content_of(room.plan))
    before, timer = everything(), Meeting.objects.get(pk=room.meeting.pk).timer_ends_at
    room.decide(kind)
    room.meeting.refresh_from_db()
    label = PROCESS.steps[kind].label
    last = steps(room.meeting, meetings.LATER_MEETING)["last_step"]
    assert everything() != before
    assert last.words == f"{room.plan.title}: {label}"

    undoing.undo(deed=Deed.objects.get(pk=last.pk), by=room.by)

    assert everything() == before
    assert Meeting.objects.get(pk=room.meeting.pk).timer_ends_at == timer
    plan = Plan.objects.get(pk=room.plan.pk)
    assert [move.name for move in history_of(plan)] == [kind, "undo"]
    assert plan.versions.get(number=plan.version).content == content_of(plan)
    with refused("step_undone_already"):
        undoing.undo(deed=Deed.objects.get(pk=last.pk), by=room.by)


@pytest.mark.django_db
def test_whoever_was_told_that_a_plan_waits_is_told_that_it_waits_no_more(
    django_capture_on_commit_callbacks,
):
    room = Room("action", 3)
    chair = leader(room.plan.initiative, co_chair=True)
    leader(room.plan.initiative)
    with django_capture_on_commit_callbacks(execute=True):
        room.decide("send_to_leadership")
    with django_capture_on_commit_callbacks(execute=True):
        undoing.undo(deed=Deed.objects.latest("pk"), by=room.by)
    told, corrected = mail.outbox
    assert (told.to, corrected.to) == ([chair.email], [chair.email])
    assert told.subject == f"A plan waits for your decision: {room.plan.title}"
    assert corrected.subject == f"No decision is needed yet: {room.plan.title}"
    assert "nothing to decide yet" in corrected.body


@pytest.mark.django_db
def test_a_decision_on_which_others_have_built_stays():
    room = Room("action", 3)
    room.decide("send_to_leadership")
    Plan.objects.filter(pk=room.plan.pk).update(state="approved")
    with refused("step_has_grown"):
        undoing.undo(deed=Deed.objects.last(), by=room.by)
    assert Plan.objects.get(pk=room.plan.pk).state == "approved"


@pytest.mark.django_db
@pytest.mark.parametrize("grown", ["the plan", "the new plan", "its flip chart"])
def test_a_split_on_which_others_have_built_stays(grown):
    room = Room()
    OutcomeFactory(plan=room.plan)
    room.plan.versions.update(content=content_of(room.plan))
    new = room.decide("split")
    deed = Deed.objects.last()
    if grown == "its flip chart":
        on = {"team": new.team, "meeting": room.meeting}
        feedback.note(kind="question", text="Where?", **on, by=room.by)
    else:
        edited = Plan.objects.get(pk=(room.plan if grown == "the plan" else new).pk)
        content = {"outcomes": [outcome_line("Others")]}
        plans.save(plan=edited, version=edited.version, content=content, by=room.by)
    with refused("step_has_grown"):
        undoing.undo(deed=deed, by=room.by)
    assert Plan.objects.filter(pk=new.pk).exists()


@pytest.mark.django_db
def test_whoever_joined_by_a_merge_and_was_on_the_team_before_stays_on_it():
    room = Room()
    person = PersonFactory(initiative=room.plan.initiative)
    for plan in (room.plan, room.other):
        plan.team.members.create(person=person)
    room.decide("merge")
    undoing.undo(deed=Deed.objects.last(), by=room.by)
    assert room.other.team.members.filter(person=person).exists()
    assert room.other.team.members.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_undo_one_decision_one_does_while_the_plan_is_edited():
    room = Room()
    room.decide("take_forward")
    deed, copy = Deed.objects.last(), Plan.objects.get(pk=room.plan.pk)

    def undo():
        undoing.undo(deed=Deed.objects.get(pk=deed.pk), by=room.by)

    def edit():
        content = {"steps": [{"text": "Find a hall", "due": timezone.localdate()}]}
        plans.save(plan=copy, version=1, content=content, by=room.by)

    found = problems(race(*[undo] * 8, edit))
    assert found.count("step_undone_already") == 7
    assert set(found) <= {"step_undone_already", "plan_moved_meanwhile"}
    assert Plan.objects.get(pk=room.plan.pk).state == "conceptual"
