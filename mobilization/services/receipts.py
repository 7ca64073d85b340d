"""Taking a form once, however often a phone with a bad connection sends it."""

from contextvars import ContextVar
from functools import cache, wraps

from django.db import transaction
from django.utils import timezone

from core.statements import Insertion
from mobilization.models import Receipt

taking = ContextVar("taking", default=False)


def once(*, key, action, by, **values):
    """Do `action(by=by, **values)` unless this person's form with `key` was taken before.

    Returns what it returns, None where it was done before. Without a key, from a page without
    scripting, it is done. Where it raises nothing is kept, the receipt neither.
    """
    mark = taking.set(True)
    try:
        with transaction.atomic():
            if key and not receiving().key(person=by.pk, key=key, at=timezone.now()):
                return None
            return action(by=by, **values)
    finally:
        taking.reset(mark)


@cache
def receiving():
    return Insertion(Receipt, "person", "key", "at", once=True)


def part_of_once(service):
    """Run a service in a transaction; where `once` has opened one, as a part of it.

    A savepoint of its own would cost a room of phones two more trips to the database for each dot.
    """

    @wraps(service)
    def run(**values):
        with transaction.atomic(savepoint=not taking.get()):
            return service(**values)

    return run
