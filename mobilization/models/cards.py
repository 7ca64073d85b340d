"""Cards with a vision and three requirements, and the requirement list made from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.categories import Category
from mobilization.models.meetings import Meeting

LONGEST_REQUIREMENT = 160


class Source(models.TextChoices):
    """How a card came in: typed by the person, or typed for them from paper."""

    PHONE = "phone", _("Phone")
    PAPER = "paper", _("Paper")


class Card(models.Model):
    """One person's card of Meeting 1: a five-year vision and the top requirements."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="cards")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="cards")
    vision = models.CharField(_("vision in five years, as a phrase"), max_length=160)
    first = models.CharField(_("first requirement"), max_length=160)
    second = models.CharField(_("second requirement"), max_length=160, blank=True)
    third = models.CharField(_("third requirement"), max_length=160, blank=True)
    source = models.CharField(max_length=10, choices=Source, default=Source.PHONE)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="one_card_per_person_and_meeting",
                violation_error_message=_("This person has a card already; change that one."),
            )
        ]

    @property
    def requirements_written(self):
        """The requirements that stand on the card, in their order."""
        return [text for text in (self.first, self.second, self.third) if text]

    @property
    def initiative(self):
        return self.meeting.initiative


class Requirement(models.Model):
    """A line of the requirement list, filed under one of the meeting's categories."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="requirements")
    text = models.CharField(_("requirement"), max_length=LONGEST_REQUIREMENT)
    # The categories of a meeting are written anew together; the database looks at the end of the
    # transaction that each requirement has one.
    category = models.ForeignKey(
        Category,
        on_delete=models.DO_NOTHING,
        related_name="requirements",
        verbose_name=_("category"),
    )
    cards = models.ManyToManyField(
        Card, through="CardLine", related_name="requirements", blank=True
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "text"],
                name="requirement_once_per_meeting",
                violation_error_message=_("This requirement is on the list already."),
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def initiative(self):
        return self.meeting.initiative


class CardLine(models.Model):
    """A line of a card that stands behind a requirement: taken over from it, or said before."""

    class Line(models.TextChoices):
        FIRST = "first", _("First requirement")
        SECOND = "second", _("Second requirement")
        THIRD = "third", _("Third requirement")

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="lines")
    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, related_name="lines")
    line = models.CharField(max_length=10, choices=Line, default=Line.FIRST)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["card", "line"],
                name="line_of_a_card_filed_once",
                violation_error_message=_("This line of the card is on the list already."),
            ),
            models.CheckConstraint(
                condition=models.Q(line__in=["first", "second", "third"]),
                name="line_of_a_card_is_known",
            ),
        ]

    @property
    def initiative(self):
        return self.card.initiative
