"""Guests who joined by the code of a meeting: they wait until somebody in the room knows them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.people import new_key
from mobilization.models.meetings import Meeting


class Guest(models.Model):
    """A phone that joined by code, and as whom it was let in.

    `name`, `organisation` and `stands_in_for` are what was typed; `person` is whom the recorder
    knows it to be, and `entry` the pass that lets this one phone into this one meeting.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        LET_IN = "let_in", _("Let in")
        TURNED_AWAY = "turned_away", _("Turned away")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="guests")
    key = models.CharField(max_length=24, unique=True, default=new_key)
    name = models.CharField(_("name"), max_length=120)
    organisation = models.CharField(_("organization"), max_length=160, blank=True)
    stands_in_for = models.CharField(
        _("I stand in for"),
        max_length=120,
        blank=True,
        help_text=_("Only if you come in somebody's place: that person's name."),
    )
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    person = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="guests"
    )
    entry = models.OneToOneField(
        "accounts.Pass", null=True, blank=True, on_delete=models.RESTRICT, related_name="guest"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=models.Q(state="let_in"),
                name="one_phone_by_code_per_person",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="let_in")
                | models.Q(person__isnull=False, entry__isnull=False),
                name="whoever_is_let_in_is_somebody",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def initiative(self):
        return self.meeting.initiative
