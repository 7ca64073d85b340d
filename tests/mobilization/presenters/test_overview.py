"""Where a cluster stands, from its definition to its blueprint, one thing done at a time."""

import pytest
from django.utils import timezone

from mobilization.models import Blueprint, Invitation, Meeting, Plan
from mobilization.presenters.overview import stages, standings
from mobilization.queries.overview import clusters_with_standing
from tests.factories.accounts import PersonFactory
from tests.factories.clusters import ClusterFactory
from tests.factories.process import (
    ClusterGroupFactory,
    InvitationFactory,
    LetterFactory,
    MeetingFactory,
    PlanFactory,
    PriorityFactory,
    SeatFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db

State = Invitation.State


def next_of(initiative, role="manager"):
    (row,) = standings(clusters_with_standing(initiative), initiative, role)
    return row["next"]


def group_with_letter(**cluster):
    return LetterFactory(group=ClusterGroupFactory(cluster=ClusterFactory(**cluster))).group


def invite(group, *states):
    for state in states:
        answered = None if state in (State.LISTED, State.SENT) else timezone.now()
        InvitationFactory(seat=SeatFactory(group=group), state=state, answered_at=answered)


def hold_meetings(group, *states):
    for number, state in enumerate(states, start=1):
        MeetingFactory(group=group, number=number, state=state)


def plan_of(group, state):
    meeting = group.meetings.get(number=1)
    return PlanFactory(team=TeamFactory(priority=PriorityFactory(meeting=meeting)), state=state)


def test_a_cluster_that_nobody_chose_waits_for_the_project_manager():
    cluster = ClusterFactory()
    step = next_of(cluster.initiative)
    assert step.action == "Choose it for mobilization"
    assert str(step.holder.label) == "Project manager"
    assert step.url == f"/i/{cluster.initiative.slug}/groups/clusters/choose/"


def test_a_chosen_cluster_needs_its_group_and_letter():
    group = ClusterGroupFactory()
    assert next_of(group.initiative).action == "Build the group"


def test_a_letter_that_is_not_sent_comes_before_its_answers():
    group = group_with_letter()
    invite(group, State.LISTED, State.ACCEPTED)
    assert next_of(group.initiative).sentence == "1 invitation is not sent yet."


def test_open_answers_are_followed_up():
    group = group_with_letter()
    invite(group, State.SENT, State.SENT, State.ACCEPTED, State.DECLINED)
    assert next_of(group.initiative).sentence == "1 will come, 2 have not answered."


def test_once_all_have_answered_the_first_meeting_is_next():
    group = group_with_letter()
    invite(group, State.ACCEPTED)
    assert next_of(group.initiative).action == "Plan the meeting"


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        ([Meeting.State.VOTING], "Meeting 1 is going on."),
        ([Meeting.State.CLOSED], "Meeting 2 has no date yet."),
        ([Meeting.State.CLOSED, Meeting.State.PLANNED], "Meeting 2 is planned."),
        ([Meeting.State.CLOSED, Meeting.State.DECIDING], "Meeting 2 is going on."),
        ([Meeting.State.CLOSED, Meeting.State.CLOSED], "Meeting 3 has no date yet."),
    ],
)
def test_the_meetings_follow_one_another(states, sentence):
    group = group_with_letter()
    hold_meetings(group, *states)
    plan_of(group, Plan.State.CONCEPTUAL)
    assert next_of(group.initiative).sentence == sentence


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (Plan.State.WITH_LEADERSHIP, "1 plan waits for the Leadership Group's decision."),
        (Plan.State.WITHHELD, "1 plan is withheld until its conditions are met."),
        (Plan.State.DISBANDED, "No plan of this group goes forward."),
        (
            Plan.State.APPROVED,
            "The plans are approved; the Leadership Group's statement is missing.",
        ),
    ],
)
def test_after_the_meetings_the_plans_decide(state, sentence):
    group = group_with_letter()
    hold_meetings(group, *[Meeting.State.CLOSED] * 3)
    plan_of(group, state)
    assert next_of(group.initiative).sentence == sentence


@pytest.mark.parametrize("state", [Plan.State.CONCEPTUAL, Plan.State.ACTION])
def test_what_no_meeting_has_decided_on_waits_for_meeting_3_to_be_opened_again(state):
    group = group_with_letter()
    hold_meetings(group, *[Meeting.State.CLOSED] * 3)
    plan_of(group, state)
    step = next_of(group.initiative)
    assert step.sentence == "1 plan is not decided on, and Meeting 3 is closed."
    assert step.action == "Open Meeting 3 again"
    page = f"/i/{group.initiative.slug}/groups/{group.cluster.slug}/meetings/3/"
    assert (str(step.holder.label), step.url) == ("Facilitators", page)


def test_a_team_without_a_plan_comes_to_meeting_3_too():
    group = group_with_letter()
    hold_meetings(group, *[Meeting.State.CLOSED] * 2)
    TeamFactory(priority=PriorityFactory(meeting=group.meetings.get(number=1)))
    assert next_of(group.initiative).sentence == "Meeting 3 has no date yet."


def test_a_signed_statement_ends_the_way():
    group = group_with_letter()
    hold_meetings(group, *[Meeting.State.CLOSED] * 3)
    plan_of(group, Plan.State.APPROVED)
    signer = PersonFactory(initiative=group.initiative)
    Blueprint.objects.create(group=group, statement="We stand behind it.", signed_by=signer)
    (row,) = standings(clusters_with_standing(group.initiative), group.initiative, "manager")
    assert [stage["mark"] for stage in row["stages"]] == ["done"] * len(stages())


def test_what_is_yours_stands_first():
    """The recorder's meeting comes before the manager's choice, whatever the names."""
    initiative = ClusterFactory(name="A").initiative
    hold_meetings(group_with_letter(initiative=initiative, name="B"), Meeting.State.VOTING)
    rows = standings(clusters_with_standing(initiative), initiative, "recorder")
    assert [(row["cluster"].name, row["yours"]) for row in rows] == [("B", True), ("A", False)]


@pytest.mark.parametrize("count", [1, 30])
def test_the_overview_reads_all_clusters_at_once(count, django_assert_num_queries):
    initiative = group_with_letter().initiative
    ClusterFactory.create_batch(count - 1, initiative=initiative)
    with django_assert_num_queries(1):
        standings(clusters_with_standing(initiative), initiative, "manager")
