"""Coaching: who goes along with a team, and what was talked about between the meetings."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure, may
from core.problems import Problem
from mobilization.models import CoachingTalk, TeamFacilitator


@transaction.atomic
def assign(*, team, user, by):
    """Name who of the support team goes along with the team; None names nobody.

    Raises Problem `not_a_facilitator`.
    """
    ensure(by, "mobilization.form_teams", team)
    if user is None:
        TeamFacilitator.objects.filter(team=team).delete()
        return
    if not may(user, "mobilization.form_teams", team):
        raise Problem("not_a_facilitator", name=str(user))
    TeamFacilitator.objects.update_or_create(team=team, defaults={"user": user})


@transaction.atomic
def write_down(*, team, way, day, text, by):
    """Keep what was said in a talk; the same talk is kept once. Raises Problem `talk_ahead`."""
    ensure(by, "mobilization.form_teams", team)
    if day > timezone.localdate():
        raise Problem("talk_ahead")
    found, _made = CoachingTalk.objects.get_or_create(
        team=team, way=way, day=day, text=text, defaults={"written_by_name": str(by)}
    )
    return found
