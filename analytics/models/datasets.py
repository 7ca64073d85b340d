"""The catalogue of imported files; their numbers live in the warehouse."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    PUBLISHED = "published", _("Published")
    ESTIMATE = "estimate", _("Estimate")


class DatasetQuerySet(models.QuerySet):
    def seen_by(self, initiative):
        """What an initiative computes with: the server's data sets and its own."""
        return self.filter(Q(initiative=None) | Q(initiative=initiative))


class Dataset(models.Model):
    """One imported file. Of two data sets that hold the same cell, the later one counts."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    initiative = models.ForeignKey(
        "accounts.Initiative",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="datasets",
        help_text=_("Empty: for every initiative on the server."),
    )
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    layout = models.CharField(_("layout"), max_length=30)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PUBLISHED)
    note = models.TextField(_("note"), blank=True)
    rows = models.PositiveBigIntegerField(_("rows"))
    refused_rows = models.PositiveBigIntegerField(
        _("rows left out"),
        default=0,
        help_text=_("Totals over government or over size classes, which would count jobs twice."),
    )
    employment = models.FloatField(
        null=True, blank=True, help_text=_("The sum of its jobs, to check the stored file by.")
    )
    wages = models.FloatField(null=True, blank=True, help_text=_("The sum of its wages."))
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    imported_at = models.DateTimeField(_("imported"), default=timezone.now)

    objects = DatasetQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "initiative"],
                condition=Q(initiative__isnull=False),
                name="file_once_per_initiative",
                violation_error_message=_("This file was imported already."),
            ),
            models.UniqueConstraint(
                fields=["sha256"],
                condition=Q(initiative__isnull=True),
                name="file_once_per_server",
                violation_error_message=_("This file was imported already."),
            ),
            models.CheckConstraint(
                condition=Q(status=Status.PUBLISHED) | (Q(status=Status.ESTIMATE) & ~Q(note="")),
                name="estimate_says_how_it_was_made",
                violation_error_message=_("An estimate needs a note: who made it, and how."),
            ),
        ]

    def __str__(self):
        return self.file_name

    @property
    def ordinal(self):
        """Its place in the order of imports; the higher one holds the current value."""
        return self.pk


class DatasetSlice(models.Model):
    """One area and year, or a quarter of it, inside a data set.

    A query opens only the files it needs. Four quarters make a year.
    """

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="slices")
    area = models.CharField(max_length=40)
    area_title = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField(default=0, help_text=_("0 for a whole year."))
    rows = models.PositiveBigIntegerField()
    status = models.CharField(max_length=10, choices=Status)
    note = models.TextField(blank=True)
    source = models.TextField(blank=True, help_text=_("What the file says of its own origin."))

    class Meta:
        ordering = ["area", "year", "quarter"]
        indexes = [models.Index(fields=["area", "year"])]
        constraints = [
            models.UniqueConstraint(
                fields=["dataset", "area", "year", "quarter"], name="slice_once_per_dataset"
            ),
            models.CheckConstraint(condition=Q(quarter__lte=4), name="a_year_has_four_quarters"),
            models.CheckConstraint(
                condition=Q(status=Status.PUBLISHED) | (Q(status=Status.ESTIMATE) & ~Q(note="")),
                name="estimated_slice_says_how_it_was_made",
            ),
        ]

    def __str__(self):
        return (
            f"{self.area} {self.year} Q{self.quarter}"
            if self.quarter
            else f"{self.area} {self.year}"
        )

    @property
    def initiative(self):
        return self.dataset.initiative
