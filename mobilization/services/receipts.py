"""Taking a form once, however often a phone with a bad connection sends it."""

from django.db import IntegrityError, transaction

from mobilization.models import Receipt


def once(*, key, action, by, **values):
    """Do `action(by=by, **values)` unless this person's form with `key` was taken before.

    Returns whether it was done now. Without a key, from a page without scripting, it is done.
    Where it raises nothing is kept, the receipt neither.
    """
    try:
        with transaction.atomic():
            if key:
                Receipt.objects.create(person=by, key=key)
            action(by=by, **values)
    except IntegrityError:
        if key and Receipt.objects.filter(person=by, key=key).exists():
            return False
        raise
    return True
