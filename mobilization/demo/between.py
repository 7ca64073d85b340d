"""What the demo's people do around their meetings: reports, coaching, presenters, flip charts."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from core import jobs
from mobilization.demo import talk
from mobilization.models import CoachingTalk, Feedback, Seat, Team
from mobilization.queries import presentations as queries
from mobilization.services import coaching, feedback, planning, presentations, summaries

UNTIL_MEETING_2, UNTIL_MEETING_3 = 35, 35  # days
FACILITATORS = ("lead_facilitator", "recorder")


def report_to_the_leadership_group(group, team):
    """The summary of Meeting 1 goes out; one leader answers it, and the team answers that."""
    call_to(group, 2, UNTIL_MEETING_2, team)
    summary = send_the_summary(group, 1, team)
    first = teams_of(group).first()
    leader = group.initiative.people.filter(leadership_seat__isnull=False).order_by("pk").last()
    advice = feedback.advise(
        team=first,
        summary=summary,
        kind=Feedback.Kind.SUGGESTION,
        text=talk.ADVICE,
        by=leader,
    )
    feedback.answer(feedback=advice, answer=talk.ADVICE_ANSWER, by=first.champion)


def call_to(group, number, days, team):
    """Plan the next meeting, to which the summary calls."""
    planning.plan(
        group=group,
        number=number,
        starts_at=at_eight(group, days),
        place=group.meetings.get(number=1).place,
        by=team["lead_facilitator"].user,
    )


def send_the_summary(group, number, team):
    """The summary of a meeting that is over is written, checked and sent; the Summary."""
    meeting = group.meetings.get(number=number)
    lead = team["lead_facilitator"].user
    summaries.write(meeting=meeting, version=0, **talk.SUMMARIES[number], by=lead)
    summary = summaries.ask(meeting=meeting, by=lead)
    basis = summaries.basis_of(meeting)
    summary = summaries.confirm(summary=summary, basis=basis, by=co_chair_of(group))
    summaries.send(summary=summary, by=team["administrator"].user)
    for job in jobs.unfinished().filter(kind__in=[summaries.KIND, summaries.REPORT]):
        jobs.run(job.pk)
    return summary


def at_eight(group, days=0):
    """Eight in the morning of the day in so many days."""
    zone = group.initiative.zone
    day = timezone.localdate(timezone=zone) + timedelta(days=days)
    return datetime.combine(day, time(8), zone)


def co_chair_of(group):
    return group.seats.filter(role=Seat.Role.CO_CHAIR).first().person


def teams_of(group):
    """Those that Meeting 1 formed."""
    return Team.objects.filter(priority__meeting__group=group, split_from=None)


def coach(team_row, team):
    """One of the two facilitators goes along with the team and calls it before Meeting 2."""
    by = team[FACILITATORS[team_row.pk % len(FACILITATORS)]].user
    coaching.assign(team=team_row, user=by, by=by)
    coaching.write_down(
        team=team_row,
        way=CoachingTalk.Way.PHONE,
        day=timezone.localdate(),
        text=talk.COACHING[team_row.priority.name],
        by=by,
    )


def name_presenters(meeting, team):
    """The convener of each team presents, and has said so."""
    for row in teams_of(meeting.group):
        named = {"team": row, "meeting": meeting, "person": row.convener}
        turn = presentations.name(**named, by=team["lead_facilitator"].user)
        presentations.confirm(presentation=turn, by=row.convener)


def hear_the_teams(meeting, team):
    """Each presenter speaks, then the team, then all ask, and the recorder writes it down."""
    for row in queries.in_order(meeting):
        turn = {"team": row, "meeting": meeting, "by": team["lead_facilitator"].user}
        for name in ("begin", "to_team", "to_questions"):
            presentations.move(**turn, name=name)
        write_flip_chart(row, meeting, team)
        presentations.move(**turn, name="end")


def write_flip_chart(row, meeting, team):
    """What the room said of the plan in Meeting 2; the team has answered some of it."""
    if meeting.number > 2:
        return
    for kind, text, answer in talk.FLIP_CHARTS[row.priority.name]:
        said = feedback.note(
            team=row, meeting=meeting, kind=kind, text=text, by=team["recorder"].user
        )
        if answer:
            feedback.answer(feedback=said, answer=answer, by=row.champion)
