"""Reading what was said of the teams' plans."""

from django.db.models import Count, Prefetch, Q

from mobilization.models import Feedback, Team


def teams_of(group):
    """The group's teams with their feedback, oldest first."""
    return with_feedback(Team.objects.filter(priority__meeting__group=group))


def teams_of_person(person):
    """The teams whose feedback the person answers, with their feedback."""
    return with_feedback(Team.objects.answered_by(person))


def with_feedback(teams):
    said = Prefetch("feedback", Feedback.objects.select_related("meeting"))
    return (
        teams.select_related("priority__meeting__group__cluster__initiative", "plan")
        .prefetch_related(said)
        .order_by("priority", "pk")
    )


def waiting(person):
    """The same where there is feedback without an answer, with `unanswered`."""
    unanswered = Count("feedback", filter=Q(feedback__answered_at=None))
    teams = Team.objects.answered_by(person).annotate(unanswered=unanswered)
    return teams.filter(unanswered__gt=0).select_related("priority", "plan").order_by("pk")


def on_chart(team, meeting):
    """What the room said of the team's plan in this meeting, as it was written down."""
    return Feedback.objects.filter(team=team, meeting=meeting, source=Feedback.Source.ROOM)


def of_group(group):
    return Feedback.objects.filter(team__priority__meeting__group=group).select_related(
        "team__priority__meeting__group__cluster__initiative", "meeting"
    )


def answered_by(person):
    """The feedback that is the person's to answer."""
    feedback = Feedback.objects.filter(team__in=Team.objects.answered_by(person))
    return feedback.select_related("team__priority__meeting__group__cluster__initiative")
