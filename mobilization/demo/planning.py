"""How the demo's plans grow: drafted, taken forward, committed to, decided on, printed."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from mobilization.demo import cast
from mobilization.demo import plans as written
from mobilization.demo.people import email_of
from mobilization.demo.room import go
from mobilization.models import Attendance, Decision, Plan, Team
from mobilization.services import approvals, blueprints, documents, meetings, plans


def days_from_the_end(days):
    """A day counted from the day on which the demo opens."""
    return timezone.localdate() + timedelta(days=days)


def hold_the_second_meeting(group, team):
    """The teams bring conceptual plans; both go forward."""
    for team_row in Team.objects.filter(priority__meeting__group=group):
        draft(team_row)
    meeting = hold(group, 2, team)
    for plan in plans_of(group):
        plans.take_forward(plan=plan, by=team["lead_facilitator"].user)
    go(meeting, "close", team)


def hold_the_third_meeting(group, team):
    """The action plans have commitments; both go to the Leadership Group."""
    for plan in plans_of(group):
        commit(plan)
    meeting = hold(group, 3, team)
    for plan in plans_of(group):
        plans.send_to_leadership(plan=plan, by=team["lead_facilitator"].user)
    go(meeting, "close", team)


def hold(group, number, team):
    """Plan the meeting for this morning, let the plans' people in and hear the teams."""
    zone = group.initiative.zone
    meeting = meetings.plan(
        group=group,
        number=number,
        starts_at=datetime.combine(timezone.localdate(timezone=zone), time(8), zone),
        place=group.meetings.get(number=1).place,
        by=team["lead_facilitator"].user,
    )
    go(meeting, "open_check_in", team)
    first = group.meetings.get(number=1)
    for attendance in first.attendances.select_related("person")[: 15 - number]:
        meetings.check_in(
            meeting=meeting,
            person=attendance.person,
            source=Attendance.Source.DESK,
            by=team["recorder"].user,
        )
    return go(meeting, "open_deciding", team)


def plans_of(group):
    return Plan.objects.filter(team__priority__meeting__group=group).order_by("pk")


def words_for(team_row):
    name = team_row.priority.name
    return next(plan for plan in written.PLANS if plan["priority"] == name)


def draft(team_row):
    """The convener writes the conceptual plan."""
    words = words_for(team_row)
    by = team_row.convener
    plan = plans.start(team=team_row, title=words["title"], goal=words["goal"], by=by)
    judged = dict.fromkeys(["is_clear", "is_compelling", "is_outcome", "within_a_year"], True)
    plans.save(
        plan=plan,
        version=plan.version,
        content={
            "outcomes": [
                {**outcome, "due": days_from_the_end(outcome["due"]), **judged}
                for outcome in words["outcomes"]
            ],
            "steps": [{"text": text, "due": None} for text, _days in words["steps"]],
        },
        by=by,
    )


def commit(plan):
    """The convener adds timeline, needs, structure and who has promised what."""
    words = words_for(plan.team)
    members = [row.person for row in plan.team.members.order_by("pk")]
    plans.save(
        plan=plan,
        version=plan.version,
        content={
            "structure": words["structure"],
            "steps": [
                {"id": step.pk, "text": step.text, "due": days_from_the_end(days)}
                for step, (_text, days) in zip(plan.steps.all(), words["steps"], strict=True)
            ],
            "needs": [{"kind": kind, "text": text} for kind, text in words["needs"]],
            "commitments": [
                {"person_id": person.pk, "text": text, "due": days_from_the_end(90)}
                for person, text in zip(members, words["commitments"], strict=False)
            ],
        },
        by=plan.team.convener,
    )


def decide(group, team):
    """One plan is approved at once, the other after a condition was met; the Group signs."""
    leaders = list(group.initiative.people.filter(leadership_seat__isnull=False))
    chair = next(person for person in leaders if person.email == email_of(cast.LEADERS[0]))
    ladder, buses = plans_of(group)
    record(ladder, Decision.Kind.APPROVED, [], leaders[:14], chair)
    condition = "Name who pays if the trial of the two lines runs over its budget."
    record(buses, Decision.Kind.WITHHELD, [condition], leaders[:14], chair)
    buses.refresh_from_db()
    structure = f"{buses.structure} The two largest firms carry what the trial costs beyond plan."
    plans.save(
        plan=buses, version=buses.version, content={"structure": structure}, by=buses.team.convener
    )
    buses.refresh_from_db()
    plans.send_again(plan=buses, by=team["lead_facilitator"].user)
    record(buses, Decision.Kind.APPROVED, [], leaders[3:18], chair)
    blueprints.sign(group=group, statement=written.STATEMENT, by=chair)


def record(plan, kind, conditions, present, chair):
    plan.refresh_from_db()
    approvals.decide(
        version=plan.versions.get(number=plan.version),
        kind=kind,
        conditions=conditions,
        members_present=present,
        by=chair,
    )


def order_documents(group, team):
    """The worker prints them as soon as it stands."""
    for kind in ("briefing_paper", "meeting_summary", "blueprint"):
        documents.make(kind=kind, group=group, by=team["manager"].user)
