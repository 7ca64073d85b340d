"""The summary of a meeting on its way: drafted, checked by the co-chairs, sent (Part II)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workflow import Process, Step
from mobilization.models.meetings import Meeting

RUN, CHECK, SEND = (
    "mobilization.run_meeting",
    "mobilization.check_summary",
    "mobilization.send_letters",
)


class Summary(models.Model):
    """The facilitators' words around what was recorded, and how far the summary is.

    `basis` is the digest of words and facts as a co-chair found them accurate.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        CHECKING = "checking", _("With the co-chairs")
        CHECKED = "checked", _("Checked")
        SENT = "sent_out", _("Sent")

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="summary")
    overview = models.TextField(_("overview in your words"), max_length=1500, blank=True)
    discussion = models.TextField(_("what the discussion brought"), max_length=3000, blank=True)
    next_steps = models.TextField(_("next steps"), max_length=1500, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    basis = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "checking"], basis="")
                | models.Q(state__in=["checked", "sent_out"]) & ~models.Q(basis=""),
                name="checked_summary_keeps_what_was_checked",
            )
        ]

    @property
    def initiative(self):
        return self.meeting.initiative


State = Summary.State
OUT_OF_DRAFT = (State.CHECKING, State.CHECKED, State.SENT)
WITH_CO_CHAIRS = (State.CHECKING, State.CHECKED)
# What the co-chairs have checked is the report to the Leadership Group.
REPORTED = (State.CHECKED, State.SENT)

PROCESS = Process(
    Step("ask", _("Give it to the co-chairs to check"), (State.DRAFT,), State.CHECKING, RUN),
    Step("confirm", _("It is accurate"), WITH_CO_CHAIRS, State.CHECKED, CHECK),
    Step(
        "correct",
        _("Ask for a correction"),
        WITH_CO_CHAIRS,
        State.DRAFT,
        CHECK,
        note_required=True,
    ),
    Step("take_back", _("Take it back and change it"), OUT_OF_DRAFT, State.DRAFT, RUN),
    Step("send", _("Send it to the group"), (State.CHECKED, State.SENT), State.SENT, SEND),
)


class SummaryLetter(models.Model):
    """One person's copy of one version; the row is the claim, so nobody gets it twice.

    Who sits in both the cluster group and the Leadership Group gets a letter of each kind.
    """

    class Kind(models.TextChoices):
        GROUP = "group", _("With the next invitation")
        REPORT = "report", _("Report to the Leadership Group")

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="letters")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="summary_letters"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.GROUP)
    version = models.PositiveIntegerField()
    sent_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When the mail server took it.")
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["summary", "person", "version", "kind"],
                name="one_letter_of_a_kind_per_version_and_person",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["group", "report"]),
                name="kind_of_summary_letter_is_known",
            ),
        ]

    @property
    def initiative(self):
        return self.summary.initiative
