"""Taking a form once, however often a phone with a bad connection sends it."""

from contextvars import ContextVar
from functools import wraps

from django.db import IntegrityError, transaction

from mobilization.models import Receipt

taking = ContextVar("taking", default=False)


def once(*, key, action, by, **values):
    """Do `action(by=by, **values)` unless this person's form with `key` was taken before.

    Returns whether it was done now. Without a key, from a page without scripting, it is done.
    Where it raises nothing is kept, the receipt neither.
    """
    mark = taking.set(True)
    try:
        with transaction.atomic():
            if key:
                Receipt.objects.create(person=by, key=key)
            action(by=by, **values)
    except IntegrityError:
        if key and Receipt.objects.filter(person=by, key=key).exists():
            return False
        raise
    finally:
        taking.reset(mark)
    return True


def part_of_once(service):
    """Run a service in a transaction; where `once` has opened one, as a part of it.

    A savepoint of its own would cost a room of phones two more trips to the database for each dot.
    """

    @wraps(service)
    def run(**values):
        with transaction.atomic(savepoint=not taking.get()):
            return service(**values)

    return run
