"""The Leadership Group's statement on a cluster's approved plans."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem
from core.workflow import record_move
from mobilization.models import Blueprint
from mobilization.queries.blueprints import has_approved_plan


@transaction.atomic
def sign(*, group, statement, by):
    """Sign the statement for the group's blueprint; signing again replaces it.

    Each signature leaves a history row. The same words sent again by the same person change
    nothing. Raises Problem `no_approved_plan`, PermissionDenied.
    """
    ensure(by, "mobilization.sign_blueprint", group)
    if not has_approved_plan(group):
        raise Problem("no_approved_plan")
    words, at = {"statement": statement, "signed_by": by}, timezone.now()
    blueprints = Blueprint.objects.filter(group=group)
    blueprint, first = blueprints.get_or_create(group=group, defaults={**words, "signed_at": at})
    if first or blueprints.exclude(**words).update(**words, signed_at=at):
        record_move(blueprint, "sign", before="" if first else "signed", after="signed", by=by)
    blueprint.refresh_from_db()
    return blueprint
