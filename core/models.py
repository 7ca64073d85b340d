"""What every app leans on: the history of moves, background jobs, documents, the demo's outbox."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AppendOnly(Exception):
    """History is added to and never rewritten."""


class AppendOnlyRows(models.QuerySet):
    """Rows can be added and read, one by one or many at once, and nothing else."""

    def update(self, **values):
        raise AppendOnly

    def delete(self):
        raise AppendOnly


class History(models.Model):
    """Rows that are added and read, and neither changed nor deleted."""

    objects = AppendOnlyRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly


class Move(History):
    """One row per move of a process: who, when, before, after, note. Append-only."""

    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    name = models.CharField(max_length=40)
    before = models.CharField(max_length=40)
    after = models.CharField(max_length=40)
    by_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    by_id = models.PositiveBigIntegerField()
    by = GenericForeignKey("by_type", "by_id")
    by_name = models.CharField(max_length=200, help_text=_("The name at the time."))
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]


class Job(models.Model):
    """Slow work as a row; the queue carries only its id. `core.jobs` runs it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    place = models.CharField(max_length=60, help_text=_("Slug of the initiative it belongs to."))
    subject_type = models.ForeignKey(
        ContentType, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    subject_id = models.PositiveBigIntegerField(null=True, blank=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    arguments = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0, help_text=_("Per cent."))
    step = models.CharField(max_length=200, blank=True)
    problem_code = models.CharField(max_length=60, blank=True)
    problem_values = models.JSONField(default=dict, blank=True)
    result = models.JSONField(default=dict, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    requested_at = models.DateTimeField(default=timezone.now)
    claim = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(progress__lte=100), name="job_progress_is_a_per_cent"
            ),
            models.CheckConstraint(
                condition=models.Q(state="running", claim__isnull=False)
                | ~models.Q(state="running"),
                name="running_job_is_claimed",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["ready", "failed"], finished_at__isnull=False)
                | models.Q(state__in=["waiting", "running"], finished_at__isnull=True),
                name="ended_job_has_its_time",
            ),
            models.UniqueConstraint(
                fields=["kind", "subject_type", "subject_id"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="one_unfinished_job_per_subject",
            ),
        ]


class Document(models.Model):
    """A printed thing: its file, made by a job. One row per job, so it is made once."""

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="document")
    file = models.FileField(upload_to="documents/")
    title = models.CharField(max_length=200)
    pages = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at"]


class OutboxMessage(models.Model):
    """A mail of the demo, kept on the outbox page instead of being sent."""

    to = models.CharField(max_length=320)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-sent_at", "-pk"]
