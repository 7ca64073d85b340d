"""What Meetings 2 and 3 came to, for their summaries: by a fixed number of queries."""

from collections import Counter, defaultdict

from mobilization.models import Attendance, Feedback, Plan
from mobilization.queries import standings, summaries

GROUP = "team__priority__meeting__group"


def facts(meetings):
    """{meeting pk: JSON-able facts} of Meetings 2 and 3 that come with group and cluster.

    Once a meeting is closed its plans are told as they stood then, whatever is written later.
    """
    groups = [meeting.group_id for meeting in meetings]
    plans = plans_of(groups)
    closed = standings.closings_of(meetings)
    stood = standings.at(closed.values(), [plan for found in plans.values() for plan in found])
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
            "plans": told(meeting, plans[meeting.group_id], closed.get(meeting.pk), stood),
            "next": following.get((meeting.group_id, meeting.number + 1)),
            "words": words.get(meeting.pk, {}),
        }
        for meeting in meetings
    }


def present_in(keys):
    """{meeting pk: people who were there}."""
    return Counter(Attendance.objects.filter(meeting__in=keys).values_list("meeting", flat=True))


def plans_of(groups):
    """{group pk: [plans with what is told of them]}"""
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
        found[plan.team.priority.meeting.group_id].append(plan)
    return found


def told(meeting, plans, closed, stood):
    """The plans that the meeting had, in facts, with the feedback of this meeting alone."""
    if closed:
        then = [(plan, stood.get((closed, plan.pk))) for plan in plans]
        return [plan_facts(meeting, plan, *found) for plan, found in then if found]
    return [plan_facts(meeting, plan, content_now(plan), plan.state) for plan in plans]


def content_now(plan):
    """What is told of a plan's content, in the shape that its versions have."""
    return {
        "title": plan.title,
        "goal": plan.goal,
        "outcomes": [{"text": outcome.text} for outcome in plan.outcomes.all()],
        "commitments": [
            {"name": row.person.name, "text": row.text} for row in plan.commitments.all()
        ],
    }


def plan_facts(meeting, plan, content, state):
    return {
        "title": content["title"],
        "team": str(plan.team),
        "team_id": plan.team_id,
        "state": state,
        "merged_into": plan.merged_into.title if state == Plan.State.MERGED else "",
        "goal": content["goal"],
        "outcomes": [line["text"] for line in content["outcomes"]],
        "commitments": [
            {"name": line["name"], "text": line["text"]} for line in content["commitments"]
        ],
        "feedback": [
            {"kind": str(row.get_kind_display()), "text": row.text}
            for row in plan.team.feedback.all()
            if row.source == Feedback.Source.ROOM and row.meeting_id == meeting.pk
        ],
        "convener": plan.team.convener.name,
        "members": sorted(member.person.name for member in plan.team.members.all()),
    }


def facts_of(meeting):
    """The facts of one meeting's summary, whichever of the three it is."""
    if meeting.number == 1:
        return summaries.open_facts(meeting)
    return facts([meeting])[meeting.pk]
