"""Lets time pass in the demo: everything that has happened in an initiative grows older."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from clusters import demo as observing
from core.models import Job, Move, OutboxMessage
from mobilization import models
from mobilization.services.summaries import basis_of

# Every moment that the process notes, by model.
MOMENTS = [
    (Move, ["at"]),
    (OutboxMessage, ["sent_at"]),
    (Job, ["requested_at", "lease_until", "finished_at"]),
    (models.ClusterGroup, ["chosen_at"]),
    (models.Invitation, ["sent_at", "answered_at"]),
    (models.Attendance, ["at"]),
    (models.Deed, ["at"]),
    (models.Dot, ["placed_at"]),
    (models.Comfort, ["asked_at", "closed_at"]),
    (models.CoachingTalk, ["at"]),
    (models.Feedback, ["at", "answered_at"]),
    (models.Presentation, ["confirmed_at"]),
    (models.SummaryLetter, ["sent_at"]),
    (models.PlanVersion, ["at"]),
    (models.Decision, ["decided_at", "voided_at"]),
    (models.Blueprint, ["signed_at"]),
    *observing.MOMENTS,
]
# What was agreed for an hour of the day stays at that hour, in summer and in winter.
APPOINTMENTS = [
    (models.Meeting, "starts_at"),
    (models.Team, "next_date"),
]
DAYS = [(models.Letter, "reply_by"), (models.CoachingTalk, "day")]


def let_pass(days):
    """Move every moment `days` into the past. Only for a database that holds the demo alone.

    What was checked stays checked, although the days in it are other ones now.
    """
    checked = [row for row in models.Summary.objects.all() if row.basis == basis_of(row.meeting)]
    for model, fields in MOMENTS:
        model._base_manager.update(**{field: F(field) - timedelta(days=days) for field in fields})
    for model, field in APPOINTMENTS:
        for record in model._base_manager.exclude(**{field: None}):
            local = timezone.localtime(getattr(record, field), record.initiative.zone)
            setattr(record, field, local - timedelta(days=days))
            record.save(update_fields=[field])
    for model, field in DAYS:  # a day less some days is no day in every database
        for record in model.objects.all():
            setattr(record, field, getattr(record, field) - timedelta(days=days))
            record.save(update_fields=[field])
    for row in checked:
        meeting = models.Meeting.objects.get(pk=row.meeting_id)
        models.Summary.objects.filter(pk=row.pk).update(basis=basis_of(meeting))
