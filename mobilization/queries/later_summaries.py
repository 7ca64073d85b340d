"""What Meetings 2 and 3 came to, for their summaries: by a fixed number of queries."""

from collections import defaultdict

from mobilization.models import Attendance, Feedback, Plan
from mobilization.queries import summaries

GROUP = "team__priority__meeting__group"


def facts(meetings):
    """{meeting pk: JSON-able facts} of Meetings 2 and 3 that come with group and cluster."""
    groups = [meeting.group_id for meeting in meetings]
    plans = plans_of(groups)
    co_chairs = summaries.co_chairs_of(groups)
    following = summaries.next_meetings_of(groups)
    words = summaries.words_of([meeting.pk for meeting in meetings])
    present = present_in([meeting.pk for meeting in meetings])
    return {
        meeting.pk: {
            "number": meeting.number,
            "cluster": meeting.group.cluster.name,
            "starts_at": meeting.starts_at,
            "place": meeting.place,
            "co_chairs": co_chairs[meeting.group_id],
            "present": present[meeting.pk],
            "plans": [said_in(meeting, plan) for plan in plans[meeting.group_id]],
            "next": following.get((meeting.group_id, meeting.number + 1)),
            "words": words.get(meeting.pk, {}),
        }
        for meeting in meetings
    }


def present_in(keys):
    """{meeting pk: people who were there}."""
    present = defaultdict(int)
    for meeting in Attendance.objects.filter(meeting__in=keys).values_list("meeting", flat=True):
        present[meeting] += 1
    return present


def plans_of(groups):
    """{group pk: [plans as they stand]}, with the names that people put down themselves."""
    found = defaultdict(list)
    plans = (
        Plan.objects.filter(**{f"{GROUP}__in": groups})
        .select_related("team__priority__meeting", "team__convener", "merged_into")
        .prefetch_related(
            "outcomes", "commitments__person", "team__members__person", "team__feedback"
        )
        .order_by("pk")
    )
    for plan in plans:
        found[plan.team.priority.meeting.group_id].append(plan_facts(plan))
    return found


def said_in(meeting, plan):
    """The plan with the feedback of this meeting alone."""
    return {**plan, "feedback": [row for row in plan["feedback"] if row["meeting"] == meeting.pk]}


def plan_facts(plan):
    return {
        "title": plan.title,
        "team": str(plan.team),
        "state": plan.state,
        "merged_into": plan.merged_into.title if plan.merged_into else "",
        "goal": plan.goal,
        "outcomes": [outcome.text for outcome in plan.outcomes.all()],
        "commitments": [
            {"name": row.person.name, "text": row.text} for row in plan.commitments.all()
        ],
        "feedback": [
            {"meeting": row.meeting_id, "kind": str(row.get_kind_display()), "text": row.text}
            for row in plan.team.feedback.all()
            if row.source == Feedback.Source.ROOM
        ],
        "convener": plan.team.convener.name,
        "members": sorted(member.person.name for member in plan.team.members.all()),
    }


def facts_of(meeting):
    """The facts of one meeting's summary, whichever of the three it is."""
    if meeting.number == 1:
        return summaries.open_facts(meeting)
    return facts([meeting])[meeting.pk]
