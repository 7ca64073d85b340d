"""Absent invitees are asked to join a team after a meeting (the Guide, Part II, Step 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.teams import Team
from mobilization.models.written_to import WrittenTo


class TeamInvitation(WrittenTo):
    """One absent invitee's invitation to one team; the answer can be changed."""

    class State(models.TextChoices):
        LISTED = "listed", _("Not sent")
        SENT = "sent", _("No answer yet")
        JOINED = "joined", _("Has joined")
        DECLINED = "declined", _("Does not join")

    # A team that people were asked to join is not undone: their letters lead to it.
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="team_invitations"
    )
    chosen_by_name = models.CharField(max_length=200)
    on_paper = models.BooleanField(
        default=False, help_text=_("By post, whether there is an e-mail address or not.")
    )
    state = models.CharField(max_length=10, choices=State, default=State.LISTED)

    class Meta:
        ordering = ["person__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "person"],
                name="asked_once_to_join_a_team",
                violation_error_message=_("This person has been asked already."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["listed", "sent"], answered_at__isnull=True)
                | models.Q(state__in=["joined", "declined"], answered_at__isnull=False),
                name="answer_to_a_team_has_its_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="listed")
                | models.Q(sent_at__isnull=True, reminded_at__isnull=True),
                name="team_letter_not_sent_has_no_time",
            ),
        ]

    @property
    def initiative(self):
        return self.team.initiative
