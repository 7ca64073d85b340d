"""How plans stood when a meeting was closed: what was written and decided until then."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType

from core.models import Move
from mobilization.models import Meeting, Plan, PlanVersion


def closings_of(meetings):
    """{meeting pk: when it was closed} of those that are closed."""
    closed = [meeting.pk for meeting in meetings if meeting.state == Meeting.State.CLOSED]
    moves = moves_of(Meeting, closed).filter(name="close")
    return dict(moves.values_list("subject_id", "at"))


def moves_of(model, keys):
    """The history of records of `model`, oldest first."""
    kind = ContentType.objects.get_for_model(model)
    moves = Move.objects.filter(subject_type=kind, subject_id__in=keys)
    return moves.order_by("at", "pk")


def at(moments, plans):
    """{(moment, plan pk): (content of the version, state)} of what there was by then."""
    moments, keys = set(moments), [plan.pk for plan in plans]
    if not moments:
        return {}
    saved, moved = defaultdict(list), defaultdict(list)
    versions = PlanVersion.objects.filter(plan__in=keys).order_by("number")
    for key, pk, when in versions.values_list("plan", "pk", "at"):
        saved[key].append((when, pk))
    for move in moves_of(Plan, keys):
        moved[move.subject_id].append(move)
    last = {
        (moment, plan.pk): [pk for when, pk in saved[plan.pk] if when <= moment][-1:]
        for moment in moments
        for plan in plans
    }
    wanted = {pk for found in last.values() for pk in found}
    contents = dict(PlanVersion.objects.filter(pk__in=wanted).values_list("pk", "content"))
    return {
        (moment, plan.pk): (contents[last[moment, plan.pk][0]], state_at(moment, plan, moved))
        for moment in moments
        for plan in plans
        if last[moment, plan.pk]
    }


def state_at(moment, plan, moved):
    """The state that the last move led to; what comes later tells where the plan stood before."""
    earlier = [move for move in moved[plan.pk] if move.at <= moment]
    later = [move for move in moved[plan.pk] if move.at > moment]
    if earlier:
        return earlier[-1].after
    return later[0].before if later else plan.state
