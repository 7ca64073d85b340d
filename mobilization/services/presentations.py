"""Presenters of the teams' plans: named, and confirmed before the meeting."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from mobilization.models import Presentation
from mobilization.services.meetings import BEFORE_CLOSING, keep_open

UNCONFIRMED = {"confirmed_at": None, "confirmed_by_name": ""}


@transaction.atomic
def name(*, team, meeting, person, by):
    """Name the member who presents; another person than before has to confirm anew.

    Raises Problem `part_not_open`, `of_another_meeting`, `no_presentations_here` or
    `presenter_not_on_team`.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    if team.group.pk != meeting.group_id:
        raise Problem("of_another_meeting")
    if meeting.number == 1:
        raise Problem("no_presentations_here")
    if not team.members.filter(person=person).exists():
        raise Problem("presenter_not_on_team", name=person.name)
    turn, _made = Presentation.objects.get_or_create(
        team=team, meeting=meeting, defaults={"person": person}
    )
    others = Presentation.objects.filter(pk=turn.pk).exclude(person=person)
    others.update(person=person, **UNCONFIRMED)
    turn.refresh_from_db()
    return turn


@transaction.atomic
def confirm(*, presentation, by):
    """The presenter, or a facilitator who has asked, confirms; a second time changes nothing.

    Raises Problem `part_not_open`, or `presenter_changed` where somebody else presents now.
    """
    ensure(by, "mobilization.confirm_presenter", presentation)
    keep_open(presentation.meeting, *BEFORE_CLOSING)
    same = Presentation.objects.filter(pk=presentation.pk, person=presentation.person_id)
    said = {"confirmed_at": timezone.now(), "confirmed_by_name": str(by)}
    if not same.filter(confirmed_at=None).update(**said) and not same.exists():
        raise Problem("presenter_changed")
    presentation.refresh_from_db()
    return presentation
