"""The co-chairs' letter and each invitee's answer (the Guide, Part II, Steps 3 and 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.groups import ClusterGroup, Seat
from mobilization.models.written_to import WrittenTo


class Letter(models.Model):
    """The letter that calls a cluster group together, signed by its co-chairs.

    Date and place are those of the planned Meeting 1.
    """

    group = models.OneToOneField(ClusterGroup, on_delete=models.CASCADE, related_name="letter")
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("text"))
    reply_by = models.DateField(_("reply by"))

    def __str__(self):
        return self.subject

    @property
    def initiative(self):
        return self.group.initiative


class Invitation(WrittenTo):
    """One invitee's invitation; the answer can be changed."""

    class State(models.TextChoices):
        LISTED = "listed", _("Not sent")
        SENT = "sent", _("No answer yet")
        ACCEPTED = "accepted", _("Will come")
        DECLINED = "declined", _("Will not come")
        UNSURE = "unsure", _("Not sure yet")

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="invitation")
    state = models.CharField(max_length=10, choices=State, default=State.LISTED)

    class Meta:
        ordering = ["seat__person__name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["listed", "sent"], answered_at__isnull=True)
                | models.Q(
                    state__in=["accepted", "declined", "unsure"],
                    answered_at__isnull=False,
                ),
                name="answer_has_its_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="listed") | models.Q(sent_at__isnull=True),
                name="letter_not_sent_has_no_time",
            ),
        ]

    @property
    def person(self):
        return self.seat.person

    @property
    def initiative(self):
        return self.seat.initiative
