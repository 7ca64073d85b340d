"""The observations worksheet: each of the team's own sheet first, then one joint sheet (the
Guide, Part I, Step 5)."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.workflow import Process, Step

LEAD = "analytics.lead_worksheet"
OWN = "analytics.write_sheet"


class Worksheet(models.Model):
    """One round of an initiative; the next begins once this one is closed.

    What was handed in is open to the team from `joining` on, all of it at once, so that nobody is
    led by the first who speaks. `version` counts what was done under it.
    """

    class State(models.TextChoices):
        COLLECTING = "collecting", _("Each writes their own")
        JOINING = "joining", _("The joint sheet is being made")
        CLOSED = "closed", _("Closed")

    initiative = models.ForeignKey(
        "accounts.Initiative", on_delete=models.CASCADE, related_name="worksheets"
    )
    number = models.PositiveSmallIntegerField(_("round"))
    state = models.CharField(max_length=10, choices=State, default=State.COLLECTING)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "number"], name="worksheet_round_once_per_initiative"
            ),
            models.UniqueConstraint(
                fields=["initiative"],
                condition=~models.Q(state="closed"),
                name="one_unclosed_worksheet_per_initiative",
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="worksheet_rounds_begin_at_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["collecting", "joining", "closed"]),
                name="worksheet_state_is_known",
            ),
        ]

    def __str__(self):
        return _("Round %(number)s") % {"number": self.number}


State = Worksheet.State

PROCESS = Process(
    Step("join", _("Begin the joint sheet"), (State.COLLECTING,), State.JOINING, LEAD),
    Step("close", _("Close the joint sheet"), (State.JOINING,), State.CLOSED, LEAD),
    Step(
        "reopen",
        _("Open the joint sheet again"),
        (State.CLOSED,),
        State.JOINING,
        LEAD,
        note_required=True,
    ),
)


class OwnSheet(models.Model):
    """What one member of the support team has written down; theirs alone until it is handed in
    and the joint sheet begun. `version` counts its edits."""

    class State(models.TextChoices):
        WRITING = "writing", _("Being written")
        HANDED_IN = "handed_in", _("Handed in")

    worksheet = models.ForeignKey(Worksheet, on_delete=models.CASCADE, related_name="sheets")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    owner_name = models.CharField(max_length=200, help_text=_("The name at the time."))
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["owner_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["worksheet", "owner"], name="one_own_sheet_per_worksheet"
            ),
            models.CheckConstraint(
                condition=models.Q(state="handed_in", handed_in_at__isnull=False)
                | models.Q(state="writing", handed_in_at__isnull=True),
                name="handed_in_sheet_has_its_time",
            ),
        ]

    def __str__(self):
        return self.owner_name

    @property
    def initiative(self):
        return self.worksheet.initiative


SHEET_PROCESS = Process(
    Step("hand_in", _("Hand in"), (OwnSheet.State.WRITING,), OwnSheet.State.HANDED_IN, OWN),
    Step("take_back", _("Take back"), (OwnSheet.State.HANDED_IN,), OwnSheet.State.WRITING, OWN),
)
