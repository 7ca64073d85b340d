"""A process is a table of moves, and one function makes every move.

The same table draws the buttons, guards the service, fills the timeline and parametrises
the tests. A move is a conditional UPDATE on the state, which is safe on SQLite and PostgreSQL
alike: of two people who press at once, one moves the record and the other is told so.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from core.access import may
from core.models import Move
from core.problems import Problem

ALWAYS = models.Q()


@dataclass(frozen=True)
class Step:
    """One allowed move: from any of `sources` to `target`, for holders of `permission`.

    A step without a target leaves the record where it stands and adds to its history.
    """

    name: str
    label: str
    sources: tuple
    target: str
    permission: str
    note_required: bool = False


class Process:
    """The table of moves of one model's state field."""

    def __init__(self, *steps, field="state"):
        self.steps = {step.name: step for step in steps}
        self.field = field

    def open_to(self, record, actor):
        """The steps that `actor` may take from where `record` stands now."""
        state = getattr(record, self.field)
        return [
            step
            for step in self.steps.values()
            if state in step.sources and may(actor, step.permission, record)
        ]

    @transaction.atomic
    def make(self, record, name, *, by, note="", only_if=ALWAYS, **values):
        """Move `record`, add its history row and return the record as it now stands.

        `only_if` adds conditions to the UPDATE, `values` are fields set by it. Raises Problem
        `move_not_yours`, `note_missing`, or `move_not_open` when the record stands elsewhere.
        """
        step = self.steps[name]
        if not may(by, step.permission, record):
            raise Problem("move_not_yours", move=str(step.label))
        if step.note_required and not note.strip():
            raise Problem("note_missing", move=str(step.label))
        model = type(record)
        before = getattr(record, self.field)
        after = step.target or before
        moved = model._default_manager.filter(
            only_if,
            pk=record.pk,
            **{self.field: before, f"{self.field}__in": step.sources},
        ).update(**{self.field: after}, **values)
        if not moved:
            now = model._default_manager.get(pk=record.pk)
            state = getattr(now, f"get_{self.field}_display")()
            raise Problem("move_not_open", move=str(step.label), state=str(state))
        record_move(record, name, before=before, after=after, by=by, note=note)
        record.refresh_from_db()
        return record

    def claim(self, record, name, **conditions_and_values):
        """As `make`, of a move that only one can make; None where somebody else has made it."""
        try:
            return self.make(record, name, **conditions_and_values)
        except Problem as problem:
            if problem.code != "move_not_open":
                raise
            return None


def record_move(record, name, *, before, after, by, note=""):
    """Add one history row."""
    return Move.objects.create(
        subject_type=ContentType.objects.get_for_model(record),
        subject_id=record.pk,
        name=name,
        before=before,
        after=after,
        by_type=ContentType.objects.get_for_model(by),
        by_id=by.pk,
        by_name=str(by),
        note=note,
    )


def history_of(record):
    """The record's moves, oldest first."""
    return Move.objects.filter(
        subject_type=ContentType.objects.get_for_model(record), subject_id=record.pk
    )
