"""Lets time pass in the demo: everything that has happened in an initiative grows older."""

from datetime import timedelta

from django.db.models import F

from core.models import Job, Move, OutboxMessage
from mobilization import models

# Every moment and day that the process notes, by model.
MOMENTS = [
    (Move, ["at"]),
    (OutboxMessage, ["sent_at"]),
    (Job, ["requested_at", "lease_until", "finished_at"]),
    (models.ClusterGroup, ["chosen_at"]),
    (models.Letter, ["meeting_at"]),
    (models.Invitation, ["sent_at", "answered_at"]),
    (models.Meeting, ["starts_at"]),
    (models.Attendance, ["at"]),
    (models.Dot, ["placed_at"]),
    (models.Team, ["next_date"]),
    (models.PlanVersion, ["at"]),
    (models.Decision, ["decided_at", "voided_at"]),
    (models.Blueprint, ["signed_at"]),
]


def let_pass(days):
    """Move every moment `days` into the past. Only for a database that holds the demo alone."""
    for model, fields in MOMENTS:
        model._base_manager.update(**{field: F(field) - timedelta(days=days) for field in fields})
    for letter in models.Letter.objects.all():  # a day less some days is no day in every database
        letter.reply_by -= timedelta(days=days)
        letter.save(update_fields=["reply_by"])
