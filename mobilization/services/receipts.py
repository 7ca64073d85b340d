"""Taking a form once, however often a phone with a bad connection sends it."""

from django.db import IntegrityError, transaction

from mobilization.models import Receipt


@transaction.atomic
def once(*, key, action, by, **values):
    """Do `action(by=by, **values)` unless this person's form with `key` was taken before.

    Returns whether it was done now. Without a key, from a page without scripting, it is done.
    Where it raises nothing is kept, the receipt neither.
    """
    if key and not is_new(key, by):
        return False
    action(by=by, **values)
    return True


def is_new(key, person):
    try:
        with transaction.atomic():
            Receipt.objects.create(person=person, key=key)
    except IntegrityError:
        return False
    return True
