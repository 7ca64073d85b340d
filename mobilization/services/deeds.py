"""Writing down what the support team does in the room, so that it can be undone.

A row is kept as {column: its value as text, or None}, which every field reads back exactly.
"""

from contextlib import contextmanager

from accounts.models import Person
from mobilization.models import Deed, Meeting


@contextmanager
def recorded(*, meeting, kind, by, rows, **words):
    """Does the block, and writes down how it changed `rows` (querysets, parents first).

    What people do for themselves, and what changes nothing, is no deed. The rows are read again
    after the block; nobody else may change them meanwhile, which the held meeting sees to.
    """
    if isinstance(by, Person):
        yield
        return
    before = images(rows)
    yield
    changes = differences(before, images(rows))
    if changes:
        note(meeting=meeting, kind=kind, by=by, changes=changes, **words)


def note(*, meeting, kind, by, changes=(), undoes=None, **words):
    """Add one row of history."""
    part = Meeting.objects.values_list("state", flat=True).get(pk=meeting.pk)
    return Deed.objects.create(
        meeting=meeting,
        kind=kind,
        by_name=str(by),
        part=part,
        changes=list(changes),
        undoes=undoes,
        words=words,
    )


def images(rows):
    """{(model, id): image} of all rows of the querysets."""
    return {
        (row._meta.label_lower, row.pk): image(row) for queryset in rows for row in queryset.all()
    }


def image(row):
    return {field.attname: as_text(field, row) for field in row._meta.concrete_fields}


def as_text(field, row):
    return None if getattr(row, field.attname) is None else field.value_to_string(row)


def differences(before, after):
    """[[model, row before or None, row after or None]] of what is not the same."""
    keys = [*after, *(key for key in before if key not in after)]
    return [
        [key[0], before.get(key), after.get(key)]
        for key in keys
        if before.get(key) != after.get(key)
    ]
