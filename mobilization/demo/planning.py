"""How the demo's plans grow: drafted, taken forward, committed to, decided on, printed."""

from datetime import timedelta

from django.utils import timezone

from mobilization.demo import between, cast, talk
from mobilization.demo import plans as written
from mobilization.demo.people import email_of
from mobilization.demo.room import go
from mobilization.models import Attendance, Decision, Plan, Team
from mobilization.services import (
    approvals,
    blueprints,
    closings,
    documents,
    meetings,
    plan_moves,
    plans,
    splits,
)


def days_from_the_end(days):
    """A day counted from the day on which the demo opens."""
    return timezone.localdate() + timedelta(days=days)


def hold_the_second_meeting(group, team):
    """The teams bring conceptual plans; one is split, and all go forward."""
    for team_row in Team.objects.filter(priority__meeting__group=group):
        draft(team_row)
        between.coach(team_row, team)
    meeting = hold(group, 2, team)
    between.hear_the_teams(meeting, team)
    split_child_care_off(group, team)
    for plan in plans_of(group):
        plan_moves.take_forward(plan=plan, by=team["lead_facilitator"].user)
    go(meeting, "close", team)


def split_child_care_off(group, team):
    """What can start at once goes on by itself."""
    words = talk.SPLIT_OFF
    plan = plans_of(group).get(outcomes__text=words["outcomes"][0])
    lines = {
        part: list(getattr(plan, part).filter(text__in=words[part]).values_list("pk", flat=True))
        for part in ("outcomes", "steps")
    }
    splits.split(
        plan=plan,
        version=plan.version,
        title=words["title"],
        lines=lines,
        champion=plan.team.members.order_by("pk").last().person,
        by=team["lead_facilitator"].user,
        note=talk.WHY_SPLIT,
    )


def hold_the_third_meeting(group, team):
    """Two action plans have commitments and go to the Leadership Group; the third has none."""
    lead = team["lead_facilitator"].user
    split_off = plans_of(group).get(team__split_from__isnull=False)
    committed = plans_of(group).exclude(pk=split_off.pk)
    for plan in committed:
        commit(plan)
    meeting = hold(group, 3, team)
    between.hear_the_teams(meeting, team)
    for plan in committed:
        plan_moves.send_to_leadership(plan=plan, by=lead)
    plan_moves.disband(plan=split_off, note=talk.WHY_ENDED, by=lead)
    go(meeting, "close", team)
    closings.close(group=group, by=lead)


def hold(group, number, team):
    """Hold the meeting this morning, let the plans' people in and hear the teams."""
    between.call_to(group, number, 0, team)
    meeting = group.meetings.get(number=number)
    go(meeting, "open_check_in", team)
    first = group.meetings.get(number=1)
    for attendance in first.attendances.select_related("person")[: 15 - number]:
        meetings.check_in(
            meeting=meeting,
            person=attendance.person,
            source=Attendance.Source.DESK,
            by=team["recorder"].user,
        )
    between.name_presenters(meeting, team)
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
    days_of = dict(words["steps"])
    members = [row.person for row in plan.team.members.order_by("pk")]
    plans.save(
        plan=plan,
        version=plan.version,
        content={
            "structure": words["structure"],
            "steps": [
                {
                    "id": step.pk,
                    "text": step.text,
                    "due": days_from_the_end(days_of[step.text]),
                }
                for step in plan.steps.all()
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
    ladder, buses = plans_of(group).filter(state=Plan.State.WITH_LEADERSHIP)
    record(ladder, Decision.Kind.APPROVED, [], leaders[:14], chair)
    condition = "Name who pays if the trial of the two lines runs over its budget."
    record(buses, Decision.Kind.WITHHELD, [condition], leaders[:14], chair)
    buses.refresh_from_db()
    structure = f"{buses.structure} The two largest firms carry what the trial costs beyond plan."
    plans.save(
        plan=buses, version=buses.version, content={"structure": structure}, by=buses.team.convener
    )
    buses.refresh_from_db()
    plan_moves.send_again(plan=buses, by=team["lead_facilitator"].user)
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
