"""Ballots of a few dots, one dot per requirement (the Guide, Part II, Step 4)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.cards import LONGEST_REQUIREMENT, Requirement
from mobilization.models.meetings import MOST_DOTS, Meeting


class Ballot(models.Model):
    """One person's dots in one meeting; the database holds the limit."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="ballots")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="ballots")
    dots_left = models.SmallIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_ballot_per_person_and_meeting"
            ),
            models.CheckConstraint(
                condition=models.Q(dots_left__gte=0, dots_left__lte=MOST_DOTS),
                name="no_more_dots_than_a_ballot_has",
                violation_error_message=_("All dots are placed."),
            ),
        ]

    @property
    def initiative(self):
        return self.meeting.initiative


class Offer(models.TextChoices):
    """What somebody says beside a dot; whom to ask to volunteer follows from it."""

    WORK = "work", _("I'll work on this")
    CHAMPION = "champion", _("I could champion it")


class Dot(models.Model):
    """One dot on one requirement. Who placed it, and what they offer, is never published."""

    class Source(models.TextChoices):
        """How it came in: by the person, or by the recorder, from paper or as somebody said it."""

        PHONE = "phone", _("Phone")
        PAPER = "paper", _("Paper")
        SPOKEN = "spoken", _("Spoken")

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="dots")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="dots")
    source = models.CharField(max_length=10, choices=Source)
    placed_at = models.DateTimeField(default=timezone.now)
    offer = models.CharField(max_length=10, choices=Offer, blank=True, default="")
    # What the requirement said when the dot was placed, where it says something else now.
    words_before = models.CharField(max_length=LONGEST_REQUIREMENT, blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "requirement"],
                name="one_dot_per_requirement",
                violation_error_message=_("There is a dot on this requirement already."),
            ),
            models.CheckConstraint(
                condition=models.Q(offer__in=["", "work", "champion"]),
                name="offer_beside_a_dot_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(source__in=["phone", "paper", "spoken"]),
                name="source_of_a_dot_is_known",
            ),
        ]

    @property
    def initiative(self):
        return self.ballot.initiative


# The sources of what the recorder enters for somebody.
RECORDED = [Dot.Source.PAPER, Dot.Source.SPOKEN]
