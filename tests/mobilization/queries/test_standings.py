"""A later summary tells the plans as the meeting left them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from mobilization.models import Meeting
from mobilization.queries.later_summaries import facts_of
from mobilization.services import meetings, plan_moves, plans
from tests.factories.accounts import member
from tests.factories.plans import plan_in, sibling

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 3, 4, 12, 0, tzinfo=UTC)


def commit(plan, by):
    line = {"person_id": plan.team.champion.pk, "text": "Lends a hall", "due": date(2027, 6, 1)}
    content = {"commitments": [line], "title": "Renamed"}
    plans.save(plan=plan, version=plan.version, content=content, by=by)


def told(meeting):
    found = Meeting.objects.select_related("group__cluster").get(pk=meeting.pk)
    return [
        (row["title"], row["state"], [line["text"] for line in row["commitments"]])
        for row in facts_of(found)["plans"]
    ]


def test_what_is_written_and_decided_after_a_meeting_does_not_change_its_summary():
    with time_machine.travel(NOON, tick=False):
        plan = plan_in(committed=False, title="Whole trains")
        ended = sibling(plan, committed=False, title="Night trains")
    by = member(plan.initiative)
    meeting = plan.team.group.meetings.get(number=2)
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        plan_moves.take_forward(plan=plan, by=by)
        plan_moves.disband(plan=ended, note="Nobody is free.", by=by)
        stood = told(meeting)
        meetings.move(meeting=meeting, name="close", note="All was said before.", by=by)
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        commit(plan, by)
        third = plan.team.group.meetings.create(
            number=3, state="deciding", starts_at=NOON, place="Library"
        )
        plan_moves.send_to_leadership(plan=plan, by=by)
        sibling(plan, title="Started later")

    assert stood == [
        ("Whole trains", "action", []),
        ("Night trains", "disbanded", []),
    ]
    assert told(meeting) == stood
    assert told(third)[0] == ("Renamed", "with_leadership", ["Lends a hall"])


def test_a_meeting_that_is_open_again_tells_what_stands_now():
    plan = plan_in(committed=False, title="Whole trains")
    by = member(plan.initiative)
    meeting = plan.team.group.meetings.get(number=2)
    meetings.move(meeting=meeting, name="close", note="The hall closes.", by=by)
    commit(plan, by)
    assert told(meeting) == [("Whole trains", "conceptual", [])]
    meetings.move(meeting=Meeting.objects.get(pk=meeting.pk), name="reopen", by=by)
    assert told(meeting) == [("Renamed", "conceptual", ["Lends a hall"])]
